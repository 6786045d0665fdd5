-- Members of staff at 64 telephones (wrk -c64): each registers one enquiry after the other, one press each.
-- wrk … -s desk.lua ADDRESS -- COOKIE TOKEN
local cookie, token
local made = 0

function setup(thread)
  made = made + 1
  thread:set("seed", made)
end

function init(args)
  cookie, token = args[1], args[2]
  math.randomseed(os.time() * 1000 + seed)
end

function request()
  local id = string.format("%06d%06d", math.random(0, 999999), math.random(0, 999999))
  return wrk.format("POST", "/henvendelser/ny", {
    ["Sec-Fetch-Site"] = "same-origin",
    ["Content-Type"] = "application/x-www-form-urlencoded",
    ["Cookie"] = cookie,
  }, string.format(
    "token=%s&id=%s&dato=i+dag&tid=&kanal=phone&hvem=self&oenske=treatment&navn=Tove+Tavle&telefon=12345678", token, id))
end

function response(status)
  if status ~= 303 then io.stderr:write("desk: answered ", status, "\n") end
end
