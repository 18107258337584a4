import { createPublicKey } from 'node:crypto';
import { createVerifier } from 'fast-jwt';
import { createPipeline } from '../../src/background/pipeline.ts';
import { createSessionStore } from '../../src/background/session-store.ts';
import { useOf } from '../../src/background/token-use.ts';
import { inspect, sessionIdOf } from '../../src/core/index.ts';
import { alwaysCalm } from '../support/calm.ts';
import { createTestTable } from '../support/record-table.ts';
import { createSessionTable } from '../support/session-table.ts';
import { copyOf, createGenuine, expectVerified, sightingOf } from './genuine.ts';
import { compare, type Row } from './measure.ts';

/** Tokens that a webmail page uses at a time, and requests of one round. */
const tokensInUse = 10;
const requestsPerRound = 1_000;

/** A token that was seen before, with its use noted in the session store, against fast-jwt's verification from its cache. */
export async function measureSeenBefore(): Promise<Row> {
  const { tokens, key, port } = await createGenuine(tokensInUse);
  let inspections = 0;
  const nowMs = () => Date.now();
  const logProblem = (code: string): void => {
    throw new Error(`the background reported ${code}`);
  };
  const sessions = createSessionStore({
    storage: createSessionTable().table,
    disk: createTestTable(),
    retentionMs: () => 24 * 3_600_000,
    nowMs,
    calm: alwaysCalm,
    logProblem,
  });
  const pipeline = createPipeline({
    inspect: async (sighting) => {
      inspections++;
      const inspection = await inspect(sighting, { keys: port, nowMs: nowMs() });
      expectVerified(inspection);
      return inspection;
    },
    store: async (inspection, sighting) => {
      await sessions.add(inspection, sighting);
      const sessionId = sessionIdOf(inspection, sighting.isPrivate);
      return { sessionId, fingerprint: inspection.fingerprint };
    },
    touch: ({ sessionId, fingerprint }, sighting) =>
      sessions.touch(sessionId, useOf(fingerprint, sighting)),
    nowMs,
    logProblem,
  });
  const { kid: _kid, ...entry } = key.entry;
  const publicKey = createPublicKey({ key: entry, format: 'jwk' });
  const verify = createVerifier({
    key: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    algorithms: ['RS256'],
    cache: true,
  });
  for (const token of tokens) {
    pipeline.receive(sightingOf(token));
    verify(token);
  }
  await pipeline.idle();
  const row = await compare(
    { what: 'a token seen before: receive / fast-jwt, cached', target: 1 },
    () =>
      Array.from({ length: requestsPerRound }, (_, index) =>
        sightingOf(copyOf(tokens[index % tokensInUse] ?? '')),
      ),
    {
      run: (batch) => {
        for (const sighting of batch) pipeline.receive(sighting);
      },
    },
    {
      run: (batch) => {
        for (const { credential } of batch) verify(credential);
      },
    },
  );
  if (inspections !== tokensInUse) throw new Error('a known token was inspected again');
  return row;
}
