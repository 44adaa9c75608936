// What is easier with a script; without it everything works too.
"use strict";

// «Snel weg»: the page is empty at once, the session ends, and the weather takes the place of this
// page in the history.
for (const button of document.querySelectorAll("[data-snelweg]")) {
  const form = button.form;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    window.speechSynthesis?.cancel();
    document.title = "";
    document.body.hidden = true;
    const away = () => location.replace(form.dataset.weg);
    setTimeout(away, 1000);
    fetch(form.action, { method: "POST", body: new URLSearchParams(), redirect: "manual" }).finally(away);
  });
}

// Reading aloud, by a voice that lives on this machine. A browser may also offer voices that send
// what they read to their maker; those are never used, and where there is no other there is no button.
const speech = window.speechSynthesis;
const main = document.querySelector("main");
const voice = (language) =>
  speech.getVoices().find((one) => one.localService && one.lang.split(/[-_]/)[0].toLowerCase() === language);

// What can be seen, in its order: each piece in one language, and where it stands.
const pieces = () => {
  const found = [];
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const words = texts.currentNode.data.replace(/\s+/g, " ").trim();
    let part = texts.currentNode.parentElement;
    if (!words || !part.checkVisibility() || part.closest("[data-voorlezen]")) continue;
    const language = part.closest("[lang]").lang;
    while (!part.matches("a, button, label, summary, main") && getComputedStyle(part).display.startsWith("inline")) {
      part = part.parentElement;
    }
    const last = found.at(-1);
    if (last?.part === part && last.language === language) last.words += " " + words;
    else found.push({ part, language, words });
  }
  return found;
};

const readAloud = () => {
  for (const { part, language, words } of pieces()) {
    const said = new SpeechSynthesisUtterance(words);
    said.lang = language;
    said.voice = voice(language) ?? voice(main.lang);
    said.onstart = () => {
      part.classList.add("wordt-gelezen");
      part.scrollIntoView({ block: "nearest" });
    };
    said.onend = said.onerror = () => part.classList.remove("wordt-gelezen");
    speech.speak(said);
  }
};

for (const button of document.querySelectorAll("[data-voorlezen]")) {
  if (!speech) continue;
  const show = () => { button.hidden = !voice(main.lang); };
  show();
  speech.addEventListener("voiceschanged", show);
  button.addEventListener("click", () => {
    const reading = speech.speaking || speech.pending;
    speech.cancel();
    if (!reading) readAloud();
  });
  // A voice that reads on belongs to a page that is gone.
  addEventListener("pagehide", () => speech.cancel());
}
