// What every page is better with: drafts that save themselves, and word of a lost connection. Pages work without it.
"use strict";
(() => {
  const root = document.body.dataset.root;
  const prefix = "minutebook-draft:" + root + ":";
  const store = {
    get(key) { try { return localStorage.getItem(key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(key, value); } catch { /* full, or forbidden: the page still works */ } },
    remove(key) { try { localStorage.removeItem(key); } catch { /* as above */ } },
  };

  // What scrolls sideways can be scrolled by keyboard.
  for (const box of document.querySelectorAll(".scroll, figure")) if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;

  // A draft is kept until the server took it, through refusal, reload and the end of a session.
  for (const taken of document.querySelectorAll("[data-taken]")) {
    const ending = "/" + taken.dataset.taken;
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith(prefix) && key.endsWith(ending)) store.remove(key);
    } catch { /* no storage */ }
  }
  for (const form of document.querySelectorAll("form[data-draft]")) {
    const key = prefix + form.dataset.draft;
    const fields = () => [...form.elements].filter((e) => e.name && e.type !== "hidden" && e.type !== "password" && e.type !== "file" && e.tagName !== "BUTTON");
    const kept = store.get(key);
    if (kept) {
      try {
        const values = JSON.parse(kept);
        for (const field of fields()) {
          const value = values[field.name];
          if (value === undefined) continue;
          if (field.type === "checkbox") field.checked = value === true;
          else if (field.value === field.defaultValue || field.value === "") field.value = value;
        }
      } catch { store.remove(key); }
    }
    form.addEventListener("input", () => {
      const values = {};
      for (const field of fields()) values[field.name] = field.type === "checkbox" ? field.checked : field.value;
      store.set(key, JSON.stringify(values));
    });
    form.addEventListener("minutebook-taken", () => store.remove(key));
  }

  // A session that has ended would lose nothing: what is typed is kept above.
  const connection = document.getElementById("connection");
  let wasLost = false;
  window.minutebook = {
    store,
    lost() {
      if (wasLost) return;
      wasLost = true;
      connection.textContent = document.body.dataset.offline;
      connection.classList.remove("back");
      connection.hidden = false;
    },
    found() {
      if (!wasLost) return;
      wasLost = false;
      connection.textContent = document.body.dataset.online;
      connection.classList.add("back");
      setTimeout(() => { if (!wasLost) connection.hidden = true; }, 3000);
    },
    /** Calls `changed` soon after something was recorded, and once after each reconnection: the page then asks for the truth. */
    follow(position, changed) {
      let last = position, timer = 0, isRunning = false, isAskedAgain = false;
      const ask = async () => {
        if (isRunning) { isAskedAgain = true; return; }
        isRunning = true;
        try { await changed(); this.found(); } catch { this.lost(); setTimeout(soon, 2000); }
        isRunning = false;
        if (isAskedAgain) { isAskedAgain = false; soon(); }
      };
      const soon = () => { if (!timer) timer = setTimeout(() => { timer = 0; ask(); }, 200); };
      const open = () => {
        const events = new EventSource(root + "/api/events?after=" + last);
        events.onopen = () => soon();
        events.onmessage = (event) => { last = event.lastEventId; soon(); };
        events.onerror = () => {
          this.lost();
          if (events.readyState === EventSource.CLOSED) setTimeout(open, 3000);
        };
      };
      open();
      addEventListener("online", soon);
      document.addEventListener("visibilitychange", () => { if (!document.hidden) soon(); });
    },
  };
  addEventListener("offline", () => window.minutebook.lost());

  // A slider over the days of the plan's year: it asks for the day that is chosen.
  for (const form of document.querySelectorAll("form.slider")) {
    form.hidden = false;
    const [slide, output] = [form.querySelector("input"), form.querySelector("output")];
    const day = () => new Date(Date.parse(form.dataset.first + "T00:00:00Z") + slide.value * 86400000).toISOString().slice(0, 10);
    slide.addEventListener("input", () => { output.textContent = day(); });
    slide.addEventListener("change", () => {
      const address = new URL(form.action);
      for (const [name, value] of new URLSearchParams(location.search)) if (name !== "asOf") address.searchParams.set(name, value);
      address.searchParams.set("asOf", day());
      location.assign(address);
    });
  }

  if (document.body.dataset.follow) {
    window.minutebook.follow(document.body.dataset.follow, async () => {
      if (location.search.includes("before=")) return;
      const answer = await fetch(location.href);
      if (!answer.ok) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      document.getElementById("main").replaceWith(page.getElementById("main"));
    });
  }
})();
