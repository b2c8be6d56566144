// Copies what stands in an element of class "copied", by a button behind it; without this script one selects it by hand.
"use strict";

(() => {
  async function copy(text) {
    // Browsers lend the clipboard only to pages they hold for safe; a room in a local network by plain HTTP is none.
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "unseen";
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }

  for (const piece of document.querySelectorAll(".copied")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "clip";
    button.textContent = "Copy";
    const what = piece.getAttribute("aria-label") || piece.closest("div").querySelector("dt").textContent;
    button.setAttribute("aria-label", `Copy: ${what}`);
    button.addEventListener("click", async () => {
      await copy(piece.textContent);
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy"; }, 1500);
    });
    piece.after(button);
  }
})();
