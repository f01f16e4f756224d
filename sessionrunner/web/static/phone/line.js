// The line to the laptop, and where everything begins.

let source = null;
let lost = false;

function listen() {
  if (source) source.close();
  source = new EventSource("state");
  source.onmessage = (event) => {
    state = JSON.parse(event.data);
    heard = performance.now();
    lost = false;
    here("away").hidden = true;
    hurry();
    paint();
    if (state.stage === "closed") goodbye();
  };
  source.onerror = () => {
    lost = true;
    setTimeout(() => { if (lost) sayAway(); }, 3000);    // most breaks are shorter and nobody's business
  };
}

// A break that lasts may mean that the laptop has another address, where only the new code leads.
function sayAway() {
  here("away").hidden = false;
  put("away", performance.now() - heard > 30000 ? words["away-long"] : words.away);
}

function goodbye() {
  source.close();
  source = null;
  clearInterval(watch);
  if (state.next) moveOn(state.next, () => phase === "waiting" || phase === "saved");  // never away from a text
}

function keepListening() {
  const silent = performance.now() - heard;
  if (silent < 13000) return;
  sayAway();
  if (silent > 25000 || source.readyState === 2) listen();
}

let watch = 0;

function begin() {
  forgetOtherRooms();
  const pending = JSON.parse(recall("", "pending") || "null");
  if (pending) {
    remember(pending.form.step, "draft", JSON.stringify(pending.answers));
    build(pending.form);
    send();
  }
  paint();
  listen();
  watch = setInterval(keepListening, 5000);
  setInterval(clock, 250);
  addEventListener("online", () => hurry());
  document.addEventListener("visibilitychange", () => { if (!document.hidden && source) { hurry(); listen(); } });
}
