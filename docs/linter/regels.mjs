// Waaraan de beschrijving van het koppelvlak voldoet: de regels van de NL API Design Rules (Logius, 2.1, en 2.2 waar die
// meer zegt) onder de namen van de gepubliceerde regelset, hier zelf geschreven, en daarachter de regels van Sluis zelf.
//
// Elke regel krijgt het hele document, met de verwijzingen erin opgelost, en noemt elke plaats waar het niet klopt.
import rulesets from "@stoplight/spectral-rulesets";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch"];
const SEMVER = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/;

function* operations(document) {
  for (const [path, item] of Object.entries(document.paths ?? {}))
    for (const method of METHODS)
      if (item[method]) yield { path, method, item, operation: item[method], at: ["paths", path, method] };
}

function* responses(document, wanted) {
  for (const { operation, at } of operations(document))
    for (const [status, response] of Object.entries(operation.responses ?? {}))
      if (wanted.test(status)) yield { status, response, at: [...at, "responses", status] };
}

function* parameters(document) {
  for (const { item, operation, path, at } of operations(document)) {
    for (const [i, one] of (item.parameters ?? []).entries()) yield { one, at: ["paths", path, "parameters", i] };
    for (const [i, one] of (operation.parameters ?? []).entries()) yield { one, at: [...at, "parameters", i] };
  }
}

function* properties(node, at = [], seen = new Set()) {
  if (node === null || typeof node !== "object" || seen.has(node)) return;
  seen.add(node);
  for (const [name, value] of Object.entries(node)) {
    if (name === "example" || name === "examples") continue;
    if (name === "properties")
      for (const [field, schema] of Object.entries(value))
        if (schema && typeof schema === "object") yield { field, schema, at: [...at, name, field] };
    yield* properties(value, [...at, name], seen);
  }
}

const formats = (schema) =>
  [schema.format, ...(schema.allOf ?? []).map((part) => part.format)].filter((format) => format !== undefined);

/** Een regel die het hele document leest; `look` geeft elke plaats die niet klopt. */
const whole = (message, look) => ({
  severity: "error",
  given: "$",
  message: "{{error}}",
  then: { function: (document) => [...look(document)].map((at) => ({ message, path: at })) },
});

/** De velden van een schema, ook die van zijn delen. */
const fields = (schema) => ({ ...schema?.properties, ...Object.assign({}, ...(schema?.allOf ?? []).map(fields)) });

const isDate = (field) => /^(date|datum)$|[a-z](Date|Datum)|_(date|datum)/.test(field);

