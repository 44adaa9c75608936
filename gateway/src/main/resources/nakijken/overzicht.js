// Checks the statement of a month, two of them against each other, and the bundle of a case, by the
// browser's own SHA-256 and Ed25519. It asks nothing of anybody and keeps nothing. docs/logboek-formaat.md tells the format.
'use strict';

const MOST = 8 * 1024 * 1024;
const MOST_SIGNATURES = 32;
const HASH = 32;
const LEAVES = 4096n;
const ROOTS = 256n;
const FIELDS = ['aan', 'dag', 'doel', 'niet', 'regel', 'rij', 'soort', 'soorten', 'van', 'woord'];
const NUMBER = /^(0|[1-9][0-9]{0,17})$/;
const FORM = 'Dit is geen overzicht van Sluis, of het is niet heel.';
const BUNDLE_MOST = 16 * 1024 * 1024;
const BUNDLE_LEAVES = 2048n;
const BUNDLE_FORM = 'Dit is geen zaakbundel van Sluis, of hij is niet heel.';
const BUNDLE_FIELDS = [
  'aan', 'antwoorden', 'betrokkene', 'dag', 'doel', 'door', 'plek', 'regel', 'soort', 'soorten', 'tijd', 'toelichting',
  'uitkomst', 'uitwisseling', 'van', 'wat',
];
const STATEMENT_SIGNED = 'dit overzicht: er is iets in veranderd, of het is';
const BUNDLE_SIGNED = 'deze bundel: er is iets in veranderd, of hij is';
const RECEIVERS = ['klachtencommissie', 'toezichthouder', 'rechter', 'gezin'];

const bytes = (text) => new TextEncoder().encode(text);
const equal = (a, b) => a.length === b.length && a.every((byte, at) => byte === b[at]);
const same = (a, b) => canonical(a) === canonical(b);

