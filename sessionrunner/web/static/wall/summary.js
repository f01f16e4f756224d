// What the room has decided, as it is typed, and the headings its texts have been sorted under.

function summary() {
  const approval = state.lessons.length && !state.sketch
    ? make("p", { id: "approval", class: state.approved ? "yes" : "quiet" }, words[state.approved ? "approved" : "not-approved"])
    : null;
  const typing = sketch();
  const empty = !state.lessons.length && !typing && !state.piles.length;
  const again = state.follow_up ? make("p", { id: "follow-up" }, say("follow-up", { date: day(state.follow_up, "long") })) : null;
  const body = main([make("h1", {}, words.summary), empty ? task() : null, lessons(), typing, again, approval], !state.piles.length);
  return state.piles.length ? [body, make("aside", { id: "side", class: "counts" }, piles())] : [body];
}

function lessons() {
  const kinds = Array.from(new Set(state.lessons.map((lesson) => lesson.kind)));
  const waits = state.stage === "running" && !state.sketch;
  if (!kinds.length) return make("div", { id: "list" }, waits ? make("p", { class: "quiet" }, words["nothing-yet"]) : null);
  return make("div", { id: "list", class: "kinds" }, kinds.map((kind) => make("section", {}, [
    make("h2", {}, words[kind]),
    make("ul", {}, state.lessons.filter((lesson) => lesson.kind === kind).map(lessonLine)),
  ])));
}

function lessonLine(lesson) {
  const newest = lesson === state.lessons[state.lessons.length - 1];
  const star = lesson.important ? make("b", { class: "star" }, "★ " + words["most-important"] + " ") : null;
  return make("li", newest ? { id: "newest" } : {}, [star, lesson.text, by(lesson, lesson.due && say("due", { date: day(lesson.due) }))]);
}

function by(line, due) {
  const parts = [line.owner, due, line.level && say("passed-on", line)].filter(Boolean).join(", ");
  return parts ? make("span", { class: "by" }, " " + parts) : null;
}

// The line under the leader's fingers: nobody has to wait for Enter to see that it is put right.
function sketch() {
  const line = state.stage === "running" && state.sketch;
  if (!line) return null;
  const head = words[line.kind] + " – " + words[line.replaces ? "changing" : "typing"];
  return make("div", { id: "sketch" }, [
    make("h2", {}, head), make("p", {}, [line.text, make("span", { class: "caret" }, "▏"), by(line, line.due)]),
  ]);
}

function piles() {
  const left = state.left_out ? make("p", { class: "quiet" }, say(state.left_out === 1 ? "left-out-one" : "left-out", { n: state.left_out })) : null;
  return [make("h2", {}, words.piles), make("ul", { class: "piles" }, state.piles.map(pile)), left];
}

function pile(one) {
  const hands = one.hands ? say(one.hands === 1 ? "hands-one" : "hands", { n: one.hands }) : "";
  const texts = say(one.texts === 1 ? "texts-one" : "texts", { n: one.texts });
  const dots = one.dots ? say(one.dots === 1 ? "dots-one" : "dots", { n: one.dots }) : "";
  return make("li", {}, [make("b", {}, one.name), make("span", { class: "quiet" }, [texts, hands, dots].filter(Boolean).join(" · "))]);
}

function day(iso, weekday) {
  const date = new Date(iso + "T12:00:00");
  return date.toLocaleDateString(document.documentElement.lang, { weekday, day: "numeric", month: "long" });
}
