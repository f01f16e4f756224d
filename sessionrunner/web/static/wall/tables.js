// What was said at the tables, side by side or one at a time.

function statements() {
  const head = make("h1", {}, [words.tables, state.card.number ? make("span", { class: "of" }, say("page", state.card)) : ""]);
  if (state.card.number) return oneTable(head, state.tables[0]);
  const list = make("div", { id: "list", class: "cards tables" }, state.tables.map((one) => make("div", { class: "card" }, [
    make("h2", {}, one.name), one.says ? make("p", { class: "says" }, one.says) : null, ...written(one),
  ])));
  list.style.setProperty("--columns", state.tables.length <= 3 ? state.tables.length : Math.ceil(state.tables.length / 2));
  return [main([head, list], true)];
}

function written(one) {
  return one.texts.length ? one.texts.map((text) => make("p", { class: "text" }, text)) : [make("p", { class: "who" }, "–")];
}

function oneTable(head, one) {
  const texts = make("ul", { class: "answers one" }, one.texts.map((text) => make("li", {}, text)));
  const list = make("div", { id: "list", class: "single" }, [texts]);
  list.style.setProperty("--columns", 1);
  return [main([head, make("p", { id: "how" }, [make("b", {}, one.name + "  "), one.says]), list], true)];
}
