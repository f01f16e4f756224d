// What is sent: the answers as they were written, for the leader's own laptop.

async function parcel(step, number, answers) {
  const body = new URLSearchParams({ step: step, submission: number });
  Object.keys(answers).forEach((id) => body.append("answer." + id, answers[id]));
  return body;
}
