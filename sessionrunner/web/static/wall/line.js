// The line to the program, and where everything begins.

let source = null;

function listen() {
  if (source) source.close();
  source = new EventSource("state");
  source.onmessage = (event) => {
    const invited = state.invitation;
    state = JSON.parse(event.data);
    if (state.invitation !== invited) return location.reload();    // the code leads to another address now
    heard = performance.now();
    paint();
    if (state.stage === "closed") {
      source.close();
      source = null;
      if (state.next) moveOn(state.next, () => true);
    }
  };
}

paint();
listen();
setInterval(tick, 200);
setInterval(turnPage, 12000);
setInterval(() => {
  if (source && performance.now() - heard > 25000 && source.readyState === 2) listen();
}, 5000);
addEventListener("resize", () => { drawn = ""; paint(); });
