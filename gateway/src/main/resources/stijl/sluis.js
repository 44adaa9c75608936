// What is easier with a script; without it everything works too.
"use strict";

// «Snel weg»: the page is empty at once, the session ends, and the weather takes the place of this
// page in the history.
for (const button of document.querySelectorAll("[data-snelweg]")) {
  const form = button.form;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    document.title = "";
    document.body.hidden = true;
    const away = () => location.replace(form.dataset.weg);
    setTimeout(away, 1000);
    fetch(form.action, { method: "POST", body: new URLSearchParams(), redirect: "manual" }).finally(away);
  });
}

// Reading aloud, by the voice of the browser itself; nothing is sent anywhere.
const main = document.querySelector("main");
for (const button of document.querySelectorAll("[data-voorlezen]")) {
  if (!("speechSynthesis" in window)) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    if (speechSynthesis.speaking) {
      speechSynthesis.cancel();
      return;
    }
    for (const part of main.querySelectorAll("h1, h2, h3, p, li, dt, dd, legend, label, th, td, main button, main a.knop")) {
      if (part.querySelector("p, li, label, h2, h3") || part.contains(button)) continue;
      const words = new SpeechSynthesisUtterance(part.innerText);
      words.lang = part.closest("[lang]").lang;
      speechSynthesis.speak(words);
    }
  });
}
