// The page of a table: search, filters, sorting, permanent links and the download of what is shown.
import { meant, toUse, unescaped } from "./address.js";
import {
  FilterModule,
  FormatModule,
  FrozenColumnsModule,
  ResizeColumnsModule,
  ResizeTableModule,
  ResponsiveLayoutModule,
  SortModule,
  Tabulator,
} from "tabulator-tables";

Tabulator.registerModule([FilterModule, FormatModule, FrozenColumnsModule, ResizeColumnsModule, ResizeTableModule, ResponsiveLayoutModule, SortModule]);

const data = JSON.parse(document.getElementById("data").textContent);
const form = document.getElementById("filters");
const count = document.getElementById("count");
const isNumber = (field) => field.type === "integer" || field.type === "number";
const columnNames = data.fields.map((field) => field.name);
const names = (list, key) => data.names[list]?.[key] ?? key;
const namedIn = (field) => field.references ?? field.vocabulary;
const NARROW = window.matchMedia("(max-width: 44rem)").matches;
const PARAMETERS = new Set(["search", "actor", "since", "until"]);

const fieldOf = new Map(data.fields.map((field) => [field.name, field]));
const withState = (key) => [key, data.states[key]].filter(Boolean);

const records = data.rows.map((values, at) => {
  const cells = Object.fromEntries(columnNames.map((name, column) => [name, values[column]]));
  const taking = (data.parties?.[at] ?? []).flat();
  const actors = new Set(taking.flatMap(withState));
  const words = [...values, data.when?.[at][0] ?? null, ...taking.map((key) => names("actors", key))];
  for (const field of data.fields) {
    if (!namedIn(field) || cells[field.name] === null) continue;
    words.push(names(namedIn(field), cells[field.name]));
    if (field.references === "actors") for (const key of withState(cells[field.name])) actors.add(key);
  }
  const id = data.key.map((name) => cells[name]).join("+");
  return { id, at, cells, actors, words: words.filter((word) => word !== null).join("\n").toLowerCase() };
});

// Words and links are made as nodes, never as markup, so that a value is only ever text.
function link(href, text, label) {
  const made = document.createElement("a");
  made.href = href;
  made.textContent = text;
  if (label) made.setAttribute("aria-label", label);
  return made;
}

function webAddress(value) {
  try {
    return ["http:", "https:"].includes(new URL(value).protocol);
  } catch {
    return false;
  }
}

function valueNode(field, record) {
  const value = record.cells[field.name];
  if (value === null) return document.createTextNode("");
  if (field.link) {
    const href = field.link.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(record.cells[name] ?? ""));
    const made = link(href, names(namedIn(field), value));
    if (field.vocabulary) made.className = "code";
    return made;
  }
  if (!isNumber(field) && webAddress(value)) {
    const made = link(value, value);
    made.rel = "noopener";
    return made;
  }
  return document.createTextNode(value);
}

const symbol = (group) => Object.assign(document.createElement("i"), { className: `symbol ${group}` });

function spanOf(...nodes) {
  const span = document.createElement("span");
  span.append(...nodes);
  return span;
}

function keyCell(field, record) {
  const permanent = link(`#${encodeURIComponent(record.id)}`, "#", `Permanent link to ${record.id}`);
  permanent.className = "permanent";
  return spanOf(permanent, valueNode(field, record));
}

// The sentence around a row's words, the ways to it and the ways to use the row, when they are asked for.
function evidence(record, row) {
  const [details, summary, words, ways] = ["details", "summary", "blockquote", "p"].map((name) => document.createElement(name));
  details.className = "evidence";
  summary.textContent = "Words";
  summary.setAttribute("aria-label", `Words of ${record.id}`);
  details.append(summary);
  details.addEventListener("toggle", () => {
    if (details.open && !words.parentNode) {
      words.textContent = data.around[record.at] ?? record.cells.text;
      ways.append(link(`articles/${encodeURIComponent(record.cells.source_id)}.html#at-${encodeURIComponent(record.id)}`, "In the article"));
      if (data.live[record.at]) ways.append(" · ", Object.assign(link(data.live[record.at], "Where it was published"), { rel: "noopener" }));
      ways.append(" · ", link(`#${encodeURIComponent(record.id)}`, "Cite or report this row"));
      ways.lastChild.addEventListener("click", (event) => {
        event.preventDefault();
        history.replaceState(null, "", ways.lastChild.hash);
        mark(record.id);
        toUse();
      });
      details.append(words, ways);
    }
    row.normalizeHeight();
  });
  return details;
}

