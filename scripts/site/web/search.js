// The search over everything, from any page: it opens with its button or with “/”, and reads its records when it is opened.
import MiniSearch from "minisearch";

const ROOT = new URL(".", document.currentScript.src);
const MOST = 40;
const PLACES = ["kind", "title", "told", "href", "more"];

const bare = (word) => word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
const made = (name, properties, ...children) => {
  const one = Object.assign(document.createElement(name), properties);
  one.append(...children);
  return one;
};

const field = made("input", { type: "search", id: "search-words", autocomplete: "off", spellcheck: false });
const said = made("p", { className: "quiet", role: "status" });
const list = made("ol");
const close = made("button", { type: "button", textContent: "Close" });
const dialog = made("dialog", { id: "search" },
  made("div", { className: "asked" }, made("label", { htmlFor: field.id, textContent: "Search everything" }), field, close), said, list);
dialog.setAttribute("aria-label", "Search");
document.body.append(dialog);

let index = null;
function read() {
  index ??= new Promise((done, failed) => {
    const script = made("script", { src: new URL("records.js", ROOT).href, onerror: failed });
    script.onload = () => {
      const found = new MiniSearch({ fields: ["title", "told", "more"], storeFields: PLACES.slice(0, 4), processTerm: bare });
      const codebook = Object.entries(ENTRIES).map(([entry, [title, told]]) => ["Codebook", title, told, `codebook.html#${entry}`, entry]);
      found.addAll([...RECORDS, ...codebook].map((record, id) => ({ id, ...Object.fromEntries(PLACES.map((place, at) => [place, record[at]])) })));
      done(found);
    };
    document.head.append(script);
  });
  return index;
}

function shown({ kind, title, told, href }) {
  const link = made("a", { href: new URL(href, ROOT).href, textContent: title });
  link.addEventListener("click", () => dialog.close());
  return made("li", {}, made("span", { className: "kind", textContent: kind }), " ", link, " ", made("span", { className: "quiet", textContent: told }));
}

async function search() {
  const words = field.value.trim();
  const fuzzy = (term) => (term.length > 5 ? 0.15 : false);
  const found = words ? (await read()).search(words, { prefix: true, fuzzy, combineWith: "AND", boost: { title: 4, told: 2 } }) : [];
  if (words !== field.value.trim()) return;
  list.replaceChildren(...found.slice(0, MOST).map(shown));
  said.textContent = !words ? "" : found.length > MOST ? `The best ${MOST} of ${found.length.toLocaleString("en")}` : `${found.length} found`;
}

function open() {
  read();
  dialog.showModal();
  field.select();
}

document.getElementById("find").addEventListener("click", open);
close.addEventListener("click", () => dialog.close());
field.addEventListener("input", search);
field.addEventListener("keydown", (event) => event.key === "Enter" && list.querySelector("a")?.click());
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || dialog.open || event.ctrlKey || event.metaKey || event.target.closest("input, select, textarea")) return;
  event.preventDefault();
  open();
});
