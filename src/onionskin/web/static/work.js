// Keys for deciding. Every key presses a button or follows a link that is there without this script.
"use strict";

(() => {
  const all = [...document.querySelectorAll("[data-question]")];
  const told = /^#q-(\d+)$/.exec(location.hash);
  const fold = told && document.getElementById(`q-${told[1]}`)?.closest("details");
  if (fold) fold.open = true;
  // Those that are folded away are passed over.
  let questions = all.filter((each) => each.checkVisibility());
  const leaf = document.getElementById("leaf");
  const paper = document.querySelector("[data-paper]")?.dataset.paper;
  let at = -1;

  function go(to, scroll = true) {
    if (!questions.length) return;
    at = Math.min(Math.max(to, 0), questions.length - 1);
    questions[at].focus({ preventScroll: true });
    if (scroll) questions[at].scrollIntoView({ block: "nearest" });
  }
  const here = () => {
    const held = questions.findIndex((each) => each.contains(document.activeElement));
    return held >= 0 ? held : at;
  };
  for (const each of all) each.addEventListener("focusin", () => { at = questions.indexOf(each); });
  document.addEventListener("toggle", () => { questions = all.filter((each) => each.checkVisibility()); }, true);

  // After an answer the next question stands where the last one stood.
  if (told && questions.length) go(Number(told[1]) - 1);
  else if (document.querySelector(".queue")) go(0, false);

  // Where the selection stands on its page: the transcription holds the page's characters, one for one.
  function selected() {
    const chosen = getSelection();
    if (!paper || !leaf || !chosen || chosen.isCollapsed) return "";
    const range = chosen.getRangeAt(0);
    const start = range.startContainer.parentElement?.closest("pre.typed");
    if (!start || !leaf.contains(start) || !start.contains(range.endContainer)) return "";
    const page = start.dataset.page;
    const before = document.createRange();
    before.selectNodeContents(start);
    before.setEnd(range.startContainer, range.startOffset);
    const words = range.toString();
    const lead = [...words].length - [...words.trimStart()].length;
    const from = [...before.toString()].length + lead;
    return `/papers/${paper}/correct?page=${page}&start=${from}&end=${from + [...words.trim()].length}`;
  }

  // Whoever has no keys at hand corrects what is selected by a link, which stands where the selection is.
  if (paper && leaf) {
    const offer = document.createElement("a");
    offer.className = "correct-this";
    offer.textContent = "Correct";
    offer.hidden = true;
    document.body.append(offer);
    offer.addEventListener("pointerdown", (event) => event.preventDefault()); // The selection stays.
    offer.addEventListener("mousedown", (event) => event.preventDefault());
    document.addEventListener("selectionchange", () => {
      const address = selected();
      const words = address && getSelection().toString().trim();
      offer.hidden = !words || words.length > 300;
      if (offer.hidden) return;
      const place = getSelection().getRangeAt(0).getBoundingClientRect();
      offer.href = address;
      offer.style.left = `${place.left + scrollX}px`;
      offer.style.top = `${place.bottom + scrollY + 6}px`;
    });
  }

  const writes = (target) => target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable], [role=textbox], .openseadragon-container");

  function press(key) {
    const held = here();
    const question = questions[held];
    if (key === "n") return go(held + 1), true;
    if (key === "p") return go(held - 1), true;
    if (key === "u") return document.querySelector(".done .undo button")?.click(), true;
    if (key === "c") {
      const address = selected();
      if (address) location.assign(address);
      return Boolean(address);
    }
    if (!question) return false;
    if (key === "e") {
      const other = question.querySelector("[data-other]");
      if (!other) return false;
      const folded = other.closest("details");
      if (folded) folded.open = true;
      other.focus();
      return true;
    }
    const button = question.querySelector(`[data-key="${key}"]`);
    button?.click();
    return Boolean(button);
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || writes(event.target)) return;
    if (/^[a-z1-9]$/.test(event.key) && press(event.key)) event.preventDefault();
  });

  // A form is sent once, however often its key is pressed.
  for (const form of document.querySelectorAll("[data-question] form")) {
    let sent = false;
    form.addEventListener("submit", (event) => {
      if (sent) event.preventDefault();
      sent = true;
    });
  }
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
})();
