// Walking with the tab key: `begin` numbers where it must come, `here` tells where it is, `settled` once that is drawn; `rings` goes there at once.
const walk = {
  stops() {
    const groups = new Set();
    return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), textarea, select, summary, [tabindex='0']")]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled)
      .filter((one) => {
        if (one.type !== "radio") return true;
        const group = [...document.getElementsByName(one.name)];
        const checked = group.find((radio) => radio.checked);
        if (checked) return one === checked;
        return !groups.has(one.name) && groups.add(one.name);
      });
  },

  begin() {
    const stops = walk.stops();
    stops.forEach((one, number) => { one.stop = number; });
    document.activeElement?.blur();
    getSelection().setPosition(document.body, 0);
    return stops.length;
  },

  rings() {
    return walk.stops().map((one) => {
      one.focus({ focusVisible: true });
      return walk.here();
    });
  },

  here() {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const style = getComputedStyle(one);
    return {
      stop: one.stop ?? -1,
      html: one.outerHTML.slice(0, 120),
      hidden: !walk.partlySeen(one),
      ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
      contrast: walk.contrast(style.outlineColor, walk.behind(one.parentElement)),
    };
  },

  // A page that is drawn late scrolls late: what is not seen at once is looked at again, a few pictures later.
  async settled() {
    for (let look = 0; look < 20 && walk.here()?.hidden; look++) {
      await new Promise((drawn) => requestAnimationFrame(drawn));
    }
    return walk.here();
  },

  // At least some of it is in the window with nothing before it (WCAG 2.2, 2.4.11).
  partlySeen(one) {
    const own = (at) => at !== null && (one === at || one.contains(at) || at.contains(one) && at.closest("label, summary") !== null);
    // Line by line: between two lines of a link there is nothing of it.
    for (const line of one.getClientRects()) {
      for (let x = 1; x <= 9; x++) {
        for (let y = 1; y <= 3; y++) {
          if (own(document.elementFromPoint(line.left + (line.width * x) / 10, line.top + (line.height * y) / 4))) return true;
        }
      }
    }
    return false;
  },

  // The first colour that is not transparent, from here outwards.
  behind(one) {
    for (let at = one; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!/, 0\)$|transparent/.test(colour)) return colour;
    }
    return matchMedia("(forced-colors: active) and (prefers-color-scheme: dark)").matches ? "rgb(0, 0, 0)" : "rgb(255, 255, 255)";
  },

  // WCAG 2.2, relative luminance and contrast ratio.
  contrast(one, other) {
    const light = (colour) => {
      const parts = colour.match(/[\d.]+/g).slice(0, 3).map((part) => part / 255);
      const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  },
};
window.walk = walk;
