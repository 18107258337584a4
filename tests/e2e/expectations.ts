import { pause } from '../lab/run-scenario.ts';

export interface Expectations {
  /** Sentences about what was not as expected; none when everything was. */
  readonly problems: readonly string[];
  /** Reads until what is read is as expected, or the patience has ended. */
  expect(when: string, read: () => Promise<string>, expected: string): Promise<void>;
}

/** Longest wait for one thing to be as expected; everything here takes a second or two. */
const patienceMs = 15_000;

/** Compares what browsers say with what they must, where they may take a moment to say it. */
export function createExpectations(): Expectations {
  const problems: string[] = [];
  return {
    problems,
    async expect(when, read, expected) {
      const endMs = Date.now() + patienceMs;
      let said = await read();
      while (said !== expected && Date.now() < endMs) {
        await pause(200);
        said = await read();
      }
      if (said !== expected) problems.push(`${when}: “${said}” instead of “${expected}”`);
    },
  };
}
