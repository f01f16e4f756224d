// Which picture the wall shows, and what is on every one of them.

const address = luggage.dataset.address;
const code = here("qr");
const wifi = luggage.dataset.wifi;
const wifiCode = here("wifi-qr");
const page = here("page");

function view() {
  if (state.stage === "closed") return "closed";    // nobody keeps the other rooms' news up to date any more
  if (state.rooms) return "rooms";
  if (state.stage !== "running") return state.stage;
  if (state.form && state.form.dots) return "vote";
  if (state.tables.length) return "statements";
  if (state.revealed.length && !state.sketch) return "reveal";
  if (state.vote && !state.sketch) return "outcome";
  if (state.mode === "summary") return "summary";
  if (state.form) return "collect";
  return state.places.length ? "board" : "plain";
}

const pictures = { rooms: rooms, lobby: lobby, closed: closed, reveal: reveal, summary: summary, collect: collect, vote: vote, statements: statements, outcome: outcome, board: board, plain: plain };

let drawn = "";

function paint() {
  const kind = view();
  const key = JSON.stringify(Object.assign({}, state, {
    remaining: 0, lap: state.lap && state.lap.part, form: state.form && state.form.step,
    pace: 0, answered: 0, ready: 0, connected: state.stage === "lobby" && state.connected,
  }));
  if (key !== drawn) {
    drawn = key;
    page.className = kind + (state.lap && state.lap.part === "move" ? " moving" : "");
    page.replaceChildren(top(), ...pictures[kind](), bottom());
    tick();
    fit();
  }
  tick();
}

function top() {
  const where = state.number ? say("where", state) : "";
  const what = state.stage === "lobby" ? "" : state.exercise;
  return make("header", { id: "top" }, [make("p", {}, what), make("p", { id: "where" }, where)]);
}

function main(children, wide) {
  return make("section", wide ? { id: "main", class: "wide" } : { id: "main" }, children.concat(rule()));
}

function rule() {
  const lines = [
    state.rule,
    state.owner ? say("owner", { role: state.owner }) : "",
    state.speaking.length ? say("speaking", { roles: state.speaking.join(", ") }) : "",
    state.listening.length ? say("listening", { roles: state.listening.join(", ") }) : "",
  ].filter(Boolean);
  return lines.length ? [make("div", { id: "rule" }, lines.map((line) => make("p", {}, line)))] : [];
}

function task() {
  return make("p", { id: "task" }, state.task);
}

function purpose() {
  if (!state.purpose.length) return null;
  return make("div", {}, [
    make("h2", {}, words.purpose), make("ul", { id: "purpose" }, state.purpose.map((line) => make("li", {}, line))),
  ]);
}
