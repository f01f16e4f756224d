// What the room has decided, as it is typed.

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

