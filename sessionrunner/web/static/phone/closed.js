// A text that cannot be sent any more, because the form closed or an earlier answer counts.

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
  paint();
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
