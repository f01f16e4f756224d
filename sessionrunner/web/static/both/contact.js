// The line to the leader's computer: it is taken up again by itself, and a break is told once it is more than a blink.

const BLINK = 3000, SILENCE = 13000;    // milliseconds; the computer says something at least every ten seconds

let source = null;
let since = heard;               // when patience began
let broken = null;               // when the line broke, if it is down

function connect(told) {
  hangUp();
  source = new EventSource("state");
  source.onmessage = (event) => {
    const before = state;
    state = JSON.parse(event.data);
    heard = performance.now();
    bePatient();
    told(before);
  };
  source.onerror = () => { broken = broken === null ? performance.now() : broken; };
}

function hangUp() {
  if (source) source.close();
  source = null;
}

function bePatient() {
  since = performance.now();
  broken = null;
}

function away() {
  const now = performance.now();
  return source !== null && (now - since > SILENCE || (broken !== null && now - broken > BLINK));
}

// A browser gives up a line that was answered wrongly, and may not notice one that went silent.
function keepUp(told) {
  const silent = performance.now() - since;
  if (source && silent > SILENCE && (silent > 2 * SILENCE || source.readyState === 2)) connect(told);
}
