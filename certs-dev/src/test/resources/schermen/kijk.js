// What stands wrong on the page that is open, by what every page of Sluis has in common.
(expected) => {
  const wrong = [];
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const seen = (one) => one.checkVisibility({ visibilityProperty: true });
  const need = (right, what) => right || wrong.push(what);
  const root = document.documentElement;

  need(root.lang === expected.language, `lang=${root.lang}`);
  need(root.dir === expected.direction, `dir=${root.dir}`);
  need(/^([^:]{1,20}: )?Sluis$/.test(document.title), `title=${document.title}`);
  const heads = all("h1");
  need(heads.length === 1 && heads[0].closest("main") !== null, `${heads.length} h1`);
  need(heads.every((one) => one.innerText.trim().length > 2), "h1 without words");
  for (const landmark of ["body > header", "main", "header nav[aria-label]", "body > aside[aria-label]", "body > footer"]) {
    need(all(landmark).length === 1, `${all(landmark).length} of ${landmark}`);
  }
  const main = document.querySelector("main");
  if (main === null) return [...wrong, root.innerText];
  need(["nl", expected.language].includes(main.lang) && main.dir.length === 3, `main ${main.lang} ${main.dir}`);
  const skip = document.querySelector("a, button, input");
  need(skip.getAttribute("href") === `#${main.id}`, "the first link does not skip to what the page is about");
  need(document.querySelector("[data-snelweg]") !== null, "no way to leave quickly");
  need(document.querySelector("aside a[href^='tel:']") !== null, "no number of a person");
  need(all("[style], style, [onclick], script:not([src])").length === 0, "style or script in the page");
  need(all("a[target]").length === 0, "a link opens a window");
  need(!/\{\d\}|\bnull\b|undefined|Optional\[/.test(main.innerText), `unfinished: ${main.innerText}`);
  need(all("img").every((one) => one.complete && one.naturalWidth > 0), "a picture is not there");
  for (const field of all("main input:not([type=hidden]), main textarea, main select")) {
    need(field.labels.length === 1, `no label: ${field.outerHTML}`);
  }
  for (const block of all("main > *").filter(seen)) {
    need(block.textContent.trim() !== "" || block.querySelector("input, img, svg"), `empty: ${block.outerHTML}`);
  }
  return wrong;
}
