// What stands behind the # of an address, without its escapes; one that is not well formed is taken as it is.
export function unescaped(hash) {
  const address = hash.replace(/^#/, "");
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

// Tells the citation which row of the page is meant, or none.
export function meant(row) {
  document.dispatchEvent(new CustomEvent("row", { detail: row }));
}

export function toUse() {
  const use = document.getElementById("use");
  use.scrollIntoView();
  use.focus({ preventScroll: true });
}
