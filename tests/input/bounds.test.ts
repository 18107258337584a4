import { describe, expect, test } from 'vitest';
import { noContext } from '../../src/core/index.ts';
import { createCollector, maxGroups, maxUses } from '../../src/input/collect.ts';
import { foundAt } from '../../src/input/found.ts';
import { readJsonParts } from '../../src/input/json-parts.ts';
import { maxLineCharacters, readLines } from '../../src/input/lines.ts';
import { maxCredentialCharacters } from '../../src/input/shapes.ts';
import { createTally } from '../../src/input/tally.ts';
import { pieces, readInput, tokenNamed } from '../support/read-input.ts';

async function partsOf(text: string, limit: number, pieceLength = 7) {
  const parts: unknown[] = [];
  for await (const { value } of readJsonParts(pieces(text, pieceLength), limit)) parts.push(value);
  return parts;
}

describe('the bounds of reading', () => {
  test('a piece of JSON just above the bound is passed over, and the rest is read', async () => {
    const fits = 'x'.repeat(18);
    const text = `{"a":"${fits}","b":"${fits}x","c":{"d":"${fits}"},"e":1}`;
    expect(await partsOf(text, 20)).toEqual([fits, undefined, undefined, 1]);
    expect(await partsOf(text, 200)).toEqual([fits, `${fits}x`, { d: fits }, 1]);
  });

  test('a line just above the bound is cut', async () => {
    const lines: string[] = [];
    const text = `${'x'.repeat(maxLineCharacters + 1)}\n${'y'.repeat(maxLineCharacters)}\nz`;
    for await (const line of readLines(pieces(text, 1 << 18))) lines.push(line);
    expect(lines.map((line) => [line[0], line.length])).toEqual([
      ['x', maxLineCharacters],
      ['y', maxLineCharacters],
      ['z', 1],
    ]);
  });

  test('a value of JSON just above the bound on credentials is none', async () => {
    const value = (length: number) => JSON.stringify({ access_token: 'x'.repeat(length) });
    expect((await readInput(value(maxCredentialCharacters))).uses).toHaveLength(1);
    expect(await readInput(value(maxCredentialCharacters + 1))).toMatchObject({
      uses: [],
      leftOut: { 'too-large': 1 },
    });
  });

  test('of one token no more uses than the bound are judged apart, and the rest is counted', () => {
    const tally = createTally();
    const collector = createCollector(tally);
    const token = foundAt('x', tokenNamed('a'));
    for (let use = 0; use <= maxUses; use++) {
      const context = { ...noContext, proofs: [`proof ${use}`] };
      expect(collector.add({ ...token, context })).toBe(true);
    }
    const [group] = collector.groups((one) => one);
    expect(group?.seen).toBe(maxUses + 1);
    expect(group?.uses).toHaveLength(maxUses);
    expect(tally.counts().get('use-beyond-bound')).toBe(1);
  });

  test('no more different tokens than the bound are kept', () => {
    const collector = createCollector(createTally());
    for (let index = 0; index < maxGroups; index++) {
      if (!collector.add(foundAt('x', `t${index}`))) throw new Error('too early');
    }
    expect(collector.add(foundAt('x', 'one more'))).toBe(false);
    expect(collector.add(foundAt('x', 't0'))).toBe(true);
  });
});
