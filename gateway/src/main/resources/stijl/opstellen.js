// While somebody fills in a message: what is still missing, after each pause. Without it the button
// «Kijk na» does the same.
"use strict";

const PAUSE = 700;
const missing = document.getElementById("ontbreekt");
const form = missing?.closest("form");
let waiting;
let asking;

const look = async () => {
  asking?.abort();
  asking = new AbortController();
  const fields = new URLSearchParams(new FormData(form));
  fields.set("kijk-na", "ja");
  try {
    const answer = await fetch(form.action, { method: "POST", body: fields, signal: asking.signal });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.getElementById("ontbreekt");
    // A session that is over answers with another page; then nothing here changes.
    if (now) missing.replaceChildren(...now.childNodes);
  } catch {
    // A line that is down is told when the form is sent.
  }
};

form?.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(look, PAUSE);
});
form?.addEventListener("submit", () => {
  clearTimeout(waiting);
  asking?.abort();
});
