// Who sits where, who reports, and where everybody goes next.

let seated = [];   // the places on the board, in the order they are shown

function board() {
  const tables = state.places.some((place) => place.table);
  const beside = !tables && state.places.length <= 6;
  const places = tables ? state.places.slice().sort((one, other) => byName(one.table, other.table)) : state.places;
  seated = places;
  const list = make("div", { id: "list", class: "cards" }, places.map(card));
  list.style.setProperty("--columns", beside ? 1 : columns(places.length));
  const map = rotation();
  if (map) {
    list.style.setProperty("--columns", places.length > 3 ? 2 : 1);
    return [main([make("h1", {}, state.step), list]), map];    // while people walk the way there is what they need
  }
  if (!beside) return [main([make("h1", {}, state.step), task(), list], true)];
  return [main([make("h1", {}, state.step), task()]), make("aside", { id: "side" }, [list])];
}

function byName(one, other) {
  return new Intl.Collator(document.documentElement.lang, { numeric: true }).compare(one, other);
}

function columns(count) {
  if (count <= 4) return count;
  if (count <= 6) return 3;    // two rows: names stay on one line
  return Math.min(6, Math.ceil(Math.sqrt(count * 1.8)));
}

function card(place) {
  const name = place.label ? say("group", place) : "";
  const head = [make("span", {}, place.table || name)];
  if (place.next) head.push(make("span", { class: "go" }, "→ " + place.next));
  const who = [place.table && name ? make("b", {}, name + " ") : null].concat(...place.members.map(member(place)));
  return make("div", { class: "card" }, [
    make("h2", {}, head),
    place.statement && !parts(place) ? make("p", { class: "says" }, place.statement) : null,
  ].concat(parts(place) ? parting(place) : make("p", { class: "who" }, who)));
}

// In a world café those at a table go different ways, so the change is told per table instead of who sits there.
function parts(place) {
  return state.lap && state.lap.part === "move" && !place.next && place.moves.length;
}

function parting(place) {
  const stays = place.host ? [make("p", { class: "who" }, say("stays", { name: place.host }))] : [];
  return stays.concat(place.moves.map((move) => make("p", { class: "who" }, [
    make("span", { class: "go" }, "→ " + move.table), " " + move.members.join(", "),
  ])));
}

function member(place) {
  return (person, at) => {
    const roles = [["host", place.host], ["reporter", place.reporter]]
      .filter((role) => role[1] === person).map((role) => words[role[0]]);
    const comma = at + 1 < place.members.length ? "," : "";
    const name = roles.length ? make("b", { class: "role" }, person + " (" + roles.join(", ") + ")") : person;
    return [make("span", { class: "name" }, [name, comma]), " "];
  };
}

