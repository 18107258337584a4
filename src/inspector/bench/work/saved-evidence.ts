import type { Inspection } from '../../../core/index.ts';
import { looksLikeEvidence, maxEvidenceCharacters, readEvidence } from '../../../input/evidence.ts';
import { describeRecorded } from '../../../input/recorded.ts';
import type { KeptResults } from './kept-results.ts';
import type { Summary } from './messages.ts';
import { noCounts } from './no-counts.ts';
import { openSource } from './read-source.ts';
import type { Surroundings } from './telling.ts';

/** Null for everything but saved evidence. */
export async function readSavedEvidence(source: Blob): Promise<readonly Inspection[] | null> {
  if (source.size > maxEvidenceCharacters) return null;
  const beginning = await source
    .slice(0, 1024)
    .text()
    .catch(() => '');
  if (!looksLikeEvidence(beginning)) return null;
  return readEvidence(await source.text().catch(() => ''));
}

/** Nothing is judged: saved evidence holds no token. */
export async function tellEvidence(
  evidence: readonly Inspection[],
  file: Blob,
  around: Surroundings,
  kept: KeptResults,
): Promise<Summary | 'no-token'> {
  const source = openSource(file, () => {});
  for await (const _ of source.chunks) if (around.isStopped()) break;
  const counts = noCounts();
  const lines = evidence.map((one, index) => kept.addRecorded(describeRecorded(one, index)));
  for (const { verdict } of lines) counts[verdict]++;
  if (lines.length === 0) return 'no-token';
  around.tell({ type: 'lines', lines });
  return {
    sha256: source.sha256(),
    bytes: file.size,
    counts,
    leftOut: [],
    clockErrorMs: 0,
    isStopped: around.isStopped(),
    isRecorded: true,
    missingKeys: [],
    keyFiles: [],
  };
}
