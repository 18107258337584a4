/*
 * The identity provider warns when it is loaded and on every start that its keys and memory are not fit for real use, and that
 * it prefers a newer Node. In the lab that is known and meant; people should read what happens instead. To be imported first.
 */
for (const method of ['info', 'warn'] as const) {
  const write = console[method];
  console[method] = (...words: unknown[]) => {
    if (!String(words[0]).includes('oidc-provider ')) write(...words);
  };
}
