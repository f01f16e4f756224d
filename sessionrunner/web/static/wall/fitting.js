// Makes a picture fit: as large as there is room for.

const FAR = 3;       // letters the back row reads without effort, in hundredths of the height
const LEAST = 2.3;   // letters it still reads
let pages = [];
let turn = 0;

function fit() {
  const list = here("list");
  pages = [];
  turn = -1;
  if (page.className.startsWith("board")) fitBoard(list);
  else fitText(list);
  turnPage();
}

function fitText(list) {
  shrink(here("task"), 7.4, 3.2);
  shrink(document.querySelector("#side.counts"), 3.6, 2.2);
  const least = list && /\b(tables|rooms)\b/.test(list.className) ? LEAST : FAR;    // side by side before large
  if (!list || shrink(list, list.classList.contains("single") ? 9 : 4.8, least)) return;
  pages = paged(list);
  turn = pages.findIndex((items) => items.some((item) => item.id === "newest")) - 1;
  list.dataset.columns = list.style.getPropertyValue("--columns");
}

function fitBoard(list) {
  const side = here("side");
  if (side && side.className === "map") {
    if (shrink(list, 4.8, LEAST + 0.3)) return;
    here("main").insertBefore(task(), list);
  }
  shrink(here("task"), side ? 7.4 : 4.6, 3.2);
  if (shrink(list, 4.8, FAR)) return;
  if (side && widened(list, side)) return;
  tighten(here("task"));
  if (shrink(list, 4.8, LEAST)) return;
  list.classList.add("broken");
  pages = spread(list).map((places) => places.map(card));
  list.replaceChildren(...[].concat(...pages));
  enlarge(list);
}

// As large as every page can have it; words are broken only where a single word is too long for its card.
function enlarge(list) {
  list.classList.remove("broken");
  const size = pages.reduce((most, cards) => { showOnly(cards); return shrunk(list, most, LEAST); }, 4.8);
  list.classList.toggle("broken", size <= LEAST);
}

function widened(list, side) {
  here("main").classList.add("wide");
  here("main").append(list);
  side.remove();
  list.style.setProperty("--columns", columns(seated.length));
  shrink(here("task"), 4.6, 3.2);
  return shrink(list, 4.8, FAR);
}

function tighten(task) {
  page.classList.add("tight");
  for (let size = 3.6; size >= 2.6; size -= 0.2) {
    task.style.fontSize = size + "vh";
    if (task.offsetHeight <= size * innerHeight / 100 * 2.6) return;
  }
}

function fits(element) {
  return within(element) && Array.from(element.querySelectorAll(".card:not([hidden])")).every(within);
}

function within(element) {
  return element.scrollHeight <= element.clientHeight + 1 && element.scrollWidth <= element.clientWidth + 1;
}

function shrink(element, from, to) {
  if (!element) return true;
  shrunk(element, from, to);
  return fits(element);
}

function shrunk(element, from, to) {
  for (let size = from; ; size = Math.max(to, size - 0.1)) {
    element.style.fontSize = size + "vh";
    if (size <= to || fits(element)) return size;
  }
}

