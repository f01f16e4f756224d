// What does not fit on one page is shown page by page.

// The places on as few pages as can hold them; a table too large for a page of its own has its names on several.
function spread(list) {
  list.style.fontSize = LEAST + "vh";
  for (let count = 1, last = 0; count < seated.length; count += 1) {
    const each = Math.ceil(seated.length / count);
    const found = each === last ? [] : chunks(seated, each);
    last = each;
    if (found.length && found.every((places) => holds(list, places))) return found;
  }
  return [].concat(...seated.map((place) => split(list, place))).map((place) => [place]);
}

function split(list, place) {
  for (let parts = 1; ; parts += 1) {
    const found = chunks(place.members, Math.ceil(place.members.length / parts) || 1)
      .map((members) => Object.assign({}, place, { members: members }));
    if (parts >= place.members.length || found.every((one) => holds(list, [one]))) return found;
  }
}

function chunks(things, each) {
  return Array.from({ length: Math.ceil(things.length / each) || 1 }, (_, at) => things.slice(at * each, (at + 1) * each));
}

function holds(list, places) {
  list.replaceChildren(...places.map(card));
  list.style.setProperty("--columns", columns(places.length));
  return fits(list);
}

function paged(list) {
  const items = Array.from(list.querySelectorAll("li, .card"));
  const room = list.getBoundingClientRect().bottom - items[0].getBoundingClientRect().top;
  const found = [];
  let start = -Infinity;
  items.forEach((item) => {
    const box = item.getBoundingClientRect();
    if (!found.length || box.bottom - start > room) {
      found.push([]);
      start = box.top;
    }
    found[found.length - 1].push(item);
  });
  return found;
}

function turnPage() {
  if (!pages.length) return;
  turn = Math.max(0, turn + 1) % pages.length;
  showOnly(pages[turn]);
  const mark = here("leaf") || make("span", { id: "leaf" });
  mark.textContent = pages.length > 1 ? say("page", { number: turn + 1, total: pages.length }) : "";
  document.querySelector("h1").append(mark);
}

function showOnly(shown) {
  const list = here("list");
  pages.forEach((items) => items.forEach((item) => { item.hidden = items !== shown; }));
  document.querySelectorAll("#list section").forEach((section) => {
    section.hidden = !section.querySelector("li:not([hidden])");
  });
  if (list.classList.contains("cards")) list.style.setProperty("--columns", columns(shown.length));
  else settle(list);
}

function settle(list) {
  list.style.setProperty("--columns", list.dataset.columns);
  if (shrink(list, FAR, FAR)) return;
  list.style.setProperty("--columns", 1);
  shrink(list, FAR, 2.2);
}
