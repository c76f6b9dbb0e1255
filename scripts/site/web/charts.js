// Draws the pictures of the overview, when the site is built: reads their data as JSON from standard input and writes
// {name: {wide: svg, narrow: svg}} to standard output. The site itself runs no chart code.
import * as Plot from "@observablehq/plot";
import { JSDOM } from "jsdom";
import { readFileSync } from "node:fs";

const WIDTHS = { wide: 1040, narrow: 328 };
const SYMBOLS = { happened: "circle", alleged: "diamond2", ahead: "triangle2", denied: "times" };
const XLINK = "http://www.w3.org/1999/xlink";
const DAY = 86_400_000;
const { document } = new JSDOM("").window;

const colour = (group) => `var(--${group})`;
const day = (text, more = 0) => new Date(Date.parse(text) + more * DAY);
const words = (act) => `${act.called} (${[act.event_type, act.status, act.when].filter(Boolean).join(", ")})`;
const short = (name, longest) => (name.length > longest ? `${name.slice(0, longest - 1)}…` : name);
const told = { href: (act) => act.href, ariaLabel: words };

const symbols = (acts, place) =>
  Object.keys(SYMBOLS).map((group) =>
    Plot.dot(acts.filter((act) => act.group === group), {
      ...place,
      ...told,
      symbol: SYMBOLS[group],
      r: 4.5,
      fill: group === "happened" ? colour(group) : "var(--paper)",
      stroke: colour(group),
      strokeWidth: 1.8,
    }),
  );

// A bar for a time that the words leave open: filled, outlined, dashed or dotted by the group of its status.
const DASHES = { ahead: "4 2", denied: "1.5 2.5" };
const bars = (acts, place) =>
  Object.keys(SYMBOLS).map((group) =>
    Plot.rect(acts.filter((act) => act.group === group), {
      ...place,
      ...told,
      fill: group === "happened" ? colour(group) : "var(--paper)",
      stroke: colour(group),
      strokeWidth: 1.5,
      strokeDasharray: DASHES[group],
      rx: 2,
    }),
  );

// One band for each type of act, as many lanes high as its acts overlap; `least` and `apart` are times.
function lanes(acts, least, apart) {
  const placed = [];
  const bands = [];
  let top = 0;
  for (const type of [...new Set(acts.map((act) => act.event_type))].sort()) {
    const ends = [];
    for (const act of acts.filter((one) => one.event_type === type)) {
      const [start, end] = [+day(act.date_earliest), +day(act.date_latest, 1)];
      const dot = end - start <= DAY;
      const middle = (start + end) / 2;
      const [from, to] = dot ? [middle - apart, middle + apart] : [start, Math.max(end, start + least) + least / 2];
      const found = ends.findIndex((one) => one <= from);
      const lane = found < 0 ? ends.length : found;
      ends[lane] = to;
      placed.push({ ...act, dot, middle, start, end: Math.max(end, start + least), y: top + lane + 0.5 });
    }
    bands.push({ type, top, middle: top + ends.length / 2 });
    top += ends.length + 0.6;
  }
  return { placed, bands, height: top };
}

