// The time left, seen all the time and said a few times.

let told = null;

function clock() {
  if (state.stage !== "running") return ["time", "call", "spoken"].forEach((id) => put(id, ""));
  const seconds = left(state.remaining);
  const parts = [say(seconds < 0 ? "over-time" : "left-time", { time: spell(seconds) })];
  if (state.lap) parts.push(say(state.mode === "turns" ? "turn" : "lap", state.lap));
  if (state.paused) parts.unshift(words.paused);
  put("time", parts.join(" · "));
  here("time").className = state.pace;
  put("call", [turns(), lastCall(seconds)].filter(Boolean).join(" – "));
  announce(seconds);
}

function announce(seconds) {
  const mark = [60, 120, 300].find((limit) => seconds <= limit) || Infinity;
  const before = told;
  told = { number: state.number, mark: mark };
  if (before === null || before.number !== state.number) return put("spoken", "");
  if (seconds < 0) return put("spoken", "");
  if (mark >= before.mark) return;
  const minutes = Math.ceil(seconds / 60);
  put("spoken", minutes <= 1 ? words["spoken-minute"] : say("spoken-minutes", { n: minutes }));
}
