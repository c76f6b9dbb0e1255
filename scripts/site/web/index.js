// #voa2022-e07 on the overview leads to the row, wherever it stands: the last part of an id says which table it is in.
import { unescaped } from "./address.js";

const tables = JSON.parse(document.getElementById("tables").textContent);
function follow() {
  const id = unescaped(location.hash);
  const found = Object.entries(tables).find(([letter]) => new RegExp(`^[a-z]+[0-9]{4}[a-z]?-${letter}[0-9]+$`).test(id));
  if (found) location.replace(`${found[1]}.html#${encodeURIComponent(id)}`);
}
window.addEventListener("hashchange", follow);
follow();

// In a picture the arrow keys lead from one thing drawn to the next.
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
for (const picture of document.querySelectorAll("svg.chart")) {
  const drawn = [...picture.querySelectorAll("a")];
  picture.addEventListener("keydown", (event) => {
    const next = drawn[drawn.indexOf(event.target.closest("a")) + STEPS[event.key]];
    if (!next) return;
    event.preventDefault();
    for (const one of drawn) one.setAttribute("tabindex", one === next ? "0" : "-1");
    next.focus();
  });
}