function timeline({ timeline: { acts } }, width) {
  if (!acts.length) return null;
  const wide = width > 600;
  const first = day(`${acts[0].date_earliest.slice(0, 4)}-01-01`);
  const last = new Date(Math.max(...acts.map((act) => day(act.date_latest, 1))));
  const [marginLeft, marginRight] = [96, 14];
  const perPixel = (last - first) / (width - marginLeft - marginRight);
  const { placed, bands, height } = lanes(acts, 5 * perPixel, 7 * perPixel);
  return Plot.plot({
    document,
    width,
    height: height * 15 + 44,
    marginLeft,
    marginRight,
    marginTop: 24,
    marginBottom: 20,
    x: { type: "utc", domain: [first, last], axis: null },
    y: { domain: [0, height], reverse: true, axis: null },
    marks: [
      Plot.gridX({ ticks: "1 year", stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.axisX({ anchor: "top", label: null, ticks: wide ? "1 year" : "2 years", tickFormat: "%Y", tickSize: 0, fontSize: 12, fill: "var(--ink)" }),
      Plot.ruleY(bands.slice(1), { y: (band) => band.top - 0.3, x1: first, x2: last, stroke: "var(--line)" }),
      Plot.text(bands, { x: first, y: "middle", text: "type", dx: -8, textAnchor: "end", fontSize: 12, fill: "var(--ink)" }),
      ...bars(placed.filter((act) => !act.dot), { x1: "start", x2: "end", y1: (act) => act.y - 0.28, y2: (act) => act.y + 0.28 }),
      ...symbols(placed.filter((act) => act.dot), { x: "middle", y: "y" }),
    ],
  });
}

// Acts as symbols in rows, by what `of` gives of each; where they are very many one symbol stands for several.
function rows({ acts, of, groups }, width) {
  const order = groups.map((group) => group.id);
  const counted = [...new Set(acts.map(of))]
    .map((name) => ({ name, acts: acts.filter((act) => of(act) === name).sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group)) }))
    .sort((a, b) => b.acts.length - a.acts.length);
  const most = counted[0]?.acts.length ?? 0;
  if (!most) return null;
  const [marginLeft, longest] = width > 600 ? [190, 40] : [120, 18];
  const across = Math.max(1, Math.floor((width - marginLeft - 40) / 14));
  const each = Math.max(1, Math.ceil(most / (width > 600 ? 60 : across * 3)));
  const placed = [];
  let top = each > 1 ? 1.2 : 0;
  for (const row of counted) {
    const drawn = row.acts.filter((_, at) => at % each === 0);
    drawn.forEach((act, at) => placed.push({ ...act, x: (at % across) + 0.5, y: top + Math.floor(at / across) + 0.5 }));
    row.middle = top + Math.ceil(drawn.length / across) / 2;
    row.end = Math.min(drawn.length, across);
    top += Math.ceil(drawn.length / across) + 0.5;
  }
  return Plot.plot({
    document,
    width,
    height: top * 16 + 8,
    marginLeft,
    marginRight: 40,
    marginTop: 4,
    marginBottom: 4,
    x: { domain: [0, (width - marginLeft - 40) / 14], axis: null },
    y: { domain: [0, top], reverse: true, axis: null },
    marks: [
      each > 1 ? Plot.text([`One symbol stands for ${each} acts`], { x: 0, y: 0.5, textAnchor: "start", fontSize: 12, fill: "var(--quiet)" }) : null,
      Plot.text(counted, { x: 0, y: "middle", text: (row) => short(row.name, longest), dx: -8, textAnchor: "end", fontSize: 12, fill: "var(--ink)" }),
      ...symbols(placed, { x: "x", y: "y" }),
      Plot.text(counted, { x: "end", y: "middle", text: (row) => String(row.acts.length), dx: 6, textAnchor: "start", fontSize: 12, fill: "var(--quiet)" }),
    ],
  });
}

