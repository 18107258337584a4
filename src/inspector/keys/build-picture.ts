import { issuers, type KeyHistoryExport } from '../../core/index.ts';
import type { SessionDetail } from '../../protocol/session-schema.ts';
import { findSigns, type Witnessed } from './find-signs.ts';
import type { KeyGroup, KeyLine, KeyPicture, KeyUse } from './key-line.ts';

type ExportedDocument = KeyHistoryExport['documents'][number];
type ExportedKey = ExportedDocument['keys'][number];

/** What the picture of keys shows: every key of every document, with the tokens that were seen with it. */
export function buildPicture(
  history: KeyHistoryExport,
  sessions: readonly SessionDetail[],
): KeyPicture {
  const nowMs = timeOf(history.exported_at) ?? 0;
  const uses = collectUses(sessions);
  return {
    nowMs,
    groups: history.documents.flatMap((document) => buildGroup(document, history, uses, nowMs)),
  };
}

function buildGroup(
  document: ExportedDocument,
  history: KeyHistoryExport,
  uses: CollectedUses,
  nowMs: number,
): readonly KeyGroup[] {
  const firstMs = timeOf(document.first_answer);
  const lastMs = timeOf(document.last_answer);
  if (firstMs === null || lastMs === null) return [];
  const { url, answers } = document;
  const witnessed = { history, document, firstMs, nowMs, disputed: uses.disputed };
  const lines = document.keys.flatMap((key) => buildLine(key, witnessed, uses));
  lines.sort(
    (a, b) =>
      a.firstMs - b.firstMs ||
      (a.certificate?.fromMs ?? 0) - (b.certificate?.fromMs ?? 0) ||
      (a.kid < b.kid ? -1 : 1),
  );
  const issuerNames = issuers
    .filter(({ keyDocuments }) => keyDocuments.some((source) => source.url === url))
    .map(({ name }) => name);
  return [{ url, issuerNames, firstMs, lastMs, answers, lines }];
}

function buildLine(key: ExportedKey, witnessed: Witnessed, uses: CollectedUses): KeyLine[] {
  const firstMs = timeOf(key.first_seen);
  const lastMs = timeOf(key.last_seen);
  if (firstMs === null || lastMs === null) return [];
  const { url } = witnessed.document;
  const { kid, thumbprint, owner } = key;
  const from = key.certificate && timeOf(key.certificate.not_before);
  const to = key.certificate && timeOf(key.certificate.not_after);
  return [
    {
      id: `${url} ${kid}`,
      kid,
      thumbprint,
      owner,
      ownerName: nameOwner(owner, url),
      firstMs,
      lastMs,
      isOlder: firstMs <= witnessed.firstMs,
      isListed: key.absent_since === null,
      absentSinceMs: timeOf(key.absent_since),
      retiredSinceMs: timeOf(key.retired_since),
      certificate: from === null || to === null ? null : { fromMs: from, toMs: to },
      earlier: key.earlier.flatMap((one) => {
        const untilMs = timeOf(one.until);
        return untilMs === null ? [] : [{ thumbprint: one.thumbprint, owner: one.owner, untilMs }];
      }),
      publishedAt: key.published_at,
      uses: uses.ofKey.get(`${url} ${thumbprint}`) ?? [],
      signs: findSigns(key, witnessed),
    },
  ];
}

interface CollectedUses {
  /** By document and thumbprint. */
  readonly ofKey: ReadonlyMap<string, readonly KeyUse[]>;
  /** Thumbprints of keys of which a check found that witnesses disagree. */
  readonly disputed: ReadonlySet<string>;
}

function collectUses(sessions: readonly SessionDetail[]): CollectedUses {
  const ofKey = new Map<string, KeyUse[]>();
  const disputed = new Set<string>();
  for (const { id, account, tokens } of sessions) {
    for (const { inspection } of tokens) {
      const { key, verdict, fingerprint, seenAtMs, outcomes } = inspection;
      if (key === null) continue;
      const name = `${key.url} ${key.thumbprint}`;
      const known = ofKey.get(name) ?? [];
      known.push({ atMs: seenAtMs, verdict, fingerprint, sessionId: id, account });
      ofKey.set(name, known);
      const isDisputed = outcomes.some(
        ({ rule, outcome }) => rule === 'key-witness-disagrees' && outcome === 'fail',
      );
      if (isDisputed) disputed.add(key.thumbprint);
    }
  }
  for (const list of ofKey.values()) list.sort((a, b) => a.atMs - b.atMs);
  return { ofKey, disputed };
}

/** Name of the issuer that an `issuer` member stands for, preferring one of the document's own; null: none that is known. */
function nameOwner(owner: string | null, url: string): string | null {
  if (owner === null) return null;
  const template = owner.replace('{tenantid}', '{tenant}');
  const owners = issuers.filter(({ keyOwner }) => keyOwner !== null && keyOwner === template);
  const own = owners.find(({ keyDocuments }) => keyDocuments.some((one) => one.url === url));
  return (own ?? owners[0])?.name ?? null;
}

/** Milliseconds since the epoch; null for what is no time. */
function timeOf(text: string | null): number | null {
  const ms = text === null ? Number.NaN : Date.parse(text);
  return Number.isFinite(ms) ? ms : null;
}
