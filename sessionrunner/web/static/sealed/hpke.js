// Seals to a public key: HPKE of RFC 9180, base mode, one message.
// DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, made of what every browser has under HTTPS.

const KEM = [0x4b, 0x45, 0x4d, 0x00, 0x20];                              // "KEM", X25519
const HPKE = [0x48, 0x50, 0x4b, 0x45, 0x00, 0x20, 0x00, 0x01, 0x00, 0x01]; // "HPKE", X25519, HKDF-SHA256, AES-128-GCM
const NOTHING = new Uint8Array(0);

function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => { whole.set(part, at); return at + part.length; }, 0);
  return whole;
}

function bytes(text) {
  return new TextEncoder().encode(text);
}

// An empty key and one of zeros give the same; not every browser imports an empty one.
async function hmac(key, message) {
  const raw = key.length ? key : new Uint8Array(32);
  const ready = await crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", ready, message));
}

function extract(suite, salt, label, secret) {
  return hmac(salt, joined(bytes("HPKE-v1"), suite, bytes(label), secret));
}

// At most 32 bytes, so that one round of HKDF-Expand is all there is.
async function expand(suite, key, label, about, length) {
  const message = joined([0, length], bytes("HPKE-v1"), suite, bytes(label), about, [1]);
  return (await hmac(key, message)).slice(0, length);
}

async function encapsulate(publicKey, own) {
  const theirs = await crypto.subtle.importKey("raw", publicKey, { name: "X25519" }, false, []);
  const agreed = await crypto.subtle.deriveBits({ name: "X25519", public: theirs }, own.privateKey, 256);
  const share = new Uint8Array(await crypto.subtle.exportKey("raw", own.publicKey));
  const prk = await extract(KEM, NOTHING, "eae_prk", new Uint8Array(agreed));
  const secret = await expand(KEM, prk, "shared_secret", joined(share, publicKey), 32);
  return { share: share, secret: secret };
}

async function schedule(shared, info) {
  const mode = [0];
  const nobody = await extract(HPKE, NOTHING, "psk_id_hash", NOTHING);
  const about = joined(mode, nobody, await extract(HPKE, NOTHING, "info_hash", info));
  const secret = await extract(HPKE, shared, "secret", NOTHING);
  return {
    key: await expand(HPKE, secret, "key", about, 16),
    nonce: await expand(HPKE, secret, "base_nonce", about, 12),
  };
}

// The key share and the sealed text, as one run of bytes. `own` is a fresh pair of keys.
async function seal(publicKey, info, text, extra, own) {
  const found = await encapsulate(publicKey, own);
  const lock = await schedule(found.secret, info);
  const key = await crypto.subtle.importKey("raw", lock.key, "AES-GCM", false, ["encrypt"]);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv: lock.nonce, additionalData: extra }, key, text);
  return joined(found.share, new Uint8Array(sealed));
}

function freshKeys() {
  return crypto.subtle.generateKey({ name: "X25519" }, true, ["deriveBits"]);
}

// Some browsers have no such curve, and none has it without HTTPS.
async function canSeal() {
  try {
    await freshKeys();
    return true;
  } catch (missing) {
    return false;
  }
}
