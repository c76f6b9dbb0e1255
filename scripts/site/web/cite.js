// The citation of a page or a row, what is copied, and the row that a report is of.
document.getElementById("citation").insertAdjacentHTML("afterend", `<p><button type="button" data-copy="citation">Copy</button></p>
<details><summary>BibTeX</summary><pre id="bibtex"></pre><p><button type="button" data-copy="bibtex">Copy</button></p></details>`);

const part = (name) => document.querySelectorAll(`[data-${name}]`);
const fill = (name, words) => part(name).forEach((one) => (one.textContent = words));
const served = () => (location.protocol.startsWith("http") ? location.href : "");

const tex = (words) => words.replace(/[{}\\~^]/g, "").replace(/[%&#_$]/g, "\\$&");
function bibtex() {
  const { name, author, title, version } = CITED;
  const fields = {
    author: `{${tex(author)}}`,
    title: `{${tex(title)}}`,
    version: tex(version),
    note: tex(document.getElementById("cited").textContent),
    ...(served() ? { url: served() } : {}),
  };
  const lines = Object.entries(fields).map(([field, words]) => `  ${field} = {${words}}`);
  return `@misc{${name},\n${lines.join(",\n")}\n}`;
}

function cite() {
  fill("address", served() && ` ${served()}`);
  document.getElementById("bibtex").textContent = bibtex();
}

// A page of several rows tells which one is meant.
document.addEventListener("row", ({ detail }) => {
  fill("row", detail ? `, row ${detail.key}` : "");
  cite();
  for (const link of part("report")) {
    link.original ??= [link.href, link.textContent];
    const there = new URL(link.original[0]);
    if (detail) for (const [name, value] of Object.entries({ ...detail, title: `Row: ${detail.key}` })) there.searchParams.set(name, value);
    link.href = there.href;
    link.textContent = detail ? `Report row ${detail.key}` : link.original[1];
  }
});

async function copied(button) {
  const there = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(there.textContent);
    return "Copied";
  } catch {
    getSelection().selectAllChildren(there);
    return "Selected: copy it with the keyboard";
  }
}
for (const button of part("copy")) {
  const words = button.textContent;
  button.addEventListener("click", async () => {
    button.textContent = await copied(button);
    setTimeout(() => (button.textContent = words), 2500);
  });
}
window.addEventListener("hashchange", cite);
cite();
