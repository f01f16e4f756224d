// A vote with dots: what there is to choose between, and how the room chose.

function vote() {
  const dots = state.form.dots, most = state.form.questions[0].most;
  const how = dots === 1 ? words["vote-how-one"] : say("vote-how", { n: dots, most: most });
  const list = make("div", { id: "list" }, make("ol", { class: "options numbered" },
    state.form.questions.map((one, at) => make("li", { "data-number": at + 1 }, one.ask))));
  return [main([make("h1", {}, words.vote), make("p", { id: "how" }, how + " " + words["vote-on-paper"]), list]), side("scan-vote", [
    make("p", { class: "quiet" }, say("vote-least", { n: state.threshold })),
  ])];
}

function outcome() {
  const told = state.vote;
  const head = make("h1", {}, [words["vote-result"], make("span", { class: "of" }, say("vote-ballots", { n: told.ballots }))]);
  if (!told.enough) return [main([head, make("p", { id: "task" }, say("vote-too-few", told))], true)];
  const most = Math.max(1, ...told.rows.map((row) => row.dots));
  const ranked = make("ol", { class: "ranked" }, told.rows.map((row) => make("li", { value: row.place }, [
    make("b", {}, row.text), make("div", { class: "line" }, [bar(row.dots / most), make("span", {}, String(row.dots))]),
  ])));
  const others = told.others.length
    ? [make("h2", {}, words["vote-others"]), make("p", { class: "quiet" }, say("vote-least", { n: told.least })),
      make("ul", { class: "options" }, told.others.map((text) => make("li", {}, text)))] : [];
  return [main([head, make("div", { id: "list" }, [ranked, ...others])], true)];
}

function countedVotes() {
  return say(state.people ? "voted" : "voted-only", state);
}
