// The map of a change: every table, and an arrow for each group, or for those who part, from where they sit.

const MOST_TABLES = 10;   // more would be a tangle, and the cards say the same

function rotation() {
  const moving = state.lap && state.lap.part === "move";
  const going = seated.filter((place) => place.table && (place.next || place.moves.length));
  const tables = Array.from(new Set([].concat(...going.map((place) => [place.table, ...ways(place).map((way) => way.to)]))));
  if (!moving || tables.length < 2 || tables.length > MOST_TABLES) return null;
  tables.sort(byName);
  const at = (table) => corner(tables.indexOf(table), tables.length);
  const arrows = [].concat(...going.map((place) => ways(place).map((way) => arrow(at(place.table), at(way.to), way.label))));
  const stands = tables.map((table) => stand(table, at(table), (going.find((place) => place.table === table) || {}).host));
  const head = draw("marker", { id: "head", viewBox: "0 0 6 6", refX: 5, refY: 3, markerWidth: 3.4, markerHeight: 3.4, orient: "auto" },
    [draw("path", { d: "M0 0L6 3L0 6z" })]);
  const said = [].concat(...going.map((place) => ways(place).map((way) => place.table + " → " + way.to))).join(", ");
  return make("aside", { id: "side", class: "map" }, [
    draw("svg", { viewBox: "0 0 100 100", role: "img", "aria-label": said }, [draw("defs", {}, [head]), ...arrows, ...stands]),
  ]);
}

// Whole groups go one way with their letter; who parts is told by how many they are.
function ways(place) {
  if (place.next) return [{ to: place.next, label: place.label }];
  return place.moves.map((move) => ({ to: move.table, label: String(move.members.length) }));
}

function corner(number, of) {
  const turn = (number / of - (of === 4 ? 0.375 : 0.25)) * 2 * Math.PI;
  return [50 + 37 * Math.cos(turn), 50 + 37 * Math.sin(turn)];
}

function stand(table, [x, y], host) {
  const short = table.replace(/^\D+(?=\d+$)/, "").slice(0, 4);
  return draw("g", { class: "stand" }, [
    draw("circle", { cx: x, cy: y, r: 11 }), label(short, x, y, host ? -1.5 : 0, "number"),
    host ? label(host.slice(0, 9), x, y, 6, "host") : "",
  ]);
}

function label(text, x, y, below, kind) {
  return draw("text", { x: x, y: y + below, class: kind, "text-anchor": "middle", "dominant-baseline": "central" }, [text]);
}

// Bent to one side, so that two groups that change places do not meet on one line.
function arrow([x1, y1], [x2, y2], text) {
  const length = Math.hypot(x2 - x1, y2 - y1), dx = (x2 - x1) / length, dy = (y2 - y1) / length;
  const start = [x1 + dx * 12, y1 + dy * 12], end = [x2 - dx * 13, y2 - dy * 13];
  const bend = [(x1 + x2) / 2 - dy * 9, (y1 + y2) / 2 + dx * 9];
  const path = "M" + start + "Q" + bend + " " + end;
  const on = (axis) => 0.5 * start[axis] + 0.42 * bend[axis] + 0.08 * end[axis];    // before the ways cross
  return draw("g", { class: "way" }, [draw("path", { d: path, "marker-end": "url(#head)" }), walker(path, [on(0), on(1)], text)]);
}

function walker(path, early, text) {
  const inside = [draw("circle", { r: 4.6 }), label(text, 0, 0, 0, "who")];
  if (matchMedia("(prefers-reduced-motion:reduce)").matches) {
    return draw("g", { class: "walker", transform: "translate(" + early + ")" }, inside);
  }
  const walk = draw("animateMotion", { path: path, dur: "4s", repeatCount: "indefinite", keyPoints: "0;0.85;0.85", keyTimes: "0;0.7;1", calcMode: "linear" });
  return draw("g", { class: "walker" }, [...inside, walk]);
}
