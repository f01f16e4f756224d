// What is wrong with a form, said beside its fields.

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
  if (form.dots) return;
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
  if (!busy()) errors.push({ question: "", message: form.dots ? words.vote.none : words.empty });
  if (form.dots && placed() > form.dots) {
    errors.push({ question: "", message: saying("over", placed() - form.dots) });
    put("dots", "");
  }
  if (errors.length) show(errors); else send();
}
