import { createPipeline } from '../../src/background/pipeline.ts';
import { maxSeen, maxSeenCharacters } from '../../src/background/token-table.ts';
import { inspectionOf } from '../support/inspections.ts';
import { copyOf, sightingOf } from './genuine.ts';
import type { Row } from './measure.ts';

/** Sightings of the run, and how many come before the pipeline gets time to work. */
const sightings = 1_000_000;
const burst = 100;
/** So long that the bound on characters is reached before that on tokens. */
const tokenLength = 4_000;
/** The heap is looked at so often, after everything that can be forgotten was. */
const looks = 10;

/** Beside its text, a remembered token costs two maps with a place each, three small objects and a short text for its use. */
const bytesPerToken = 1_024;
/** Each remembered token is held once, one byte a character. */
export const heapBound = maxSeenCharacters + maxSeen * bytesPerToken;

/** The largest heap of a pipeline that sees a million different tokens, against what its bounds allow. */
export async function measureMemory(): Promise<Row> {
  const inspection = inspectionOf();
  let inspected = 0;
  const pipeline = createPipeline({
    inspect: async () => {
      inspected++;
      return inspection;
    },
    store: async () => ({ sessionId: 'session', fingerprint: inspection.fingerprint }),
    touch: () => true,
    nowMs: () => 0,
    logProblem: (code) => {
      throw new Error(`the background reported ${code}`);
    },
  });
  const filler = 'A'.repeat(tokenLength);
  const before = heapInUse();
  let largest = 0;
  for (let count = 0; count < sightings; count += burst) {
    for (let index = count; index < count + burst; index++) {
      pipeline.receive(sightingOf(copyOf(`${index}.${filler}`.slice(0, tokenLength))));
    }
    await pipeline.idle();
    if ((count + burst) % (sightings / looks) === 0) {
      largest = Math.max(largest, heapInUse() - before);
    }
  }
  if (inspected !== sightings) throw new Error(`${inspected} of ${sightings} were inspected`);
  return {
    what: 'a million different tokens: heap / bound',
    ours: inMebibytes(largest),
    theirs: inMebibytes(heapBound),
    ratio: largest / heapBound,
    target: 1,
  };
}

function heapInUse(): number {
  if (globalThis.gc === undefined) throw new Error('start with node --expose-gc');
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

const inMebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
