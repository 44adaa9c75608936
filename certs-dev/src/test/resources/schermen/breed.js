// What does not fit in the width of the window, or is cut off (WCAG 2.2, 1.4.10 and 1.4.12). A table that scrolls in a
// frame of its own may be wider.
() => {
  const wrong = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) wrong.push(`must be scrolled sideways: ${document.documentElement.scrollWidth} > ${width}`);
  for (const one of document.querySelectorAll("body *")) {
    if (!one.checkVisibility() || one.closest(".breed, .utrecht-skip-link")) continue;
    const box = one.getBoundingClientRect();
    if (box.width > 0 && (box.right > width + 1 || box.left < -1)) wrong.push(`sticks out: ${one.outerHTML.slice(0, 120)}`);
    const hides = getComputedStyle(one).overflow !== "visible";
    if (hides && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
        && !["TEXTAREA", "INPUT", "svg"].includes(one.tagName)) wrong.push(`cut off: ${one.outerHTML.slice(0, 120)}`);
  }
  return wrong;
}
