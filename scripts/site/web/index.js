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

// In a picture the keyboard reaches the first thing drawn, and the arrow keys lead from one to the next.
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
for (const picture of document.querySelectorAll("svg.chart")) {
  const drawn = [...picture.querySelectorAll("a")];
  const reach = (there) => drawn.forEach((one) => one.setAttribute("tabindex", one === there ? "0" : "-1"));
  reach(drawn[0]);
  picture.addEventListener("keydown", (event) => {
    const next = drawn[drawn.indexOf(event.target.closest("a")) + STEPS[event.key]];
    if (!next) return;
    event.preventDefault();
    reach(next);
    next.focus();
  });
}
