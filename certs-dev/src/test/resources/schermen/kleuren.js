// What cannot be seen when the machine chooses the colours: what has a ground or a picture instead of an edge.
() => {
  const wrong = [];
  for (const one of document.querySelectorAll("body *")) {
    if (!one.checkVisibility()) continue;
    const style = getComputedStyle(one);
    const told = one.outerHTML.slice(0, 120);
    if (style.forcedColorAdjust === "none") wrong.push(`keeps colours of its own: ${told}`);
    if (style.backgroundImage !== "none") wrong.push(`a picture as ground: ${told}`);
    const pressed = one.matches("button:not(.als-link), a.knop, textarea, select, input[type=text]");
    if (pressed && !(style.borderBlockEndStyle === "solid" && parseFloat(style.borderBlockEndWidth) >= 1)) wrong.push(`no edge: ${told}`);
    if (one.matches("a:not(.knop), .als-link") && style.textDecorationLine !== "underline") wrong.push(`no line under it: ${told}`);
    // What takes the colour of the text goes along with the machine, a hatching of it too.
    const along = one.matches("[fill=currentColor], [fill^='url(#']");
    if (one.matches("svg [fill]") && !along && ![["white", "circle"], ["black", "text"]].some(([fill, tag]) => one.matches(`${tag}[fill=${fill}]`))) wrong.push(`black on black or white on white: ${told}`);
  }
  return wrong;
}
