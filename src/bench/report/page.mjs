// The report: one page that needs nothing beside itself, and the same table for a terminal.
import { readFileSync } from 'node:fs';
import { amount, bars, escaped, lines, stackedBars } from './charts.mjs';

const STYLE = readFileSync(new URL('page.css', import.meta.url), 'utf8');
const AIMS = { p99: 50, overBare: 1, overPostgraphile: 3, start: 0.3, memory: 150 };

/** @param results as benchmark.mjs writes them */
export function page(results) {
  const parts = [heading(results), compared(results), rows(results), warming(results), starting(results), growing(results), conditions(results)];
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Narrowgate: the benchmark</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${parts.join('\n')}
</main>
</body>
</html>
`;
}

/** For a terminal, and for a README: a table in Markdown. */
export function printed(results) {
  const head = ['', ...COLUMNS.map(({ name }) => name)];
  const body = results.contestants.map((one) => [one.label, ...COLUMNS.map(({ of }) => of(one, results))]);
  return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The bare server in the form that was fastest here. */
export function reference({ contestants }) {
  return contestants
    .filter(({ name }) => name.startsWith('bare'))
    .toSorted((one, other) => other.perSecond - one.perSecond)
    .at(0);
}

/** How many times as much as the bare server; nothing where that was not measured. */
export function ratio(results, one, of = ({ perSecond }) => perSecond) {
  const bare = reference(results);
  return bare && of(bare) && of(one) ? of(one) / of(bare) : undefined;
}

const COLUMNS = [
  { name: 'requests a second', of: ({ perSecond }) => amount(perSecond) },
  { name: 'to the bare server', of: (one, results) => times(ratio(results, one)) },
  { name: 'p50, ms', of: ({ p50 }) => amount(p50) },
  { name: 'p90, ms', of: ({ p90 }) => amount(p90) },
  { name: 'p99, ms', of: ({ p99 }) => amount(p99) },
  { name: 'max, ms', of: ({ max }) => amount(max) },
  { name: 'memory, MiB', of: ({ memory }) => optional(memory) },
  { name: 'CPU, ms a request', of: ({ cpu }) => optional(cpu) },
  { name: 'to the bare server', of: (one, results) => times(ratio(results, one, ({ cpu }) => cpu)) },
  { name: 'of PostgreSQL, ms', of: ({ cpuOfPostgres }) => amount(cpuOfPostgres) },
  { name: 'to the bare server', of: (one, results) => times(ratio(results, one, ({ cpuOfPostgres }) => cpuOfPostgres)) },
];

function heading(results) {
  const { machine, options } = results;
  const busy = machine.load[0] > machine.processors / 2;
  return `<h1>What a disclosure costs</h1>
<p><code>requestTrace</code> on an automatic purpose with everything on, against the bare minimum of the same work: ${escaped(results.date.slice(0, 16).replace('T', ' '))} UTC,
${machine.processors} processors (${escaped(machine.processor)}), ${machine.memory} GiB, shared by the contestant, PostgreSQL ${escaped(results.versions.PostgreSQL)} and the load;
${options.people.toLocaleString('en-GB')} people held, ${options.clients} clients, ${options.seconds} s each.</p>
${busy ? `<p class="warning">The machine was not idle: its load was ${machine.load.join(', ')} (1, 5 and 15 minutes) before anything was started. Only the order of things can be read from these figures.</p>` : ''}
${aims(results)}`;
}

function aims(results) {
  const by = (name) => results.contestants.find((one) => one.name === name);
  const said = [];
  const jvm = by('jvm');
  if (jvm && reference(results)) {
    said.push(aim(`On the JVM, warm, at least level with the bare server: ${times(ratio(results, jvm))}`, ratio(results, jvm) >= AIMS.overBare));
  }
  if (jvm && by('postgraphile')) {
    const over = jvm.perSecond / by('postgraphile').perSecond;
    said.push(aim(`On the JVM, warm, ${AIMS.overPostgraphile} times PostGraphile: ${times(over)}`, over >= AIMS.overPostgraphile));
  }
  if (jvm) {
    said.push(aim(`p99 under ${AIMS.p99} ms at ${results.options.clients} clients: ${amount(jvm.p99)} ms`, jvm.p99 < AIMS.p99));
  }
  const native = results.starts.find(({ name }) => name === 'native');
  if (native) {
    said.push(aim(`First disclosure under ${AIMS.start} s after the start of the native executable: ${amount(native.first)} s`, native.first < AIMS.start));
    said.push(aim(`Under ${AIMS.memory} MB resident after 10,000 disclosures: ${amount(native.memoryLater * 1.048576)} MB`, native.memoryLater * 1.048576 < AIMS.memory));
  }
  return said.length ? `<h2>What was aimed at</h2><ul>${said.join('')}</ul>` : '';
}

function aim(sentence, isReached) {
  return `<li>${escaped(sentence)} – <strong>${isReached ? 'reached' : 'not reached'}</strong></li>`;
}

function compared(results) {
  const all = results.contestants;
  if (all.length === 0) {
    return '';
  }
  const value = (of) => all.map((one) => ({ label: one.label, value: of(one), highlighted: isOurs(one) })).filter((row) => row.value !== undefined);
  const costs = all.flatMap((one) => [
    { label: one.label, part: 'the server', value: one.cpu ?? 0 },
    { label: one.label, part: 'PostgreSQL', value: one.cpuOfPostgres },
  ]);
  return `<h2>Compared</h2>
<p>The bare server is the same work by hand in three forms: requests that wait put into one commit, as Narrowgate does, in one process
or two, and a transaction for each request. Ratios are to ${reference(results) ? `the one that was fastest here, <em>${escaped(reference(results).label)}</em>` : 'the fastest of them'}. pgbench has no server before it, and ${all.find(({ name }) => name === 'pgbench')?.clients ?? 16} connections as the servers have.</p>
${table('Every answer was TRACED: one that is not ends the benchmark.', ['', ...COLUMNS.map(({ name }) => name)], all.map((one) => [one.label, ...COLUMNS.map(({ of }) => of(one, results))]))}
${chart('Requests a second', bars({ title: 'Requests a second', description: sentence(value(({ perSecond }) => perSecond)), unit: 'requests a second', rows: value(({ perSecond }) => perSecond) }))}
${chart('99 of 100 answers came within', bars({ title: 'p99 in milliseconds', description: sentence(value(({ p99 }) => p99)), unit: 'milliseconds', rows: value(({ p99 }) => p99) }))}
${chart('Processor time of one request', stackedBars({ title: 'Processor time of one request in milliseconds', description: 'Of the server and of PostgreSQL, one bar for each contestant; the values are in the table above.', unit: 'milliseconds', rows: costs, parts: ['the server', 'PostgreSQL'] }))}
${chart('Resident memory after it', bars({ title: 'Resident memory in mebibytes', description: sentence(value(({ memory }) => memory)), unit: 'MiB, of all processes', rows: value(({ memory }) => memory) }))}`;
}

function rows({ contestants }) {
  if (contestants.length === 0) {
    return '';
  }
  const tables = Object.keys(contestants[0].rowsPerRequest);
  return `<h2>The same work</h2>
<p>Before it was measured each contestant answered the same people, and its answers, rows and filled columns were compared with
Narrowgate's. While it was measured, rows were counted. They may exceed the answers by those on their way when the load ended.
In <code>purpose_use</code> it is the count of the day that goes up. Narrowgate's signer adds, by itself and once a second, a
checkpoint and a tile for every 256 entries; no other contestant does that.</p>
${table('Rows written for each answer', ['', ...tables, 'WAL, bytes', 'answers', 'not TRACED', 'CPU of the load, ms'], contestants.map((one) => [
    one.label,
    ...tables.map((name) => one.rowsPerRequest[name].toFixed(3)),
    amount(one.walBytes),
    one.traced.toLocaleString('en-GB'),
    String(one.wrong),
    optional(one.cpuOfLoad),
  ]))}`;
}

function warming({ contestants }) {
  const warmed = contestants.filter(({ warming }) => warming?.rates.length);
  if (warmed.length === 0) {
    return '';
  }
  const servers = warmed.filter(({ name }) => !name.startsWith('pgbench'));
  const points = servers.flatMap(({ label, warming: { seconds, rates } }) => rates.map((y, place) => ({ x: (place + 1) * seconds, y, line: label })));
  return `<h2>Warming up</h2>
<p>Each was measured once three slices of load in a row were within a twentieth of one another, on the JVM not before two and a half minutes of load.</p>
${chart('Requests a second since the first request', lines({ title: 'Requests a second while warming up', description: 'One line for each server over seconds; the values are in the table.', x: 'seconds of load', y: 'requests a second', rows: points.slice(0, 400) }))}
${table('Until it was steady', ['', 'seconds', 'first slice, a second', 'last slice, a second', 'steady'], warmed.map(({ label, warming: { seconds, rates, isSteady } }) => [
    label, String(seconds * rates.length), amount(rates[0]), amount(rates.at(-1)), isSteady ? 'yes' : 'no',
  ]))}`;
}

function starting({ starts }) {
  if (starts.length === 0) {
    return '';
  }
  return `<h2>Starting</h2>
<p>From the start of the process, on a migrated database, to the first answer that traces somebody; of several starts the median.</p>
${table('Start and memory', ['', 'first disclosure, s', 'all starts, s', 'memory then, MiB', 'after 10,000 disclosures, MiB'], starts.map((one) => [
    one.label, amount(one.first), one.seconds.map((second) => second.toFixed(2)).join(', '), amount(one.memory), amount(one.memoryLater),
  ]))}`;
}

function growing({ growth, options }) {
  const clients = growth.clients.length === 0 ? '' : `<h2>With more clients</h2>
${chart('Narrowgate on the JVM, requests a second', lines({ title: 'Requests a second by clients', description: 'One line over numbers of clients; the values are in the table.', x: 'clients', y: 'requests a second', isLogarithmic: true, rows: growth.clients.map((one) => ({ x: one.clients, y: one.perSecond, line: 'a second' })) }))}
${chart('Narrowgate on the JVM, milliseconds', lines({ title: 'Latency by clients', description: 'p50 and p99 over numbers of clients; the values are in the table.', x: 'clients', y: 'milliseconds', isLogarithmic: true, rows: growth.clients.flatMap((one) => [{ x: one.clients, y: one.p50, line: 'p50' }, { x: one.clients, y: one.p99, line: 'p99' }]) }))}
${table('By clients', ['clients', ...LATENCIES], growth.clients.map((one) => [String(one.clients), ...latencies(one)]))}`;
  const people = growth.people.length === 0 ? '' : `<h2>With more people</h2>
<p>${options.clients} clients; each size has a database and a start of its own.</p>
${chart('Narrowgate on the JVM, requests a second', lines({ title: 'Requests a second by people held', description: 'One line over sizes of the registry; the values are in the table.', x: 'people held', y: 'requests a second', isLogarithmic: true, rows: growth.people.map((one) => ({ x: one.people, y: one.perSecond, line: 'a second' })) }))}
${table('By people held', ['people', ...LATENCIES, 'made up and loaded in, s'], growth.people.map((one) => [one.people.toLocaleString('en-GB'), ...latencies(one), amount(one.loading)]))}`;
  return clients + people;
}

const LATENCIES = ['requests a second', 'p50, ms', 'p90, ms', 'p99, ms', 'max, ms', 'CPU, ms a request', 'of PostgreSQL, ms'];

function latencies(one) {
  return [one.perSecond, one.p50, one.p90, one.p99, one.max, one.cpu, one.cpuOfPostgres].map(amount);
}

function conditions({ machine, versions, settings, options, minutes }) {
  const list = (entries) => `<dl>${Object.entries(entries).map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>`;
  return `<h2>Conditions</h2>
<h3>Machine</h3>
${list({ processor: machine.processor, processors: machine.processors, memory: `${machine.memory} GiB`, Linux: machine.kernel, 'load before': machine.load.join(', '), 'load after': machine.loadAtEnd?.join(', ') ?? '', minutes: minutes?.toFixed(1) ?? '' })}
<h3>Versions</h3>
${list(versions)}
<h3>PostgreSQL's settings</h3>
${list(settings)}
<h3>Options</h3>
${list({
    people: options.people,
    clients: options.clients,
    seconds: options.seconds,
    seed: options.seed,
    'connections to PostgreSQL': `${options.connections}, of every contestant`,
    Narrowgate: 'its defaults: no flags of the JVM, no settings but addresses; the log signed by one key; counter-fraud has no limit in the policy that ships',
  })}
<p class="quiet">What is compared, why that is fair, and what it does not show: src/docs/decisions/0026-the-same-work-beside-us.md.</p>`;
}

function chart(caption, drawing) {
  return `<figure><figcaption>${escaped(caption)}</figcaption>${drawing}</figure>`;
}

function table(caption, head, body) {
  const cells = (tag, values) => values.map((value) => `<${tag}>${escaped(value)}</${tag}>`).join('');
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escaped(caption)}"><table><caption>${escaped(caption)}</caption>
<thead><tr>${head.map((name) => `<th scope="col">${escaped(name)}</th>`).join('')}</tr></thead>
<tbody>${body.map(([first, ...rest]) => `<tr><th scope="row">${escaped(first)}</th>${cells('td', rest)}</tr>`).join('\n')}</tbody></table></div>`;
}

function sentence(values) {
  return values.map(({ label, value }) => `${label} ${amount(value)}`).join('; ');
}

function isOurs({ name }) {
  return name === 'jvm' || name === 'native';
}

function optional(value) {
  return value === undefined ? '–' : amount(value);
}

function times(value) {
  return value === undefined ? '–' : `${value.toFixed(2)} ×`;
}
