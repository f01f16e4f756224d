// What is sent through somebody else's server: an envelope, where the browser can make one.

let sealing = false;

async function parcel(step, number, answers) {
  const body = new URLSearchParams({ step: step, submission: number });
  if (!sealing) {
    Object.keys(answers).forEach((id) => body.append("answer." + id, answers[id]));
    return body;
  }
  const sealed = await envelope(luggage.dataset.key, step, number, answers);
  if (sealed === null) return null;
  body.append("sealed", sealed);
  return body;
}
