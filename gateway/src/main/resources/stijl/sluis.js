// What makes pages easier with a script; without it everything works too.
"use strict";

// «Snel weg»: the session ends, and this page is not in the history any more.
document.querySelectorAll("[data-snelweg]").forEach((button) => {
  button.form.addEventListener("submit", (event) => {
    event.preventDefault();
    document.body.hidden = true;
    fetch(button.form.action, { method: "POST", body: new URLSearchParams(), redirect: "manual" })
      .finally(() => location.replace("https://www.knmi.nl"));
  });
});
