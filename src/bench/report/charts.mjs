// Charts as SVG, drawn once for a wide and once for a narrow screen, in colours that the page sets for light and dark.
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

const { document } = parseHTML('<html><body></body></html>');
const WIDTHS = { wide: 760, narrow: 340 };

let charts = 0;

/** Bars, one for each of what is named. @param rows [{label, value, highlighted}] */
export function bars({ title, description, unit, rows }) {
  return figure(title, description, (width) => ({
    marginLeft: width < 500 ? 8 : 215,
    marginRight: 64,
    marginTop: width < 500 ? 16 : 8,
    marginBottom: 44,
    height: rows.length * (width < 500 ? 48 : 34) + 70,
    x: { label: unit, grid: true, ticks: width < 500 ? 4 : 8 },
    y: { label: null, axis: width < 500 ? null : 'left', domain: rows.map(({ label }) => label), padding: width < 500 ? 0.55 : 0.25 },
    marks: [
      Plot.barX(rows, { x: 'value', y: 'label', fill: (row) => (row.highlighted ? 'var(--ours)' : 'var(--others)') }),
      Plot.text(rows, { x: 'value', y: 'label', text: ({ value }) => amount(value), textAnchor: 'start', dx: 5, fill: 'currentColor' }),
      // Beside the bars there is no room for names on a telephone.
      ...(width < 500 ? [Plot.text(rows, { x: 0, y: 'label', text: 'label', textAnchor: 'start', dy: -20, fill: 'currentColor' })] : []),
      Plot.ruleX([0]),
    ],
  }));
}

/** Bars of parts that add up. @param rows [{label, part, value}] */
export function stackedBars({ title, description, unit, rows, parts }) {
  const labels = [...new Set(rows.map(({ label }) => label))];
  return figure(title, description, (width) => ({
    marginLeft: width < 500 ? 8 : 215,
    marginRight: 40,
    marginTop: width < 500 ? 16 : 8,
    marginBottom: 44,
    height: labels.length * (width < 500 ? 48 : 34) + 70,
    x: { label: unit, grid: true, ticks: width < 500 ? 4 : 8 },
    y: { label: null, axis: width < 500 ? null : 'left', domain: labels, padding: width < 500 ? 0.55 : 0.25 },
    color: { domain: parts, range: COLOURS, legend: false },
    marks: [
      Plot.barX(rows, Plot.stackX({ x: 'value', y: 'label', fill: 'part', order: parts })),
      ...(width < 500 ? [Plot.text(labels, { x: 0, y: (label) => label, text: (label) => label, textAnchor: 'start', dy: -20, fill: 'currentColor' })] : []),
      Plot.ruleX([0]),
    ],
  }), legend(parts));
}

/** Lines over a logarithmic or plain axis. @param rows [{x, y, line}] */
export function lines({ title, description, x, y, rows, isLogarithmic }) {
  const names = [...new Set(rows.map(({ line }) => line))];
  const places = [...new Set(rows.map((row) => row.x))].sort((one, other) => one - other);
  return figure(title, description, (width) => ({
    marginLeft: 54,
    marginRight: 24,
    marginTop: 24,
    marginBottom: 44,
    height: 310,
    x: {
      label: x,
      ...(isLogarithmic ? { type: 'log', axis: null } : { ticks: width < 500 ? 4 : 10 }),
    },
    y: { label: y, grid: true, zero: true, nice: true, ticks: 5, tickFormat: short },
    color: { domain: names, range: COLOURS, legend: false },
    marks: [
      // Each by its name: left to itself, a logarithmic axis names powers of ten and what is near them.
      ...(isLogarithmic ? [Plot.axisX(places, { label: x, text: short })] : []),
      Plot.lineY(rows, { x: 'x', y: 'y', stroke: 'line', strokeWidth: 2 }),
      Plot.dot(rows, { x: 'x', y: 'y', fill: 'line', symbol: 'line', r: 4 }),
      Plot.ruleY([0]),
    ],
    symbol: { domain: names },
  }), names.length > 1 ? legend(names) : '');
}

export function amount(value) {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export function escaped(text) {
  return String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const COLOURS = ['var(--ours)', 'var(--others)', 'var(--third)', 'var(--fourth)', 'var(--fifth)', 'var(--sixth)', 'var(--seventh)'];

function figure(title, description, plot, after = '') {
  const drawn = Object.entries(WIDTHS).map(([name, width]) => svg(`${name} chart`, title, description, { width, ...plot(width) }));
  return drawn.join('') + after;
}

function svg(className, title, description, options) {
  const id = `chart-${++charts}`;
  const chart = Plot.plot({ document, style: { fontSize: '13px', background: 'none' }, ...options });
  chart.setAttribute('role', 'img');
  chart.setAttribute('aria-labelledby', `${id}-title ${id}-description`);
  chart.setAttribute('class', `${className} ${chart.getAttribute('class')}`);
  // Its own names of marks say less than the title and the table do.
  chart.querySelectorAll('[aria-label], [aria-description]').forEach((mark) => {
    mark.removeAttribute('aria-label');
    mark.removeAttribute('aria-description');
  });
  const names = `<title id="${id}-title">${escaped(title)}</title><desc id="${id}-description">${escaped(description)}</desc>`;
  return chart.outerHTML.replace(/^(<svg[^>]*>)/, (opening) => opening + names);
}

function legend(names) {
  return `<ul class="legend">${names.map((name, place) => `<li><span class="colour-${place}"></span>${escaped(name)}</li>`).join('')}</ul>`;
}

function short(value) {
  return value >= 1e6 ? `${value / 1e6}M` : value >= 1e3 ? `${value / 1e3}k` : String(value);
}