const NAMING = ["label", "text"].find((name) => fieldOf.has(name));
function fieldCell(field, record, row) {
  if (field.name === data.key[0]) return keyCell(field, record);
  const value = valueNode(field, record);
  const group = field.name === "status" && data.groups[record.cells.status];
  if (group) return spanOf(symbol(group), " ", value);
  return data.around && field.name === NAMING ? spanOf(value, evidence(record, row)) : value;
}

function partiesCell(record) {
  const groups = data.parties[record.at].map((group) =>
    group.flatMap((key, at) => [at ? ", " : "", link(`actors/${encodeURIComponent(key)}.html`, names("actors", key))]),
  );
  return spanOf(...groups.flatMap((group, at) => [at ? " → " : "", ...group]));
}

// What a cell says, in words: for sorting and for the download of what is seen.
const partiesText = (record) => data.parties[record.at].map((group) => group.map((key) => names("actors", key)).join(", ")).join(" → ");
const fieldText = (field, record) => {
  const value = record.cells[field.name];
  return value === null ? null : names(namedIn(field), value);
};

function mentionCell(record) {
  const cell = document.createElement("span");
  data.mentions[record.at].forEach(([table, number, href], at) => {
    if (at) cell.append(", ");
    cell.append(link(href, `${number} ${number === 1 ? table.replace(/(?<=s)es$|s$/, "") : table}`));
  });
  return cell;
}

const blanksLast = (compare) => (a, b, rowA, rowB, column, direction) => {
  if (a === null || b === null) return (a === b ? 0 : a === null ? 1 : -1) * (direction === "asc" ? 1 : -1);
  return compare(a, b);
};
const byNumber = blanksLast((a, b) => Number(a) - Number(b));
const { compare } = new Intl.Collator("en", { numeric: true });
const byWords = (field) => blanksLast((a, b) => compare(names(namedIn(field), a), names(namedIn(field), b)));
const over = (value, order) => (a, b, rowA, rowB) => order(value(rowA.getData()), value(rowB.getData()));
const inOrder = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
// A column's title is a button, so that the keyboard can sort; the press goes on to the header, which sorts.
function sortButton(cell, field) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "sort";
  button.textContent = cell.getValue();
  if (field) button.dataset.entry = `${data.table}.${field.name}`;
  return button;
}

const FEW = 8; // rows that need no scrolling of their own
const WIDTHS = { when: 125, label: 300, text: 340, note: 260, definition: 340, title: 300, taking_part: 210, source_id: 150, key: 150 };

const total = (record) => data.mentions[record.at].reduce((sum, [, number]) => sum + number, 0);
const KINDS = {
  field: ({ name }) => {
    const field = fieldOf.get(name);
    return {
      field: `cells.${name}`,
      hozAlign: isNumber(field) ? "right" : "left",
      sorter: isNumber(field) ? byNumber : byWords(field),
      formatter: (cell) => fieldCell(field, cell.getData(), cell.getRow()),
      text: (record) => fieldText(field, record),
    };
  },
  when: () => ({
    field: "when",
    sorter: over((record) => data.when[record.at][1], inOrder),
    formatter: (cell) => document.createTextNode(data.when[cell.getData().at][0] ?? ""),
    text: (record) => data.when[record.at][0],
  }),
  taking_part: () => ({
    field: "taking_part",
    sorter: over(partiesText, compare),
    formatter: (cell) => partiesCell(cell.getData()),
    text: partiesText,
  }),
  mentions: () => ({
    field: "mentions",
    sorter: over(total, (a, b) => a - b),
    formatter: (cell) => mentionCell(cell.getData()),
    text: (record) => mentionCell(record).textContent,
  }),
};

function column({ name, title, kind, hidden }, position) {
  const width = WIDTHS[position ? name : "key"] ?? 110;
  return {
    title,
    visible: !hidden,
    minWidth: width,
    widthGrow: position ? width / 100 : 0,
    titleFormatter: (cell) => sortButton(cell, fieldOf.get(name)),
    cssClass: `column-${name}`,
    frozen: position === 0 && !NARROW,
    responsive: position === 0 ? 0 : 1,
    ...KINDS[kind]({ name }),
  };
}

