// Answers the leader has opened: texts as they are, scales and choices as bars.

function reveal() {
  if (state.card.number) return single(state.revealed[0]);
  const written = state.revealed.filter((one) => one.question.kind === "text");
  const counts = state.revealed.filter((one) => one.question.kind !== "text");
  const left = [].concat(...(written.length ? written : counts).map(opened));
  const right = written.length ? [].concat(...counts.map(opened)) : [];
  const list = make("div", { id: "list" }, left);
  list.style.setProperty("--columns", right.length ? 1 : 2);
  const body = main([make("h1", {}, words.answers), list], !right.length);
  return right.length ? [body, make("aside", { id: "side", class: "counts" }, right)] : [body];
}

// One answer at a time: the question small, the answer as large as there is room for, and how many there are.
function single(one) {
  const text = one.question.kind === "text";
  const body = text ? make("ul", { class: "answers one" }, [make("li", {}, one.answers[0])]) : bars(one);
  const head = [make("span", {}, words.answers), make("span", { class: "of" }, say("page", state.card))];
  const list = make("div", { id: "list", class: "single" }, [make("h2", {}, one.question.ask), body, together(one)]);
  list.style.setProperty("--columns", 1);
  return [main([make("h1", {}, head), list], true)];
}

function opened(one) {
  const hidden = one.left_out ? " · " + say(one.left_out === 1 ? "left-out-one" : "left-out", { n: one.left_out }) : "";
  const heading = make("h2", {}, one.question.ask + " – " + say("answers-count", { n: one.answered }) + hidden);
  return [heading, one.question.kind === "text" ? texts(one) : bars(one), together(one)];
}

function texts(one) {
  return make("ul", { class: "answers" }, one.answers.map((answer) => make("li", {}, answer)));
}

// In a small room few values have a number of their own, and the room is told why.
function together(one) {
  const middle = one.middle ? say("middle", { value: one.middle }) + " " : "";
  return one.together ? make("p", { class: "quiet" }, middle + say("together", { n: one.together })) : null;
}

function bars(one) {
  const question = one.question;
  const most = Math.max(1, ...one.counts.map((count) => count.number));
  const rows = make("div", { class: "bars" }, [].concat(...one.counts.map((count) => [
    make("b", {}, ends(question, count)), bar(count.number / most), make("span", {}, String(count.number)),
  ])));
  return one.before ? make("div", {}, [rows, make("p", { class: "before" }, say("before", one.before))]) : rows;
}

// The words for the ends of a scale stand beside the value, or the band, that they belong to.
function ends(question, count) {
  if (question.kind !== "scale") return count.label;
  const first = count.values[0] === String(question.least) ? question.low : "";
  const last = count.values[count.values.length - 1] === String(question.most) ? question.high : "";
  return [first, count.label, last].filter(Boolean).join(" ");
}

function bar(part) {
  const rect = draw("rect", { width: part * 100, height: 10 });
  return draw("svg", { viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" }, [rect]);
}

