// What the phone does with what it hears, and where everything begins.

function follow() {
  here("away").hidden = true;
  hurry();
  paint();
  if (state.stage === "closed") goodbye();
}

// A break that lasts may mean that the laptop has another address, where only the new code leads.
function tellAway() {
  here("away").hidden = !away();
  if (away()) put("away", performance.now() - heard > 30000 ? words["away-long"] : words.away);
}

function goodbye() {
  hangUp();
  watches.forEach(clearInterval);
  if (state.next) moveOn(state.next, () => phase === "waiting" || phase === "saved");  // never away from a text
}

// Whoever takes up the phone again is not greeted with the silence it slept through.
function wakeUp() {
  hurry();
  bePatient();
  connect(follow);
}

let watches = [];

function begin() {
  forgetOtherRooms();
  const pending = JSON.parse(recall("", "pending") || "null");
  if (pending) {
    remember(pending.form.step, "draft", JSON.stringify(pending.answers));
    build(pending.form);
    send();
  }
  paint();
  connect(follow);
  watches = [setInterval(tellAway, 500), setInterval(() => keepUp(follow), 5000)];
  setInterval(clock, 250);
  addEventListener("online", () => hurry());
  document.addEventListener("visibilitychange", () => { if (!document.hidden && source) wakeUp(); });
}
