// Leest elke beschrijving die genoemd wordt (JSON) en zegt per bestand wat er niet klopt, als één JSON-object:
// {"bestand": [{"regel": …, "plaats": …, "uitleg": …}]}. Vraagt niets op; verwijzingen naar buiten zijn een fout.
import { readFileSync } from "node:fs";
import core from "@stoplight/spectral-core";
import parsers from "@stoplight/spectral-parsers";
import rules, { names } from "./regels.mjs";

const spectral = new core.Spectral();
spectral.setRuleset(rules);
const told = { regels: names, gevonden: {} };
for (const file of process.argv.slice(2)) {
  const document = new core.Document(readFileSync(file, "utf8"), parsers.Json, file);
  const found = await spectral.run(document);
  told.gevonden[file] = found.map((one) => ({ regel: String(one.code), plaats: one.path.join("/"), uitleg: one.message }));
}
process.stdout.write(JSON.stringify(told));
