// The pictures of a step: waiting, its task, the way in for phones.

function lobby() {
  return [main([make("h1", {}, state.exercise), purpose()]), side("scan-lobby", [])];
}

function followers() {
  if (!state.connected) return "";
  return state.connected === 1 ? words["connected-one"] : say("connected", { n: state.connected });
}

function counted() {
  if (state.form && state.form.dots) return countedVotes();
  const common = state.form && state.form.questions.every((question) => question.per === "group");
  if (common) return say(state.places.length ? "counted-groups" : "counted-only", { answered: state.answered, groups: state.places.length });
  return state.people ? say("counted", state) : say("counted-only", state);
}

function closed() {
  return [main([make("h1", {}, words[state.one_of_several ? "room-ended" : "closed"]), lessons()], true)];
}

function plain() {
  return [main([make("h1", {}, state.step), task(), state.number === 1 ? purpose() : null], true)];
}

function collect() {
  return [main([make("h1", {}, state.step), task()]), side("scan", [
    make("p", { class: "quiet" }, say("shown-at", { n: state.threshold })),
  ])];
}

function side(heading, after) {
  if (!address) return make("aside", { id: "side" }, [make("h2", {}, words["no-phones"])].concat(after));
  code.hidden = false;
  return make("aside", { id: "side", class: address.length > 40 ? "long" : "" }, [
    ...(wifi && heading === "scan-lobby" ? [pair(heading)] : [make("h2", {}, words[heading]), code]),
    make("p", {}, [make("span", { class: "quiet" }, words["or-type"])].concat(typed())),
  ].concat(after));
}

// Before the hour the Wi-Fi comes first; once people are in, the code for the page needs all the room.
function pair(heading) {
  wifiCode.hidden = false;
  return make("div", { class: "pair" }, [
    make("section", {}, [make("h2", {}, say("wifi-first", { name: wifi })), wifiCode]),
    make("section", {}, [make("h2", {}, "2  " + words[heading]), code]),
  ]);
}

function typed() {
  const at = address.indexOf("/", address.indexOf("//") + 2);
  return [make("span", { class: "address" }, address.slice(0, at)), make("span", { class: "address" }, address.slice(at))];
}

function bottom() {
  if (state.stage === "closed") return "";
  if (state.stage === "lobby") {
    return make("footer", { id: "bottom", class: "before" }, [
      make("p", { id: "soon" }, words.lobby), tryGong(), make("p", { id: "note", class: "quiet" }, followers()), lost(),
    ]);
  }
  const filled = draw("rect", { width: 100, height: 10 });
  return make("footer", { id: "bottom" }, [
    make("p", { id: "lap" }), make("p", { id: "time", role: "timer" }), make("p", { id: "pace" }),
    draw("svg", { id: "bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" }, [filled]),
    make("p", { id: "note" }), lost(),
  ]);
}

// Stands in front of time and counters while nobody knows whether they are true.
function lost() {
  return make("p", { id: "lost", role: "status" });
}
