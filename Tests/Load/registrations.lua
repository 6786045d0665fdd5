-- One person per thread (wrk -t64 -c64): answers the citizen's form page by page and sends it, again and again.
local steps = {
  { "POST", "/faa-hjaelp/hvem", "hvem=selv" },
  { "GET", "/faa-hjaelp/alder" },
  { "POST", "/faa-hjaelp/alder", "alder=18" },
  { "POST", "/faa-hjaelp/situation", "oenske=behandling&besked=Jeg+vil+gerne+begynde+nu." },
  { "POST", "/faa-hjaelp/kontakt", "kontakt=ring&telefon=12+34+56+78" },
  { "POST", "/faa-hjaelp/tjek", "" },
}
local at, cookie, token = 1, nil, nil
-- Guests are counted by household: each journey comes, as the trusted proxy says, from a loopback address of its own.
local household, threads = nil, 0
local function move()
  household = string.format("127.%d.%d.%d", math.random(1, 254), math.random(0, 255), math.random(1, 254))
end

function setup(thread)
  threads = threads + 1
  thread:set("seed", threads)
end

function init(args)
  math.randomseed(os.time() * 64 + seed)
  move()
end

function request()
  local step = steps[at]
  if at == 1 then move() end
  local headers = { ["Sec-Fetch-Site"] = "same-origin", ["X-Forwarded-For"] = household }
  if cookie then headers["Cookie"] = cookie end
  local body = nil
  if step[1] == "POST" then
    headers["Content-Type"] = "application/x-www-form-urlencoded"
    body = step[3] .. (token and ("&token=" .. token) or "")
  end
  return wrk.format(step[1], step[2], headers, body)
end

function response(status, headers, body)
  if at == 1 then
    local set = headers["Set-Cookie"]
    if status ~= 303 or not set then cookie, token = nil, nil return end
    cookie = set:match("^[^;]+")
  elseif at == 2 then
    token = body:match('name="token" value="([^"]*)"')
  end
  at = at + 1
  if at > #steps then at, cookie, token = 1, nil, nil end
end