const adr = {
  // /core/doc-openapi
  "nlgov:openapi-root-exists": whole("er staat niet welke OpenAPI dit is", function* (d) {
    if (!d.openapi) yield [];
  }),
  "nlgov:openapi3": whole("dit is geen OpenAPI 3", function* (d) {
    if (d.openapi && !/^3(\.\d+){1,2}$/.test(d.openapi)) yield ["openapi"];
  }),
  // /core/doc-openapi-contact
  "info-contact": whole("er staat niet bij wie u terecht kunt", function* (d) {
    if (!d.info?.contact) yield ["info"];
  }),
  "nlgov:info-contact-fields-exist": whole("van wie u helpt ontbreekt naam, e-mail of adres", function* (d) {
    const contact = d.info?.contact;
    if (contact && !(contact.name && contact.email && contact.url)) yield ["info", "contact"];
  }),
  // /core/semver
  "nlgov:semver": whole("de versie is niet groot.klein.herstel", function* (d) {
    if (!SEMVER.test(d.info?.version ?? "")) yield ["info", "version"];
  }),
  // /core/uri-version
  "nlgov:include-major-version-in-uri": whole("het adres noemt de hoofdversie niet", function* (d) {
    for (const [i, server] of (d.servers ?? []).entries()) if (!/\/v\d+(\/|$)/.test(server.url)) yield ["servers", i, "url"];
  }),
  // /core/transport/tls
  "nlgov:servers-use-https": whole("een adres zonder TLS", function* (d) {
    const lists = [["servers", d.servers], ...Object.entries(d.paths ?? {}).map(([p, i]) => [`paths ${p}`, i.servers])];
    for (const [where, list] of lists) for (const server of list ?? []) if (!/^https:\/\//.test(server.url)) yield where.split(" ");
  }),
  // /core/version-header
  "nlgov:missing-header": whole("een antwoord zonder koppen", function* (d) {
    for (const { response, at } of responses(d, /^[23]/)) if (!response.headers) yield at;
  }),
  "nlgov:missing-version-header": whole("een antwoord zonder de kop `API-Version`", function* (d) {
    for (const { response, at } of responses(d, /^[23]/))
      if (response.headers && !Object.keys(response.headers).some((name) => name.toLowerCase() === "api-version")) yield at;
  }),
  // /core/no-trailing-slash
  "nlgov:paths-no-trailing-slash": whole("een weg die op een streep eindigt", function* (d) {
    for (const path of Object.keys(d.paths ?? {})) if (path.length > 1 && path.endsWith("/")) yield ["paths", path];
  }),
  // /core/http-methods
  "nlgov:http-methods": whole("een methode die HTTP hier niet kent", function* (d) {
    const known = [...METHODS, "parameters", "servers", "summary", "description", "trace"];
    for (const [path, item] of Object.entries(d.paths ?? {}))
      for (const name of Object.keys(item)) if (!known.includes(name) && !name.startsWith("x-")) yield ["paths", path, name];
  }),
  // /core/path-segments-kebab-case; `/.well-known/…` is van RFC 8615, en een bestand heeft een punt
  "nlgov:paths-kebab-case": whole("een deel van de weg is geen kebab-case", function* (d) {
    for (const path of Object.keys(d.paths ?? {})) {
      const parts = path.replace(/^\/\.well-known\//, "/").split("/").filter((part) => part !== "");
      if (!parts.every((part) => /^(\{[A-Za-z]+\}|[a-z0-9]+(-[a-z0-9]+)*(\.(json|yaml|js))?)$/.test(part))) yield ["paths", path];
    }
  }),
  // /core/query-keys-camel-case; wat een andere norm voorschrijft heet zoals die norm het noemt (`x-norm`)
  "nlgov:query-keys-camel-case": whole("een vraagwoord is geen camelCase", function* (d) {
    for (const { one, at } of parameters(d)) if (one.in === "query" && !one["x-norm"] && !/^\$?[a-z][A-Za-z0-9]*$/.test(one.name)) yield at;
  }),
  "nlgov:schema-camel-case": whole("de naam van een schema is geen UpperCamelCase", function* (d) {
    for (const name of Object.keys(d.components?.schemas ?? {})) if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) yield ["components", "schemas", name];
  }),
  // /core/error-handling/problem-details
  "nlgov:use-problem-schema": whole("een fout die geen application/problem+json is", function* (d) {
    for (const { response, at } of responses(d, /^[45]/))
      if (response.content && !response.content["application/problem+json"]) yield at;
  }),
  "nlgov:problem-schema-members": whole("een fout zonder status, title of detail", function* (d) {
    for (const { response, at } of responses(d, /^[45]/)) {
      const schema = response.content?.["application/problem+json"]?.schema;
      const kinds = schema ? (schema.anyOf ?? schema.oneOf ?? [schema]) : [];
      if (!kinds.every((kind) => ["status", "title", "detail"].every((name) => fields(kind)[name]))) yield at;
    }
  }),
  // /core/error-handling/invalid-input
  "nlgov:problem-invalid-input": whole("wie iets vraagt kan 400 krijgen, en dat staat er niet", function* (d) {
    for (const { item, method, operation, at } of operations(d)) {
      const asks = !["get", "delete"].includes(method) || (operation.parameters ?? item.parameters ?? []).length > 0;
      if (asks && !operation.responses?.["400"]) yield at;
    }
  }),
  // /core/date-time/timezone
  "nlgov:date-time-ensure-timezone": whole("een tijdstip zonder tijdzone", function* (d) {
    for (const { schema, at } of properties(d)) if (formats(schema).includes("date-time-local")) yield at;
  }),
  "nlgov:time-without-timezone": whole("een tijd van de dag heeft geen tijdzone", function* (d) {
    for (const { schema, at } of properties(d)) if (formats(schema).includes("time")) yield at;
  }),
  // /core/date-time/date-omit-time-portion
  "nlgov:specify-format-for-date-and-time": whole("een datum zonder `format`", function* (d) {
    for (const { field, schema, at } of properties(d)) if (isDate(field) && schema.type === "string" && formats(schema).length === 0) yield at;
  }),
  "nlgov:use-date-instead-of-datetime": whole("een datum met een tijd erbij", function* (d) {
    for (const { field, schema, at } of properties(d)) if (isDate(field) && formats(schema).includes("date-time")) yield at;
  }),
};

const ENGLISH = /(^|\s)(the|and|for|your|get|list|create|update|delete|returns?|with)(\s|$)/i;
const PERSONAL = /bsn|burgerservice|naam|voornaam|achternaam|geboorte|adres|postcode|email|e-?mail|telefoon|kenmerk|persoon|leerling/i;
const codes = new Set((process.env.SLUIS_CODES ?? "").split(",").filter((code) => code !== ""));

const sluis = {
  "sluis:samenvatting-in-het-nederlands": whole("een weg zonder Nederlandse zin die zegt wat hij doet", function* (d) {
    for (const { operation, at } of operations(d)) if (!operation.summary || ENGLISH.test(operation.summary)) yield at;
  }),
  "sluis:voorbeeld-bij-elke-inhoud": whole("inhoud zonder voorbeeld of zonder schema", function* (d) {
    const full = (content, at) => Object.entries(content ?? {}).filter(([, m]) => m.example === undefined || !m.schema).map(([type]) => [...at, "content", type]);
    for (const { operation, at } of operations(d)) {
      yield* full(operation.requestBody?.content, [...at, "requestBody"]);
      for (const [status, response] of Object.entries(operation.responses ?? {})) yield* full(response.content, [...at, "responses", status]);
    }
  }),
  "sluis:fouten-die-elke-weg-kent": whole("een weg die niet zegt dat hij 500 of 503 kan antwoorden", function* (d) {
    for (const { operation, at } of operations(d)) if (!operation.responses?.["500"] || !operation.responses?.["503"]) yield at;
  }),
  "sluis:code-die-bestaat": whole("een voorbeeld van een fout met een code die niet in redencodes.md staat", function* (d) {
    for (const { response, at } of responses(d, /^[45]/)) {
      const example = response.content?.["application/problem+json"]?.example;
      const told = [example?.code, ...(example?.fouten ?? []).map((one) => one.code), ...(example?.redenen ?? []).map((one) => one.code)];
      if (example && !told.every((code) => code !== undefined && codes.has(code))) yield at;
    }
  }),
  "sluis:geen-persoonsgegeven-in-de-uri": whole("een gegeven van een mens in een weg of vraagwoord", function* (d) {
    for (const { one, at } of parameters(d)) if (["path", "query"].includes(one.in) && PERSONAL.test(one.name)) yield at;
  }),
  "sluis:geen-geheim-in-de-uri": whole("een geheim in een vraagwoord", function* (d) {
    for (const { one, at } of parameters(d)) if (one.in === "query" && /token|secret|geheim|sleutel|wachtwoord|^code$/i.test(one.name)) yield at;
    for (const [name, scheme] of Object.entries(d.components?.securitySchemes ?? {})) if (scheme.in === "query") yield ["components", "securitySchemes", name];
  }),
  "sluis:beveiliging-gezegd": whole("een weg waarvan niet vaststaat wie erin mag", function* (d) {
    for (const { operation, at } of operations(d)) if (operation.security === undefined && d.security === undefined) yield at;
  }),
};

/** Van Spectral zelf: is dit een beschrijving die klopt met de norm van OpenAPI. */
const OAS = [
  "oas3-schema",
  "operation-operationId-unique",
  "path-params",
  "openapi-tags-uniqueness",
  "oas3-valid-media-example",
  "oas3-valid-schema-example",
  "oas3-server-variables",
  "oas3-api-servers",
  "path-keys-no-trailing-slash",
];

export const names = [...Object.keys(adr), ...Object.keys(sluis)];
export default {
  extends: [[rulesets.oas, "off"]],
  rules: { ...Object.fromEntries(OAS.map((name) => [name, "error"])), ...adr, ...sluis },
};
