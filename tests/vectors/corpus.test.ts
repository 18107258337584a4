import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { corpusAbsent, corpusPath } from '../support/corpus.ts';
import { checkVectors, expectOnPage } from './check-vectors.ts';
import { differences, refusedByRuleAlone } from './differences.ts';
import { rfc7515 } from './rfc7515.ts';
import { readRfc7520 } from './rfc7520.ts';
import { notApplicableReasons, type Vector } from './vector.ts';
import { readWycheproof, wycheproofFiles } from './wycheproof.ts';

const folder = corpusPath === null ? null : join(corpusPath, 'vectors');

describe.skipIf(folder === null)(`published vectors (skipped: ${corpusAbsent})`, () => {
  const cookbook = folder === null ? [] : readRfc7520(join(folder, 'rfc7520'));
  const files = wycheproofFiles.map((file) => ({
    file,
    ...(folder === null ? { announced: 0, vectors: [] } : readWycheproof(folder, file)),
  }));
  const all: readonly Vector[] = [...rfc7515, ...cookbook, ...files.flatMap((f) => f.vectors)];

  describe('RFC 7520', () => checkVectors('RFC 7520', cookbook));

  for (const { file, announced, vectors } of files) {
    describe(`Wycheproof ${file}`, () => {
      checkVectors(`Wycheproof ${file}`, vectors);
      test('every vector of the file was read', () => {
        expect(vectors).toHaveLength(announced);
        expect(announced).toBeGreaterThan(20);
      });
    });
  }

  describe('docs/vectors.md', () => {
    test('gives every reason with its number', () => {
      for (const [reason, sentence] of Object.entries(notApplicableReasons)) {
        const count = all.filter(({ notApplicable }) => notApplicable === reason).length;
        expectOnPage(`| ${reason} | ${count} | ${sentence} |`);
      }
    });

    test('gives every difference, and every vector that a rule alone refuses', () => {
      for (const { source, ids, why } of [...differences, ...refusedByRuleAlone]) {
        const numbers = ids.map((id) => id.split(' ')[1]).join(', ');
        expectOnPage(`| ${source} | ${numbers} | ${why} |`);
      }
    });
  });
});