const columns = data.columns.map(column);

// On a narrow screen the columns that do not fit are listed beneath the key, as nodes like all else.
function listed(columns) {
  const [cell, list] = ["div", "dl"].map((tag) => document.createElement(tag));
  cell.setAttribute("role", "gridcell");
  cell.append(list);
  for (const { title, value } of columns.filter((column) => column.value.textContent)) {
    const [pair, name, words] = ["div", "dt", "dd"].map((tag) => document.createElement(tag));
    name.textContent = title;
    words.append(value);
    pair.append(name, " ", words);
    list.append(pair);
  }
  return cell;
}

let shownRow = null;
const table = new Tabulator("#table", {
  data: records,
  columns: columns.map(({ text, ...known }) => known),
  index: "id",
  height: records.length > FEW ? "75vh" : false,
  layout: "fitColumns",
  initialSort: data.period ? [{ column: "when", dir: "asc" }] : [],
  responsiveLayout: NARROW ? "collapse" : false,
  responsiveLayoutCollapseFormatter: listed,
  placeholder: "No row meets these filters.",
  rowFormatter: (row) => row.getElement().classList.toggle("target", row.getData().id === shownRow),
});

const TIME = /^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$/;
const readable = (name, value) => !["since", "until"].includes(name) || value === "" || TIME.test(value);
const typed = () => [...new FormData(form)].map(([name, value]) => [name, value.trim()]);

// What is typed and cannot be read filters nothing; a word says so.
function asked() {
  return new Map([...typed().filter(([name, value]) => value !== "" && readable(name, value)), ...extra]);
}

// Filters that came with the address: those that the form has no control for, [column, value], and what is no filter.
let extra = [];
let strange = [];

function sayWhatIsNotRead() {
  const wrong = typed().filter(([name, value]) => !readable(name, value));
  for (const [name] of typed().filter(([name]) => ["since", "until"].includes(name))) {
    const control = form.elements.namedItem(name);
    const bad = wrong.some(([one]) => one === name);
    control.setCustomValidity(bad ? "Not a year, a month or a day." : "");
    control.setAttribute("aria-invalid", bad);
  }
  const times = wrong.map(([name, value]) => `${name === "since" ? "Since" : "Until"} “${value}” is not read: write a year, a month or a day, such as 2022, 2022-06 or 2022-06-14.`);
  document.getElementById("unread").textContent = [...times, ...strange].join(" ");
}

function meets(record, filters) {
  for (const [name, value] of filters) {
    if (name === "search") {
      if (!value.toLowerCase().split(/\s+/).every((word) => record.words.includes(word))) return false;
    } else if (name === "actor") {
      if (!record.actors.has(value)) return false;
    } else if (name === "since" || name === "until") {
      if (!inTime(record, name, value)) return false;
    } else if (record.cells[name] !== value) return false;
  }
  return true;
}

// A row can have happened in a time unless its bounds rule it out; one without any date is left out.
function inTime(record, name, value) {
  const [earliest, latest] = data.period.map((column) => record.cells[column]);
  if (earliest === null && latest === null) return false;
  return name === "since"
    ? latest === null || latest.slice(0, value.length) >= value
    : earliest === null || earliest.slice(0, value.length) <= value;
}

function announce() {
  const number = table.getDataCount("active");
  count.textContent = `${number.toLocaleString("en")} of ${records.length.toLocaleString("en")} ${records.length === 1 ? "row" : "rows"}`;
}

function apply(filters) {
  table.setFilter((record) => meets(record, filters));
  const list = document.getElementById("extra");
  list.replaceChildren(...extra.map(([name, value]) => chip(name, value)));
  sayWhatIsNotRead();
  announce();
}

function chip(name, value) {
  const field = data.fields.find((one) => one.name === name);
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = `${field.title}: ${names(namedIn(field), value)} ✕`;
  button.setAttribute("aria-label", `Remove the filter ${field.title}: ${names(namedIn(field), value)}`);
  button.addEventListener("click", () => {
    extra = extra.filter(([one]) => one !== name);
    changed();
  });
  return button;
}

function changed() {
  const filters = asked();
  const address = new URLSearchParams([...filters]).toString();
  history.replaceState(null, "", address ? `#${address}` : location.pathname.split("/").pop() || ".");
  mark(null);
  apply(filters);
}

