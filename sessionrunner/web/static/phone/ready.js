// The word that one is done, where nothing is collected: counted, and nothing else.

function offerMark() {
  const what = state.stage === "running" ? state.ready_for : "";
  here("mark").hidden = !what;
  if (!what) return;
  const done = recall(what, "done") !== null;
  here("mark").className = done ? "done" : "";
  const button = here("mark").querySelector("button");
  const said = (done ? "✓ " : "") + words[done ? "ready-again" : "ready"];
  if (button.textContent !== said) button.textContent = said;
}

async function sendMark(event) {
  event.preventDefault();
  const what = state.ready_for, already = recall(what, "done");
  const fields = { what: what, mark: already || randomId(), done: already ? "0" : "1" };
  try {
    const reply = await fetch("klar", { method: "POST", body: new URLSearchParams(fields), headers: { Accept: "application/json" } });
    if (reply.status === 201) remember(what, "done", already ? null : fields.mark);
  } catch (lost) { /* the button stays as it was: press again */ }
  offerMark();
}

here("mark").addEventListener("submit", sendMark);
