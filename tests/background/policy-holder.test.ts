import { describe, expect, test } from 'vitest';
import { createPolicyHolder } from '../../src/background/policy-holder.ts';
import { defaultPolicy } from '../../src/core/index.ts';

type Load = () => Promise<unknown>;

function setUp(...answers: readonly (Load | unknown)[]) {
  const queue = [...answers];
  const problems: unknown[] = [];
  let changes = 0;
  const holder = createPolicyHolder({
    load: async () => {
      const answer = queue.length > 1 ? queue.shift() : queue[0];
      return typeof answer === 'function' ? answer() : answer;
    },
    onChange: () => changes++,
    logProblem: (code, numbers) => problems.push([code, numbers]),
  });
  return { holder, problems, changes: () => changes };
}

const strict = { requireMultiFactor: true };

describe('the policy that holds', () => {
  test('before the browser has answered, nothing is asked for', () => {
    expect(setUp(strict).holder.current()).toEqual(defaultPolicy);
  });

  test('what the browser hands over, and the news of it', async () => {
    const { holder, changes } = setUp(strict);
    await holder.refresh();
    expect(holder.current()).toEqual({ ...defaultPolicy, ...strict });
    expect(changes()).toBe(1);
  });

  test('nothing first and a policy later, as Chromium does it', async () => {
    const { holder, changes } = setUp({}, {}, strict);
    await holder.refresh();
    await holder.refresh();
    expect(changes()).toBe(0);
    await holder.refresh();
    expect(holder.current().requireMultiFactor).toBe(true);
    expect(changes()).toBe(1);
  });

  test('the same again is no news', async () => {
    const { holder, changes } = setUp(strict, { requireMultiFactor: true, colour: 1 });
    await holder.refresh();
    await holder.refresh();
    expect(changes()).toBe(1);
  });

  test('whether there is one at all, were it one that cannot be read', async () => {
    const { holder } = setUp({}, { colour: 1 }, undefined);
    await holder.refresh();
    expect(holder.isManaged()).toBe(false);
    await holder.refresh();
    expect(holder.isManaged()).toBe(true);
    await holder.refresh();
    expect(holder.isManaged()).toBe(false);
  });

  test('no policy any more: nothing is asked for again', async () => {
    const { holder, changes } = setUp(strict, undefined);
    await holder.refresh();
    await holder.refresh();
    expect(holder.current()).toEqual(defaultPolicy);
    expect(changes()).toBe(2);
  });

  test('an answer that a newer one overtook does not count', async () => {
    let finishOld = (_: unknown) => {};
    const old: Load = () =>
      new Promise((resolve) => {
        finishOld = resolve;
      });
    const { holder, changes } = setUp(old, strict);
    const slow = holder.refresh();
    await holder.refresh();
    finishOld({});
    await slow;
    expect(holder.current().requireMultiFactor).toBe(true);
    expect(changes()).toBe(1);
  });
});

describe('what does not hold', () => {
  test('is logged by code and number, once, without a name or a value', async () => {
    const bad = { requireMultiFactor: 'secret', first: 'secret', second: 'secret' };
    const { holder, problems, changes } = setUp(bad);
    await holder.refresh();
    await holder.refresh();
    expect(problems).toEqual([
      ['policy-value-invalid', { count: 1 }],
      ['policy-key-unknown', { count: 2 }],
    ]);
    expect(JSON.stringify(problems)).not.toMatch(/secret|first|second/);
    expect(changes()).toBe(0);
  });

  test('is logged again when it comes back', async () => {
    const { holder, problems } = setUp({ colour: 1 }, {}, { colour: 1 });
    for (let time = 0; time < 3; time++) await holder.refresh();
    expect(problems).toHaveLength(2);
  });

  test('a storage that cannot be read leaves what holds', async () => {
    const { holder, problems } = setUp(strict, () => Promise.reject(new Error('secret')));
    await holder.refresh();
    await holder.refresh();
    expect(holder.current().requireMultiFactor).toBe(true);
    expect(problems).toEqual([['policy-unreadable', undefined]]);
  });
});
