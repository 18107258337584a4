import { describe, expect, test } from 'vitest';
import type { FetchedDocument, Validators } from '../../src/background/key-cache/fetch-document.ts';
import { freshMs } from '../../src/background/key-cache/held.ts';
import { createKeyCache } from '../../src/background/key-cache/key-cache.ts';
import type { KeyConnection } from '../../src/core/index.ts';
import { commonKeysUrl } from '../support/keys.ts';
import { createSigningKey, enterpriseOwner } from '../support/tokens.ts';

const key = await createSigningKey(enterpriseOwner);
const direct: KeyConnection = {
  trust: 'built-in',
  rootFingerprint: '00',
  rootName: 'CN=Root',
  isExtendedValidation: false,
};
const added: KeyConnection = { ...direct, trust: 'added', rootName: 'CN=Contoso' };

const documentBy = (connection?: KeyConnection): FetchedDocument => ({
  kind: 'document',
  value: { keys: [key.entry] },
  etag: '"1"',
  lastModified: null,
  clockErrorMs: 0,
  ...(connection && { connection }),
});
const unchangedBy = (connection?: KeyConnection): FetchedDocument => ({
  kind: 'not-modified',
  clockErrorMs: 0,
  ...(connection && { connection }),
});

/** Reads the document once for each answer, a day apart; what is known of its connection after each. */
async function play(answers: readonly FetchedDocument[], disk = new Map<string, unknown>()) {
  const waiting = [...answers];
  const asked: Validators[] = [];
  let nowMs = 1_000_000_000;
  const table = {
    load: async (url: string) => disk.get(url),
    save: async (url: string, record: unknown) => void disk.set(url, structuredClone(record)),
  };
  const cache = createKeyCache({
    allowedUrls: () => new Set([commonKeysUrl]),
    table,
    histories: { load: async () => undefined, save: async () => undefined },
    fetchDocument: async (_url, { etag, lastModified }) => {
      asked.push({ etag, lastModified });
      return (
        waiting.shift() ?? { kind: 'problem', problem: 'offline' as const, clockErrorMs: null }
      );
    },
    nowMs: () => nowMs,
    logProblem: () => undefined,
  });
  const known: (KeyConnection | null | undefined)[] = [];
  for (const _answer of answers.length > 0 ? answers : ['once']) {
    const { readings } = await cache.read([commonKeysUrl], { kid: key.kid, x5t: null });
    known.push(readings[0]?.connection);
    nowMs += freshMs + 1;
  }
  return { known, asked, disk };
}

describe('the connection of a key document', () => {
  test('is known with it, also after a restart', async () => {
    const { known, disk } = await play([documentBy(added)]);
    expect(known).toEqual([added]);
    expect((await play([], disk)).known).toEqual([added]);
  });

  test('is not known where the browser does not tell', async () => {
    expect((await play([documentBy()])).known).toEqual([null]);
  });

  test('a document that somebody in between could have changed is never asked for by what it said', async () => {
    const { asked, known } = await play([documentBy(added), documentBy(direct), unchangedBy()]);
    expect(asked.map(({ etag }) => etag)).toEqual([null, null, '"1"']);
    expect(known).toEqual([added, direct, direct]);
  });

  test('that it is unchanged, says a server whose own connection is another one', async () => {
    expect((await play([documentBy(direct), unchangedBy(added)])).known).toEqual([direct, direct]);
    expect((await play([documentBy(), unchangedBy(added)])).known).toEqual([null, added]);
    // A server that answers so without having been asked so does not clear what came before.
    expect((await play([documentBy(added), unchangedBy(direct)])).known).toEqual([added, added]);
  });

  test('a failed request changes nothing of it', async () => {
    const failed = { kind: 'problem', problem: 'timeout', clockErrorMs: null } as const;
    expect((await play([documentBy(added), failed])).known).toEqual([added, added]);
  });
});
