// Lights one word at a time everywhere it stands: on the image, in the transcription and in the reading text. Pointing,
// tapping, and the arrow keys choose the word; a selection of words can be linked to.
"use strict";

(() => {
  const paper = document.querySelector("article.paper");
  const leaf = document.getElementById("leaf");
  if (!paper || !leaf) return;
  const said = document.getElementById("word-said");
  const SVG = "http://www.w3.org/2000/svg";
  const SEAMS = /[^\s/^]+/gu;

  // Code points are what the record counts in, UTF-16 units what the browser does.
  function units(text) {
    if (!/[\u{10000}-\u{10FFFF}]/u.test(text)) return (at) => at;
    const starts = [0];
    for (const each of text) starts.push(starts.at(-1) + each.length);
    return (at) => starts[Math.min(at, starts.length - 1)];
  }

  // The text of an element as the record has it, and the way from its offsets to the document's and back.
  class Script {
    constructor(element) {
      this.element = element;
      this.nodes = [];
      const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      let length = 0;
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        if (node.parentElement.closest(".unseen")) continue;
        this.nodes.push({ node, start: length });
        length += node.data.length;
      }
      this.text = this.nodes.map((each) => each.node.data).join("");
    }

    offset(node, at) {
      const held = this.nodes.find((each) => each.node === node);
      return held ? held.start + at : -1;
    }

    place(at, end) {
      let held = this.nodes[0];
      for (const each of this.nodes) if (each.start < at || (!end && each.start === at)) held = each;
      return [held.node, at - held.start];
    }

    range(start, end) {
      const range = document.createRange();
      range.setStart(...this.place(start, false));
      range.setEnd(...this.place(end, true));
      return range;
    }
  }

  // Words as [start, end, page, start there, end there]; of a page as [start, end, left, top, right, bottom].
  const pages = new Map();
  const paragraphs = new Map();
  let gathering = null;

  function gather() {
    gathering ||= fetch(`/api/records/${paper.dataset.paper}/words`)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
      .then(take, () => {});
    return gathering;
  }

  function take(held) {
    for (const page of held.pages) {
      const unit = units(page.text);
      const pre = leaf.querySelector(`pre[data-page="${page.n}"]`);
      const words = page.words.length
        ? page.words.map(([start, end, ...box]) => [unit(start), unit(end), ...box])
        : [...page.text.matchAll(SEAMS)].map((word) => [word.index, word.index + word[0].length]);
      const patches = leaf.querySelector(`svg.patches[data-page="${page.n}"]`);
      pages.set(page.n, { ...page, words, unit, script: pre && new Script(pre), patches });
    }
    for (const { n, words } of held.paragraphs) {
      const element = document.querySelector(`.said[data-paragraph="${n}"]`);
      if (!element) continue;
      const script = new Script(element);
      const unit = units(script.text);
      const there = (page, at) => pages.get(page).unit(at);
      const led = words.map(([start, end, page, from, to]) => [unit(start), unit(end), page, there(page, from), there(page, to)]);
      paragraphs.set(n, { n, words: led, script });
    }
  }

  // What is lit: a page and its characters from start to end.
  let lit = null;
  const boxes = [];

  function put(name, ranges) {
    if (globalThis.Highlight) CSS.highlights.set(name, new Highlight(...ranges));
  }

  function light(place, speak) {
    if (place && lit && place.page === lit.page && place.start === lit.start && place.end === lit.end) return;
    lit = place;
    while (boxes.length) boxes.pop().remove();
    if (!place) return put("word", []);
    const page = pages.get(place.page);
    const meets = (start, end) => start < place.end && place.start < end;
    const ranges = page.script ? [page.script.range(place.start, place.end)] : [];
    for (const { words, script } of paragraphs.values()) {
      for (const [start, end, on, from, to] of words) {
        if (on === place.page && meets(from, to)) ranges.push(script.range(start, end));
      }
    }
    put("word", ranges);
    for (const [start, end, left, top, right, bottom] of page.words) {
      if (!page.patches || left === undefined || !meets(start, end)) continue;
      const box = document.createElementNS(SVG, "rect");
      for (const [name, value] of Object.entries({ x: left, y: top, width: right - left, height: bottom - top })) {
        box.setAttribute(name, value);
      }
      box.classList.add("word");
      page.patches.append(box);
      boxes.push(box);
    }
    if (!speak) return;
    const line = page.text.slice(0, place.start).split("\n").length;
    said.textContent = `${page.text.slice(place.start, place.end)}, page ${place.page}, line ${line}`;
  }

  function bring() {
    const piece = boxes[0] || pages.get(lit.page).script?.range(lit.start, lit.end);
    if (piece) leaf.dispatchEvent(new CustomEvent("bring", { detail: piece }));
  }

  // Brings what is lit into sight in the leaf, or in the reading text where the leaf was pointed at.
  function follow(within) {
    if (within !== "leaf") return bring();
    for (const { words, script } of paragraphs.values()) {
      const word = words.find(([, , on, from, to]) => on === lit.page && from < lit.end && lit.start < to);
      if (!word) continue;
      const place = script.range(word[0], word[1]).getBoundingClientRect();
      if (place.top < 0 || place.bottom > innerHeight) script.element.scrollIntoView({ block: "center" });
      return;
    }
  }

  // ---- pointing ----

  function caret(x, y) {
    if (document.caretPositionFromPoint) {
      const at = document.caretPositionFromPoint(x, y);
      return at && [at.offsetNode, at.offset];
    }
    const range = document.caretRangeFromPoint?.(x, y);
    return range && [range.startContainer, range.startOffset];
  }

  const element = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node);

  function pointed(event) {
    const image = event.target.closest(".image");
    const patches = image?.querySelector("svg.patches");
    if (patches) {
      const page = pages.get(Number(patches.dataset.page));
      const frame = patches.getBoundingClientRect();
      const x = ((event.clientX - frame.left) / frame.width) * page.width;
      const y = ((event.clientY - frame.top) / frame.height) * page.height;
      const word = page.words.find(([, , left, top, right, bottom]) => left <= x && x < right && top <= y && y < bottom);
      return word && { page: page.n, start: word[0], end: word[1] };
    }
    const at = caret(event.clientX, event.clientY);
    return at ? told(at[0], at[1], event) : null;
  }

  // The word at an offset of a text node; nothing where the pointer is off the line's words.
  function told(node, offset, event) {
    const home = element(node).closest("pre[data-page], .said");
    if (!home) return null;
    const paragraph = paragraphs.get(Number(home.dataset.paragraph));
    const script = paragraph ? paragraph.script : pages.get(Number(home.dataset.page))?.script;
    const at = script ? script.offset(node, offset) : -1;
    if (at < 0) return null;
    const words = paragraph ? paragraph.words : tokens(script, Number(home.dataset.page));
    const word = words.find(([start, end]) => start <= at && at <= end);
    if (!word || (event && !within(script.range(word[0], word[1]), event))) return null;
    return { page: word[2], start: word[3], end: word[4] };
  }

  function within(range, { clientX: x, clientY: y }) {
    return [...range.getClientRects()].some((box) => box.left <= x && x <= box.right && box.top - 3 <= y && y <= box.bottom + 3);
  }

  function tokens(script, page) {
    script.words ||= [...script.text.matchAll(SEAMS)].map(({ index: at, 0: { length } }) => [at, at + length, page, at, at + length]);
    return script.words;
  }

  const prose = document.querySelector(".prose");
  for (const side of [leaf.querySelector(".sheets"), prose]) {
    const name = side === prose ? "prose" : "leaf";
    // Where the pointer last was: the words may come only after it has come to rest.
    let latest = null;
    side.addEventListener("pointermove", (event) => {
      if (event.pointerType !== "mouse" || event.buttons) return;
      latest = event;
      gather().then(() => requestAnimationFrame(() => {
        if (latest !== event || !pages.size) return;
        light(pointed(event));
        if (lit && name === "prose") follow(name);
      }));
    });
    side.addEventListener("pointerleave", (event) => {
      if (event.pointerType !== "mouse") return;
      latest = null;
      light(null);
    });
    side.addEventListener("click", async (event) => {
      if (event.target.closest("a") || getSelection().toString()) return;
      await gather();
      light(pointed(event), true);
      if (lit) follow(name);
    });
    side.addEventListener("keydown", async (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (event.target !== side || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (event.key === "Escape") light(null);
      if (!step) return;
      event.preventDefault();
      await gather();
      walk(name, step);
      if (!lit) return;
      follow(name);
      if (name === "leaf") bring();
    });
    side.addEventListener("focus", gather);
    side.addEventListener("blur", () => light(null));
  }

  // The next word of a side, or the one before; the first where none is lit.
  function walk(name, step) {
    const words =
      name === "leaf"
        ? [...pages.values()].flatMap(({ n, words: held }) => held.map(([start, end]) => ({ page: n, start, end })))
        : [...paragraphs.values()].flatMap(({ words: held }) => held.map(([, , page, start, end]) => ({ page, start, end })));
    const here = lit ? words.findIndex((each) => each.page === lit.page && each.start <= lit.start && lit.start < each.end) : -1;
    const next = words[here < 0 ? (step > 0 ? 0 : words.length - 1) : here + step];
    if (next) light(next, true);
  }

  // ---- a link to the words that are selected ----

  const link = document.createElement("a");
  link.className = "passage";
  link.textContent = "Link to this passage";
  link.hidden = true;
  paper.append(link);

  function passage() {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (range.startContainer.nodeType !== Node.TEXT_NODE || range.endContainer.nodeType !== Node.TEXT_NODE) return null;
    const first = told(range.startContainer, range.startOffset) || told(range.startContainer, range.startOffset + 1);
    const last = told(range.endContainer, range.endOffset) || told(range.endContainer, range.endOffset - 1);
    if (!first || !last || first.page !== last.page) return null;
    return { page: first.page, start: Math.min(first.start, last.start), end: Math.max(first.end, last.end), range };
  }

  document.addEventListener("selectionchange", async () => {
    if (getSelection().isCollapsed) {
      link.hidden = true;
      return;
    }
    await gather();
    const held = passage();
    link.hidden = !held;
    if (!held) return;
    const place = [...held.range.getClientRects()].at(-1);
    const frame = paper.getBoundingClientRect();
    link.style.insetBlockStart = `${place.bottom - frame.top + 6}px`;
    link.style.insetInlineStart = `${Math.max(0, Math.min(place.right - frame.left, frame.width - 170))}px`;
    const points = (at) => [...pages.get(held.page).text.slice(0, at)].length;
    link.href = `/papers/${paper.dataset.paper}?light=p${held.page}:${points(held.start)}-${points(held.end)}#ink`;
  });
})();
