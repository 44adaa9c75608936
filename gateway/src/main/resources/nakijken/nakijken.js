// Checks a receipt of the logbook (C2SP tlog-proof) against a key (C2SP signed-note), by the
// browser's own SHA-256 and Ed25519. It asks nothing of anybody while checking and keeps nothing.
// docs/logboek-formaat.md tells the format, and has the same check for a shell.
'use strict';

const MOST = 64 * 1024;
const MOST_SIGNATURES = 32;
const HASH = 32;
const NUMBER = /^(0|[1-9][0-9]{0,17})$/;

/** What is said to the reader instead of "in orde", as one sentence. */
class Verdict extends Error {}

const wrong = (why) => new Verdict(`Niet in orde: ${why}.`);
const unknown = (why) => new Verdict(`Niet na te gaan: ${why}.`);

/** Stops with this verdict unless it is so. */
function must(isSo, verdict) {
  if (!isSo) {
    throw verdict;
  }
}

const bytes = (text) => new TextEncoder().encode(text);
const equal = (a, b) => a.length === b.length && a.every((byte, at) => byte === b[at]);

/** Base64 in its one form only; null when it is anything else. */
function decode(base64) {
  try {
    const binary = atob(base64);
    return btoa(binary) === base64 ? Uint8Array.from(binary, (char) => char.charCodeAt(0)) : null;
  } catch {
    return null;
  }
}

/** SHA-256 over these parts, each a number below 256 or bytes. */
async function hash(...parts) {
  const all = parts.flatMap((part) => (typeof part === 'number' ? [part] : [...part]));
  return new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(all)));
}

/** The key of a log from its line: name, the four bytes that point at it, and what verifies. */
async function readKey(line) {
  must(globalThis.crypto?.subtle, unknown('deze browser rekent hier niet; open de bladzijde met https of als bestand'));
  const parts = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(line);
  const told = parts && decode(parts[3]);
  must(told?.length === 1 + HASH, unknown('de sleutel is niet heel; hij heeft de vorm naam+aanwijzer+base64'));
  must(told[0] === 1, unknown('dit is geen sleutel van een logboek, misschien wel die van een getuige'));
  const name = parts[1];
  const id = (await hash(bytes(name), 10, told)).slice(0, 4);
  const hex = [...id].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  must(hex === parts[2], unknown('de sleutel is beschadigd: de aanwijzer hoort bij een andere sleutel'));
  try {
    const key = await crypto.subtle.importKey('raw', told.slice(1), { name: 'Ed25519' }, false, ['verify']);
    return { name, id, key };
  } catch (fault) {
    throw unknown(
      fault.name === 'NotSupportedError'
        ? 'deze browser kent Ed25519 niet; neem een nieuwere browser, of het recept met openssl'
        : 'de browser neemt deze sleutel niet aan'
    );
  }
}

/** The parts of a receipt; nothing of it is believed yet. */
function readProof(text) {
  must(text.length <= MOST, wrong('de tekst is langer dan een ontvangstbewijs kan zijn'));
  const [proof, signed, signatures, ...more] = text.split('\n\n');
  const [version, leafLine, indexLine, ...path] = proof.split('\n');
  must(version === 'c2sp.org/tlog-proof@v1', wrong('dit is geen ontvangstbewijs van een logboek'));
  must(signatures && !more.length, wrong('het bewijs is niet heel; plak het van de eerste tot de laatste regel'));
  const [origin, size, root] = signed.split('\n');
  const receipt = {
    leaf: leafLine?.startsWith('extra ') ? decode(leafLine.slice(6)) : null,
    index: indexLine?.startsWith('index ') ? indexLine.slice(6) : '',
    path: path.map(decode),
    origin,
    size: size ?? '',
    root: decode(root ?? ''),
    signed: bytes(signed + '\n'),
    signatures: signatures.trimEnd().split('\n'),
  };
  must(receipt.leaf?.length, wrong('het blad van de rij ontbreekt of is niet heel'));
  must(NUMBER.test(receipt.index), wrong('de plaats van de rij ontbreekt of is geen getal'));
  must(receipt.path.every((step) => step?.length === HASH), wrong('een hash in het pad is niet heel'));
  must(NUMBER.test(receipt.size), wrong('het aantal rijen ontbreekt of is geen getal'));
  must(receipt.root?.length === HASH, wrong('de wortel ontbreekt of is niet heel'));
  return receipt;
}

