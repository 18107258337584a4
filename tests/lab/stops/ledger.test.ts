import { describe, expect, test } from 'vitest';
import { describeUses, mayBeLostMs, momentOf, type Stop, startUpMs } from './ledger.ts';

const stop: Stop = { fromMs: 10_000, toMs: 10_100 };
const use = (fromMs: number, toMs: number) => ({ fingerprint: 'a', fromMs, toMs });

describe('a token that was used once', () => {
  test.each([
    ['long before a stop', use(5_000, 5_010), 'owed'],
    ['just before the time that a crash may take', use(0, 10_000 - mayBeLostMs), 'owed'],
    ['just within it', use(0, 10_001 - mayBeLostMs), 'before-stop'],
    ['that was answered during the stop', use(9_999, 10_050), 'before-stop'],
    ['during the stop', use(10_050, 10_060), 'before-stop'],
    ['over the whole stop', use(9_000, 12_000), 'starting'],
    ['during the start', use(10_099 + startUpMs, 20_000), 'starting'],
    ['after the start', use(10_100 + startUpMs, 20_000), 'owed'],
  ])('%s', (_, one, expected) => {
    expect(momentOf(one, [stop])).toBe(expected);
  });

  test('one stop is enough, and without any everything is owed', () => {
    const calm: Stop = { fromMs: 90_000, toMs: 90_100 };
    expect(momentOf(use(10_050, 10_060), [stop, calm])).toBe('before-stop');
    expect(momentOf(use(9_900, 9_910), [calm, stop])).toBe('before-stop');
    expect(momentOf(use(10_050, 10_060), [])).toBe('owed');
  });

  test('what is not known is counted by its moment', () => {
    const uses = [use(5_000, 5_010), use(9_400, 9_500), use(9_700, 9_800), use(10_150, 10_160)];
    const said = describeUses(uses, [stop], (one) => one.toMs === 9_800);
    expect(said).toContain('1 must be known, 1 are not;');
    expect(said).toMatch(/^.*; 2 were used .* 1 are not known, the earliest 500 ms before it;/);
    expect(said).toMatch(/1 within .* 1 are not known, the latest 50 ms after it$/);
  });
});
