// The screen in the room: another code each half minute, and names as they arrive.
"use strict";
(() => {
  const wall = document.querySelector(".wall");
  const names = new Map([...document.querySelectorAll("#names li")].map((item) => [item.dataset.member, item.textContent]));
  const { position, counted } = wall.dataset;

  async function nextCode() {
    try {
      const answer = await fetch(document.body.dataset.codeAddress);
      if (!answer.ok) throw new Error(answer.status);
      const shown = await answer.json();
      const drawn = new DOMParser().parseFromString(shown.svg, "text/html").querySelector("svg");
      document.querySelector("#code svg").replaceWith(drawn);
      window.minutebook.found();
      setTimeout(nextCode, shown.milliseconds + 100);
    } catch {
      window.minutebook.lost();
      setTimeout(nextCode, 2000);
    }
  }
  setTimeout(nextCode, Number(wall.dataset.refresh) + 100);

  window.minutebook.follow(position, async () => {
    const answer = await fetch(counted);
    if (!answer.ok) throw new Error(answer.status);
    const live = await answer.json();
    document.getElementById("present").textContent = live.present;
    document.getElementById("countable").textContent = live.of;
    document.getElementById("counts").textContent = live.countsText?.[document.documentElement.lang.startsWith("zh") ? "zh" : "en"] ?? document.getElementById("counts").textContent;
    const there = (live.members || []).filter((m) => m.standing === "present" || m.standing === "late").sort((a, b) => (b.evidence[0] || 0) - (a.evidence[0] || 0));
    document.getElementById("arrivals").replaceChildren(...there.slice(0, 12).map((m) => {
      const item = document.createElement("li");
      item.textContent = names.get(m.member) || m.member;
      return item;
    }));
  });
})();
