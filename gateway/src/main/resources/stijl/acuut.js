// A report of acute danger that is not confirmed yet: tried and looked at again by itself, for as long as
// the page is open. Only what tells how it stands is renewed, and only when it says something else, so
// that nobody loses their place. Without it the button does the same.
"use strict";

const standing = document.querySelector("[data-opnieuw]");

const tryAgain = async () => {
  const form = standing.querySelector("form");
  if (!form) return;
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.querySelector("[data-opnieuw]");
    // A session that is over answers with another page; then what was known stays.
    if (now && now.textContent !== standing.textContent) {
      standing.replaceChildren(...now.childNodes);
      standing.dataset.opnieuw = now.dataset.opnieuw;
    }
  } catch {
    // The desk itself does not answer; what stands here says to phone.
  }
  wait();
};

const wait = () => {
  const seconds = Number(standing.dataset.opnieuw);
  if (seconds > 0) setTimeout(tryAgain, seconds * 1000);
};

if (standing) wait();
