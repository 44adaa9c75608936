// What the printer leaves out or should leave out.
() => {
  const wrong = [];
  const seen = (one) => one.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
  for (const what of [".snelweg", ".kop form", ".kop nav a + a", ".voet", "[data-voorlezen]", ".utrecht-skip-link"]) {
    if ([...document.querySelectorAll(what)].some(seen)) wrong.push(`on paper too: ${what}`);
  }
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const range = document.createRange();
    range.selectNodeContents(text);
    const hidden = text.parentElement.closest("[hidden], option, textarea");
    if (text.data.trim() !== "" && !hidden && range.getClientRects().length === 0) wrong.push(`not on paper: ${text.data.trim().slice(0, 80)}`);
  }
  if (!seen(document.querySelector("aside"))) wrong.push("whom to call is not on paper");
  for (const one of document.querySelectorAll("main *")) {
    const colour = getComputedStyle(one).color.match(/[\d.]+/g).map(Number);
    if (Math.max(...colour.slice(0, 3)) > 160) wrong.push(`too light for paper: ${one.outerHTML.slice(0, 80)}`);
  }
  return wrong;
}
