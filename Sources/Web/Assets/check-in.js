// A phone that checks in: a tap that cannot be sent is kept, and sent when the network is back, once.
"use strict";
(() => {
  const store = window.minutebook.store;
  const key = "minutebook-taps:" + document.body.dataset.root;
  const kept = document.getElementById("kept");
  const taps = () => { try { return JSON.parse(store.get(key)) || []; } catch { return []; } };
  const keep = (list) => list.length ? store.set(key, JSON.stringify(list)) : store.remove(key);
  const show = () => { kept.hidden = taps().length === 0; kept.textContent = document.body.dataset.kept; };

  function say(outcome, text) {
    let verdict = document.getElementById("verdict");
    if (!verdict) {
      verdict = document.createElement("p");
      verdict.id = "verdict";
      verdict.setAttribute("role", "status");
      document.querySelector(".phone .detail").after(verdict);
    }
    verdict.className = "notice " + outcome;
    verdict.textContent = text;
  }

  async function send(tap) {
    const body = new URLSearchParams(tap.fields);
    const answer = await fetch(tap.action, { method: "POST", body, headers: { Accept: "application/json" } });
    if (answer.status >= 500 || answer.status === 429) throw new Error(answer.status);
    const said = await answer.json();
    say(said.outcome || "refusal", said.text || said.detail);
    return said;
  }

  // Only what the code and the phone need: the code's address, the member, and the command's id that was made here.
  async function sendKept() {
    for (const tap of taps()) {
      try { await send(tap); } catch { return show(); }
      keep(taps().filter((other) => other.fields.id !== tap.fields.id));
    }
    show();
  }

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.classList.contains("tap")) return;
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(form));
    try {
      const said = await send({ action: form.action, fields });
      if (said.outcome === "done") form.querySelector("button").disabled = true;
    } catch {
      const tap = { action: form.action, fields: { id: fields.id, member: fields.member, kept: "true" } };
      keep(taps().filter((other) => other.fields.id !== tap.fields.id).concat(tap));
      form.querySelector("button").disabled = true;
      show();
    }
  });
  addEventListener("online", sendKept);
  setInterval(() => { if (taps().length) sendKept(); }, 5000);
  sendKept();
})();
