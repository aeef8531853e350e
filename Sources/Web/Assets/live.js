// The live list of a meeting: taps without a reload, and every open page shows the truth.
"use strict";
(() => {
  const box = document.querySelector(".live");
  if (!box) return;
  const { position } = box.dataset;

  // What the server shows is shown: the list is asked for anew, and put in the place of the old one, row by row.
  async function refresh() {
    const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
    if (answer.redirected || !answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector(".live");
    for (const id of ["present", "countable", "counts"]) document.getElementById(id).textContent = page.getElementById(id).textContent;
    document.getElementById("bar").className = page.getElementById("bar").className;
    for (const row of next.querySelectorAll(".person")) {
      const old = document.getElementById(row.id);
      if (!old) document.getElementById("people").append(row);
      else if (old.className !== row.className || old.querySelector(".standing").textContent !== row.querySelector(".standing").textContent) {
        row.hidden = old.hidden;
        const hadFocus = old.contains(document.activeElement);
        old.replaceWith(row);
        if (hadFocus) row.querySelector("button")?.focus();
      }
    }
    const waiting = next.querySelector(".waiting"), shown = box.querySelector(".waiting");
    if (waiting && shown) shown.replaceWith(waiting);
    else if (waiting) document.querySelector(".bar").after(waiting);
    else if (shown) shown.remove();
    // What is shown now is the truth: another tap is another command. Until then one that was lost is sent again under its id.
    const id = next.querySelector("input[name=id]");
    if (id) for (const old of box.querySelectorAll("input[name=id]")) old.value = id.value;
    if (!next.querySelector(".opening")) box.querySelector(".opening")?.remove();
    document.querySelector(".head .subtitle").textContent = page.querySelector(".head .subtitle").textContent;
  }

  function say(text, style) {
    if (!text) return;
    let notice = document.getElementById("said");
    if (!notice) {
      notice = document.createElement("p");
      notice.id = "said";
      notice.setAttribute("role", "status");
      document.querySelector(".bar").after(notice);
    }
    notice.className = "notice " + style;
    notice.textContent = text;
  }

  box.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.action.endsWith("/marks")) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, event.submitter));
    const button = event.submitter;
    if (button) button.disabled = true;
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
      const said = await answer.json();
      say(said.problem || said.detail, "refusal");
      if (!said.problem && !said.detail) say(said.done, "done");
      if (answer.ok && form.classList.contains("typed")) {
        form.querySelector("textarea").value = "";
        form.dispatchEvent(new Event("minutebook-taken"));
      }
      await refresh();
    } catch {
      // It may have been recorded: sent again under its id it is not doubled.
      window.minutebook.lost();
    }
    if (button) button.disabled = false;
  });

  // Typing a name shows whom it fits.
  const typed = document.getElementById("names");
  typed?.addEventListener("input", () => {
    const text = typed.value.trim().toLowerCase();
    for (const row of box.querySelectorAll(".person")) {
      const name = row.querySelector(".name").textContent;
      row.hidden = text !== "" && !/[\s,，、]/.test(text) && /[^a-z]/.test(text) && !name.toLowerCase().includes(text) && !row.dataset.find.startsWith(text);
    }
  });
  window.minutebook.follow(position, refresh);
})();
