"use strict";
// The rooms' joint summary. The key stands after # in the address: browsers never send that part to a server.

(function () {
  const LOOK = 3000; // milliseconds
  const place = document.getElementById("rooms");
  const TURN = 12000; // how long one page of rooms stays
  const title = document.querySelector("h1");
  const name = title.textContent;
  let shown = "";
  let pages = [];
  let page = -1;

  function raw(text) {
    const plain = text.replace(/-/g, "+").replace(/_/g, "/");
    return Uint8Array.from(atob(plain), (one) => one.charCodeAt(0));
  }

  function say(part, visible) {
    document.getElementById(part).hidden = !visible;
  }

  function put(parent, kind, text) {
    const made = document.createElement(kind);
    made.style.margin = "0.4rem 0";
    if (text) made.textContent = text;
    parent.appendChild(made);
    return made;
  }

  function list(parent, title, lines) {
    if (!lines.length) return;
    put(parent, "h3", document.getElementById(title).textContent);
    const all = put(parent, "ul");
    lines.forEach((line) => put(all, "li", line));
  }

  function show(rooms) {
    place.textContent = "";
    rooms.forEach((room) => {
      const part = put(place, "section");
      put(part, "h2", room.room);
      list(part, "headings", room.headings.map((one) => one[0] + " (" + one[1] + ")"));
      list(part, "decisions", room.decisions);
    });
    say("none", !rooms.length);
    pages = divided(Array.from(place.children));
    page = -1;
    turn();
  }

  // As many rooms on a page as the wall has place for; nobody scrolls there.
  function divided(sections) {
    const found = [];
    let own = [];
    sections.forEach((one) => { one.hidden = true; });
    sections.forEach((one) => {
      one.hidden = false;
      if (own.length && document.documentElement.scrollHeight > innerHeight) {
        own.forEach((other) => { other.hidden = true; });
        found.push(own);
        own = [];
      }
      own.push(one);
    });
    return own.length ? found.concat([own]) : found;
  }

  function turn() {
    if (!pages.length) return;
    page = (page + 1) % pages.length;
    pages.forEach((own, at) => own.forEach((one) => { one.hidden = at !== page; }));
    title.textContent = pages.length > 1 ? name + " " + (page + 1) + "/" + pages.length : name;
  }

  function spread() {
    document.documentElement.style.fontSize = "max(100%, 1.5vw)";
    document.getElementById("page").style.maxWidth = "none";
    Object.assign(place.style, {
      display: "grid", gap: "0 2rem", gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 24rem), 1fr))",
    });
  }

  async function opened(key, sheet) {
    const bytes = raw(sheet);
    const way = { name: "AES-GCM", iv: bytes.slice(0, 12) };
    const text = await crypto.subtle.decrypt(way, key, bytes.slice(12)).catch(() => null);
    return text && JSON.parse(new TextDecoder().decode(text));
  }

  async function look(key) {
    const reply = await fetch("rooms");
    if (!reply.ok) throw new Error("away");
    const told = await reply.text();
    if (told === shown) return;
    const rooms = await Promise.all(JSON.parse(told).rooms.map((sheet) => opened(key, sheet)));
    const found = rooms.filter((room) => room);
    show(found.sort((one, other) => one.room.localeCompare(other.room, "sv")));
    shown = told;
  }

  async function begin() {
    spread();
    if (location.hash.length !== 23) { say("no-key", true); return; }
    const key = await crypto.subtle.importKey("raw", raw(location.hash.slice(1)), "AES-GCM", false, ["decrypt"]);
    const again = () => look(key).then(() => say("away", false), () => say("away", true));
    await again();
    setInterval(again, LOOK);
    setInterval(turn, TURN);
  }

  begin();
}());
