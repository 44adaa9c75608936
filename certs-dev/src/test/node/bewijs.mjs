// Checks a receipt of consent as somebody would who trusts neither our code nor our database: the
// signature through `jose`, the proof of the logbook from the text of RFC 9162 and C2SP. Prints what
// the receipt says, or why it is refused.
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { compactVerify, createLocalJWKSet } from "jose";

const given = JSON.parse(readFileSync(0, "utf8"));
const sha = (...parts) => parts.reduce((h, p) => h.update(p), createHash("sha256")).digest();
const bytes = (text) => Buffer.from(text, "base64");
const node = (left, right) => sha(Buffer.of(1), left, right);

function root(leafHash, index, size, path) {
  let [fn, sn, hash] = [index, size - 1n, leafHash];
  if (fn > sn) throw new Error("no such row");
  for (const sibling of path) {
    if (sn === 0n) throw new Error("the path is too long");
    if (fn % 2n === 1n || fn === sn) {
      hash = node(sibling, hash);
      while (fn % 2n === 0n && fn !== 0n) [fn, sn] = [fn / 2n, sn / 2n];
    } else hash = node(hash, sibling);
    [fn, sn] = [fn / 2n, sn / 2n];
  }
  if (sn !== 0n) throw new Error("the path is too short");
  return hash;
}

function checkProof(proof, key) {
  const [head, body, signatures] = proof.split("\n\n");
  const [version, extra, index, ...path] = head.split("\n");
  if (version !== "c2sp.org/tlog-proof@v1") throw new Error("not a proof");
  const leafHash = sha(Buffer.of(0), bytes(extra.slice("extra ".length)));
  const [origin, size, signed] = body.split("\n");
  const at = BigInt(index.slice("index ".length));
  if (!root(leafHash, at, BigInt(size), path.map(bytes)).equals(bytes(signed)))
    throw new Error("another root");
  const [name, , typed] = key.split("+", 2).concat(key.split("+").slice(2).join("+"));
  const open = createPublicKey({
    key: Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), bytes(typed).subarray(1)]),
    format: "der",
    type: "spki",
  });
  const line = signatures.split("\n").find((l) => l.split(" ")[1] === origin);
  const good = verify(null, Buffer.from(body + "\n"), open, bytes(line.split(" ")[2]).subarray(4));
  if (name !== origin || !good) throw new Error("the checkpoint is not signed");
  return Number(at);
}

try {
  const { payload, protectedHeader } = await compactVerify(
    given.receipt,
    createLocalJWKSet(given.keys),
    { algorithms: ["EdDSA"] },
  );
  if (protectedHeader.typ !== "consent-receipt+jwt") throw new Error("not a receipt of consent");
  const said = JSON.parse(new TextDecoder().decode(payload));
  console.log(JSON.stringify({ row: checkProof(said["sluis:logboek"], given.logbookKey), said }));
} catch (refusal) {
  console.log(JSON.stringify({ refused: String(refusal.message) }));
}
