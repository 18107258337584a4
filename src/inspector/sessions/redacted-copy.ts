import type { Evidence, EvidenceName, Inspection } from '../../core/index.ts';

/** In the place of what was left out. */
export const removed = '[removed]';

/** Evidence that names the person, or whose words a token's maker chose freely. */
const personal: readonly EvidenceName[] = [
  'account-id',
  'earlier-account-id',
  'domain',
  'token-id',
  'detail',
];
/** Evidence that a stranger's token chose. */
const claimed: readonly EvidenceName[] = [
  'issuer',
  'tenant',
  'home-tenant',
  'earlier-tenant',
  'audience',
  'application',
  'permission',
  'key-id',
  'algorithm',
];

/**
 * A token's inspection as JSON that can be shown to others: no part of the token, no account and nothing that names the person. What a token
 * of an unknown issuer says is left out too, because its maker can have written anything there. Organisation, key and times stay.
 */
export function buildRedactedCopy(inspection: Inspection): string {
  const { token, key, issuer, outcomes, ...rest } = inspection;
  const isKnown = issuer !== null;
  const chosen = <Value>(value: Value) => (value === null || isKnown ? value : removed);
  const copy = {
    format: 'countersign-inspection',
    version: 1,
    verdict: rest.verdict,
    provider: rest.provider,
    issuer,
    host: rest.host,
    source: rest.source,
    seen_at: timeOf(rest.seenAtMs / 1000),
    token_sha256: rest.fingerprint,
    not_inspected: rest.notInspected,
    header: token && {
      alg: chosen(token.alg),
      enc: chosen(token.enc),
      typ: chosen(token.typ),
      kid: key === null ? chosen(token.kid) : token.kid,
    },
    claims: token && {
      iss: chosen(token.iss),
      aud: isKnown ? token.aud : token.aud.map(() => removed),
      tid: chosen(token.tenant),
      account: token.account && removed,
      subject: token.subject && removed,
      application: chosen(token.appId),
      iat: timeOf(token.issuedAtSeconds),
      exp: timeOf(token.expiresAtSeconds),
      ver: chosen(token.version),
    },
    key,
    outcomes: outcomes
      .filter(({ outcome }) => outcome !== 'not-applicable')
      .map((one) =>
        one.outcome === 'fail'
          ? { ...one, evidence: one.evidence.map((piece) => redact(piece, isKnown)) }
          : one,
      ),
  };
  return JSON.stringify(copy, null, 2);
}

const redact = ({ name, value }: Evidence, isKnown: boolean): Evidence => ({
  name,
  value: personal.includes(name) || (!isKnown && claimed.includes(name)) ? removed : value,
});

/** ISO 8601; a number that is no date stays one. */
function timeOf(seconds: number | null): string | number | null {
  if (seconds === null) return null;
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? seconds : date.toISOString();
}
