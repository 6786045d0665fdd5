// What a browser can do better than a form. Every page works without it.
"use strict";
(() => {
  const all = (selector) => document.querySelectorAll(selector);
  const one = (selector) => document.querySelector(selector);

  // Leave at once: the page takes no place in the history. Shift three times does the same.
  const exit = one("#forlad");
  if (exit) {
    const leave = () => {
      document.body.hidden = true;
      location.replace(exit.href);
    };
    let presses = [];
    exit.addEventListener("click", (event) => { event.preventDefault(); leave(); });
    document.addEventListener("keyup", (event) => {
      if (event.key !== "Shift") { presses = []; return; }
      presses = presses.concat(event.timeStamp).slice(-3);
      if (presses.length === 3 && presses[2] - presses[0] < 2000) leave();
    });
  }

  // Errors first; else what was done, unless a field asks for the next word.
  const errors = one("#fejl");
  const done = one("#bekraeftelse");
  if (errors) errors.focus();
  else if (done && !one("[autofocus]")) done.focus();

  // A radio in a group is reached by the link in the error summary; focus follows the link.
  all(".error-summary a").forEach((link) => link.addEventListener("click", () => {
    const field = document.getElementById(link.hash.slice(1));
    if (field) setTimeout(() => field.focus());
  }));

  // Count down only when the end is near.
  all("textarea[data-length-max]").forEach((area) => {
    const max = Number(area.dataset.lengthMax);
    const line = document.createElement("p");
    line.className = "hint";
    line.setAttribute("role", "status");
    area.after(line);
    const count = () => {
      const left = max - [...area.value].length;
      line.textContent = left > max / 5 ? ""
        : left >= 0 ? `Du kan skrive ${left} tegn mere` : `Du har skrevet ${-left} tegn for meget`;
    };
    area.addEventListener("input", count);
    count();
  });

  // Typed, not saved: ask before the page is left.
  all("form[data-warn]").forEach((form) => {
    let dirty = false;
    form.addEventListener("input", () => { dirty = true; });
    form.addEventListener("submit", () => { dirty = false; });
    addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });
  });

  // A second press of the same button within two seconds is a slip of the finger.
  all("form[method=post]").forEach((form) => {
    let last = -Infinity;
    form.addEventListener("submit", (event) => {
      if (event.timeStamp - last < 2000) event.preventDefault();
      else last = event.timeStamp;
    });
  });

  // Buttons that need a script show themselves.
  all("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => print());
  });

  // Say it five minutes before the visit ends, and every minute after that.
  const warning = one("#logget-af-om");
  if (warning) {
    const end = Date.now() + Number(warning.dataset.seconds) * 1000;
    const text = warning.querySelector("span");
    let said = 6;
    const tick = () => {
      const left = Math.ceil((end - Date.now()) / 60000);
      if (left <= 0) { location.replace(warning.dataset.after); return; }
      if (left > 5 || left === said) return;
      said = left;
      warning.hidden = false;
      text.textContent = left === 1 ? "1 minut" : `${left} minutter`;
    };
    setInterval(tick, 5000);
    tick();
  }
})();
