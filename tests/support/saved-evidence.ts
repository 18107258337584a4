import { answerEvidence } from '../../src/background/answers/evidence.ts';
import { addInspection, type Inspection, issuers, providers } from '../../src/core/index.ts';

/** The file that the extension really saves of a session with these tokens. */
export async function saveEvidence(inspections: readonly Inspection[]): Promise<string> {
  const [first, ...others] = inspections.map((one) => one);
  if (first === undefined) throw new Error('nothing to save');
  const use = { isPrivate: false, tabIds: [] };
  let session = addInspection(null, first, use);
  for (const one of others) session = addInspection(session, one, use);
  const answer = await answerEvidence({
    sessions: { ready: Promise.resolve(), list: () => [session] },
    listHistories: async () => [],
    issuers: () => issuers,
    webmails: () => providers,
    readProgram: () => ({ version: '0.1.0', browser: 'Browser/1' }),
    nowMs: () => 1_795_530_000_000,
  })({ type: 'evidence', session: session.id });
  if (answer.result !== 'done') throw new Error('nothing was saved');
  return answer.text;
}
