// Reads a hand-over of Sluis as a receiver would who does not trust our code: signature and key
// binding through `jose`, disclosures through `@sd-jwt/core`. Prints what it sees as JSON.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { SDJwtInstance } from "@sd-jwt/core";
import { compactVerify, importJWK } from "jose";

const given = JSON.parse(readFileSync(0, "utf8"));

const verifierOf = (jwk, algorithm) => async (data, signature) => {
  const key = await importJWK(jwk, algorithm);
  await compactVerify(`${data}.${signature}`, key, { algorithms: [algorithm] });
  return true;
};

const reader = new SDJwtInstance({
  hasher: (data) => new Uint8Array(createHash("sha256").update(data).digest()),
  hashAlg: "sha-256",
  verifier: verifierOf(given.senderKey, given.algorithm),
  kbVerifier: async (data, signature, payload) =>
    verifierOf(payload.cnf.jwk, "ES256")(data, signature),
});

try {
  const seen = await reader.verify(given.handOver, {
    currentDate: given.now,
    keyBindingNonce: given.nonce,
  });
  console.log(JSON.stringify({ payload: seen.payload, binding: seen.kb.payload }));
} catch (refusal) {
  console.log(JSON.stringify({ refused: String(refusal.message) }));
}
