/** States what only a bug of ours could break. Throws; hostile input must never reach it. The text must not hold input. */
export function invariant(condition: unknown, text: string): asserts condition {
  if (!condition) throw new Error(`Countersign invariant: ${text}`);
}

/** Makes a missing case of a union a compile error, and a loud bug at run time. */
export function assertNever(value: never): never {
  throw new Error(`Countersign invariant: case without handling (${typeof value})`);
}
