// One answer as the leader's laptop keeps it: packed to one size, then sealed to the session's key.

const PACKED = 3852;             // bytes of every packed answer: a long one and a short one look alike
const ABOUT = bytes("sessionrunner reflection 1");

function counted(number) {
  return [number >> 8, number & 255];
}

// Every text with its length before it, then zeros. Null when it is too long for an envelope.
function pack(step, number, answers) {
  const pairs = Object.keys(answers).flatMap((id) => [id, answers[id]]);
  const texts = [step, number, "0"].concat(pairs).map(bytes);
  const content = joined(counted(texts.length), ...texts.flatMap((text) => [counted(text.length), text]));
  if (content.length > PACKED || texts.some((text) => text.length > PACKED)) return null;
  return joined(content, new Uint8Array(PACKED - content.length));
}

function unbase64(text) {
  return Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
}

function base64(raw) {
  return btoa(Array.from(raw, (one) => String.fromCharCode(one)).join(""));
}

// The envelope as text, for this public key; null when the answers do not fit.
async function envelope(publicKey, step, number, answers) {
  const packed = pack(step, number, answers);
  if (packed === null) return null;
  return base64(await seal(unbase64(publicKey), ABOUT, packed, NOTHING, await freshKeys()));
}
