"use strict";
// In development only: act as a persona, with its real token, through the same door as everybody.

const section = document.getElementById("try-it");
const identityProvider = section.dataset.identityProvider;
const part = (id) => document.getElementById(id);

let personas = [];
let prepared = { operation: "", people: {}, cases: [] };
let shown = null;
const tokens = new Map();

// ---- small tools ------------------------------------------------------------------------------

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

function definitions(pairs) {
  return element("dl", {}, ...pairs
    .filter(([, value]) => value !== undefined && value !== null)
    .flatMap(([term, value, kind]) => [element("dt", {}, term), element("dd", kind ? { class: kind } : {}, String(value))]));
}

const today = () => new Date().toISOString().slice(0, 10);

// ---- personas, cases, tokens ------------------------------------------------------------------

const persona = () => personas.find((one) => one.clientId === part("persona").value);

function variablesOf(one) {
  const someone = prepared.people[one.input.subject.person];
  const subject = Object.fromEntries(one.input.subject.by.map((argument) => [argument, someone[argument]]));
  const input = { ...one.input, subject };
  return JSON.stringify({ input }, null, 2).replaceAll("@today", today());
}

async function token(who) {
  const known = tokens.get(who.clientId);
  if (known && known.until > Date.now()) {
    return known.value;
  }
  const answer = await fetch(`${identityProvider}/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials", client_id: who.clientId, client_secret: who.clientSecret,
    }),
  });
  if (!answer.ok) {
    throw new Error(`The identity provider gave no token (HTTP ${answer.status}).`);
  }
  const given = await answer.json();
  // Fetched again half a minute early, so that it never runs out on the way.
  tokens.set(who.clientId, { value: given.access_token, until: Date.now() + (given.expires_in - 30) * 1000 });
  return given.access_token;
}

// ---- choosing ---------------------------------------------------------------------------------

function edited() {
  return shown !== null
    && (part("variables").value !== variablesOf(shown) || part("operation").value !== prepared.operation);
}

function show(one) {
  shown = one;
  part("cases").querySelector(`input[value="${one.id}"]`).checked = true;
  part("persona").value = one.persona;
  part("story").textContent = one.story;
  part("expect").textContent = one.expect;
  part("variables").value = variablesOf(one);
  part("operation").value = prepared.operation;
  refresh();
}

function parsedVariables() {
  try {
    return { value: JSON.parse(part("variables").value || "{}") };
  } catch (problem) {
    return { fault: problem.message };
  }
}

function refresh() {
  const who = persona();
  part("purposes").replaceChildren(...who.purposes.map((purpose) => element("li", {}, purpose)));
  const purpose = parsedVariables().value?.input?.purpose;
  const fits = !purpose || who.purposes.includes(purpose);
  part("fit").hidden = fits;
  part("fit").textContent = fits ? "" :
    `${who.name} has no scope for “${purpose}”: expect to be refused with PURPOSE_NOT_GRANTED.`;
  part("restore").hidden = !edited();
  clearFault();
}

function choosePersona() {
  const first = prepared.cases.find((one) => one.persona === persona().clientId);
  // What somebody has written stays; then the note says whether it fits.
  if (first && !edited()) {
    show(first);
  }
  refresh();
}

function fault(message) {
  part("variables-fault").textContent = message;
  part("variables-fault").hidden = false;
  part("variables").setAttribute("aria-invalid", "true");
  part("variables").focus();
}

function clearFault() {
  part("variables-fault").hidden = true;
  part("variables").removeAttribute("aria-invalid");
}

// ---- sending ----------------------------------------------------------------------------------

async function post(who, body, requestId) {
  const send = async () => fetch("/graphql", {
    method: "POST",
    headers: {
      "Authorization": `Bearer ${await token(who)}`,
      "Content-Type": "application/json",
      "Accept": "application/json",
      "X-Request-ID": requestId,
    },
    body: JSON.stringify(body),
  });
  const answer = await send();
  if (answer.status !== 401) {
    return answer;
  }
  tokens.delete(who.clientId);
  return send();
}

async function submit(event) {
  event.preventDefault();
  const variables = parsedVariables();
  if (variables.fault) {
    fault(`Not valid JSON: ${variables.fault}`);
    return;
  }
  clearFault();
  part("send").disabled = true;
  part("send").textContent = "Sending…";
  const requestId = crypto.randomUUID();
  try {
    const answer = await post(persona(), { query: part("operation").value, variables: variables.value }, requestId);
    const text = await answer.text();
    present(answer.status, text, requestId);
  } catch (problem) {
    presentTrouble("Nothing came back", problem.message, null);
  } finally {
    part("send").disabled = false;
    part("send").textContent = "Send";
  }
}

// ---- the answer -------------------------------------------------------------------------------

const STATES = {
  TRACED: ["good", "✓ Traced"],
  NOT_TRACED: ["middle", "○ Not traced"],
  REFUSED: ["bad", "✕ Refused"],
  UNDER_REVIEW: ["middle", "⏳ Under review"],
  INFORMATION_REQUESTED: ["middle", "? Information requested"],
  WITHDRAWN: ["middle", "↩ Withdrawn"],
  CLOSED: ["middle", "■ Closed"],
};

const TREATMENTS = {
  RELEASED: ["good", "✓ released"],
  GENERALISED: ["middle", "≈ generalised"],
  WITHHELD: ["bad", "✕ withheld"],
};

const FIELDS = [
  "nhsNumber", "name.family", "name.given", "previousFamilyNames", "birthDate", "gender", "deceased",
  "address.lines", "address.postcode", "address.since",
  "generalPractice.odsCode", "generalPractice.name", "generalPractice.areaCode", "generalPractice.registeredOn",
];

function leaves(value, path, found) {
  if (value !== null && typeof value === "object" && !Array.isArray(value)) {
    Object.entries(value).forEach(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key, found));
  } else if (value !== undefined && value !== null) {
    found.set(path, Array.isArray(value) ? value.join(", ") || "none" : String(value));
  }
  return found;
}

// A narrow screen breaks a path after its full stop.
const breakable = (path) => path.split(/(?<=\.)/).flatMap((piece, index) => (index ? [element("wbr"), piece] : [piece]));

function fieldTable(traced) {
  const values = leaves(traced.person ?? {}, "", new Map());
  const held = new Map((traced.withheld ?? []).map((one) => [one.field, one]));
  const place = (path) => (FIELDS.includes(path) ? FIELDS.indexOf(path) : FIELDS.length);
  const paths = [...new Set([...values.keys(), ...held.keys()])].sort((a, b) => place(a) - place(b));
  const rows = paths.map((path) => {
    const kept = held.get(path);
    const [tone, word] = TREATMENTS[kept?.treatment ?? "RELEASED"];
    const value = values.has(path) ? values.get(path) : element("span", { class: "nothing" }, "—");
    return element("tr", { "data-field": path },
      element("th", { scope: "row" }, ...breakable(path)),
      element("td", {}, value),
      element("td", {}, element("span", { class: `treatment ${tone}` }, word),
        kept ? element("span", { class: "why" }, kept.reason) : null));
  });
  return element("table", {},
    element("caption", {}, "Every field asked for, and what became of it"),
    element("thead", {}, element("tr", {},
      ...["Field", "Value", "Treatment"].map((head) => element("th", { scope: "col" }, head)))),
    element("tbody", {}, ...rows));
}

function receipt(given) {
  return [
    element("h3", {}, "Receipt"),
    element("div", { class: "receipt" }, definitions([
      ["Log entry", given.entry, "code"], ["Written at", given.at], ["Leaf hash", given.leafHash, "code"],
      ["Policy version", given.policyVersion], ["Policy hash", given.policyHash, "code"],
    ])),
  ];
}

function decideIt(request) {
  return request.state !== "UNDER_REVIEW" ? [] : [element("p", {},
    "To decide it, sign in to the ", element("a", { href: `/console/requests/${request.id}` }, "console"),
    " as Carla, caseworker. Then read the outcome: ", element("code", {}, "tracingRequest(id: …) { state outcome { … } }"), ".")];
}

function outcomeParts(request) {
  const outcome = request.outcome;
  if (!outcome) {
    return request.dueBy ? [definitions([["Due by", request.dueBy], ["Request", request.id, "code"]]), ...decideIt(request)] : [];
  }
  const parts = [];
  if (outcome.person || outcome.withheld) {
    parts.push(fieldTable(outcome), definitions([
      ["Readable until", outcome.readableUntil], ["Destroy by", outcome.destroyBy],
    ]));
  } else if (outcome.reason) {
    parts.push(definitions([["Reason", outcome.reason, "code"], ["Clause", outcome.clause], ["Explanation", outcome.explanation]]));
  } else {
    parts.push(element("p", {}, "Nobody, more than one, or someone who must not be found: the three look alike on purpose."));
  }
  return outcome.receipt ? [...parts, ...receipt(outcome.receipt)] : parts;
}

function tally(traced) {
  const kept = traced.withheld ?? [];
  const generalised = kept.filter((one) => one.treatment === "GENERALISED").length;
  const withheld = kept.length - generalised;
  const released = leaves(traced.person ?? {}, "", new Map()).size - generalised;
  return `${released} released, ${generalised} generalised, ${withheld} withheld`;
}

function verdict(request) {
  const [tone, word] = STATES[request.state] ?? ["middle", request.state ?? "Answered"];
  const outcome = request.outcome;
  const rest = request.state === "UNDER_REVIEW" ? `A caseworker decides by ${request.dueBy}.`
    : outcome?.person ? tally(outcome) : outcome?.reason ?? "";
  return element("p", { class: "verdict" }, element("span", { class: `badge ${tone}` }, word), rest);
}

function raw(text) {
  let pretty = text;
  try {
    pretty = JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // Shown as it came.
  }
  return element("details", {}, element("summary", {}, "The answer as JSON"),
    element("pre", { id: "raw", tabindex: "0" }, element("code", {}, pretty)));
}

function errorList(errors) {
  return element("ul", { class: "errors" }, ...errors.map((one) => {
    const code = one.extensions?.code;
    return element("li", {},
      code ? element("a", { class: "code", href: `/errors#${code}` }, code) : null,
      code ? ": " : "", one.message ?? "no message");
  }));
}

