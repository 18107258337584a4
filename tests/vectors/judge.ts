import { calculateJwkThumbprint } from 'jose';
import { type Issuer, parseKeyDocument, rules } from '../../src/core/index.ts';
import { entra } from '../../src/core/issuers/entra.ts';
import { selectKey } from '../../src/core/keys/select.ts';
import { verifySignature } from '../../src/core/keys/verify.ts';
import { runRules } from '../../src/core/rules/run.ts';
import { decodeBase64url } from '../../src/core/token/base64url.ts';
import { decodeCredential } from '../../src/core/token/decode.ts';
import type { DecodedCredential } from '../../src/core/token/token.ts';
import { factsOf } from '../support/facts.ts';
import { keyPortOf } from '../support/keys.ts';
import type { KeyVector, SignatureVector } from './vector.ts';

const keysUrl = 'https://issuer.example/keys';
const form = { id: 'only', template: 'https://issuer.example/', tenant: null, version: null };

/** Rules that judge how a token is written, signed and with what; the others ask for claims that no vector has. */
export const signatureRules = [
  'alg-none',
  'alg-confused',
  'alg-key-mismatch',
  'crit-unknown',
  'encoding-not-canonical',
  'key-embedded',
  'key-weak',
  'member-duplicate',
] as const;

/**
 * An issuer that publishes the vector's keys and allows whatever algorithm the token names, so that nothing but the core's
 * own checks can refuse.
 */
function issuerThatAllows(alg: string | null): Issuer {
  return {
    ...entra,
    id: 'vectors',
    forms: [form],
    keyDocuments: [{ url: keysUrl, ownership: 'document' }],
    keyOwner: null,
    algorithms: alg === null ? [] : [alg],
    keyIdForm: null,
    headerNonce: false,
    excludedTenants: [],
  };
}

/**
 * Why the core does not accept a vector's credential, as `<step>:<code>`; null when the signature verifies and no rule
 * about it says more than a note. Holds no token text.
 */
export async function refusalOf({ credential, keys }: SignatureVector): Promise<string | null> {
  const token = decodeAnyPayload(credential);
  if (token.kind === 'malformed') return `decode:${token.code}`;
  if (token.kind === 'not-inspected') return `decode:${token.reason}`;
  const issuer = issuerThatAllows(token.members.alg);
  const match = { issuer, form, tenant: null };
  const selection = await selectKey(match, token.members, await keyPortOf({ [keysUrl]: keys }));
  const key = selection.facts;
  if (key.kind !== 'selected') return `key:${key.kind}`;
  const signature = await verifySignature(token, key.key, issuer);
  if (signature.kind !== 'verified') {
    return `signature:${signature.kind === 'failed' ? 'failed' : signature.reason}`;
  }
  const facts = factsOf({
    token,
    issuer: { kind: 'known', iss: form.template, ...match },
    key,
    signature,
  });
  const chosen = rules.filter(({ id }) => signatureRules.some((name) => name === id));
  const objection = runRules(facts, chosen).find(
    (outcome) => outcome.outcome === 'fail' && outcome.severity !== 'note',
  );
  return objection === undefined ? null : `rule:${objection.rule}`;
}

/**
 * Decodes as the core does. Most vectors sign a text that is no JSON object, which the core refuses outright: of these,
 * header and signature are decoded with an empty object in the payload's place, and then the vector's own payload is put
 * back, so that the signature is checked over exactly the published bytes.
 */
function decodeAnyPayload(credential: string): DecodedCredential {
  const whole = decodeCredential(credential);
  const [header = '', payload = '', signature = '', ...more] = credential.split('.');
  if (whole.kind !== 'malformed' || more.length > 0 || credential.split('.').length !== 3) {
    return whole;
  }
  const token = decodeCredential(`${header}.e30.${signature}`);
  if (token.kind !== 'jws' || !decodeBase64url(payload).ok) return whole;
  return { ...token, segments: { ...token.segments, claims: payload } };
}

/** Whether the core reads an entry as a signing key: `listed`, `skipped`, or what is wrong with its reading. */
export async function readingOf({ entry }: KeyVector): Promise<string> {
  const parsed = await parseKeyDocument(keysUrl, { keys: [entry] });
  if (!parsed.ok) return parsed.code;
  const [key] = parsed.value.keys;
  if (key === undefined) return parsed.value.skipped === 1 ? 'skipped' : 'lost';
  const isSecretKept = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'].some((name) => name in key.jwk);
  if (isSecretKept) return 'secret-kept';
  const thumbprint = await calculateJwkThumbprint({ ...key.jwk });
  return key.thumbprint === thumbprint ? 'listed' : 'thumbprint-differs';
}