function speakers({ speakers: rows, topics: columns, codes }, width) {
  if (!rows.length) return null;
  const marginLeft = width > 600 ? 230 : 132;
  const cells = rows.flatMap((row) =>
    Object.entries(row.topics).map(([topic, count]) => ({
      name: row.name,
      topic,
      count,
      href: `quotes.html#speaker_id=${encodeURIComponent(row.id)}&topic=${encodeURIComponent(codes[topic])}`,
      label: `${row.name} on ${topic}: ${count}`,
    })),
  );
  const longest = width > 600 ? 34 : 17;
  return Plot.plot({
    document,
    width,
    height: rows.length * 22 + 104,
    marginLeft,
    marginRight: 8,
    marginTop: 100,
    marginBottom: 4,
    x: { type: "point", domain: ["all", ...columns], axis: null, label: null, padding: 0.5 },
    y: { type: "point", domain: rows.map((row) => row.name), axis: null, label: null, padding: 0.5 },
    r: { range: [0, width > 600 ? 10.5 : 7.5], domain: [0, Math.max(4, ...cells.map((cell) => cell.count))] },
    marks: [
      Plot.gridY({ stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.axisX({ anchor: "top", label: null, tickRotate: width > 600 ? -50 : -90, tickFormat: (name) => short(name, 16), textAnchor: "start", tickSize: 0, fontSize: 12, fill: "var(--ink)" }),
      Plot.axisY({ label: null, tickSize: 0, fontSize: 12, tickFormat: (name) => short(name, longest), fill: "var(--ink)" }),
      Plot.text(rows, { x: () => "all", y: "name", text: (row) => String(row.count), fontSize: 12, fontWeight: "bold", fill: "var(--ink)" }),
      Plot.dot(cells, { x: "topic", y: "name", r: "count", fill: "var(--quotes-fill)", stroke: "var(--quotes)", href: "href", ariaLabel: "label" }),
      Plot.text(cells, { x: "topic", y: "name", text: (cell) => (cell.count > 1 ? String(cell.count) : ""), fontSize: 11, fill: "var(--ink)", pointerEvents: "none" }),
    ],
  });
}

function measure({ figures: rows }, width) {
  const values = [0, ...rows.map((row) => row.number)];
  const label = (row) => `${row.when} · ${row.by}`;
  const wide = width > 600;
  return Plot.plot({
    document,
    width,
    height: rows.length * (wide ? 30 : 46) + 8,
    marginLeft: wide ? 330 : 8,
    marginRight: 130,
    marginTop: 4,
    marginBottom: 4,
    x: { domain: [Math.min(...values), Math.max(...values)], axis: null },
    y: { type: "band", domain: rows.map((row) => row.figure_id), axis: null },
    marks: [
      Plot.barX(rows, { x: "number", y: "figure_id", fill: "var(--figures-fill)", stroke: "var(--figures)", insetTop: wide ? 6 : 20, insetBottom: 6, href: (row) => `figures.html#${encodeURIComponent(row.figure_id)}`, ariaLabel: (row) => `${row.figure_id}: ${row.text}` }),
      Plot.ruleX([0], { stroke: "var(--ink)" }),
      Plot.text(rows, { x: Math.min(...values), y: "figure_id", text: label, dx: wide ? -12 : 2, dy: wide ? 0 : -14, textAnchor: wide ? "end" : "start", fontSize: 12, fill: "var(--ink)" }),
      Plot.text(rows, { x: "number", y: "figure_id", text: "words", dx: 6, dy: wide ? 0 : 7, textAnchor: "start", fontSize: 12, fontWeight: "bold", fill: "var(--ink)" }),
    ],
  });
}

// The site's policy allows no style in the page: Plot's own style sheet is left out (the site's has what is needed). What is
// drawn is told as codes are.
function asText(svg, called) {
  if (!svg) return "";
  for (const style of svg.querySelectorAll("style")) style.remove();
  for (const element of [svg, ...svg.querySelectorAll("[style]")]) element.removeAttribute("style");
  for (const link of svg.querySelectorAll("a")) {
    const href = link.getAttributeNS(XLINK, "href");
    link.removeAttributeNS(XLINK, "href");
    link.setAttribute("href", href);
    link.removeAttribute("fill");
    link.setAttribute("aria-label", link.firstElementChild.getAttribute("aria-label"));
    link.firstElementChild.removeAttribute("aria-label");
  }
  for (const group of svg.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
  for (const element of svg.querySelectorAll("[d], [transform], [x], [x1], [cx]")) {
    for (const name of ["d", "transform", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height"]) {
      const drawn = element.getAttribute(name);
      if (drawn) element.setAttribute(name, drawn.replace(/-?\d*\.\d+/g, (number) => +(+number).toFixed(1)));
    }
  }
  svg.setAttribute("class", "chart");
  svg.setAttribute("role", "group");
  svg.setAttribute("aria-label", called);
  return svg.outerHTML;
}

const both = (draw, called) => Object.fromEntries(Object.entries(WIDTHS).map(([name, width]) => [name, asText(draw(width), called)]));
const data = JSON.parse(readFileSync(0, "utf8"));
const { groups } = data;
const drawn = {
  timeline: both((width) => timeline(data, width), "Dated acts through time"),
  undated: both((width) => rows({ acts: data.timeline.undated, of: (act) => act.event_type, groups }, width), "Acts without two dates, by type"),
  topics: both((width) => rows({ acts: data.acts, of: (act) => act.topic, groups }, width), "Acts by topic"),
  speakers: both((width) => speakers(data, width), "Statements by speaker and topic"),
};
for (const one of data.measures.filter((found) => found.drawn)) {
  drawn[`measure ${one.id} ${one.unit}`] = both((width) => measure(one, width), one.name);
}
process.stdout.write(JSON.stringify(drawn));
