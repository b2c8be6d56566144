// How the paper will be typed, shown anew while one writes. Without a script a button of the form does the same.
const form = document.querySelector("form[data-preview]");
if (form) {
  const here = form.querySelector("[data-preview-here]");
  let waits = 0;
  let asked = 0;
  const show = async () => {
    const n = ++asked;
    const answer = await fetch(form.dataset.preview, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    if (!answer.ok || n !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    here.replaceChildren(...page.body.childNodes);
  };
  form.addEventListener("input", () => {
    clearTimeout(waits);
    waits = setTimeout(() => show().catch(() => {}), 400);
  });
}
