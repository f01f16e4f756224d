// Follows the session, keeps drafts on the phone, and sends an answer until it is known to be on disk.
"use strict";
(function () {
  const luggage = document.getElementById("luggage");
  const words = JSON.parse(luggage.dataset.words);
  const room = location.pathname;
  const here = (id) => document.getElementById(id);
  let state = JSON.parse(luggage.dataset.state);
  let heard = performance.now();   // when the state came, on a clock that does not jump
  let form = null;                 // the form on screen
  let phase = "waiting";           // waiting | writing | sending | saved | closed | taken
  let savedIn = null;              // number of the step in which the latest receipt came
  let hurry = function () {};      // ends the pause before the next try

  // ---- words and elements

  function say(key, values) {
    return Object.keys(values || {}).reduce((text, name) => text.replace("{" + name + "}", values[name]), words[key]);
  }

  function make(tag, attributes, children) {
    const element = document.createElement(tag);
    Object.keys(attributes || {}).forEach((name) => element.setAttribute(name, attributes[name]));
    [].concat(children || []).forEach((child) => element.append(child));
    return element;
  }

  function put(id, text) {
    if (here(id).textContent !== text) here(id).textContent = text;
  }

  function status(key, kind) {
    here("status").className = kind || "";
    put("status", key ? words[key] : "");
  }

  // ---- what this phone remembers; storage may be forbidden, then it lasts as long as the page

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

  function submissionId(step) {
    let id = recall(step, "id");
    if (!id) {
      const bytes = crypto.getRandomValues(new Uint8Array(16));
      id = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
      remember(step, "id", id);
    }
    return id;
  }

  // ---- the form

  const patterns = {
    "identity-number": /(?:^|\D)(?:(?:18|19|20)\s?)?\d\d[\s\-+–.]?(?:0[1-9]|1[0-2])[\s\-+–.]?(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[\s\-+–]{0,3}\d{4}(?!\d)/,
    "phone-number": /(?:^|\D)(?:\+46|0046|0)[\s\-()]*\d(?:[\s\-()/]*\d){6,10}(?!\d)/,
    "email": /[^\s@<>]+@[^\s@<>]+\.[A-Za-zÀ-ÖØ-öø-ÿ]{2,}/,
  };

  function personal(text) {
    return Object.keys(patterns).find((kind) => patterns[kind].test(text));
  }

  function fields(question) {
    return Array.from(document.getElementsByName("answer." + question.id));
  }

  function answer(question) {
    const chosen = fields(question).find((field) => field.type !== "radio" || field.checked);
    return chosen ? chosen.value : "";
  }

  function written() {
    const answers = {};
    form.questions.forEach((question) => {
      if (answer(question).trim()) answers[question.id] = answer(question);
    });
    return answers;
  }

  function busy() {
    return form !== null && Object.keys(written()).length > 0;
  }

  function build(next) {
    form = next;
    phase = "writing";
    const nodes = next.questions.map((question, number) => field(question, number));
    const send = make("button", { type: "submit", id: "send" }, words.send);
    const careful = words.promise.careful ? [make("p", { class: "careful" }, words.promise.careful)] : [];
    const note = make("p", { id: "note", class: "careful", role: "status", hidden: "" });
    const whole = make("p", { id: "wrong", class: "wrong", role: "alert", hidden: "" });
    const sheet = make("form", { novalidate: "" }, careful.concat(nodes, [promise(), note, whole, send]));
    sheet.addEventListener("submit", (event) => { event.preventDefault(); if (phase === "writing") check(); });
    sheet.addEventListener("input", keepDraft);
    here("form").replaceChildren(sheet);
    restoreDraft();
    status("");
  }

  function field(question, number) {
    const wrong = make("p", { id: "w" + number, class: "wrong", hidden: "" });
    if (question.kind !== "text") return choices(question, number, wrong);
    const count = make("p", { id: "c" + number, class: "count", hidden: "" });
    const area = make("textarea", { id: "f" + number, name: "answer." + question.id, rows: 5, maxlength: 1200 });
    return make("div", { class: "ask" }, [make("label", { for: "f" + number }, question.ask), area, count, wrong]);
  }

  function choices(question, number, wrong) {
    const values = question.kind === "choice" ? question.options : scale(question);
    const ends = question.kind === "choice" ? [] : [[question.least, question.low], [question.most, question.high]]
      .filter((end) => end[1]).map((end) => make("p", { class: "end" }, end[0] + " = " + end[1]));
    const boxes = values.map((value) => make("label", {}, [
      make("input", { type: "radio", name: "answer." + question.id, value: value }), make("span", {}, String(value)),
    ]));
    const words = make("div", { class: "ends" }, ends);
    const inside = [make("legend", {}, question.ask)].concat(words, make("div", { class: question.kind }, boxes), wrong);
    return make("fieldset", { class: "ask", id: "f" + number }, inside);
  }

  function scale(question) {
    return Array.from({ length: question.most - question.least + 1 }, (_, at) => question.least + at);
  }

  function promise() {
    const lines = (text) => text.split("\n").filter((line) => line.trim()).map((line) => make("p", {}, line));
    const more = [make("summary", {}, words.promise["read-more"])].concat(lines(words.promise.more));
    return make("div", { id: "promise" }, lines(words.promise.short).concat(make("details", {}, more)));
  }

  function keepDraft() {
    remember(form.step, "draft", JSON.stringify(written()));
    form.questions.forEach((question, number) => {
      if (question.kind === "text") count(question, number);
      mark(number, "");
    });
    here("wrong").hidden = true;
  }

  function count(question, number) {
    const left = 1200 - answer(question).length;
    here("c" + number).hidden = left > 200;
    put("c" + number, say("left", { n: left }));
  }

  function restoreDraft() {
    const draft = JSON.parse(recall(form.step, "draft") || "{}");
    form.questions.forEach((question) => fields(question).forEach((one) => {
      if (one.type === "radio") one.checked = draft[question.id] === one.value;
      else one.value = draft[question.id] || "";
    }));
  }

  // ---- what is wrong with it

  function mark(number, text) {
    const target = here("f" + number), wrong = here("w" + number);
    wrong.hidden = !text;
    put("w" + number, text);
    if (text) target.setAttribute("aria-invalid", "true"); else target.removeAttribute("aria-invalid");
    if (text) target.setAttribute("aria-describedby", "w" + number); else target.removeAttribute("aria-describedby");
  }

  function show(errors) {
    const whole = errors.find((error) => !form.questions.some((question) => question.id === error.question));
    here("wrong").hidden = false;
    put("wrong", whole ? whole.message : words["not-sent"]);
    let first = null;
    form.questions.forEach((question, number) => {
      const error = errors.find((one) => one.question === question.id);
      mark(number, error ? error.message : "");
      if (error && !first) first = fields(question)[0];
    });
    if (first) first.focus();
  }

  function check() {
    const errors = form.questions
      .map((question) => ({ question: question, kind: question.kind === "text" && personal(answer(question)) }))
      .filter((found) => found.kind)
      .map((found) => ({ question: found.question.id, message: words[found.kind] }));
    if (!busy()) errors.push({ question: "", message: words.empty });
    if (errors.length) show(errors); else send();
  }

  // ---- sending until it is on disk

  function lock(locked) {
    Array.from(document.querySelectorAll("#form textarea")).forEach((one) => { one.readOnly = locked; });
    Array.from(document.querySelectorAll("#form input")).forEach((one) => { one.disabled = locked; });
    here("send").setAttribute("aria-disabled", String(locked));
  }

  async function send() {
    const answers = written();
    phase = "sending";
    remember("", "pending", JSON.stringify({ form: form, answers: answers }));
    lock(true);
    status("sending");
    for (let tries = 0; !settled(await post(answers)); tries += 1) {
      status("again");
      await pause(Math.min(12, Math.pow(2, tries)) * (700 + Math.random() * 600));
    }
  }

  async function post(answers) {
    const body = new URLSearchParams({ step: form.step, submission: submissionId(form.step) });
    Object.keys(answers).forEach((id) => body.append("answer." + id, answers[id]));
    const patience = new AbortController();
    const alarm = setTimeout(() => patience.abort(), 10000);
    try {
      const reply = await fetch("answers", {
        method: "POST", body: body, headers: { Accept: "application/json" }, signal: patience.signal,
      });
      const said = reply.status === 201 ? { errors: [] } : await reply.json();
      return { status: reply.status, errors: said.errors, taken: said.taken };
    } catch (lost) {
      return null;
    } finally {
      clearTimeout(alarm);
    }
  }

  function settled(reply) {
    const over = reply === null && state.stage === "closed";
    if (!over && (reply === null || reply.status >= 500)) return false;
    remember("", "pending", null);
    if (!over && reply.status === 201) return received();
    lock(false);
    status("");
    phase = "writing";
    if (!over && reply.taken) shut("taken", reply.errors[0].message);
    else if (over || reply.status === 409) shut("closed", words["form-closed"]);
    else if (reply.status === 404 || reply.status === 421) show([{ question: "", message: words.gone }]);
    else show(reply.errors);
    return true;
  }

  function received() {
    remember(form.step, "sent", "1");
    remember(form.step, "draft", null);
    remember(form.step, "id", null);
    form = null;
    phase = "saved";
    savedIn = state.number;
    here("form").replaceChildren();
    status("saved", "good");
    here("status").focus();
    draw();
    return true;
  }

  function pause(milliseconds) {
    return new Promise((done) => { hurry = done; setTimeout(done, milliseconds); });
  }

  // ---- a text that cannot be sent any more, because the form closed or an earlier answer counts

  function shut(why, text) {
    phase = why;
    here("note").hidden = false;
    put("note", text);
    Array.from(document.querySelectorAll("#form textarea")).forEach((one) => { one.readOnly = true; });
    const copy = make("button", { type: "button" }, words.copy);
    copy.addEventListener("click", copyText);
    const leave = make("button", { type: "button", class: "second" }, words.leave);
    leave.addEventListener("click", () => leaveBehind(why));
    here("promise").remove();
    here("send").replaceWith(copy, leave);
  }

  function leaveBehind(why) {
    remember(form.step, "draft", null);
    if (why === "taken") {
      remember(form.step, "sent", "1");
      remember(form.step, "id", null);
    }
    form = null;
    draw();
  }

  function copyText() {
    const answers = written();
    const text = form.questions.filter((question) => answers[question.id])
      .map((question) => question.ask + "\n" + answers[question.id]).join("\n\n");
    const area = make("textarea", { class: "unseen", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");    // the newer way is not there on a plain http address
    area.remove();
    status("copied");
  }

  // ---- drawing

  function draw() {
    const running = state.stage === "running";
    put("exercise", state.exercise);
    put("step", running ? state.step : words[state.stage]);
    put("where", running ? say("where", state) : "");
    put("task", running ? state.task : "");
    places();
    middle();
    clock();
  }

  function middle() {
    const open = state.form;
    if (form && (phase === "sending" || phase === "taken")) return;
    if (form && busy() && !(open && open.step === form.step)) return leftBehind(open);
    if (form && open && open.step === form.step && phase === "writing") return hint(open);
    if (open && recall(open.step, "sent")) return rest("saved", "good");
    if (open) return build(open);
    if (savedIn === state.number) return rest("saved", "good");
    rest(state.stage === "closed" ? "goodbye" : "waiting", "");
  }

  function leftBehind(open) {
    if (phase === "closed") return;
    if (!open) return shut("closed", words["form-closed"]);
    here("note").hidden = false;
    put("note", words["next-waits"]);
  }

  function hint(open) {
    here("note").hidden = open.closes_in === null;
    put("note", open.closes_in === null ? "" : words["last-minute"]);
  }

  function rest(key, kind) {
    form = null;
    phase = key === "saved" ? "saved" : "waiting";
    here("form").replaceChildren();
    status(key, kind);
  }

  function places() {
    const key = JSON.stringify(state.places);
    if (here("places").dataset.key === key) return;
    here("places").dataset.key = key;
    here("places").hidden = state.places.length === 0;
    here("places").querySelector("ul").replaceChildren(...state.places.map((place) => make("li", {}, [
      make("strong", {}, [place.table, place.label && say("group", place)].filter(Boolean).join(", ")), " ",
      [place.members.join(", "), place.host && say("host", { name: place.host }),
        place.reporter && say("reporter", { name: place.reporter }),
        place.next && say("next", { table: place.next })].filter(Boolean).join(" · "),
    ])));
  }

  // ---- time, counted here between messages

  let told = null;

  function left(seconds) {
    return state.paused ? seconds : seconds - (performance.now() - heard) / 1000;
  }

  function spell(seconds) {
    const whole = seconds < 0 ? Math.floor(-seconds) : Math.ceil(seconds);
    return Math.floor(whole / 60) + ":" + String(whole % 60).padStart(2, "0");
  }

  function clock() {
    if (state.stage !== "running") return put("time", "");
    const seconds = left(state.remaining);
    const parts = [say(seconds < 0 ? "over-time" : "left-time", { time: spell(seconds) })];
    if (state.lap) parts.push(say(state.mode === "turns" ? "turn" : "lap", state.lap));
    if (state.paused) parts.unshift(words.paused);
    put("time", parts.join(" · "));
    here("time").className = state.pace;
    announce(seconds);
  }

  function announce(seconds) {
    const mark = [60, 120, 300].find((limit) => seconds <= limit) || Infinity;
    const before = told;
    told = { number: state.number, mark: mark };
    if (seconds < 0 || before === null || before.number !== state.number || mark >= before.mark) return;
    const minutes = Math.ceil(seconds / 60);
    put("spoken", minutes <= 1 ? words["spoken-minute"] : say("spoken-minutes", { n: minutes }));
  }

  // ---- the line to the laptop

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
      draw();
      if (state.stage === "closed") goodbye();
    };
    source.onerror = () => {
      lost = true;
      setTimeout(() => { if (lost) sayAway(); }, 3000);    // most breaks are shorter and nobody's business
    };
  }

  function sayAway() {
    here("away").hidden = false;
    put("away", words.away);
  }

  function goodbye() {
    source.close();
    source = null;
    clearInterval(watch);
  }

  function keepListening() {
    const silent = performance.now() - heard;
    if (silent < 13000) return;
    sayAway();
    if (silent > 25000 || source.readyState === 2) listen();
  }

  forgetOtherRooms();
  const pending = JSON.parse(recall("", "pending") || "null");
  if (pending) {
    remember(pending.form.step, "draft", JSON.stringify(pending.answers));
    build(pending.form);
    send();
  }
  draw();
  listen();
  const watch = setInterval(keepListening, 5000);
  setInterval(clock, 250);
  addEventListener("online", () => hurry());
  document.addEventListener("visibilitychange", () => { if (!document.hidden && source) { hurry(); listen(); } });
}());