/** The root to which this leaf and this path lead (RFC 9162, 2.1.3.2). */
async function rootOf(receipt) {
  let at = BigInt(receipt.index);
  let last = BigInt(receipt.size) - 1n;
  must(at <= last, wrong('de rij valt buiten het logboek: zoveel rijen telde het niet'));
  let reached = await hash(0, receipt.leaf);
  for (const step of receipt.path) {
    must(last > 0n, wrong('het pad naar de wortel is te lang'));
    if (at % 2n === 1n || at === last) {
      reached = await hash(1, step, reached);
      while (at % 2n === 0n && at !== 0n) {
        at /= 2n;
        last /= 2n;
      }
    } else {
      reached = await hash(1, reached, step);
    }
    at /= 2n;
    last /= 2n;
  }
  must(last === 0n, wrong('het pad naar de wortel is te kort'));
  return reached;
}

/** Checks the lines of this key; those of witnesses and of other keys are passed over. */
async function checkSignatures(receipt, { name, id, key }) {
  must(receipt.signatures.length <= MOST_SIGNATURES, wrong('er staan te veel handtekeningen onder'));
  let found = false;
  for (const line of receipt.signatures) {
    const [dash, signer, base64, ...more] = line.split(' ');
    const told = decode(base64 ?? '');
    must(dash === '\u2014' && told?.length > 4 && !more.length, wrong('een regel met een handtekening is niet heel'));
    if (signer === name && equal(told.slice(0, 4), id)) {
      const isTrue = await crypto.subtle.verify('Ed25519', key, told.slice(4), receipt.signed);
      must(isTrue, wrong('de handtekening onder de wortel klopt niet'));
      found = true;
    }
  }
  must(found, wrong('deze sleutel heeft hier niet getekend'));
}

/** Says in one sentence whether a receipt is right. */
async function check(text, line) {
  try {
    must(text, unknown('plak eerst een ontvangstbewijs'));
    must(line, unknown('plak ook de sleutel van het logboek'));
    const key = await readKey(line);
    const receipt = readProof(text);
    must(equal(await rootOf(receipt), receipt.root), wrong('de rij en het pad leiden naar een andere wortel'));
    must(receipt.origin === key.name, wrong('het is een ander logboek dan dat van de sleutel'));
    await checkSignatures(receipt, key);
    return (
      `In orde: deze rij stond in het logboek ${key.name} toen het ${receipt.size} rijen telde, ` +
      `op plaats ${receipt.index} (de eerste is 0).`
    );
  } catch (verdict) {
    return verdict instanceof Verdict ? verdict.message : 'Niet na te gaan: er ging iets mis in de browser.';
  }
}

const [form, proof, file, keyLine, answer] = ['formulier', 'bewijs', 'bestand', 'sleutel', 'uitslag'].map((id) =>
  document.getElementById(id)
);

/** Every way of ending a line is one; what stands around the text is no part of it. */
const tidy = (field) => field.value.replace(/\r\n?/g, '\n').trim();

async function take(given) {
  const told = given.size <= MOST ? await given.text().catch(() => null) : null;
  proof.value = told ?? '';
  answer.textContent = told === null ? 'Niet na te gaan: dit bestand is te groot of niet te lezen.' : '';
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const asked = [tidy(proof), tidy(keyLine)];
  const said = await check(...asked);
  // An answer about a text that was changed meanwhile would be about nothing on the page.
  if (equal(asked, [tidy(proof), tidy(keyLine)])) {
    answer.textContent = said;
  }
});
form.addEventListener('input', () => (answer.textContent = ''));
file.addEventListener('change', () => file.files[0] && take(file.files[0]));
document.addEventListener('dragover', (event) => event.dataTransfer.types.includes('Files') && event.preventDefault());
document.addEventListener('drop', (event) => {
  if (event.dataTransfer.files.length) {
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  }
});
// From a disk these ways lead nowhere.
for (const way of ['terug', 'hulp']) {
  document.getElementById(way).hidden = !location.protocol.startsWith('http');
}
