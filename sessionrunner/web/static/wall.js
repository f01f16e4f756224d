// Draws the projector's page from the state; every word from the room is text, never markup.
"use strict";
(function () {
  const luggage = document.getElementById("luggage");
  const words = JSON.parse(luggage.dataset.words);
  const address = luggage.dataset.address;
  const code = document.getElementById("qr");
  const page = document.getElementById("page");
  let state = JSON.parse(luggage.dataset.state);
  let heard = performance.now();

  // ---- words and elements

  function say(key, values) {
    return Object.keys(values || {}).reduce((text, name) => text.replace("{" + name + "}", values[name]), words[key]);
  }

  function make(tag, attributes, children) {
    const element = document.createElement(tag);
    return filled(element, attributes, children);
  }

  function draw(tag, attributes, children) {
    return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
  }

  function filled(element, attributes, children) {
    Object.keys(attributes || {}).forEach((name) => element.setAttribute(name, attributes[name]));
    [].concat(children || []).filter((child) => child !== null && child !== "").forEach((child) => element.append(child));
    return element;
  }

  function spell(seconds) {
    const whole = seconds < 0 ? Math.floor(-seconds) : Math.ceil(seconds);
    return (seconds < 0 ? "+" : "") + Math.floor(whole / 60) + ":" + String(whole % 60).padStart(2, "0");
  }

  // ---- which picture

  function view() {
    if (state.stage !== "running") return state.stage;
    if (state.revealed.length) return "reveal";
    if (state.mode === "summary") return "summary";
    if (state.form) return "collect";
    return state.places.length ? "board" : "plain";
  }

  const pictures = { lobby: lobby, closed: closed, reveal: reveal, summary: summary, collect: collect, board: board, plain: plain };

  let drawn = "";

  function paint() {
    const kind = view();
    const key = JSON.stringify(Object.assign({}, state, {
      remaining: 0, lap: state.lap && state.lap.part, form: state.form && state.form.step,
      pace: 0, answered: 0, connected: state.stage === "lobby" && state.connected,
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
    return make("header", { id: "top" }, [make("p", {}, state.exercise), make("p", { id: "where" }, where)]);
  }

  function main(children, wide) {
    return make("section", wide ? { id: "main", class: "wide" } : { id: "main" }, children);
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

  // ---- the pictures

  function lobby() {
    return [main([make("h1", {}, state.exercise), purpose()]), side("scan-lobby", [])];
  }

  function followers() {
    if (!state.connected) return "";
    return state.connected === 1 ? words["connected-one"] : say("connected", { n: state.connected });
  }

  function counted() {
    return state.people ? say("counted", state) : say("counted-only", state);
  }

  function closed() {
    return [main([make("h1", {}, words.closed), lessons()], true)];
  }

  function plain() {
    return [main([make("h1", {}, state.step), task(), state.number === 1 ? purpose() : null], true)];
  }

  function collect() {
    return [main([make("h1", {}, state.step), task()]), side("scan", [
      make("p", { class: "quiet" }, say("shown-at", { n: state.threshold })),
    ])];
  }

  let seated = [];   // the places on the board, in the order they are shown

  function board() {
    const tables = state.places.some((place) => place.table);
    const beside = !tables && state.places.length <= 6;
    const order = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
    const places = tables ? state.places.slice().sort((one, other) => order(one.table, other.table)) : state.places;
    seated = places;
    const list = make("div", { id: "list", class: "cards" }, places.map(card));
    list.style.setProperty("--columns", beside ? 1 : columns(places.length));
    if (!beside) return [main([make("h1", {}, state.step), task(), list], true)];
    return [main([make("h1", {}, state.step), task()]), make("aside", { id: "side" }, [list])];
  }

  function columns(count) {
    if (count <= 5) return count;
    return Math.min(6, Math.ceil(Math.sqrt(count * 1.8)));
  }

  function card(place) {
    const name = place.label ? say("group", place) : "";
    const head = [make("span", {}, place.table || name)];
    if (place.next) head.push(make("span", { class: "go" }, "→ " + place.next));
    const who = [place.table && name ? make("b", {}, name + " ") : null].concat(...place.members.map(member(place)));
    return make("div", { class: "card" }, [
      make("h2", {}, head),
      place.statement ? make("p", { class: "says" }, place.statement) : null,
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

  function side(heading, after) {
    if (!address) return make("aside", { id: "side" }, [make("h2", {}, words["no-phones"])].concat(after));
    code.hidden = false;
    return make("aside", { id: "side" }, [
      make("h2", {}, words[heading]), code,
      make("p", {}, [make("span", { class: "quiet" }, words["or-type"])].concat(typed())),
    ].concat(after));
  }

  function typed() {
    const at = address.indexOf("/");
    return [make("span", { class: "address" }, address.slice(0, at)), make("span", { class: "address" }, address.slice(at))];
  }

  function reveal() {
    const written = state.revealed.filter((one) => one.question.kind === "text");
    const counts = state.revealed.filter((one) => one.question.kind !== "text");
    const left = [].concat(...(written.length ? written : counts).map(opened));
    const right = written.length ? [].concat(...counts.map(opened)) : [];
    const list = make("div", { id: "list" }, left);
    list.style.setProperty("--columns", right.length ? 1 : 2);
    const body = main([make("h1", {}, words.answers), list], !right.length);
    return right.length ? [body, make("aside", { id: "side", class: "counts" }, right)] : [body];
  }

  function opened(one) {
    const heading = make("h2", {}, one.question.ask + " – " + say("answers-count", { n: one.answers.length }));
    return [heading, one.question.kind === "text" ? texts(one) : bars(one)];
  }

  function texts(one) {
    return make("ul", { class: "answers" }, one.answers.map((answer) => make("li", {}, answer)));
  }

  function bars(one) {
    const question = one.question;
    const values = question.kind === "choice" ? question.options
      : Array.from({ length: question.most - question.least + 1 }, (_, at) => String(question.least + at));
    const counts = values.map((value) => one.answers.filter((answer) => answer === value).length);
    const most = Math.max(1, ...counts);
    const ends = { [question.least]: question.low, [question.most]: question.high };
    return make("div", { class: "bars" }, [].concat(...values.map((value, at) => [
      make("b", {}, (question.kind === "scale" && ends[value] ? ends[value] + " " : "") + value), bar(counts[at] / most),
      make("span", {}, String(counts[at])),
    ])));
  }

  function bar(part) {
    const rect = draw("rect", { width: part * 100, height: 10 });
    return draw("svg", { viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" }, [rect]);
  }

  function summary() {
    const approval = state.lessons.length
      ? make("p", { id: "approval", class: state.approved ? "yes" : "quiet" }, words[state.approved ? "approved" : "not-approved"])
      : null;
    return [main([make("h1", {}, words.summary), state.lessons.length ? null : task(), lessons(), approval], true)];
  }

  function lessons() {
    const kinds = Array.from(new Set(state.lessons.map((lesson) => lesson.kind)));
    const empty = state.stage === "running" ? make("p", { class: "quiet" }, words["nothing-yet"]) : null;
    if (!kinds.length) return make("div", { id: "list" }, empty);
    return make("div", { id: "list", class: "kinds" }, kinds.map((kind) => make("section", {}, [
      make("h2", {}, words[kind]),
      make("ul", {}, state.lessons.filter((lesson) => lesson.kind === kind).map(lessonLine)),
    ])));
  }

  function lessonLine(lesson) {
    const by = [lesson.owner, lesson.due && say("due", { date: day(lesson.due) })].filter(Boolean).join(", ");
    const newest = lesson === state.lessons[state.lessons.length - 1];
    return make("li", newest ? { id: "newest" } : {}, [lesson.text, by ? " " : null, by ? make("span", { class: "by" }, by) : null]);
  }

  function day(iso) {
    const date = new Date(iso + "T12:00:00");
    return date.toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long" });
  }

  function bottom() {
    if (state.stage === "closed") return "";
    if (state.stage === "lobby") {
      return make("footer", { id: "bottom", class: "before" }, [
        make("p", { id: "soon" }, words.lobby), make("p", { id: "note", class: "quiet" }, followers()),
      ]);
    }
    const filled = draw("rect", { width: 100, height: 10 });
    return make("footer", { id: "bottom" }, [
      make("p", { id: "lap" }), make("p", { id: "time", role: "timer" }), make("p", { id: "pace" }),
      draw("svg", { id: "bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" }, [filled]),
      make("p", { id: "note" }),
    ]);
  }

  // ---- making it fit: as large as there is room for, then page by page

  const FAR = 3;       // letters the back row reads without effort, in hundredths of the height
  const LEAST = 2.3;   // letters it still reads
  let pages = [];
  let turn = 0;

  function fit() {
    const list = document.getElementById("list");
    pages = [];
    turn = -1;
    if (page.className.startsWith("board")) fitBoard(list);
    else fitText(list);
    turnPage();
  }

  function fitText(list) {
    shrink(document.getElementById("task"), 7.4, 3.2);
    shrink(document.querySelector("#side.counts"), 3.6, 2.2);
    if (!list || shrink(list, 4.8, FAR)) return;
    pages = paged(list);
    turn = pages.findIndex((items) => items.some((item) => item.id === "newest")) - 1;
    list.dataset.columns = list.style.getPropertyValue("--columns");
  }

  function fitBoard(list) {
    const side = document.getElementById("side");
    shrink(document.getElementById("task"), side ? 7.4 : 4.6, 3.2);
    if (shrink(list, 4.8, FAR)) return;
    if (side && widened(list, side)) return;
    tighten(document.getElementById("task"));
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
    document.getElementById("main").classList.add("wide");
    document.getElementById("main").append(list);
    side.remove();
    list.style.setProperty("--columns", columns(seated.length));
    shrink(document.getElementById("task"), 4.6, 3.2);
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
    const mark = document.getElementById("leaf") || make("span", { id: "leaf" });
    mark.textContent = pages.length > 1 ? say("page", { number: turn + 1, total: pages.length }) : "";
    document.querySelector("h1").append(mark);
  }

  function showOnly(shown) {
    const list = document.getElementById("list");
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

  // ---- time, counted here between messages

  const shapes = { calm: "●", soon: "▲", ending: "■", over: "◆" };

  function left(seconds) {
    return state.paused ? seconds : seconds - (performance.now() - heard) / 1000;
  }

  function pace(seconds) {
    if (seconds < 0) return "over";
    if (seconds <= state.allotted * 0.05) return "ending";
    return seconds <= state.allotted * 0.2 ? "soon" : "calm";
  }

  function put(id, text) {
    const element = document.getElementById(id);
    if (element && element.textContent !== text) element.textContent = text;
  }

  function tick() {
    const footer = document.getElementById("bottom");
    if (!footer || state.stage !== "running") return;
    const seconds = left(state.remaining), now = pace(seconds);
    footer.className = now;
    put("time", spell(seconds));
    put("pace", state.paused ? "❚❚ " + words.paused + " – " + words[state.paused] : shapes[now] + " " + words[now]);
    const part = now === "over" ? 1 : seconds / (state.allotted || 1);
    document.querySelector("#bar rect").setAttribute("width", Math.max(0, Math.min(1, part)) * 100);
    put("lap", lap());
    document.getElementById("lap").className = state.lap && state.lap.part === "move" ? "now" : "";
    put("note", performance.now() - heard > 15000 ? words.away : state.form ? counted() : "");
  }

  function lap() {
    if (!state.lap) return "";
    const time = { time: spell(Math.max(0, left(state.lap.remaining))) };
    if (state.lap.part === "move") return words.move + " – " + say("move-left", time);
    const kind = state.mode === "turns" ? "turn" : "lap";
    const last = state.lap.number === state.lap.total;
    return say(kind, state.lap) + (last ? "" : " – " + say(kind + "-left", time));
  }

  // ---- the line to the program

  let source = null;

  function listen() {
    if (source) source.close();
    source = new EventSource("state");
    source.onmessage = (event) => {
      state = JSON.parse(event.data);
      heard = performance.now();
      paint();
      if (state.stage === "closed") { source.close(); source = null; }
    };
  }

  paint();
  listen();
  setInterval(tick, 200);
  setInterval(turnPage, 12000);
  setInterval(() => {
    if (source && performance.now() - heard > 25000 && source.readyState === 2) listen();
  }, 5000);
  addEventListener("resize", () => { drawn = ""; paint(); });
}());
