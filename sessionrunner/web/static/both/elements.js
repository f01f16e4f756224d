// Words and elements, as the phone's page and the wall make them; every word from the room is text, never markup.

const luggage = document.getElementById("luggage");
const words = JSON.parse(luggage.dataset.words);
let state = JSON.parse(luggage.dataset.state);
let heard = performance.now();   // when the state came, on a clock that does not jump

function say(key, values) {
  return Object.keys(values || {}).reduce((text, name) => text.replace("{" + name + "}", values[name]), words[key]);
}

function make(tag, attributes, children) {
  return filled(document.createElement(tag), attributes, children);
}

function draw(tag, attributes, children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function filled(element, attributes, children) {
  Object.keys(attributes || {}).forEach((name) => element.setAttribute(name, attributes[name]));
  [].concat(children || []).filter((child) => child !== null && child !== "").forEach((child) => element.append(child));
  return element;
}

function here(id) {
  return document.getElementById(id);
}

function put(id, text) {
  if (here(id) && here(id).textContent !== text) here(id).textContent = text;
}

// ---- time, counted here between messages

function left(seconds) {
  return state.paused ? seconds : seconds - (performance.now() - heard) / 1000;
}

function spell(seconds) {
  const whole = seconds < 0 ? Math.floor(-seconds) : Math.ceil(seconds);
  return Math.floor(whole / 60) + ":" + String(whole % 60).padStart(2, "0");
}

// Two minutes before the groups stop, everybody sees it coming.
function lastCall(seconds) {
  if (!state.last_call) return "";
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return (minutes === 1 ? words["minute-left"] : say("minutes-left", { n: minutes })) + " – " + words["call-" + state.last_call];
}

// Whose turn it is, and whose then: a name, the number of a card or the letter of a group.
function turns() {
  if (!state.speakers) return "";
  const now = say("now", { name: speaker(state.speakers.now) });
  return state.speakers.then ? now + " · " + say("then", { name: speaker(state.speakers.then) }) : now;
}

function speaker(name) {
  if (state.speakers.groups) return say("group", { label: name });
  return /^\d+$/.test(name) ? say("card", { name: name }) : name;
}
