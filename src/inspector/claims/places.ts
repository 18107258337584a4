import type { EvidenceName, RuleOutcome } from '../../core/index.ts';

export type FailedOutcome = Extract<RuleOutcome, { outcome: 'fail' }>;

/** Claims that name the account for people. */
const accountNames = ['upn', 'preferred_username', 'unique_name', 'email', 'name'];

/**
 * Beginnings of rule ids, which name the subject before the defect, and the claims and header members that the subject is. The longest
 * that fits counts. A rule that is about no claim but the whole token has an empty list.
 */
const subjects: Readonly<Record<string, readonly string[]>> = {
  alg: ['alg'],
  'alg-key': ['alg', 'kid'],
  key: ['kid'],
  'key-embedded': ['jwk', 'x5c', 'jku', 'x5u'],
  'key-address': ['appctx', 'jku'],
  crit: ['crit'],
  type: ['typ'],
  issuer: ['iss'],
  'issuer-version': ['iss', 'ver'],
  'issuer-tenant': ['iss', 'tid'],
  tenant: ['tid'],
  cloud: ['iss'],
  consumer: ['tid'],
  audience: ['aud'],
  scope: ['scp', 'scope', 'roles'],
  application: ['appid', 'azp'],
  token: [],
  'token-expired': ['exp'],
  'token-id': ['uti', 'jti'],
  'token-hash': ['at_hash'],
  'code-hash': ['c_hash'],
  expired: ['exp'],
  'issued-in': ['iat'],
  'not-yet': ['nbf'],
  older: ['iat'],
  lifetime: ['exp', 'iat'],
  'lifetime-missing': ['exp'],
  account: accountNames,
  'account-switched': ['oid', 'sub'],
  'multi-factor': ['amr'],
  'device-claim': ['deviceid'],
  possession: ['cnf'],
  proof: ['cnf'],
  signature: [],
};

/** What a piece of evidence is a claim of, where the rule's own name says nothing. */
const ofEvidence: Partial<Readonly<Record<EvidenceName, readonly string[]>>> = {
  algorithm: ['alg'],
  issuer: ['iss'],
  tenant: ['tid'],
  'key-id': ['kid'],
  'issued-at': ['iat'],
  'valid-from': ['nbf'],
  'expires-at': ['exp'],
  'token-id': ['uti', 'jti'],
  'account-id': ['oid', 'sub'],
  audience: ['aud'],
  permission: ['scp', 'scope', 'roles'],
  domain: accountNames,
  application: ['appid', 'azp'],
  'sign-in-methods': ['amr'],
};

/** Names of the claims and header members that a finding concerns; empty: the token as a whole. */
export function placesOf({ rule, evidence }: FailedOutcome): readonly string[] {
  const [subject] = Object.keys(subjects)
    .filter((start) => rule === start || rule.startsWith(`${start}-`))
    .sort((a, b) => b.length - a.length);
  if (subject !== undefined) return subjects[subject] ?? [];
  return [...new Set(evidence.flatMap(({ name, value }) => ofEvidence[name] ?? claimOf(value)))];
}

/** Some rules name the claim itself as their evidence. */
const claimOf = (value: string): readonly string[] => (/^[a-z_]{3,20}$/.test(value) ? [value] : []);