// The columns and the order that are chosen stay as they are.
function clearForm() {
  for (const control of form.elements) {
    if (control.type === "checkbox" && control.name) control.checked = false;
    else if (control.name) control.value = "";
  }
}

function known(name) {
  if (name === "since" || name === "until") return data.period !== null;
  return PARAMETERS.has(name) || columnNames.includes(name);
}

function mark(id) {
  shownRow = id;
  for (const row of table.getRows("visible")) row.getElement().classList.toggle("target", row.getData().id === id);
  meant(id && { table: data.table, key: id });
}

async function show(id) {
  await table.scrollToRow(id, "top", true);
  mark(id);
  const there = table.getRow(id).getElement();
  there.scrollIntoView({ block: "center" });
  there.querySelector("a").focus({ preventScroll: true });
}

// The address says either which row is meant (#voa2022-e07) or which filters (#topic=labour&status=possible).
async function follow() {
  const address = location.hash.slice(1);
  clearForm();
  extra = [];
  strange = [];
  mark(null);
  if (address.includes("=")) {
    for (const [name, value] of new URLSearchParams(address)) {
      const control = known(name) ? form.elements.namedItem(name) : null;
      if (control?.type === "checkbox") control.checked = control.value === value;
      else if (control) control.value = value;
      if (control?.value !== value) {
        if (columnNames.includes(name)) extra.push([name, value]);
        else strange.push(`“${name}=${value}” of the address is no filter of this table.`);
      }
      control?.closest("details")?.setAttribute("open", "");
    }
  }
  apply(asked());
  const id = unescaped(address);
  if (!address.includes("=") && records.some((record) => record.id === id)) await show(id);
}

// As scripts/tables/csv.py writes a cell.
function quoted(cell) {
  return /[,";\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function download() {
  const shown = columns.filter((column) => table.getColumn(column.field).isVisible());
  const head = shown.map((column) => column.title);
  const address = (record) => new URL(`#${encodeURIComponent(record.id)}`, location.href).href;
  const rest = data.articles ? ["Article", "Address of the article"] : [];
  const rows = table.getData("active").map((record) => [
    ...shown.map((column) => column.text(record)),
    ...(rest.length ? data.articles[record.cells.source_id] ?? rest.map(() => null) : []),
    address(record),
  ]);
  const text = [[...head, ...rest, "Permanent link"], ...rows].map((row) => `${row.map((cell) => quoted(cell ?? "")).join(",")}\n`).join("");
  const made = link(URL.createObjectURL(new Blob([text], { type: "text/csv" })), "");
  made.download = `${data.table}-shown.csv`;
  made.click();
  URL.revokeObjectURL(made.href);
}

// The narrow view has no headers to press; the choice is here for every view.
function sortChoice() {
  const [select, direction] = [document.getElementById("sort"), document.getElementById("descending")];
  for (const column of table.getColumns()) {
    select.append(new Option(column.getDefinition().title, column.getField()));
  }
  const sort = () => (select.value ? table.setSort(select.value, direction.checked ? "desc" : "asc") : table.clearSort());
  for (const control of [select, direction]) control.addEventListener("change", sort);
  const said = ([first]) => {
    select.value = first?.field ?? "";
    direction.checked = first?.dir === "desc";
  };
  table.on("dataSorted", said);
  said(table.getSorters());
}

function chooser() {
  const list = document.getElementById("columns");
  for (const column of table.getColumns()) {
    const [label, box] = [document.createElement("label"), document.createElement("input")];
    box.type = "checkbox";
    box.checked = column.isVisible();
    box.addEventListener("change", () => (box.checked ? column.show() : column.hide()));
    label.append(box, ` ${column.getDefinition().title}`);
    list.append(label);
  }
}

table.on("tableBuilt", () => {
  // A grid may have rows alone in it; what scrolls can be reached through the links in it.
  document.querySelector(".tabulator-tableholder").removeAttribute("tabindex");
  chooser();
  sortChoice();
  form.addEventListener("input", (event) => event.target.name && changed());
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("clear").addEventListener("click", () => {
    clearForm();
    extra = [];
    strange = [];
    changed();
  });
  document.getElementById("download").addEventListener("click", download);
  window.addEventListener("hashchange", follow);
  follow();
});
