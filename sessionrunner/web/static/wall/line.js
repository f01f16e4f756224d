// What the wall does with what it hears, and where everything begins.

function follow(before) {
  if (state.invitation !== before.invitation) return location.reload();    // the code leads to another address now
  paint();
  if (state.stage !== "closed") return;
  hangUp();
  if (state.next) moveOn(state.next, () => true);
}

paint();
connect(follow);
setInterval(tick, 200);
setInterval(turnPage, 12000);
setInterval(() => keepUp(follow), 5000);
addEventListener("resize", () => { drawn = ""; paint(); });
