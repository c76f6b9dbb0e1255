// What is copied, and the row that the citation and the report are of.
const part = (name) => document.querySelectorAll(`[data-${name}]`);
const fill = (name, words) => part(name).forEach((one) => (one.textContent = words));

function address() {
  if (!location.protocol.startsWith("http")) return;
  fill("address", ` ${location.href}`);
  fill("url", `\n  url = {${location.href}}`);
}

// A page of several rows tells which one is meant.
document.addEventListener("row", ({ detail }) => {
  fill("row", detail ? `, row ${detail.key}` : "");
  address();
  for (const link of part("report")) {
    link.original ??= [link.href, link.textContent];
    const there = new URL(link.original[0]);
    if (detail) for (const [name, value] of Object.entries({ ...detail, title: `Row: ${detail.key}` })) there.searchParams.set(name, value);
    link.href = there.href;
    link.querySelector("span").textContent = detail ? `row ${detail.key}` : link.original[1].replace("Report ", "");
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
window.addEventListener("hashchange", address);
address();
