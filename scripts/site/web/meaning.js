// What a code, a column or a symbol means, told beside it when it is pointed at, focused or touched. A mouse and the
// keyboard follow its link; on a touch screen the link is in what is told.
const box = document.createElement("div");
box.id = "meaning";
box.popover = "manual";
box.setAttribute("role", "tooltip");
document.body.append(box);

const EXPLAINED = "a.code, .chart a, [data-entry]";
const AWAY = 250; // milliseconds in which the pointer can go on to what is told
let told = null;
let leaving = 0;

const part = (name, words) => Object.assign(document.createElement(name), { textContent: words });

function fill(one) {
  const [title, meaning] = ENTRIES[one.dataset.entry ?? one.hash?.slice(1)] ?? [null, one.getAttribute("aria-label")];
  if (!meaning) return false;
  box.replaceChildren(...(title ? [part("b", title), " "] : []), part("span", meaning));
  return true;
}

// Beneath what it tells of, or above it where there is no room.
function place(one) {
  const [there, own, gap] = [one.getBoundingClientRect(), box.getBoundingClientRect(), 6];
  const below = there.bottom + gap + own.height < innerHeight;
  box.style.left = `${Math.max(gap, Math.min(there.left, innerWidth - own.width - gap))}px`;
  box.style.top = `${below ? there.bottom + gap : Math.max(gap, there.top - own.height - gap)}px`;
}

function hide() {
  clearTimeout(leaving);
  told?.removeAttribute("aria-describedby");
  told = null;
  box.hidePopover();
}

function tell(one, touched) {
  clearTimeout(leaving);
  if (one === told) return;
  if (told) hide();
  if (!fill(one)) return;
  if (touched && one.href) box.append(" ", Object.assign(part("a", "More"), { href: one.getAttribute("href") }));
  told = one;
  if (!one.matches(".chart a")) one.setAttribute("aria-describedby", box.id);
  box.showPopover();
  place(one);
}

const away = () => {
  clearTimeout(leaving);
  leaving = setTimeout(hide, AWAY);
};
const explained = (event) => event.target.closest?.(EXPLAINED);

document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  const one = explained(event);
  if (one) tell(one);
  else if (box.contains(event.target)) clearTimeout(leaving);
  else if (told && !told.matches(":focus-visible")) away();
});
document.addEventListener("focusin", (event) => {
  const one = explained(event);
  if (one?.matches(":focus-visible")) tell(one);
});
document.addEventListener("focusout", (event) => event.target === told && away());
let pointer = "mouse";
document.addEventListener("pointerdown", (event) => {
  pointer = event.pointerType;
  if (told && !box.contains(event.target) && explained(event) !== told) hide();
}, true);
document.addEventListener("click", (event) => {
  const one = explained(event);
  if (!one?.href || pointer !== "touch") return;
  event.preventDefault();
  tell(one, true);
});
document.addEventListener("keydown", (event) => {
  pointer = "keyboard";
  if (event.key === "Escape" && told) hide();
});
document.addEventListener("scroll", (event) => told && !box.contains(event.target) && hide(), true);
