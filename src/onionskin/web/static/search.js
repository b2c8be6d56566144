// Says how long it took; j and k walk from hit to hit; only while a hit or nothing has the focus, so no key is taken from anyone who types.
"use strict";

(() => {
  // The page itself is the same each time it is asked for, and so it is kept; how long it took stands in its head.
  const took = document.getElementById("took");
  const found = performance.getEntriesByType("navigation")[0]?.serverTiming?.find((each) => each.name === "find");
  if (took && found) {
    took.textContent = `Searched in ${Math.max(1, Math.round(found.duration))} ms.`;
    took.hidden = false;
  }
  const hits = [...document.querySelectorAll("a.hit")];
  if (!hits.length) return;
  // On a narrow screen the papers stand first, and what narrows them is folded.
  const fold = document.querySelector(".beside");
  if (fold && matchMedia("(max-width: 59.99rem)").matches) fold.open = false;
  document.addEventListener("keydown", (event) => {
    const step = { j: 1, k: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = hits.indexOf(document.activeElement);
    if (at < 0 && document.activeElement !== document.body && document.activeElement?.id !== "main") return;
    const next = hits[at < 0 ? (step > 0 ? 0 : hits.length - 1) : at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.closest("li").scrollIntoView({ block: "nearest" });
  });
})();
