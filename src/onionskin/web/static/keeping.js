// How much of an upload is sent. Without a script the form sends itself, and the browser shows what it can.
"use strict";

const form = document.querySelector("form.upload");

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const bar = form.querySelector("progress");
  const said = form.querySelector("[role=status]");
  const button = form.querySelector("button");
  const sending = new XMLHttpRequest();
  sending.open("POST", "/api/uploads");
  sending.setRequestHeader("X-CSRF-Token", form.elements.csrf.value);
  sending.responseType = "json";
  sending.upload.addEventListener("progress", ({ loaded, total }) => {
    bar.value = (100 * loaded) / total;
    said.textContent = `${Math.floor(bar.value)} % sent`;
  });
  sending.addEventListener("load", () => {
    if (sending.status === 202) {
      location.assign(`/collection/work/${sending.response.n}`);
      return;
    }
    told(sending.response ? `${sending.response.detail} ${sending.response.advice}` : "It was not taken. Try again.");
  });
  sending.addEventListener("error", () => told("The connection broke. Try again."));
  function told(words) {
    said.textContent = words;
    bar.hidden = true;
    button.disabled = false;
  }
  bar.hidden = false;
  button.disabled = true;
  sending.send(new FormData(form));
});
