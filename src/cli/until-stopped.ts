/** What a person's Ctrl-C means to work that goes item by item. */
export interface Stop {
  readonly isAskedFor: () => boolean;
  /** Gives items until the stop, even while the next one is awaited: standard input may never end. */
  readonly until: <Item>(items: AsyncIterable<Item>) => AsyncGenerator<Item>;
  readonly ask: () => void;
}

/** The item at hand is finished when a stop is asked for, so that no line is cut. */
export function createStop(): Stop {
  let isAskedFor = false;
  let resolve = () => {};
  const asked = new Promise<null>((done) => {
    resolve = () => done(null);
  });
  return {
    isAskedFor: () => isAskedFor,
    ask() {
      isAskedFor = true;
      resolve();
    },
    async *until(items) {
      const iterator = items[Symbol.asyncIterator]();
      while (!isAskedFor) {
        const next = await Promise.race([asked, iterator.next()]);
        if (next === null || next.done) return;
        yield next.value;
      }
    },
  };
}
