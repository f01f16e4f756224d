// The ballot: dots on what the room chooses between.

let missedIn = null;             // number of the step in which a vote closed before it was sent

function placed() {
  return Object.values(written()).reduce((sum, dots) => sum + Number(dots), 0);
}

function ballot(next) {
  const most = next.questions[0].most, one = next.dots === 1;
  const title = make("h2", { class: "group" }, one ? words.vote["title-one"] : saying("title", next.dots));
  const rule = one ? [] : [make("p", {}, saying(most === 1 ? "one-each" : "several", most))];
  rule.push(make("p", {}, words.vote.least));
  const left = make("p", { id: "dots", class: "count", role: "status" }, saying("left", next.dots));
  const told = make("div", { id: "promise" }, words.vote.promise.split("\n").filter(Boolean).map((line) => make("p", {}, line)));
  if (most > 1) return [title, ...rule, ...next.questions.map(dotted), left, told];
  const boxes = make("div", { class: "choice" }, next.questions.map((question) => ticked(question)));
  return [make("fieldset", { class: "ask" }, [make("legend", {}, title), ...rule, boxes]), left, told];
}

function saying(key, n) {
  return words.vote[key].replace("{n}", n);
}

function foreign(tag, text) {
  return make(tag, words.home ? { lang: words.home } : {}, text);
}

function ticked(question) {
  const box = make("input", { type: "checkbox", name: "answer." + question.id, value: 1 });
  return make("label", {}, [box, foreign("span", question.ask)]);
}

function dotted(question) {
  const boxes = scale(question).map((value) => make("label", {}, [
    make("input", { type: "radio", name: "answer." + question.id, value: value }), make("span", {}, String(value)),
  ]));
  return make("fieldset", { class: "ask" }, [foreign("legend", question.ask), make("div", { class: "scale" }, boxes)]);
}

function countDots() {
  const left = form.dots - placed();
  put("dots", left < 0 ? saying("over", -left) : saying("left", left));
  here("dots").classList.toggle("wrong", left < 0);
}

// The vote was closed while somebody was still choosing: nothing they wrote is lost, for they wrote nothing.
function missed() {
  remember(form.step, "draft", null);
  missedIn = state.number;
  form = null;
  phase = "waiting";
  middle();
}
