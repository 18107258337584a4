/**
 * A page that sends one request with each token as soon as it is opened, all at once, and notes in `loadedMs` how long that took from the
 * beginning of its navigation to the last answer.
 */
export function buildLoadPage(tokens: readonly string[]): string {
  return `<!doctype html><meta charset="utf-8"><title>Load</title><script type="module">
const tokens = ${JSON.stringify(tokens)};
const ask = async (token, index) => {
  const response = await fetch('/api/v2.0/me/messages?n=' + index, { headers: { authorization: 'Bearer ' + token } });
  if (!response.ok) throw new Error('answered ' + response.status);
  await response.arrayBuffer();
};
await Promise.all(tokens.map(ask));
globalThis.loadedMs = performance.now();
</script>`;
}