/** The one way to write a value as text (RFC 8785), of texts, whole numbers, lists and objects. */
function canonical(value) {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(',')}]`;
  }
  if (value !== null && typeof value === 'object') {
    const names = Object.keys(value).sort();
    return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** What this text says when it is written in that one way; null when it is not. */
function parse(text) {
  try {
    const value = JSON.parse(text);
    return canonical(value) === text ? value : null;
  } catch {
    return null;
  }
}

/** What this text says, however it is written; null when it is no JSON. */
function anyJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Base64 in its one form only; no bytes when it is anything else. */
function decode(base64) {
  try {
    const binary = atob(base64);
    return btoa(binary) === base64 ? Uint8Array.from(binary, (char) => char.charCodeAt(0)) : new Uint8Array();
  } catch {
    return new Uint8Array();
  }
}

/** The same without padding and for addresses (RFC 4648, 5). */
function decodeUrl(text) {
  const plain = String(text).replace(/-/g, '+').replace(/_/g, '/');
  return /[+/=]/.test(String(text)) ? new Uint8Array() : decode(plain + '='.repeat((4 - (plain.length % 4)) % 4));
}

const encodeUrl = (raw) =>
  btoa(Array.from(raw, (byte) => String.fromCharCode(byte)).join(''))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');

/** SHA-256 over these parts, each a number below 256 or bytes. */
async function hash(...parts) {
  const all = parts.flatMap((part) => (typeof part === 'number' ? [part] : [...part]));
  return new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(all)));
}

const publicKey = (raw) => crypto.subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);

const verify = (key, signature, message) =>
  crypto.subtle.verify('Ed25519', key, signature, message).catch(() => false);

/** A key from its line `name+hex+base64`; null when it is not whole, or of another type. */
async function readKey(line, type) {
  const parts = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(line);
  const told = parts ? decode(parts[3]) : new Uint8Array();
  if (told.length !== 1 + HASH || told[0] !== type) {
    return null;
  }
  const id = (await hash(bytes(parts[1]), 10, told)).slice(0, 4);
  const hex = [...id].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex === parts[2] ? { line, name: parts[1], id, key: await publicKey(told.slice(1)) } : null;
}

/** What this key put under a note; null when it is not there. */
function lineOf(note, { name, id }) {
  const lines = note.slice(note.lastIndexOf('\n\n') + 2).split('\n');
  for (const line of lines.slice(0, MOST_SIGNATURES)) {
    const [dash, signer, base64, ...more] = line.split(' ');
    const told = decode(base64 ?? '');
    if (dash === '\u2014' && signer === name && !more.length && equal(told.slice(0, 4), id)) {
      return told.slice(4);
    }
  }
  return null;
}

const textOf = (note) => note.slice(0, note.lastIndexOf('\n\n') + 1);

/** Did this key sign this note (C2SP signed-note)? */
async function isSigned(note, key) {
  const signature = lineOf(note, key);
  return signature !== null && verify(key.key, signature, bytes(textOf(note)));
}

/** The keys of the logbook, each vouched for by the one before; null when the history breaks. */
async function logKeys(statements, anchor) {
  const periods = [];
  for (const [at, note] of statements.entries()) {
    const lines = textOf(note).split('\n');
    const [form, origin, number, kind, line, other, from] = lines;
    const [key, beside] = [await readKey(line ?? '', 1), await readKey(other ?? '', 1)];
    const open = periods.filter((one) => one.until === null);
    // After a restore the logbook goes on under another name, and says what others saw before.
    const restored = kind === 'herstel';
    const isWhole =
      form === 'sluis-sleutelgeschiedenis/v1' &&
      lines.length === (restored ? 11 : 9) &&
      key?.name === origin &&
      (restored ? beside && periods.every((one) => one.name !== origin) : beside?.name === origin) &&
      number === String(at + 1) &&
      NUMBER.test(from) &&
      (await isSigned(note, key)) &&
      (await isSigned(note, beside));
    if (!isWhole) {
      return null;
    }
    if (kind === 'begin' && !periods.length && from === '0') {
      periods.push({ ...key, from: 0n, until: null });
    } else if (kind === 'overdracht' && open.length === 1 && open[0].line === other) {
      periods.push({ ...key, from: BigInt(from), until: null });
    } else if (kind === 'einde' && open.length === 2 && open[0].line === line && open[1].line === other) {
      open[0].until = BigInt(from);
    } else if (restored && open.length && open.at(-1).line === other) {
      open.forEach((one) => (one.until = BigInt(from)));
      periods.push({ ...key, from: BigInt(from), until: null });
    } else {
      return null;
    }
  }
  return periods.some((one) => one.line === anchor) ? periods : null;
}

/** The keys that sign statements, each vouched for by the logbook; null when the history breaks. */
async function statementKeys(statements, log) {
  const periods = [];
  for (const [at, note] of statements.entries()) {
    const lines = textOf(note).split('\n');
    const [form, origin, use, number, kind, key, from] = lines;
    const signed = await Promise.all(log.map((one) => isSigned(note, one)));
    const isWhole =
      form === 'sluis-ondertekensleutel/v1' &&
      lines.length === 9 &&
      use === 'bewijs' &&
      number === String(at + 1) &&
      signed.some((yes, n) => yes && log[n].name === origin) &&
      parse(key)?.crv === 'Ed25519';
    if (!isWhole) {
      return null;
    }
    const kid = encodeUrl(await hash(bytes(key)));
    const open = periods.filter((one) => one.until === null);
    if ((kind === 'begin' && !periods.length) || (kind === 'overdracht' && open.length === 1)) {
      periods.push({ kid, key: await publicKey(decodeUrl(parse(key).x)), from, until: null });
    } else if (kind === 'einde' && open.length === 2 && open[0].kid === kid) {
      open[0].until = from;
    } else {
      return null;
    }
  }
  return periods;
}

/** Does this path lead from a leaf to this root (RFC 9162, 2.1.3.2)? */
async function includes(index, size, leafHash, path, root) {
  let at = index;
  let last = size - 1n;
  if (at < 0n || at > last || path.some((step) => step.length !== HASH)) {
    return false;
  }
  let reached = leafHash;
  for (const step of path) {
    if (last === 0n) {
      return false;
    }
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
  return last === 0n && equal(reached, root);
}

const place = (value) => (Number.isInteger(value) ? BigInt(value) : -1n);
const hashes = (path) => (Array.isArray(path) ? path.map(decodeUrl) : []);

/** The receipt of the row (C2SP tlog-proof): its leaf and its checkpoint, and whether it is true. */
async function checkProof(proof, log) {
  const [head, signed, signatures, ...more] = String(proof).split('\n\n');
  const [version, leafLine, indexLine, ...path] = head.split('\n');
  const [origin, size, root] = (signed ?? '').split('\n');
  const leaf = leafLine?.startsWith('extra ') ? decode(leafLine.slice(6)) : new Uint8Array();
  const index = indexLine?.startsWith('index ') ? indexLine.slice(6) : '';
  const note = `${signed}\n\n${signatures}`;
  const isWhole =
    version === 'c2sp.org/tlog-proof@v1' && signatures && !more.length && NUMBER.test(index) && NUMBER.test(size ?? '');
  if (!isWhole) {
    return { isTrue: false, leaf, note };
  }
  const due = log.filter((one) => one.from <= BigInt(size) && (one.until === null || BigInt(size) < one.until));
  const all = await Promise.all(due.map((one) => isSigned(note, one)));
  const isTrue =
    due.length > 0 &&
    all.every((yes) => yes) &&
    due.every((one) => one.name === origin) &&
    (await includes(BigInt(index), BigInt(size), await hash(0, leaf), path.map(decode), decode(root ?? '')));
  return { isTrue, leaf, note };
}

/** What is wrong with the row of the logbook under which the root of this reader stands. */
async function rowFaults(told, log) {
  const faults = [];
  const row = told.rij ?? {};
  const { isTrue, leaf } = await checkProof(row.bewijs, log);
  if (!isTrue) {
    faults.push('Het bewijs dat de rij in het logboek stond, klopt niet.');
  }
  const commitment = await hash(bytes('d1'), decodeUrl(row.verhulling), bytes(String(row.gegevens)));
  if (leaf.length !== 65 || !equal(leaf.slice(1, 33), commitment)) {
    faults.push('Wat er in de rij van het logboek staat, past niet bij het bewijs.');
  }
  const detail = parse(String(row.gegevens)) ?? {};
  if (detail.soort !== 'maandwortel' || detail.maand !== told.maand || detail.tot !== told.tot) {
    faults.push('De rij van het logboek gaat over een andere maand.');
  }
  const root = await hash(0, decodeUrl(told.boom.wortel));
  if (!(await includes(place(told.boom.plek), ROOTS, root, hashes(told.boom.pad), decodeUrl(detail.wortel ?? '')))) {
    faults.push('De wortel van uw boom staat niet in die rij.');
  }
  return faults;
}

/** What is wrong with the signature (RFC 7515, appendix F; RFC 8037) of words of this type. */
async function signatureFaults(whole, told, type, what, log) {
  const keys = await statementKeys(whole.sleutels?.bewijs ?? [], log);
  if (!keys) {
    return ['De sleutel waarmee is getekend, hoort niet bij dit logboek.'];
  }
  const parts = /^([A-Za-z0-9_-]+)\.\.([A-Za-z0-9_-]+)$/.exec(whole.handtekening);
  const header = parts ? anyJson(new TextDecoder().decode(decodeUrl(parts[1]))) : null;
  const isType = header?.alg === 'EdDSA' && header.typ === type && Object.keys(header).length === 3;
  const at = Date.parse(told.gemaakt);
  const key = keys.find(
    (one) =>
      one.kid === header?.kid && Date.parse(one.from) <= at && (one.until === null || at < Date.parse(one.until))
  );
  const message = parts ? bytes(`${parts[1]}.${encodeUrl(bytes(canonical(told)))}`) : null;
  return isType && key && (await verify(key.key, decodeUrl(parts[2]), message))
    ? []
    : [`De handtekening past niet bij ${what} niet van Sluis.`];
}

/** The hash of the leaf of these fields, of all these names; null when one is missing. */
async function leafOf(fields, names, mark) {
  if (!fields || Object.keys(fields).length !== names.length) {
    return null;
  }
  const digests = [];
  for (const name of names) {
    const field = fields[name] ?? {};
    const digest =
      'waarde' in field
        ? await hash(bytes(mark), decodeUrl(field.zout), bytes(canonical([name, field.waarde])))
        : decodeUrl(field.afdruk ?? '');
    digests.push(...digest);
  }
  return digests.length === names.length * HASH ? hash(0, digests) : null;
}

async function lineFaults(told) {
  const faults = [];
  const root = decodeUrl(told.boom.wortel);
  for (const [at, line] of told.regels.entries()) {
    const leaf = await leafOf(line.velden, FIELDS, 'm1');
    const day = line.velden?.dag?.waarde;
    const isRight =
      leaf !== null &&
      day === line.woorden?.dag &&
      String(day).startsWith(`${told.maand}-`) &&
      (await includes(place(line.plaats), LEAVES, leaf, hashes(line.pad), root));
    if (!isRight) {
      faults.push(`Regel ${at + 1} past niet bij wat is vastgelegd.`);
    }
  }
  return faults;
}

/** The checkpoint in a receipt. */
const noteOf = (proof) => String(proof).slice(String(proof).indexOf('\n\n') + 2);

/** Which of these witnesses put their signature under it (C2SP tlog-cosignature). */
async function cosignatures(note, lines) {
  const said = [];
  for (const line of lines) {
    const witness = await readKey(line, 4);
    const told = witness && lineOf(note, witness);
    if (told?.length === 72) {
      const seconds = new DataView(told.buffer, told.byteOffset).getBigUint64(0);
      const message = bytes(`cosignature/v1\ntime ${seconds}\n${textOf(note)}`);
      if (await verify(witness.key, told.slice(8), message)) {
        const at = new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z');
        said.push(`Getuige ${witness.name} tekende mee op ${at}.`);
        continue;
      }
    }
    said.push(`Niet na te gaan: ${witness ? `getuige ${witness.name} tekende dit niet` : 'een sleutel van een getuige is niet heel'}.`);
  }
  return said;
}

function isStatement(told) {
  return (
    told?.vorm === 'sluis-maandverklaring/1' &&
    told.boom?.bladen === Number(LEAVES) &&
    typeof told.heel === 'boolean' &&
    typeof told.over === 'string' &&
    /^[0-9]{4}-[0-9]{2}$/.test(told.maand) &&
    !Number.isNaN(Date.parse(told.tot)) &&
    !Number.isNaN(Date.parse(told.gemaakt)) &&
    Array.isArray(told.regels) &&
    Array.isArray(told.buiten)
  );
}

/** The keys of the logbook by one that is known already: any of these that leads there. */
async function historyBy(statements, known) {
  for (const anchor of known) {
    const log = await logKeys(statements, anchor);
    if (log) {
      return log;
    }
  }
  return null;
}

/** Checks one file: what is wrong, what stands in it, and who signed besides. */
async function check(text, known, witnesses) {
  const whole = text.length <= MOST ? parse(text) : null;
  const told = whole?.verklaring;
  if (!isStatement(told)) {
    return { faults: [FORM], told: null, witnessed: [] };
  }
  const statements = whole.sleutels?.logboek ?? [];
  const anchor = textOf(String(statements[0] ?? '')).split('\n')[4];
  const log = await historyBy(statements, known.length ? known : [anchor]);
  const faults = [];
  const witnessed = [];
  if (!log?.some((one) => one.name === told.logboek)) {
    faults.push('De sleutel die u gaf, hoort niet bij dit logboek.');
  } else {
    faults.push(...(await rowFaults(told, log)));
    faults.push(...(await signatureFaults(whole, told, 'sluis-maandverklaring+json', STATEMENT_SIGNED, log)));
    witnessed.push(...(await cosignatures(noteOf(told.rij?.bewijs), witnesses)));
  }
  faults.push(...(await lineFaults(told)));
  return { faults, told, witnessed, anchor };
}

/** The checkpoint that all keys signed that were due: how many rows, and their root; null otherwise. */
async function openCheckpoint(note, log) {
  const [origin, size, root, ...more] = textOf(note).split('\n');
  if (!NUMBER.test(size ?? '') || more.length !== 1 || more[0] !== '') {
    return null;
  }
  const due = log.filter((one) => one.from <= BigInt(size) && (one.until === null || BigInt(size) < one.until));
  const all = await Promise.all(due.map((one) => isSigned(note, one)));
  const isTrue = due.length > 0 && all.every((yes) => yes) && due.every((one) => one.name === origin);
  return isTrue ? { size: BigInt(size), root: decode(root ?? '') } : null;
}

/** What is wrong with the row of the logbook under which the root of a case stands. */
async function caseFaults(told, log) {
  const faults = [];
  const row = told.rij ?? {};
  const { isTrue, leaf } = await checkProof(row.bewijs, log);
  if (!isTrue) {
    faults.push('Het bewijs dat de zaak in het logboek is vastgelegd, klopt niet.');
  }
  const commitment = await hash(bytes('d1'), decodeUrl(row.verhulling), bytes(String(row.gegevens)));
  if (leaf.length !== 65 || !equal(leaf.slice(1, 33), commitment)) {
    faults.push('Wat er in die rij van het logboek staat, past niet bij het bewijs.');
  }
  const detail = parse(String(row.gegevens)) ?? {};
  if (detail.soort !== 'zaak' || detail.zaak !== told.zaak || detail.organisatie !== told.organisatie) {
    faults.push('Die rij van het logboek gaat over een andere zaak.');
  }
  if (detail.wortel === undefined || detail.wortel !== told.boom.wortel) {
    faults.push('De wortel van deze bundel staat niet in die rij.');
  }
  return faults;
}

/** Whether the row of this line stands under this checkpoint. */
async function stands(line, checkpoint) {
  const at = line.velden.plek.waarde;
  return (
    checkpoint !== null &&
    (await includes(place(at?.rij), checkpoint.size, await hash(0, decodeUrl(at?.blad)), hashes(line.bewijs), checkpoint.root))
  );
}

async function bundleLineFaults(told, checkpoint) {
  const faults = [];
  const root = decodeUrl(told.boom.wortel);
  const places = new Set();
  for (const [at, line] of told.regels.entries()) {
    const leaf = await leafOf(line.velden, BUNDLE_FIELDS, 'z1');
    if (leaf === null || !(await includes(place(line.plaats), BUNDLE_LEAVES, leaf, hashes(line.pad), root))) {
      faults.push(`Regel ${at + 1} past niet bij wat is vastgelegd.`);
    }
    if (places.has(line.plaats)) {
      faults.push(`Regel ${at + 1} staat er meer dan eens in.`);
    }
    places.add(line.plaats);
    if ('waarde' in (line.velden?.plek ?? {}) && !(await stands(line, checkpoint))) {
      faults.push(`De rij van regel ${at + 1} staat niet in het logboek.`);
    }
  }
  return faults;
}

function isBundle(told) {
  return (
    told?.vorm === 'sluis-zaakbundel/1' &&
    told.boom?.bladen === Number(BUNDLE_LEAVES) &&
    typeof told.zaak === 'string' &&
    typeof told.organisatie === 'string' &&
    RECEIVERS.includes(told.voor) &&
    !Number.isNaN(Date.parse(told.gemaakt)) &&
    Array.isArray(told.regels)
  );
}

/** Checks the bundle of a case: what is wrong, what stands in it, and who signed besides. */
async function checkBundle(text, known, witnesses) {
  const whole = text.length <= BUNDLE_MOST ? parse(text) : null;
  const told = whole?.bundel;
  if (!isBundle(told)) {
    return { faults: [BUNDLE_FORM], told: null, witnessed: [] };
  }
  const statements = whole.sleutels?.logboek ?? [];
  const anchor = textOf(String(statements[0] ?? '')).split('\n')[4];
  const log = await historyBy(statements, known.length ? known : [anchor]);
  if (!log?.some((one) => one.name === told.logboek)) {
    return { faults: ['De sleutel die u gaf, hoort niet bij dit logboek.'], told, witnessed: [], anchor };
  }
  const faults = await caseFaults(told, log);
  faults.push(...(await signatureFaults(whole, told, 'sluis-zaakbundel+json', BUNDLE_SIGNED, log)));
  const checkpoint = 'checkpoint' in told ? await openCheckpoint(String(told.checkpoint), log) : null;
  if ('checkpoint' in told && checkpoint === null) {
    faults.push('Het checkpoint van de rijen is niet door dit logboek getekend.');
  }
  if ('checkpoint' in told && !String(told.checkpoint).startsWith(told.tijdstempel?.checkpoint ?? '')) {
    faults.push('Het tijdstempel gaat over een ander checkpoint.');
  }
  faults.push(...(await bundleLineFaults(told, checkpoint)));
  const note = 'checkpoint' in told ? String(told.checkpoint) : noteOf(told.rij?.bewijs);
  return { faults, told, witnessed: await cosignatures(note, witnesses), anchor };
}

/** What an open field says; empty when it is closed or says nothing. */
function openText(fields, name) {
  const value = fields[name]?.waarde;
  if (Array.isArray(value)) {
    return value.join(', ');
  }
  return value !== null && typeof value === 'object' ? `${value.oin}/${value.rol}` : value ?? '';
}

/** What is open of a row or step of a case, as a sentence. */
function caseLine({ velden }) {
  const missing = (name) => ('waarde' in velden[name] ? 'niet meer te lezen' : 'dicht');
  const [from, to] = [openText(velden, 'van'), openText(velden, 'aan')];
  const more = ['doel', 'soorten', 'regel', 'uitkomst', 'toelichting'].map((name) => openText(velden, name));
  const closed = BUNDLE_FIELDS.filter((name) => !('waarde' in velden[name])).length;
  return [
    `${openText(velden, 'dag') || missing('dag')}: ${openText(velden, 'soort') || missing('soort')}`,
    from && `, van ${from}`,
    to && `, aan ${to}`,
    ...more.map((text) => text && `; ${text}`),
    `. Dicht: ${closed}.`,
  ].join('');
}

/** What nobody can know from a bundle, whatever holds. */
const unknownOf = (told) => [
  'Niet te weten: of iemand iets buiten Sluis om deed.',
  'Niet te weten: of dit alle regels zijn. De organisatie koos waar de zaak over gaat, en wie de bundel meeneemt krijgt niet elke regel.',
  'Niet te weten: wat er staat in een veld dat dicht is. Wel dat het vastlag en niet is veranderd.',
  'Niet te weten zonder de sleutels van Sluis: of een regel zegt wat zijn rij in het logboek zegt. Wie toezicht houdt, rekent dat na.',
  ...('tijdstempel' in told ? ['Niet nagekeken: het tijdstempel. Dat kan met `stempel.sh`.'] : []),
];

const openFields = (line) => Object.entries(line.velden).filter(([, field]) => 'waarde' in field);

/** Can these be one thing, as far as both are open? */
const mayBe = (one, other) =>
  openFields(one).every(([name, field]) => !('waarde' in other.velden[name]) || same(field.waarde, other.velden[name].waarde));

/** Lays two statements side by side, each right by itself. */
function compare(one, other) {
  const [earlier, later] = Date.parse(other.gemaakt) >= Date.parse(one.gemaakt) ? [one, other] : [other, one];
  const contradictions = [];
  const added = [];
  if (earlier.logboek !== later.logboek || earlier.over !== later.over || earlier.maand !== later.maand) {
    contradictions.push('De twee overzichten gaan niet over dezelfde maand, of niet over hetzelfde kind.');
    return { contradictions, added };
  }
  const isOne = earlier.boom.wortel === later.boom.wortel;
  if (!isOne && earlier.tot === later.tot) {
    contradictions.push('Sluis legde voor deze maand twee verschillende dingen vast.');
  }
  if (Date.parse(later.tot) < Date.parse(earlier.tot)) {
    contradictions.push('Het nieuwe overzicht gaat minder ver dan het eerdere.');
  }
  const fewer = earlier.ziet === 'alles' && later.ziet !== 'alles';
  if (fewer) {
    added.push('U zag toen alles en ziet nu alleen wat u zelf zei; wat er daardoor niet staat, is niet weg.');
  }
  const left = [...later.regels];
  for (const line of earlier.regels) {
    const at = left.findIndex((now) => (isOne ? now.plaats === line.plaats : mayBe(line, now)));
    if (at >= 0) {
      left.splice(at, 1);
    } else if (!fewer) {
      contradictions.push(`Weg of veranderd: ${line.woorden.dag} ${line.woorden.zin}`);
    }
  }
  for (const line of left) {
    const proof = !isOne
      ? 'kwam erbij'
      : line.laat
        ? 'lag al vast en mag nu worden getoond'
        : 'lag al vast en stond er eerst niet bij, zonder uitleg';
    added.push(`${line.woorden.dag} ${line.woorden.zin} (${proof})`);
  }
  return { contradictions, added };
}

const field = (id) => document.getElementById(id);

function list(texts) {
  field('bevindingen').replaceChildren(
    ...texts.map((text) => Object.assign(document.createElement('li'), { textContent: text }))
  );
}

/** Every line as the pages say it, once it is known to be right. */
function show(told) {
  const items = told.regels.map((line) => {
    const item = document.createElement('li');
    const { dag, zin, waarvoor, soorten, niet, waarom } = line.woorden;
    const more = [waarvoor, soorten.length ? `${soorten.join('; ')}.` : '', niet.length ? `Ging niet mee: ${niet.join('; ')}.` : '', waarom];
    const late = line.laat
      ? `Dit stond er eerder niet. Het mag sinds ${line.laat.sinds} worden getoond (${line.laat.artikelen.join(', ')}; besluit ${line.laat.besluiten.join(', ')}).`
      : '';
    item.textContent = [`${dag}: ${zin}`, ...more, late].filter((text) => text).join(' ');
    return item;
  });
  const outside = told.buiten.map((line) =>
    Object.assign(document.createElement('li'), {
      textContent: `${line.woorden.dag}: ${line.woorden.zin} Dit werd later bekend en lag niet vast.`,
    })
  );
  const all = document.createElement('ul');
  all.append(...items, ...outside);
  field('regels').replaceChildren(all);
}

/** Says what holds. */
function verdict(told, isKnown, anchor) {
  const until = told.heel ? `van ${told.maand}` : `van ${told.maand}, tot ${told.tot}`;
  return isKnown
    ? `In orde: dit overzicht ${until} is van ${told.logboek}. Het heeft ${told.regels.length} regels, en elke regel lag vast.`
    : `Klopt in zichzelf: dit overzicht ${until} heeft ${told.regels.length} regels, en elke regel lag vast. ` +
        `Of het van Sluis is, weet u pas als u deze sleutel vergelijkt: ${anchor}`;
}

/** Says what holds of a bundle, and shows it. */
async function judgeBundle(text, known, witnesses) {
  const one = await checkBundle(text, known, witnesses);
  if (one.faults.length) {
    return ['Niet in orde: geloof deze bundel niet, en bewaar hem.', one.faults];
  }
  const lines = document.createElement('ul');
  lines.append(
    ...one.told.regels.map((line) => Object.assign(document.createElement('li'), { textContent: caseLine(line) }))
  );
  field('regels').replaceChildren(lines);
  const { zaak, logboek, voor, regels } = one.told;
  const said = known.length
    ? `In orde: deze bundel van zaak ${zaak} is van ${logboek}, voor ${voor}. Hij heeft ${regels.length} regels, en elke regel lag vast.`
    : `Klopt in zichzelf: deze bundel van zaak ${zaak}, voor ${voor}, heeft ${regels.length} regels, en elke regel lag vast. ` +
      `Of hij van Sluis is, weet u pas als u deze sleutel vergelijkt: ${one.anchor}`;
  return [said, [...one.witnessed, ...unknownOf(one.told)]];
}

async function judge() {
  if (!globalThis.crypto?.subtle) {
    return ['Niet na te gaan: deze browser rekent hier niet; open de bladzijde met https of als bestand.', []];
  }
  const [file, before] = [field('overzicht').files[0], field('eerder').files[0]];
  if (!file) {
    return ['Niet na te gaan: kies eerst een overzicht.', []];
  }
  const known = field('sleutel').value.split(/\s+/).filter((line) => line);
  const witnesses = field('getuigen').value.split(/\s+/).filter((line) => line);
  const text = await file.text();
  if (anyJson(text)?.bundel !== undefined) {
    return judgeBundle(text, known, witnesses);
  }
  const one = await check(text, known, witnesses);
  if (one.faults.length) {
    return ['Niet in orde: geloof dit overzicht niet, en bewaar het.', one.faults];
  }
  const said = [...one.witnessed];
  if (before) {
    const other = await check(await before.text(), known, []);
    if (other.faults.length) {
      return ['Niet in orde: het eerdere overzicht klopt niet.', other.faults];
    }
    const { contradictions, added } = compare(one.told, other.told);
    if (contradictions.length) {
      return ['Niet in orde: de twee overzichten spreken elkaar tegen. Bewaar ze allebei.', contradictions];
    }
    said.push('De twee overzichten spreken elkaar niet tegen.', ...added);
  }
  show(one.told);
  return [verdict(one.told, known.length > 0, one.anchor), said];
}

function clear() {
  field('uitslag').textContent = '';
  list([]);
  field('regels').replaceChildren();
}

field('formulier').addEventListener('submit', async (event) => {
  event.preventDefault();
  clear();
  const [said, more] = await judge().catch((fault) => [
    fault.name === 'NotSupportedError'
      ? 'Niet na te gaan: deze browser kent Ed25519 niet; neem een nieuwere browser.'
      : 'Niet na te gaan: er ging iets mis in de browser.',
    [],
  ]);
  list(more);
  field('uitslag').textContent = said;
});
field('formulier').addEventListener('input', clear);
// From a disk these ways lead nowhere.
for (const way of ['terug', 'hulp']) {
  document.getElementById(way).hidden = !location.protocol.startsWith('http');
}
