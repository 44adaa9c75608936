// In what the choices of one group differ from each other, and whether no comes first: for buttons side by side and for
// choices in a list.
() => {
  const wrong = [];
  const NO = ["nee", "tegengehouden"];
  const SAME = ["fontFamily", "fontSize", "fontWeight", "fontStyle", "lineHeight", "letterSpacing", "textTransform", "color", "backgroundColor",
    "backgroundImage", "opacity", "borderBlockStart", "borderInlineStart", "borderRadius", "boxShadow", "textShadow", "padding", "margin", "cursor",
    "outline", "filter", "animationName", "visibility"];

  const compare = (group, measured) => {
    const [first, ...others] = measured.map(([value, one]) => ({ value, box: one.getBoundingClientRect(), style: getComputedStyle(one) }));
    for (const other of others) {
      for (const side of ["width", "height"]) {
        if (Math.abs(first.box[side] - other.box[side]) > 1) wrong.push(`${group}: ${side} ${first.value} ${first.box[side]} ${other.value} ${other.box[side]}`);
      }
      for (const name of SAME) {
        if (first.style[name] !== other.style[name]) wrong.push(`${group}: ${name} ${first.value} ${first.style[name]} ${other.value} ${other.style[name]}`);
      }
    }
  };

  // What the eye comes to first: from the top, and in a row from where reading begins.
  const order = (group, measured) => {
    const rtl = document.querySelector("main").dir === "rtl";
    const places = measured.map(([value, one]) => ({ value, box: one.getBoundingClientRect() }));
    const seen = [...places].sort((a, b) => (Math.abs(a.box.top - b.box.top) > 1 ? a.box.top - b.box.top : rtl ? b.box.right - a.box.right : a.box.left - b.box.left));
    for (const [way, list] of [["to the eye", seen], ["to the ear", places]]) {
      if (!NO.includes(list[0].value)) wrong.push(`${group}: ${list[0].value} comes first ${way}`);
    }
    const end = Math.max(...places.map((one) => one.box.bottom)) - Math.min(...places.map((one) => one.box.top));
    const high = places.reduce((sum, one) => sum + one.box.height + 24, 0);
    if (end > high) wrong.push(`${group}: they do not stand together`);
  };

  for (const group of document.querySelectorAll(".keuzes")) {
    const buttons = [...group.querySelectorAll("button")].map((one) => [one.value, one]);
    if (buttons.length > 1) {
      compare("buttons", buttons);
      order("buttons", buttons);
    }
  }
  for (const group of document.querySelectorAll("details[open] fieldset")) {
    const radios = [...group.querySelectorAll("input[type=radio]")];
    if (radios.some((one) => one.checked)) wrong.push("chosen beforehand");
    compare("radios", radios.map((one) => [one.value, one]));
    compare("their words", radios.map((one) => [one.value, one.labels[0]]));
    order("radios", radios.map((one) => [one.value, one]));
  }
  if (document.querySelectorAll(".keuzes, details[open] fieldset").length === 0) wrong.push("there is nothing to choose");
  return wrong;
}
