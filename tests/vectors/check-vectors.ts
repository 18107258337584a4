import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { differenceOf, differences, loneRuleOf } from './differences.ts';
import { readingOf, refusalOf } from './judge.ts';
import type { SignatureVector, Vector } from './vector.ts';

/**
 * Defines the tests of one source of vectors: each that applies gets the answer that the source asks for, or the one that
 * is listed as a difference; each that does not apply is not accepted either; and docs/vectors.md gives these numbers.
 */
export function checkVectors(source: string, vectors: readonly Vector[]): void {
  const applied = vectors.filter(({ notApplicable }) => notApplicable === null);
  const others = vectors.filter(({ notApplicable }) => notApplicable !== null);
  const differing = applied.filter(({ id }) => differenceOf(source, id) !== undefined);

  test.each(applied.map((vector) => [vector.id, vector] as const))('%s', async (id, vector) => {
    if (vector.kind === 'key') {
      expect(await readingOf(vector)).toBe(vector.expected);
      return;
    }
    const difference = differenceOf(source, id);
    const refusal = await refusalOf(vector);
    if (difference !== undefined) expect(refusal).toBe(difference.answer);
    else if (vector.expected === 'valid') expect(refusal).toBeNull();
    else expect(refusal?.replace(/^(decode|key|signature):.*/, 'refused')).toBe(wanted(id));
  });

  /** A rule counts as refusing only where it is listed that the signature itself fits. */
  function wanted(id: string): string {
    const rule = loneRuleOf(source, id);
    return rule === undefined ? 'refused' : `rule:${rule}`;
  }

  test('what does not apply is not accepted either', async () => {
    const accepted: string[] = [];
    for (const vector of others.filter(isSignature)) {
      if ((await refusalOf(vector)) === null) accepted.push(vector.id);
    }
    expect(accepted).toEqual([]);
  });

  test('ids are unique, and every listed difference is one of a vector that applies', () => {
    const isOwn = ({ source: owner }: { readonly source: string }) => owner === source;
    expect(new Set(vectors.map(({ id }) => id)).size).toBe(vectors.length);
    expect(differing).toHaveLength(differences.filter(isOwn).flatMap(({ ids }) => ids).length);
  });

  test('docs/vectors.md gives these numbers', () => {
    expect(applied.length + others.length).toBe(vectors.length);
    const agreeing = applied.length - differing.length;
    const row = [source, vectors.length, agreeing, differing.length, others.length];
    expectOnPage(`| ${row.join(' | ')} |`);
  });
}

/** Fails with the one line that is missing instead of the whole page. */
export function expectOnPage(line: string): void {
  const page = readFileSync('docs/vectors.md', 'utf8');
  expect(page.includes(line), `docs/vectors.md lacks the line ${line}`).toBe(true);
}

const isSignature = (vector: Vector): vector is SignatureVector => vector.kind === 'signature';
