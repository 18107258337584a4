import type { Inspection, RuleOutcome, TokenSummary, Verdict } from '../inspection.ts';
import { buildKeyHistoryExport, type ExportedDocument } from '../keys/history/export.ts';
import type { KeyHistory } from '../keys/history/history.ts';
import type { Provider } from '../providers/provider.ts';
import type { Session } from '../session/session.ts';
import { redactText } from '../token/redact.ts';

/** A time as ISO 8601 writes it, in UTC. */
type TimeText = string;

/** What is saved of one token: what it says, the key that was used, and every check. Never the token itself or its signature. */
export interface EvidenceToken {
  /** SHA-256 of the token, base64url: whoever has the token, or a log of it, can compare. */
  readonly fingerprint: string;
  readonly verdict: Verdict;
  /** Id of the token source, and the host that it was sent to or kept for. */
  readonly source: string;
  readonly host: string;
  readonly seen: TimeText;
  /** Id of the issuer that it names; null when it is not known. */
  readonly issuer: string | null;
  readonly not_inspected: string | null;
  readonly token: EvidenceSummary | null;
  readonly key: {
    readonly kid: string | null;
    readonly thumbprint: string;
    readonly owner: string | null;
    readonly document: string;
  } | null;
  readonly outcomes: readonly EvidenceOutcome[];
}

/** As the token claims it. */
type EvidenceSummary = Omit<TokenSummary, 'appId' | 'issuedAtSeconds' | 'expiresAtSeconds'> & {
  readonly app_id: string | null;
  readonly issued_at_seconds: number | null;
  readonly expires_at_seconds: number | null;
};

/** An outcome; of one that the person accepted also the day. */
type EvidenceOutcome =
  | Exclude<RuleOutcome, { outcome: 'fail' }>
  | (Omit<Extract<RuleOutcome, { outcome: 'fail' }>, 'acceptedAtMs'> & {
      readonly accepted_at: TimeText | null;
    });

/** What is known of a session, as a file for whoever looks into it. docs/evidence.schema.json documents it. */
export interface EvidenceFile {
  readonly format: 'countersign-evidence';
  readonly version: 1;
  readonly exported_at: TimeText;
  /** Which Countersign in which browser judged it. */
  readonly program: { readonly version: string; readonly browser: string };
  readonly session: {
    /** Id and name of the webmail; null: no known one. */
    readonly provider: string | null;
    readonly webmail: string | null;
    readonly account: string | null;
    readonly tenant: string | null;
    readonly verdict: Verdict;
    readonly private_window: boolean;
    readonly first_seen: TimeText;
    readonly last_seen: TimeText;
  };
  readonly tokens: readonly EvidenceToken[];
  /** What the key documents concerned said over time. */
  readonly key_documents: readonly ExportedDocument[];
}

export interface EvidenceParts {
  readonly session: Session;
  readonly verdict: Verdict;
  readonly provider: Pick<Provider, 'id' | 'name'> | null;
  /** Addresses of key documents that the session's tokens could have their keys from. */
  readonly keyUrls: ReadonlySet<string>;
  readonly histories: readonly KeyHistory[];
  readonly program: EvidenceFile['program'];
  readonly nowMs: number;
  /** Writes milliseconds since the epoch as ISO 8601. */
  readonly timeOf: (ms: number) => TimeText;
}

/** Builds the file. Everything in it was redacted when it was made; `writeEvidence` does it once more. */
export function buildEvidence(parts: EvidenceParts): EvidenceFile {
  const { session, verdict, provider, keyUrls, histories, program, nowMs, timeOf } = parts;
  const keys = buildKeyHistoryExport(histories, nowMs, timeOf);
  return {
    format: 'countersign-evidence',
    version: 1,
    exported_at: timeOf(nowMs),
    program,
    session: {
      provider: session.provider,
      webmail: provider?.name ?? null,
      account: session.account,
      tenant: session.tenant,
      verdict,
      private_window: session.isPrivate,
      first_seen: timeOf(session.firstSeenAtMs),
      last_seen: timeOf(session.lastSeenAtMs),
    },
    tokens: session.inspections.map((inspection) => describeToken(inspection, timeOf)),
    key_documents: keys.documents.filter(({ url }) => keyUrls.has(url)),
  };
}

function describeToken(inspection: Inspection, timeOf: (ms: number) => TimeText): EvidenceToken {
  const { fingerprint, verdict, source, host, issuer, token, key, outcomes } = inspection;
  return {
    fingerprint,
    verdict,
    source,
    host,
    seen: timeOf(inspection.seenAtMs),
    issuer,
    not_inspected: inspection.notInspected,
    token: token && describeClaims(token),
    key: key && { kid: key.kid, thumbprint: key.thumbprint, owner: key.owner, document: key.url },
    outcomes: outcomes.map((outcome): EvidenceOutcome => {
      if (outcome.outcome !== 'fail') return outcome;
      const { acceptedAtMs, ...rest } = outcome;
      return { ...rest, accepted_at: acceptedAtMs === undefined ? null : timeOf(acceptedAtMs) };
    }),
  };
}

function describeClaims(token: TokenSummary): EvidenceSummary {
  const { appId, issuedAtSeconds, expiresAtSeconds, ...rest } = token;
  return {
    ...rest,
    app_id: appId,
    issued_at_seconds: issuedAtSeconds,
    expires_at_seconds: expiresAtSeconds,
  };
}

/** The text of the file: JSON of which every text is bounded and holds nothing that could be a part of a token. */
export const writeEvidence = (evidence: EvidenceFile): string =>
  `${JSON.stringify(evidence, (_name, value) => (typeof value === 'string' ? redactText(value) : value), 2)}\n`;
