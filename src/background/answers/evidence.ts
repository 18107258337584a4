import {
  buildEvidence,
  type Issuer,
  type KeyHistory,
  type Session,
  writeEvidence,
} from '../../core/index.ts';
import type { RequestOf } from '../../protocol/messages.ts';
import type { EvidenceAnswer } from '../../protocol/rescue-schema.ts';
import { buildSessionLine, type Webmails } from '../session-view.ts';

/** Everything that is known of a session, as a file to give to whoever looks into it. */
export const answerEvidence =
  (parts: {
    readonly sessions: { readonly ready: Promise<void>; readonly list: () => readonly Session[] };
    readonly listHistories: () => Promise<readonly KeyHistory[]>;
    readonly issuers: () => readonly Issuer[];
    readonly webmails: () => Webmails;
    readonly readProgram: () => { readonly version: string; readonly browser: string };
    readonly nowMs: () => number;
  }) =>
  async (asked: RequestOf<'evidence'>): Promise<EvidenceAnswer> => {
    await parts.sessions.ready;
    const session = parts.sessions.list().find(({ id }) => id === asked.session);
    if (session === undefined) return { result: 'gone' };
    const nowMs = parts.nowMs();
    const webmails = parts.webmails();
    const evidence = buildEvidence({
      session,
      verdict: buildSessionLine(session, webmails, nowMs).verdict,
      provider: webmails.find(({ id }) => id === session.provider) ?? null,
      keyUrls: keyUrlsOf(session, parts.issuers()),
      histories: await parts.listHistories(),
      program: parts.readProgram(),
      nowMs,
      timeOf: (ms) => new Date(ms).toISOString(),
    });
    const day = evidence.exported_at.slice(0, 10);
    return {
      result: 'done',
      name: `countersign-evidence-${day}.json`,
      text: writeEvidence(evidence),
    };
  };

/** The key documents of the issuers that the session's tokens name, and those in which a key was found. */
function keyUrlsOf(session: Session, issuers: readonly Issuer[]): ReadonlySet<string> {
  const named = new Set(session.inspections.map(({ issuer }) => issuer));
  const ofIssuers = issuers.filter(({ id }) => named.has(id));
  return new Set([
    ...ofIssuers.flatMap(({ keyDocuments }) => keyDocuments.map(({ url }) => url)),
    ...session.inspections.flatMap(({ key }) => (key === null ? [] : [key.url])),
  ]);
}
