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
    const key = JSON.stringify(Object.assign({}, state, { remaining: 0, lap: state.lap && Object.assign({}, state.lap, { remaining: 0 }) }));
    if (key !== drawn) {
      drawn = key;
      page.className = kind + (state.lap && state.lap.part === "move" ? " moving" : "");
      page.replaceChildren(top(), ...pictures[kind](), bottom());
      turn = 0;
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
    const followers = state.connected === 1 ? words["connected-one"] : say("connected", { n: state.connected });
    const count = address ? [make("p", { id: "followers", class: "quiet" }, followers)] : [];
    return [main([make("h1", {}, state.exercise), purpose()]), side("scan-lobby", count)];
  }

  function closed() {
    return [main([make("h1", {}, words.closed), lessons()], true)];
  }

  function plain() {
    return [main([make("h1", {}, state.step), task(), state.number === 1 ? purpose() : null], true)];
  }

  function collect() {
    const count = state.people ? say("counted", state) : say("counted-only", state);
    return [main([make("h1", {}, state.step), task()]), side("scan", [
      make("p", { id: "count" }, count),
      make("p", { class: "quiet" }, say("shown-at", { n: state.threshold })),
    ])];
  }

  function board() {
    const tables = state.places.some((place) => place.table);
    const beside = !tables && state.places.length <= 6;
    const list = make("div", { id: "list", class: "cards" }, state.places.map(card));
    list.style.setProperty("--columns", beside ? 1 : columns(state.places.length));
    if (!beside) return [main([make("h1", {}, state.step), task(), list], true)];
    return [main([make("h1", {}, state.step), task()]), make("aside", { id: "side" }, [list])];
  }

  function columns(count) {
    if (count <= 5) return count;
    return Math.min(8, Math.ceil(Math.sqrt(count * 1.8)));
  }

  function card(place) {
    const name = place.label ? say("group", place) : "";
    const head = [make("span", {}, place.table || name)];
    if (place.next) head.push(make("span", { class: "go" }, "→ " + place.next));
    return make("div", { class: "card" }, [
      make("h3", {}, head),
      place.statement ? make("p", { class: "says" }, place.statement) : null,
      place.table && name ? make("p", {}, name) : null,
      make("p", { class: "who" }, place.members.join(", ")),
      role(place.host, "host"), role(place.reporter, "reporter"),
    ]);
  }

  function role(name, key) {
    return name ? make("p", { class: "role" }, name + " " + words[key]) : null;
  }

  function side(heading, after) {
    if (!address) return make("aside", { id: "side" }, [make("h2", {}, words["no-phones"])].concat(after));
    code.hidden = false;
    return make("aside", { id: "side" }, [
      make("h2", {}, words[heading]), code,
      make("p", {}, [make("span", { class: "quiet" }, words["or-type"] + " "), make("span", { id: "address" }, address)]),
    ].concat(after, heading === "scan" ? [make("p", { class: "quiet" }, words.paper)] : []));
  }

  function reveal() {
    const parts = state.revealed.map((one) => [
      make("h2", {}, one.question.ask + " (" + say("answers-count", { n: one.answers.length }) + ")"),
      one.question.kind === "text" ? texts(one) : bars(one),
    ]);
    const list = make("div", { id: "list", class: "kinds" }, [].concat(...parts));
    return [main([make("h1", {}, words.answers), list], true)];
  }

  function texts(one) {
    const list = make("ul", { class: "answers" }, one.answers.map((answer) => make("li", {}, answer)));
    return list;
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
    const by = [lesson.owner, lesson.due && say("due", { date: lesson.due })].filter(Boolean).join(", ");
    return make("li", {}, [lesson.text, by ? make("span", { class: "by" }, "  " + by) : null]);
  }

  function bottom() {
    if (state.stage !== "running") return "";
    const filled = draw("rect", { width: 100, height: 10 });
    return make("footer", { id: "bottom" }, [
      make("p", { id: "lap" }), make("p", { id: "time", role: "timer" }), make("p", { id: "pace" }),
      draw("svg", { id: "bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" }, [filled]),
      make("p", { id: "note" }),
    ]);
  }

  // ---- making it fit: as large as there is room for, then page by page

  let turn = 0;

  function fit() {
    shrink(document.getElementById("task"), "fontSize", 7, 3.4);
    const list = document.getElementById("list");
    if (list) shrink(list, "fontSize", 4.6, 2.6);
  }

  function shrink(element, property, from, to) {
    if (!element) return;
    for (let size = from; size >= to; size -= 0.2) {
      element.style[property] = size + "vh";
      if (element.scrollHeight <= element.clientHeight + 1) return;
    }
  }

  function turnPage() {
    const list = document.getElementById("list");
    if (!list || list.scrollHeight <= list.clientHeight + 1) return;
    const pages = Math.ceil(list.scrollHeight / list.clientHeight);
    turn = (turn + 1) % pages;
    list.scrollTop = turn * list.clientHeight * 0.95;
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
    if (!footer) return;
    const seconds = left(state.remaining), now = pace(seconds);
    footer.className = now;
    put("time", spell(seconds));
    put("pace", state.paused ? "❚❚ " + words.paused + " – " + words[state.paused] : shapes[now] + " " + words[now]);
    const part = now === "over" ? 1 : seconds / (state.allotted || 1);
    document.querySelector("#bar rect").setAttribute("width", Math.max(0, Math.min(1, part)) * 100);
    put("lap", lap());
    document.getElementById("lap").className = state.lap && state.lap.part === "move" ? "now" : "";
    put("note", performance.now() - heard > 15000 ? words.away : "");
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
