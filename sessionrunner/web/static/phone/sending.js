// Sends an answer until it is known to be on disk.

let savedIn = null;              // number of the step in which the latest receipt came
let hurry = function () {};      // ends the pause before the next try

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
  const body = await parcel(form.step, submissionId(form.step), answers);
  if (body === null) return { status: 422, errors: [{ question: "", message: words["too-large"] }] };
  const patience = new AbortController();
  const alarm = setTimeout(() => patience.abort(), 10000);
  try {
    const reply = await fetch("answers" + location.search, {
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
  else if (form.dots && (over || reply.status === 409)) missed();
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
  paint();
  return true;
}

function pause(milliseconds) {
  return new Promise((done) => { hurry = done; setTimeout(done, milliseconds); });
}
