// The page of an article: a marked span shows its row, and a row its span. Both work as plain links without this script;
// it adds a click anywhere in a span, and lights up what belongs together.
import { meant, toUse, unescaped } from "./address.js";

const pieces = [...document.querySelectorAll("[data-rows]")];
const cards = new Map([...document.querySelectorAll(".card")].map((card) => [card.id, card]));
const rowsOf = (piece) => piece.dataset.rows.split(" ");
const row = (hash) => unescaped(hash).replace(/^at-/, "");

function light(key, name) {
  for (const piece of pieces) piece.classList.toggle(name, key !== null && rowsOf(piece).includes(key));
  for (const [id, card] of cards) card.classList.toggle(name, id === key);
}

function follow() {
  const key = row(location.hash);
  const card = cards.get(key);
  light(card ? key : null, "chosen");
  meant(card ? { table: card.dataset.table, key } : null);
}

// Of several rows over a piece the innermost is meant; a second click goes on to the next one outwards.
function next(piece) {
  const keys = rowsOf(piece).reverse();
  return keys[(keys.indexOf(row(location.hash)) + 1) % keys.length];
}

for (const piece of pieces) {
  piece.addEventListener("click", (event) => {
    if (!event.target.closest("a") && getSelection().isCollapsed) location.hash = next(piece);
  });
  piece.addEventListener("mouseenter", () => light(rowsOf(piece).at(-1), "near"));
  piece.addEventListener("mouseleave", () => light(null, "near"));
}
for (const [key, card] of cards) {
  card.addEventListener("mouseenter", () => light(key, "near"));
  card.addEventListener("mouseleave", () => light(null, "near"));
  card.addEventListener("focusin", () => light(key, "near"));
  card.addEventListener("focusout", () => light(null, "near"));
}

for (const link of document.querySelectorAll("a.cite")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    history.replaceState(null, "", link.hash);
    follow();
    toUse();
  });
}
for (const box of document.querySelectorAll("[data-kind]")) {
  box.addEventListener("change", () => document.body.classList.toggle(`without-${box.dataset.kind}`, !box.checked));
}
window.addEventListener("hashchange", follow);
follow();
