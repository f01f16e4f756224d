// The form on screen: its fields, what is written in them, the draft.

let form = null;                 // the form on screen
let phase = "waiting";           // waiting | writing | sending | saved | closed | taken

function fields(question) {
  return Array.from(document.getElementsByName("answer." + question.id));
}

function markOnly(field) {
  return field.type === "radio" || field.type === "checkbox";
}

function answer(question) {
  const chosen = fields(question).find((field) => !markOnly(field) || field.checked);
  return chosen ? chosen.value : "";
}

function written() {
  const answers = {};
  form.questions.forEach((question) => {
    const text = answer(question);
    if (text.trim() && !(form.dots && text === "0")) answers[question.id] = text;
  });
  return answers;
}

function busy() {
  return form !== null && Object.keys(written()).length > 0;
}

function build(next) {
  form = next;
  phase = "writing";
  const nodes = next.dots ? ballot(next) : [].concat(...next.questions.map((question, number) => [...above(next.questions, number), field(question, number)]));
  const send = make("button", { type: "submit", id: "send" }, next.dots ? words.vote.send : words.send);
  const careful = words.promise.careful && !next.dots ? [make("p", { class: "careful" }, words.promise.careful)] : [];
  const note = make("p", { id: "note", class: "careful", role: "status", hidden: "" });
  const whole = make("p", { id: "wrong", class: "wrong", role: "alert", hidden: "" });
  const sheet = make("form", { novalidate: "" }, careful.concat(nodes, next.dots ? [] : [promise()], [note, whole, send]));
  sheet.addEventListener("submit", (event) => { event.preventDefault(); if (phase === "writing") check(); });
  sheet.addEventListener("input", keepDraft);
  here("form").replaceChildren(sheet);
  restoreDraft();
  status("");
}

// Before the first of the group's questions: who answers them, and what happens to what is written.
function above(questions, number) {
  const group = (at) => questions[at] && questions[at].per === "group";
  if (!group(number) || group(number - 1)) return [];
  const who = questions[number].table ? "table" : "group";
  const lines = words.promise[who].split("\n").filter((line) => line.trim()).map((line) => make("p", {}, line));
  return [make("h2", { class: "group" }, words.promise[who + "-title"]), make("div", { class: "group" }, lines)];
}

function asked(tag, attributes, question) {
  return make(tag, words.home ? Object.assign({ lang: words.home }, attributes) : attributes, question.ask);
}

function field(question, number) {
  const wrong = make("p", { id: "w" + number, class: "wrong", hidden: "" });
  if (question.kind !== "text") return choices(question, number, wrong);
  const count = make("p", { id: "c" + number, class: "count", hidden: "" });
  const area = make("textarea", { id: "f" + number, name: "answer." + question.id, rows: 5, maxlength: 1200 });
  return make("div", { class: "ask" }, [asked("label", { for: "f" + number }, question), area, count, wrong]);
}

function choices(question, number, wrong) {
  const values = question.kind === "choice" ? question.options : scale(question);
  const ends = question.kind === "choice" ? [] : [[question.least, question.low], [question.most, question.high]]
    .filter((end) => end[1]).map((end) => make("p", { class: "end" }, end[0] + " = " + end[1]));
  const boxes = values.map((value) => make("label", {}, [
    make("input", { type: "radio", name: "answer." + question.id, value: value }), make("span", {}, String(value)),
  ]));
  const far = make("div", { class: "ends" }, ends);
  const inside = [asked("legend", {}, question)].concat(far, make("div", { class: question.kind }, boxes), wrong);
  return make("fieldset", { class: "ask", id: "f" + number }, inside);
}

function scale(question) {
  return Array.from({ length: question.most - question.least + 1 }, (_, at) => question.least + at);
}

function promise() {
  const lines = (text) => text.split("\n").filter((line) => line.trim()).map((line) => make("p", {}, line));
  const more = [make("summary", {}, words.promise["read-more"])].concat(lines(words.promise.more));
  const common = form.questions.every((question) => question.per === "group");
  return make("div", { id: "promise" }, lines(words.promise[common ? "common" : "short"]).concat(make("details", {}, more)));
}

function keepDraft() {
  remember(form.step, "draft", JSON.stringify(written()));
  here("wrong").hidden = true;
  if (form.dots) return countDots();
  form.questions.forEach((question, number) => {
    if (question.kind === "text") count(question, number);
    mark(number, "");
  });
}

function count(question, number) {
  const left = 1200 - answer(question).length;
  here("c" + number).hidden = left > 200;
  put("c" + number, say("left", { n: left }));
}

function restoreDraft() {
  const draft = JSON.parse(recall(form.step, "draft") || "{}");
  form.questions.forEach((question) => fields(question).forEach((one) => {
    if (markOnly(one)) one.checked = draft[question.id] === one.value;
    else one.value = draft[question.id] || "";
  }));
  if (form.dots) countDots();
}
