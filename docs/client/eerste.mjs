// Stuurt één anonieme vraag van een school aan het CJG en haalt haar daar op, met alleen Node.js:
//   node docs/client/eerste.mjs [map van de partijen] [adres van de poort]
import { createHash, createPublicKey, randomBytes, sign, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { request } from "node:https";
const [map = ".sluis/demo/site/eigen", poort = "https://localhost:8443"] = process.argv.slice(2);
const [SCHOOL, CJG, SLUIS] = ["00000099000000201000", "00000099000000101000", "00000099000000001000"];
const lees = (wie, bestand) => readFileSync(`${map}/${wie}/${bestand}`, "utf8");
const b64 = (bytes) => Buffer.from(bytes).toString("base64url");
const sha256 = (tekst) => b64(createHash("sha256").update(tekst).digest());
const willekeurig = (bytes = 16) => b64(randomBytes(bytes));
const nu = Math.floor(Date.now() / 1000);
function jwt(wie, kop, inhoud) {
  const deel = [{ alg: "ES256", kid: lees(wie, "kid.txt").trim(), ...kop }, inhoud].map((d) => b64(JSON.stringify(d))).join(".");
  return `${deel}.${b64(sign("sha256", Buffer.from(deel), { key: lees(wie, "ondertekensleutel.pem"), dsaEncoding: "ieee-p1363" }))}`;
}
function roep(wie, method, weg, koppen = {}, inhoud = "") {
  const tls = { cert: lees(wie, "certificaat.pem"), key: lees(wie, "certificaat-sleutel.pem"), ca: readFileSync(`${map}/../uitgever/ca.pem`) };
  return new Promise((klaar, mis) => {
    const vraag = request(poort + weg, { method, ...tls, headers: koppen }, async (antwoord) => {
      const tekst = (await antwoord.toArray()).join("");
      klaar({ status: antwoord.statusCode, ...(tekst ? JSON.parse(tekst) : {}) });
    });
    vraag.on("error", mis).end(inhoud);
  });
}
async function token(wie) {
  const verklaring = jwt(wie, {}, { iss: wie, sub: wie, aud: "https://sluis.example", jti: willekeurig(), iat: nu, exp: nu + 50 });
  const soort = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  const vraag = new URLSearchParams({ grant_type: "client_credentials", client_assertion_type: soort, client_assertion: verklaring });
  const vorm = { "Content-Type": "application/x-www-form-urlencoded" };
  return `Bearer ${(await roep(wie, "POST", "/v1/token", vorm, `${vraag}`)).access_token}`;
}
async function bericht(anders = {}) {
  const { kty, crv, x, y } = (await roep(SCHOOL, "GET", "/v1/sleutels")).keys.filter((k) => k.gebruik === "binding").at(-1);
  const vraag = "Hoe begin je een gesprek over thuis met een kind dat steeds stiller wordt?";
  const onderdelen = [["handelend", { id: "med-77", functie: "intern begeleider" }], ["K00", { vraag, onderwerp: "opvoeding" }]]
    .map(([naam, waarde]) => b64(JSON.stringify([willekeurig(), naam, waarde])));
  const loos = Array.from({ length: 30 }, () => willekeurig(32));
  const inhoud = { iss: SCHOOL, aud: SLUIS, jti: willekeurig(), iat: nu, exp: nu + 300, doel: "consultatie-anoniem",
    van: { oin: SCHOOL, rol: "school-ib" }, aan: { oin: CJG, rol: "cjg-coach" }, cnf: { jwk: { kty, crv, x, y } },
    _sd_alg: "sha-256", _sd: [...onderdelen.map(sha256), ...loos].sort(), ...anders };
  return [jwt(SCHOOL, { typ: "sluis-bericht+sd-jwt" }, inhoud), ...onderdelen, ""].join("~");
}

const school = { Authorization: await token(SCHOOL), "Content-Type": "application/sd-jwt" };
const fout = await roep(SCHOOL, "POST", "/v1/berichten", school, await bericht({ doel: "Wat Dan Ook", van: { oin: "12", rol: "koning" } }));
console.log(fout.status, fout.fouten.map((een) => `${een.plaats} ${een.code}`).join(", "));
const gestuurd = await roep(SCHOOL, "POST", "/v1/berichten", school, await bericht());
console.log(gestuurd.status, gestuurd.uitkomst, gestuurd.regel);
const cjg = { Authorization: await token(CJG) };
const { bericht: kreeg } = await roep(CJG, "POST", `/v1/postbus/${gestuurd.pakket}/uitreikingen`, cjg);
const [kop, ...delen] = kreeg.split("~").slice(0, -1);
const [hoofd, lading, teken] = kop.split(".").map((deel) => Buffer.from(deel, "base64url")), { _sd } = JSON.parse(lading);
const { ondertekensleutels } = await roep(CJG, "GET", "/v1/adresboek", cjg);
const { sleutel } = ondertekensleutels.find((k) => k.oin === SCHOOL && k.kid === JSON.parse(hoofd).kid);
const publiek = { key: createPublicKey({ key: sleutel, format: "jwk" }), dsaEncoding: "ieee-p1363" };
console.log("getekend door de school:", verify("sha256", Buffer.from(kop.slice(0, kop.lastIndexOf("."))), publiek, teken));
for (const deel of delen) console.log(_sd.includes(sha256(deel)), Buffer.from(deel, "base64url").toString());
console.log((await roep(CJG, "POST", `/v1/postbus/${gestuurd.pakket}/bevestigingen`, cjg)).status);
