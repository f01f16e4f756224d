// The time, by colour, word and shape.

const shapes = { calm: "●", soon: "▲", ending: "■", over: "◆" };

function pace(seconds) {
  if (seconds < 0) return "over";
  if (seconds <= state.allotted * 0.05) return "ending";
  return seconds <= state.allotted * 0.2 ? "soon" : "calm";
}

function tick() {
  const footer = here("bottom");
  if (!footer) return;
  footer.classList.toggle("away", away());
  put("lost", away() ? words.away : "");
  if (away() || state.stage !== "running") return;
  const seconds = left(state.remaining), now = pace(seconds);
  footer.className = now;
  listenForEnd(seconds);
  put("time", (seconds < 0 ? "+" : "") + spell(seconds));
  put("pace", state.paused ? "❚❚ " + words.paused + " – " + words[state.paused] : shapes[now] + " " + words[now]);
  const part = now === "over" ? 1 : seconds / (state.allotted || 1);
  document.querySelector("#bar rect").setAttribute("width", Math.max(0, Math.min(1, part)) * 100);
  put("lap", [lap(), lastCall(seconds)].filter(Boolean).join(" – "));
  here("lap").className = state.lap && (state.lap.part === "move" || state.speakers) ? "now" : state.last_call ? "call" : "";
  put("note", state.form && view() !== "outcome" ? counted() : state.ready ? say("counted", { answered: state.ready, people: state.people }) : "");
}

function lap() {
  if (!state.lap) return "";
  const time = { time: spell(Math.max(0, left(state.lap.remaining))) };
  if (state.lap.part === "move") return words.move + " – " + say("move-left", time);
  const kind = state.mode === "turns" ? "turn" : "lap";
  const last = state.lap.number === state.lap.total;
  return (turns() || say(kind, state.lap)) + (last ? "" : " – " + say(kind + "-left", time));
}
