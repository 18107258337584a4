import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Entry, NotApplicable, SignatureVector } from './vector.ts';

/** The files of Wycheproof that speak of tokens, by the word in their names. */
export const wycheproofFiles = ['signature', 'key', 'crypto', 'encryption'] as const;
export type WycheproofFile = (typeof wycheproofFiles)[number];

const entry = v.record(v.string(), v.unknown());
const keys = v.union([v.object({ keys: v.array(entry) }), entry]);
const serialized = v.union([v.string(), entry]);
const fileSchema = v.object({
  numberOfTests: v.number(),
  testGroups: v.array(
    v.object({
      private: v.optional(keys),
      public: v.optional(keys),
      tests: v.array(
        v.object({
          tcId: v.number(),
          comment: v.string(),
          result: v.picklist(['valid', 'invalid']),
          jws: v.optional(serialized),
          jwe: v.optional(serialized),
        }),
      ),
    }),
  ),
});

/** Reads one file. `announced` is the number of vectors that the file says it has. */
export function readWycheproof(
  folder: string,
  file: WycheproofFile,
): { readonly announced: number; readonly vectors: readonly SignatureVector[] } {
  const path = join(folder, `wycheproof_json_web_${file}_test.json`);
  const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const { numberOfTests, testGroups } = v.parse(fileSchema, content);
  const vectors = testGroups.flatMap((group) => {
    const entries = listKeys(group.public ?? group.private ?? {});
    return group.tests.map(({ tcId, comment, result, jws, jwe }): SignatureVector => {
      const text = jws ?? jwe ?? '';
      return {
        kind: 'signature',
        id: `${file} ${tcId} ${comment}`,
        notApplicable: reasonFor(jwe !== undefined, entries),
        expected: result,
        credential: typeof text === 'string' ? text : JSON.stringify(text),
        keys: entries,
      };
    });
  });
  return { announced: numberOfTests, vectors };
}

function listKeys(given: v.InferOutput<typeof keys>): readonly Entry[] {
  const set = v.safeParse(v.object({ keys: v.array(entry) }), given);
  return set.success ? set.output.keys : [given];
}

function reasonFor(isEncrypted: boolean, entries: readonly Entry[]): NotApplicable | null {
  if (isEncrypted) return 'encrypted';
  return entries.some((key) => key['kty'] === 'oct') ? 'shared-secret' : null;
}
