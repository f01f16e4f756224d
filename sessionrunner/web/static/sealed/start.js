// The words about what happens to an answer depend on whether this browser can seal one.

canSeal().then((can) => {
  sealing = can;
  if (can) words.promise = words.sealed;
  begin();
});