function reveal(...children) {
  const answer = part("answer");
  answer.hidden = false;
  answer.replaceChildren(...children);
  answer.scrollIntoView({ behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth", block: "nearest" });
}

function presentTrouble(headline, message, text) {
  const children = [
    element("p", { class: "verdict" }, element("span", { class: "badge bad" }, `✕ ${headline}`)),
    element("p", {}, message),
  ];
  reveal(...children, ...(text ? [raw(text)] : []));
}

function present(status, text, requestId) {
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    presentTrouble(`HTTP ${status}`, status === 404 ? "Nothing answers at /graphql." : "The answer was not JSON.", text);
    return;
  }
  const parts = [];
  if (body.errors?.length) {
    parts.push(element("p", { class: "verdict" }, element("span", { class: "badge bad" }, "✕ Error")), errorList(body.errors));
  }
  const request = body.data?.requestTrace;
  if (request) {
    parts.push(verdict(request), ...outcomeParts(request));
  } else if (!parts.length) {
    parts.push(element("p", { class: "verdict" }, element("span", { class: "badge middle" }, `HTTP ${status}`)));
  }
  reveal(...parts, raw(text), element("p", { class: "hint code" }, `X-Request-ID ${requestId}`));
  // Anything but requestTrace has no picture of its own here: its JSON is the answer.
  part("answer").querySelector("details").open = !request;
}

// ---- GraphiQL ---------------------------------------------------------------------------------

async function openGraphiQL(event) {
  event.preventDefault();
  // Opened at once, within the click, or a browser takes it for a pop-up.
  const page = window.open("about:blank", "graphiql");
  const parameters = new URLSearchParams({
    headers: JSON.stringify({ Authorization: `Bearer ${await token(persona())}` }, null, 2),
    query: part("operation").value,
    variables: part("variables").value,
  });
  // GraphiQL reads its address with decodeURIComponent, which leaves a plus sign as it is.
  const address = `/q/graphql-ui/?${parameters.toString().replaceAll("+", "%20")}`;
  if (page) {
    page.location.href = address;
  } else {
    window.location.href = address;
  }
}

// ---- start ------------------------------------------------------------------------------------

async function start() {
  const [people, cases] = await Promise.all([
    fetch(`${identityProvider}/personas`).then((answer) => answer.json()),
    fetch("/try-it/cases.json").then((answer) => answer.json()),
  ]);
  personas = people.personas;
  prepared = cases;
  part("persona").replaceChildren(...personas.map((one) => element("option", { value: one.clientId }, one.name)));
  const nameOf = (clientId) => personas.find((one) => one.clientId === clientId).name;
  part("cases").replaceChildren(...prepared.cases.map((one) => element("label", { class: "card" },
    element("input", { type: "radio", name: "case", value: one.id }),
    element("b", {}, one.title), element("small", {}, nameOf(one.persona)))));
  part("cases").addEventListener("change", (event) => show(prepared.cases.find((one) => one.id === event.target.value)));
  part("persona").addEventListener("change", choosePersona);
  part("variables").addEventListener("input", refresh);
  part("operation").addEventListener("input", refresh);
  part("restore").addEventListener("click", () => show(shown));
  part("request").addEventListener("submit", submit);
  part("graphiql").addEventListener("click", openGraphiQL);
  show(prepared.cases[0]);
  part("persona").disabled = false;
  part("send").disabled = false;
}

start().catch(() => {
  part("fit").hidden = false;
  part("fit").textContent = `The development identity provider at ${identityProvider} does not answer. Restart ./mvnw quarkus:dev.`;
});
