import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  emptyHistory,
  type KeyPort,
  type KeyReading,
  observeDocument,
  parseKeyDocument,
  parsePolicy,
} from '../../src/core/index.ts';
import { makeCertificate } from '../support/certificates.ts';
import { commonKeysUrl, commonV1KeysUrl } from '../support/keys.ts';
import {
  createSigningKey,
  encodeSegment,
  enterpriseOwner,
  entraClaims,
  inspectToken,
  issuedAt,
  type SigningKey,
  signToken,
} from '../support/tokens.ts';

const day = 86_400_000;
const nowMs = issuedAt * 1000;

/** What a key server answered at a time; the last answer holds now. */
type Answer = readonly [atMs: number, keys: readonly object[]];

async function readingOf(url: string, answers: readonly Answer[]): Promise<KeyReading> {
  let history = emptyHistory(url);
  let document = null;
  for (const [atMs, keys] of answers) {
    const parsed = await parseKeyDocument(url, { keys });
    if (!parsed.ok) throw new Error(parsed.code);
    document = parsed.value;
    history = observeDocument(history, document, atMs).history;
  }
  return { url, document, confirmedAtMs: nowMs, freshness: 'fresh', problem: null, history };
}

async function portOf(
  answers: readonly Answer[],
  older: readonly Answer[] = [[nowMs, []]],
): Promise<KeyPort> {
  const readings = new Map([
    [commonKeysUrl, await readingOf(commonKeysUrl, answers)],
    [commonV1KeysUrl, await readingOf(commonV1KeysUrl, older)],
  ]);
  return {
    read: async (urls) => ({
      readings: urls.flatMap((url) => readings.get(url) ?? []),
      clockErrorMs: 0,
    }),
    recall: (url) => readings.get(url) ?? null,
  };
}

const enterprise = await createSigningKey(enterpriseOwner);
const attacker = await createSigningKey(enterpriseOwner);
/** The attacker's material under the enterprise's name. */
const disguised = { ...attacker.entry, kid: enterprise.kid, x5t: enterprise.kid };
const asEnterprise: SigningKey = { ...attacker, kid: enterprise.kid };
/** Somebody has looked every day for two months. */
const everyDay = (keys: readonly object[]): readonly Answer[] =>
  Array.from({ length: 60 }, (_day, at): Answer => [nowMs - (60 - at) * day, keys]);

/** A key with a certificate, as its document would list it; `kid` is the certificate's SHA-1 unless another is given. */
async function certified(dates: object, kid?: string): Promise<SigningKey> {
  const { der, keys, hash } = await makeCertificate(dates);
  const { n, e } = await crypto.subtle.exportKey('jwk', keys.publicKey);
  const name = kid ?? hash.toString('base64url');
  const entry = { kty: 'RSA', use: 'sig', kid: name, x5t: name, n, e, issuer: enterpriseOwner };
  return {
    kid: name,
    privateKey: keys.privateKey,
    entry: { ...entry, x5c: [der.toString('base64')] },
  };
}

/** Libraries refuse to sign with a key of 1,024 bits, so this one signs by itself. */
function makeWeak(): { readonly entry: object; readonly token: string } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const { n, e } = publicKey.export({ format: 'jwk' });
  const header = JSON.stringify({ typ: 'JWT', alg: 'RS256', kid: enterprise.kid });
  const text = `${encodeSegment(header)}.${encodeSegment(JSON.stringify(entraClaims()))}`;
  const signature = sign('sha256', Buffer.from(text), privateKey).toString('base64url');
  return { entry: { ...enterprise.entry, n, e }, token: `${text}.${signature}` };
}

const now = { notBefore: '2026-11-01T00:00:00Z', notAfter: '2031-11-01T00:00:00Z' };
const expired = await certified({});
const early = await certified({ ...now, notBefore: '2026-12-01T00:00:00Z' });
const misnamed = await certified(now, 'a-name-of-my-own');
const borrowed = await certified(now);
const weak = makeWeak();

interface KeyAttack {
  readonly rule: string;
  readonly name: string;
  /** Who signs, or what is already signed. */
  readonly by: SigningKey | string;
  readonly answers: readonly Answer[];
  readonly older?: readonly Answer[];
  readonly policy?: object;
  readonly isNote?: true;
}

/** Somebody has changed what the key server says, or what stands between it and the browser. */
const attacks: readonly KeyAttack[] = [
  {
    rule: 'key-swapped',
    name: 'another key under the name of the old one',
    by: asEnterprise,
    answers: [...everyDay([enterprise.entry]), [nowMs, [disguised]]],
  },
  {
    rule: 'key-ambiguous',
    name: 'a second key under the name of the first one',
    by: asEnterprise,
    answers: [[nowMs, [enterprise.entry, disguised]]],
  },
  {
    rule: 'key-witness-disagrees',
    name: 'a key that the older document knows otherwise',
    by: asEnterprise,
    answers: [[nowMs, [disguised]]],
    older: [[nowMs, [enterprise.entry]]],
  },
  {
    rule: 'key-not-pinned',
    name: 'a key that the organisation does not expect',
    by: attacker,
    answers: [[nowMs, [enterprise.entry, attacker.entry]]],
    policy: { pinnedKeys: [{ issuer: 'entra', thumbprints: ['A'.repeat(43)] }] },
  },
  {
    rule: 'key-certificate-differs',
    name: 'a key beside the certificate of another one',
    by: { ...attacker, kid: borrowed.kid },
    answers: [[nowMs, [{ ...borrowed.entry, n: attacker.entry['n'], e: attacker.entry['e'] }]]],
  },
  {
    rule: 'key-id-not-derived',
    name: 'a key with a name that nobody derived',
    by: misnamed,
    answers: [[nowMs, [misnamed.entry]]],
  },
  {
    rule: 'key-outdated',
    name: 'a key whose certificate ended years ago',
    by: expired,
    answers: [[nowMs, [expired.entry]]],
    // Genuine sessions were seen under such keys: alone it is worth a note, with retirement it is more.
    isNote: true,
  },
  {
    rule: 'older-than-its-key',
    name: 'a session from before its key began',
    by: early,
    answers: [[nowMs, [early.entry]]],
  },
  {
    rule: 'key-weak',
    name: 'a key that can be broken',
    by: weak.token,
    answers: [[nowMs, [weak.entry]]],
  },
  {
    rule: 'key-new',
    name: 'a key that appeared this minute',
    by: attacker,
    answers: [...everyDay([enterprise.entry]), [nowMs, [enterprise.entry, attacker.entry]]],
    isNote: true,
  },
];

describe('what is done to key documents', () => {
  test.each(attacks)('$rule catches: $name', async ({ rule, by, isNote, ...attack }) => {
    const { policy } = parsePolicy(attack.policy ?? {});
    const keys = await portOf(attack.answers, attack.older);
    const credential = typeof by === 'string' ? by : await signToken(by, entraClaims());
    const { verdict, outcomes } = await inspectToken(credential, keys, { policy });
    const failed = outcomes.flatMap((one) => (one.outcome === 'fail' ? [one.rule] : []));
    expect(failed).toContain(rule);
    expect(verdict === 'verified').toBe(isNote === true);
  });

  test('the same documents without the attack are genuine', async () => {
    const keys = await portOf(everyDay([enterprise.entry]), everyDay([enterprise.entry]));
    const { verdict } = await inspectToken(await signToken(enterprise, entraClaims()), keys);
    expect(verdict).toBe('verified');
  });
});
