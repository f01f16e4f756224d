// What all rooms of the day have come to: a card for each, as many as the wall has place for at a time.

const LINES = 5;    // on a card; a room with more has several

function rooms() {
  const cards = [].concat(...state.rooms.map(roomCards));
  const list = make("div", { id: "list", class: "cards rooms" }, cards);
  list.style.setProperty("--columns", Math.min(4, Math.max(1, Math.ceil(Math.sqrt(cards.length)))));
  const none = cards.length ? null : make("p", { class: "quiet" }, words["rooms-none"]);
  return [main([make("h1", {}, words.rooms), none, list], true)];
}

function roomCards(one) {
  const several = chunks(one.decisions, LINES);
  return several.map((decisions, at) => make("div", { class: "card" }, [
    make("h2", {}, at ? say("rooms-more", one) : one.room),
    ...decisions.map((text) => make("p", { class: "text" }, text)),
    at + 1 === several.length && one.headings.length ? headings(one) : null,
  ]));
}

function headings(one) {
  return make("p", { class: "who" }, say("rooms-headings", { names: one.headings.map((pair) => pair[0] + " (" + pair[1] + ")").join(", ") }));
}
