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
    if (!paper || !leaf || !chosen || chosen.isCollapsed) return null;
    const range = chosen.getRangeAt(0);
    const start = range.startContainer.parentElement?.closest("pre.typed");
    if (!start || !leaf.contains(start) || !start.contains(range.endContainer)) return null;
    const before = document.createRange();
    before.selectNodeContents(start);
    before.setEnd(range.startContainer, range.startOffset);
    const words = range.toString();
    const above = before.toString() + words.slice(0, words.length - words.trimStart().length);
    const from = [...above].length;
    return { page: start.dataset.page, line: above.split("\n").length, from, to: from + [...words.trim()].length, range };
  }
  const correction = ({ page, from, to }) => `/papers/${paper}/correct?page=${page}&start=${from}&end=${to}`;

  // Where a paper begins is written into its form, and one of its buttons says what that means.
  const begins = document.querySelector("#desk form.begins");
  function begin() {
    const chosen = begins && selected();
    if (!chosen) return false;
    begins.elements.to.value = `${chosen.page}:${chosen.line}`;
    begins.scrollIntoView({ block: "center" });
    begins.querySelector("button").focus({ preventScroll: true });
    return true;
  }

  // Whoever has no keys at hand does the same by a link and a button, which stand where the selection is.
  if (paper && leaf) {
    const offer = document.createElement("p");
    const correct = document.createElement("a");
    offer.className = "selected";
    offer.hidden = true;
    correct.className = "correct-this";
    correct.textContent = "Correct";
    offer.append(correct);
    if (begins) {
      const here = document.createElement("button");
      here.type = "button";
      here.className = "begin-here";
      here.textContent = "A paper begins here…";
      here.addEventListener("click", begin);
      offer.append(here);
    }
    document.body.append(offer);
    offer.addEventListener("pointerdown", (event) => event.preventDefault()); // The selection stays.
    offer.addEventListener("mousedown", (event) => event.preventDefault());
    document.addEventListener("selectionchange", () => {
      const chosen = selected();
      const words = chosen && getSelection().toString().trim();
      offer.hidden = !words || words.length > 300;
      if (offer.hidden) return;
      const place = chosen.range.getBoundingClientRect();
      correct.href = correction(chosen);
      offer.style.left = `${Math.max(0, Math.min(place.left, innerWidth - offer.offsetWidth - 12)) + scrollX}px`;
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
      const chosen = selected();
      if (chosen) location.assign(correction(chosen));
      return Boolean(chosen);
    }
    if (key === "b") return begin();
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
