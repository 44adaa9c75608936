// Maakt src/main/resources/stijl/sluis.css: onderdelen van Utrecht en het vrije voorbeeldthema (EUPL-1.2),
// zonder de regels die geen bladzijde gebruikt, en daarachter wat van Sluis zelf is.
//
// Elke waarde van een onderdeel wordt teruggebracht tot de basiswaarden van het thema (`--basis-…`). Een gemeente
// verandert dus enkele tientallen waarden, en niet honderden.
import { readFileSync, writeFileSync } from "node:fs";
import { transform } from "lightningcss";
import postcss from "postcss";
import { PurgeCSS } from "purgecss";

const packages = Object.keys(JSON.parse(readFileSync("package.json", "utf8")).devDependencies);
const components = packages
  .filter((name) => name.startsWith("@utrecht/"))
  .map((name) => `node_modules/${name}/dist/${name.includes("skip-link") ? "" : "html/"}index.css`);
const theme = "node_modules/@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css";
const read = (files) => postcss.parse(files.map((file) => readFileSync(file, "utf8")).join("\n"));

const values = new Map();
const tokens = read([theme]);
const rules = read([...components, "eigen.css"]);
tokens.walkDecls(/^--/, (one) => values.set(one.prop, one.value));
rules.walkDecls(/^--_?utrecht/, (one) => {
  if (!values.has(one.prop)) values.set(one.prop, one.value);
  one.remove();
});

// The value without a variable of a component in it; null when it leans on one that nobody gave a value.
function basic(value) {
  const at = value.search(/var\(\s*--(?!basis-)/);
  if (at < 0) return value;
  let depth = 0;
  let end = at + 3;
  let comma = -1;
  for (; end < value.length; end++) {
    if (value[end] === "(") depth++;
    else if (value[end] === ")" && --depth === 0) break;
    else if (value[end] === "," && depth === 1 && comma < 0) comma = end;
  }
  const name = value.slice(at + 4, comma < 0 ? end : comma).trim();
  const given = values.has(name) ? basic(values.get(name)) : null;
  const instead = given ?? (comma < 0 ? null : basic(value.slice(comma + 1, end).trim()));
  return instead === null ? null : basic(value.slice(0, at) + instead + value.slice(end + 1));
}

tokens.walkDecls((one) => {
  if (one.prop.startsWith("--basis-")) one.value = basic(one.value);
  else one.remove();
});
rules.walkDecls((one) => {
  const value = basic(one.value);
  if (value === null) one.remove();
  else one.value = value;
});

const [pruned] = await new PurgeCSS().purge({
  content: ["woorden.html"],
  css: [{ raw: tokens.toString() + rules.toString() }],
  variables: true,
  dynamicAttributes: ["lang", "dir", "hidden", "href", "aria-invalid", "aria-disabled", "aria-busy"],
});
const { code } = transform({ filename: "sluis.css", code: Buffer.from(pruned.css), minify: true });
const licence =
  "/*! Onderdelen van Utrecht en voorbeeldthema: EUPL-1.2 (Frameless, Gemeente Utrecht, NL Design System), bewerkt door Sluis */\n";
writeFileSync(process.argv[2] ?? "../src/main/resources/stijl/sluis.css", licence + code + "\n");
