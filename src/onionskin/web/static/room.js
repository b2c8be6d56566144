// Lights the ink of a value on hover, on focus and when chosen, without asking the server again.
// Without this script the same links ask for the page with the same ink lit.
"use strict";

(() => {
  const leaf = document.getElementById("leaf");
  if (!leaf) return;
  const note = document.getElementById("lit-note");
  const sheets = leaf.querySelector(".sheets");
  const links = [...document.querySelectorAll("a[data-light]")];
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  // Pointer -> the pieces of ink that it claims, in the order of the page.
  const ink = new Map();
  for (const piece of leaf.querySelectorAll("[data-ink]")) {
    for (const pointer of piece.dataset.ink.split(" ").filter(Boolean)) {
      if (!ink.has(pointer)) ink.set(pointer, []);
      ink.get(pointer).push(piece);
    }
  }
  const linkOf = new Map(links.map((link) => [link.dataset.light, link]).reverse());
  const rowOf = new Map([...document.querySelectorAll("[data-row]")].map((row) => [row.dataset.row, row]));

  // What the server lit: a statement, or a passage that a search found. It stays lit until something else is chosen.
  const SERVED = "served";
  const served = {
    marks: [...leaf.querySelectorAll("mark")],
    patches: [...leaf.querySelectorAll("rect.lit")],
    rows: [...document.querySelectorAll("[data-row].chosen")],
  };
  let pinned = served.marks.length || served.patches.length ? SERVED : "";
  let shown = pinned;

  function paint(pointer, on) {
    if (pointer === SERVED) {
      for (const mark of served.marks) mark.classList.toggle("out", !on);
      for (const patch of served.patches) patch.classList.toggle("lit", on);
      for (const row of served.rows) row.classList.toggle("chosen", on);
      return;
    }
    for (const piece of ink.get(pointer) || []) piece.classList.toggle("lit", on);
    rowOf.get(pointer)?.classList.toggle("chosen", on);
  }

  function light(pointer) {
    if (pointer === shown) return;
    if (shown) paint(shown, false);
    if (pointer) paint(pointer, true);
    shown = pointer;
  }

  // Scrolls the leaf alone, never the page under a reader's hand.
  function centre(piece, behavior) {
    if (!piece) return;
    const frame = sheets.getBoundingClientRect();
    // While the head of the page is in sight, the leaf reaches below the window.
    const [top, bottom] = [Math.max(frame.top, 0), Math.min(frame.bottom, innerHeight)];
    const place = piece.getBoundingClientRect();
    if (place.top >= top + 24 && place.bottom <= bottom - 24) return;
    sheets.scrollTo({ top: sheets.scrollTop + place.top - top - (bottom - top) / 3, behavior });
  }

  const bring = (pointer) => centre((ink.get(pointer) || [])[0], calm.matches ? "auto" : "smooth");

  // Whoever else lights something here asks for it to be brought into sight: an element or a range of text.
  leaf.addEventListener("bring", (event) => centre(event.detail, "auto"));

  function peek(pointer) {
    light(pointer);
    bring(pointer);
  }

  function pin(pointer) {
    for (const link of links) {
      if (pointer && link.dataset.light === pointer) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    pinned = pointer;
    peek(pointer);
    const address = new URL(location.href);
    if (pointer) address.searchParams.set("light", pointer);
    else address.searchParams.delete("light");
    address.hash = "";
    history.replaceState(null, "", address.href.replaceAll("%2F", "/"));
    tell(pointer);
  }

  function tell(pointer) {
    const link = linkOf.get(pointer);
    if (!link) {
      note.textContent = "Choose a place beside a value to light the ink it came from.";
      return;
    }
    const what = document.createElement("b");
    what.textContent = link.dataset.what;
    const out = document.createElement("a");
    out.href = "#leaf";
    out.textContent = "Put out";
    out.addEventListener("click", (event) => {
      event.preventDefault();
      pin("");
      link.focus({ preventScroll: true });
      light("");
    });
    const back = document.createElement("a");
    back.href = `#${rowOf.get(pointer)?.id || "fields"}`;
    back.textContent = "Back to it";
    note.replaceChildren("Lit: ", what, `, ${link.dataset.where}. `, out, " · ", back);
  }

  for (const link of links) {
    const pointer = link.dataset.light;
    if (link.closest(".prose")) {
      link.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && peek(pointer));
      link.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && light(pinned));
    }
    link.addEventListener("focus", () => peek(pointer));
    link.addEventListener("blur", () => light(pinned));
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || !ink.has(pointer)) return;
      event.preventDefault();
      pin(pointer);
    });
  }
  for (const [pointer, row] of rowOf) {
    // In the reading text a word is lit (words.js), and a paragraph by its number alone.
    if (!ink.has(pointer) || row.closest(".prose")) continue;
    row.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && peek(pointer));
    row.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && light(pinned));
  }

  // From the ink back to what was read from it: of several claims the smallest is meant.
  const size = (pointer) => ink.get(pointer).reduce((sum, each) => sum + (each.textContent.length || 1), 0);
  leaf.addEventListener("click", (event) => {
    const piece = event.target.closest("[data-ink]");
    if (!piece || getSelection().toString()) return;
    const held = piece.dataset.ink.split(" ").filter((pointer) => linkOf.has(pointer));
    const nearest = held.sort((a, b) => size(a) - size(b))[0];
    if (!nearest) return;
    pin(nearest);
    const row = rowOf.get(nearest);
    const fold = row?.closest("details");
    if (fold) fold.open = true;
    row?.scrollIntoView({ block: "nearest", behavior: calm.matches ? "auto" : "smooth" });
  });

  // An address that lights something shows both at once: the ink in the leaf, the row beside it.
  if (pinned) {
    const first = served.marks[0] || served.patches[0];
    const show = () => {
      if (location.hash === "#ink") served.rows[0]?.scrollIntoView({ block: "center" });
      centre(first, "auto");
    };
    show();
    addEventListener("load", show);
  }

  // A paper that begins half-way down a page is shown from where it begins.
  const begins = document.getElementById("begins");
  if (begins && !pinned) sheets.scrollTop += begins.getBoundingClientRect().top - sheets.getBoundingClientRect().top - 24;

  // j and k walk from place to place, Escape puts out; only while a place has the focus, so no key is taken from anyone.
  document.addEventListener("keydown", (event) => {
    const at = links.indexOf(document.activeElement);
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { j: 1, k: -1 }[event.key];
    if (step) links[at + step]?.focus();
    else if (event.key === "Escape") pin("");
  });
})();
