import { describe, expect, test, vi } from 'vitest';
import { welcome, welcomeTriesMs } from '../../src/background/welcoming.ts';

/** A browser that hands a policy over at its nth answer. */
function setUp(managedFrom: number) {
  let answers = 0;
  const open = vi.fn(async () => undefined);
  const waited: number[] = [];
  const run = () =>
    welcome(
      {
        refresh: async () => void answers++,
        isManaged: () => answers >= managedFrom,
      },
      open,
      async (ms) => void waited.push(ms),
    );
  return { run, open, waited };
}

describe('whoever installs', () => {
  test('is greeted once, after a policy had its time to arrive', async () => {
    const { run, open, waited } = setUp(Number.POSITIVE_INFINITY);
    await run();
    expect(open).toHaveBeenCalledTimes(1);
    expect(waited).toEqual([...welcomeTriesMs]);
  });

  test.each(welcomeTriesMs.map((_ms, at) => at + 1))(
    'is not greeted where a policy is there at the answer %i',
    async (answer) => {
      const { run, open } = setUp(answer);
      await run();
      expect(open).not.toHaveBeenCalled();
    },
  );
});
