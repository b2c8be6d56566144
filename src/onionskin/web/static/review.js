// Words that are selected in the text become a passage. Without a script whole lines are ticked, or characters written.
const text = document.querySelector("[data-lines]");
const passages = document.getElementById("passages");
const exemptions = document.getElementById("exemptions");
if (text && passages) {
  const codePoints = (words) => Array.from(words).length;
  const place = (node, offset) => {
    const line = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
    if (!line) return null;
    const before = document.createRange();
    before.setStart(line, 0);
    before.setEnd(node, offset);
    return Number(line.dataset.at) + codePoints(before.toString());
  };
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = "Withhold the selected words";
  text.after(button);
  text.parentElement.insertBefore(button, null);
  // A click upon a line that has words selected is the end of the selection, and ticks nothing.
  text.addEventListener("click", (event) => {
    if (!getSelection().isCollapsed && event.target.closest("[data-at]")) event.preventDefault();
  });
  button.addEventListener("click", () => {
    const chosen = getSelection();
    if (chosen.isCollapsed || !text.contains(chosen.anchorNode)) return;
    const range = chosen.getRangeAt(0);
    const start = place(range.startContainer, range.startOffset);
    const end = place(range.endContainer, range.endOffset);
    if (start === null || end === null || start >= end) return;
    const code = exemptions.value.split(";")[0].trim() || "(b)(1)";
    passages.value = `${passages.value.trim()}\n${start}-${end} ${code}`.trim();
    chosen.removeAllRanges();
  });
}
