// What this phone remembers; storage may be forbidden, then it lasts as long as the page.

const room = location.pathname;
const spare = {};

function name(step, what) {
  return "sessionrunner " + room + " " + step + " " + what;
}

function remember(step, what, value) {
  spare[name(step, what)] = value;
  try {
    if (value === null) localStorage.removeItem(name(step, what));
    else localStorage.setItem(name(step, what), value);
  } catch (forbidden) { /* kept above */ }
}

function recall(step, what) {
  try {
    const kept = localStorage.getItem(name(step, what));
    if (kept !== null) return kept;
  } catch (forbidden) { /* looked up below */ }
  return spare[name(step, what)] || null;
}

function forgetOtherRooms() {
  try {
    Object.keys(localStorage)
      .filter((key) => key.startsWith("sessionrunner ") && !key.startsWith("sessionrunner " + room + " "))
      .forEach((key) => localStorage.removeItem(key));
  } catch (forbidden) { /* nothing was kept */ }
}

function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function submissionId(step) {
  let id = recall(step, "id");
  if (!id) {
    id = randomId();
    remember(step, "id", id);
  }
  return id;
}
