// Draws the page anew from the state.

function paint() {
  const running = state.stage === "running";
  put("exercise", state.exercise);
  put("step", running ? state.step : words[state.stage]);
  put("where", running ? say("where", state) : "");
  put("task", running ? state.task : "");
  places();
  middle();
  put("after", afterwards());
  offerMark();
  clock();
}

function middle() {
  const open = state.form;
  if (form && (phase === "sending" || phase === "taken")) return;
  if (form && busy() && !(open && open.step === form.step)) return leftBehind(open);
  if (form && open && open.step === form.step && phase === "writing") return hint(open);
  if (open && recall(open.step, "sent")) return rest("saved", "good");
  if (open) return build(open);
  if (savedIn === state.number) return rest("saved", "good");
  if (missedIn === state.number) return rest("vote-closed", "");
  rest(state.stage === "lobby" ? "" : state.stage !== "closed" ? "waiting" : state.next ? "moving-on" : "goodbye", "");
}

// Before the hour what the page is for, and under a receipt whether it may be closed.
function afterwards() {
  if (state.stage === "lobby") return words[state.asks_later ? "before" : "before-calm"];
  return phase === "saved" ? words[state.asks_later ? "more" : "no-more"] : "";
}

function leftBehind(open) {
  if (form.dots) return missed();
  if (phase === "closed") return;
  if (!open) return shut("closed", words["form-closed"]);
  here("note").hidden = false;
  put("note", words["next-waits"]);
}

function hint(open) {
  here("note").hidden = open.closes_in === null;
  put("note", open.closes_in === null ? "" : words[open.late ? "opened" : "last-minute"]);
}

function rest(key, kind) {
  form = null;
  phase = key === "saved" ? "saved" : "waiting";
  here("form").replaceChildren();
  status(key, kind);
}

function places() {
  const key = JSON.stringify(state.places);
  if (here("places").dataset.key === key) return;
  here("places").dataset.key = key;
  here("places").hidden = state.places.length === 0;
  here("places").querySelector("ul").replaceChildren(...state.places.map((place) => make("li", {}, [
    make("strong", {}, [place.table, place.label && say("group", place)].filter(Boolean).join(", ")), " ",
    [place.members.join(", "), place.host && say("host", { name: place.host }),
      place.reporter && say("reporter", { name: place.reporter }),
      place.next && say("next", { table: place.next })].filter(Boolean).join(" · "),
  ])));
}

function status(key, kind) {
  here("status").className = kind || "";
  put("status", key ? words[key] : "");
}
