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
