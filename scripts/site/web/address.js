// What stands behind the # of an address, without its escapes; one that is not well formed is taken as it is.
export function unescaped(hash) {
  const address = hash.replace(/^#/, "");
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
