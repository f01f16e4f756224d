// A soft gong when a round, a walk or a step has ended by itself; a browser is silent until somebody has touched the page.

const TONES = [[196, 0.3, 4], [294, 0.12, 3], [523, 0.05, 2]];   // pitch in Hz, loudness, seconds until it is gone

let air = null;
let before = null;

function wake() {
  if (!air) air = new AudioContext();
  return air.resume();
}

function strike() {
  const now = air.currentTime;
  TONES.forEach(([pitch, loud, long]) => {
    const tone = air.createOscillator(), fading = air.createGain();
    tone.frequency.value = pitch;
    fading.gain.setValueAtTime(0.0001, now);
    fading.gain.exponentialRampToValueAtTime(loud, now + 0.03);
    fading.gain.exponentialRampToValueAtTime(0.0001, now + long);
    tone.connect(fading).connect(air.destination);
    tone.start(now);
    tone.stop(now + long);
  });
}

// Another step is announced by its leader.
function listenForEnd(seconds) {
  const lap = state.lap ? 2 * state.lap.number + (state.lap.part === "move" ? 1 : 0) : 0;
  const now = { step: state.number, lap: lap, over: seconds < 0 };
  const due = before && before.step === now.step && (now.lap > before.lap || (now.over && !before.over));
  before = now;
  if (due && air && state.sound && !state.paused) strike();
}

// Before the hour the leader hears whether the loudspeakers are on.
function tryGong() {
  const button = make("button", { type: "button", id: "gong" }, "♪ " + words.gong);
  button.addEventListener("click", () => wake().then(strike));
  return button;
}

["pointerdown", "keydown"].forEach((what) => addEventListener(what, wake));
