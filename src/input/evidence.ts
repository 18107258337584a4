import {
  type Evidence,
  evidenceNames,
  type Inspection,
  type ReasonCode,
  type RuleOutcome,
  reasons,
  rules,
  type TokenSummary,
  verdictOrder,
} from '../core/index.ts';
import { listOf, memberOf, parseJson, textOf } from './json.ts';
import { parseTime } from './time.ts';

/** Largest file of saved evidence, characters; real ones have some 200,000. */
export const maxEvidenceCharacters = 16 * 1024 * 1024;
/** Most tokens of one file of saved evidence, pieces of evidence of one finding, and letters of one text. */
export const maxEvidenceTokens = 1_000;
export const maxEvidencePieces = 50;
export const maxEvidenceText = 2_000;

const start = /^\s*\{[\s\S]{0,200}"format"\s*:\s*"countersign-evidence"/;

/** Whether a text begins like evidence that the extension has saved (docs/evidence.schema.json). */
export const looksLikeEvidence = (text: string): boolean => start.test(text.slice(0, 400));

/**
 * What saved evidence says of each of its tokens: verdicts and findings of then. It holds no token, so nothing can be judged anew, and
 * anybody may have written it. Null for what is no evidence; what cannot be read of a token is left out.
 */
export function readEvidence(text: string): readonly Inspection[] | null {
  const value = text.length > maxEvidenceCharacters ? undefined : parseJson(text);
  if (textOf(value, 'format') !== 'countersign-evidence') return null;
  const provider = idOf(textOf(memberOf(value, 'session'), 'provider'));
  return listOf(value, 'tokens')
    .slice(0, maxEvidenceTokens)
    .flatMap((token) => readToken(token, provider) ?? []);
}

function readToken(token: unknown, provider: string | null): Inspection | null {
  const verdict = verdictOrder.find((one) => one === textOf(token, 'verdict'));
  const fingerprint = textOf(token, 'fingerprint') ?? '';
  const seenAtMs = parseTime(textOf(token, 'seen') ?? '');
  if (verdict === undefined || !isHash(fingerprint) || seenAtMs === null) return null;
  return {
    verdict,
    outcomes: listOf(token, 'outcomes').flatMap((outcome) => readOutcome(outcome) ?? []),
    notInspected: idOf(textOf(token, 'not_inspected')),
    provider,
    issuer: idOf(textOf(token, 'issuer')),
    fingerprint,
    token: readSummary(memberOf(token, 'token')),
    key: readKey(memberOf(token, 'key')),
    source: 'evidence',
    host: bounded(textOf(token, 'host')) ?? '',
    seenAtMs,
  };
}

/** Outcomes of rules that this version knows; of another version's rules nothing could be said in words. */
function readOutcome(value: unknown): RuleOutcome | null {
  const rule = rules.find(({ id }) => id === textOf(value, 'rule'))?.id;
  if (rule === undefined) return null;
  switch (textOf(value, 'outcome')) {
    case 'pass':
      return { rule, outcome: 'pass' };
    case 'not-applicable':
      return { rule, outcome: 'not-applicable' };
    case 'unknown': {
      const reason = reasonCodes.find((code) => code === textOf(value, 'reason'));
      return reason === undefined ? null : { rule, outcome: 'unknown', reason };
    }
    case 'fail': {
      const severity = severities.find((one) => one === textOf(value, 'severity'));
      if (severity === undefined) return null;
      return { rule, outcome: 'fail', severity, evidence: readPieces(value) };
    }
    default:
      return null;
  }
}

const severities = ['danger', 'attention', 'note'] as const;
const reasonCodes = Object.keys(reasons).filter((code): code is ReasonCode => code in reasons);

const readPieces = (value: unknown): readonly Evidence[] =>
  listOf(value, 'evidence')
    .slice(0, maxEvidencePieces)
    .flatMap((piece) => {
      const name = evidenceNames.find((one) => one === textOf(piece, 'name'));
      const shown = bounded(textOf(piece, 'value'));
      return name === undefined || shown === null ? [] : [{ name, value: shown }];
    });

function readSummary(value: unknown): TokenSummary | null {
  if (typeof value !== 'object' || value === null) return null;
  const member = (name: string) => bounded(textOf(value, name));
  const seconds = (name: string) => {
    const number = memberOf(value, name);
    return typeof number === 'number' && Number.isFinite(number) ? number : null;
  };
  return {
    alg: member('alg'),
    enc: member('enc'),
    kid: member('kid'),
    typ: member('typ'),
    iss: member('iss'),
    aud: listOf(value, 'aud')
      .slice(0, maxEvidencePieces)
      .flatMap((one) => (typeof one === 'string' ? [one.slice(0, maxEvidenceText)] : [])),
    tenant: member('tenant'),
    account: member('account'),
    subject: member('subject'),
    appId: member('app_id'),
    issuedAtSeconds: seconds('issued_at_seconds'),
    expiresAtSeconds: seconds('expires_at_seconds'),
    version: member('version'),
  };
}

function readKey(value: unknown): Inspection['key'] {
  const thumbprint = bounded(textOf(value, 'thumbprint'));
  const url = bounded(textOf(value, 'document'));
  if (thumbprint === null || !isHash(thumbprint) || url === null) return null;
  const [kid, owner] = [bounded(textOf(value, 'kid')), bounded(textOf(value, 'owner'))];
  return { kid, thumbprint, owner, url };
}

/** SHA-256, base64url. */
const isHash = (text: string): boolean => /^[\w-]{43}$/.test(text);

const bounded = (text: string | null): string | null => text?.slice(0, maxEvidenceText) ?? null;

/** A code of our own; null for anything else. */
const idOf = (text: string | null): string | null =>
  text !== null && /^[a-z0-9-]{1,64}$/.test(text) ? text : null;
