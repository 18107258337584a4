import { describe, expect, test } from 'vitest';
import {
  type Facts,
  type Issuer,
  type IssuerFact,
  issuers,
  rules,
} from '../../../src/core/index.ts';
import { entra } from '../../../src/core/issuers/entra.ts';
import { runRules } from '../../../src/core/rules/run.ts';
import { enterpriseKey, factsOf } from '../../support/facts.ts';
import { consumerOwner, enterpriseTenant, issuedAt } from '../../support/tokens.ts';

/** Facts of a token that contradicts what is known of its issuer in this respect, and in no other. */
const contradictions: Readonly<Record<IssuerFact, readonly ((issuer: Issuer) => Facts)[]>> = {
  algorithms: [
    (issuer) => factsFor(issuer, { header: { alg: 'HS256' } }),
    (issuer) => factsFor(issuer, { header: { alg: 'PS512' } }),
  ],
  'key-id-form': [
    (issuer) => withKey(factsFor(issuer), { kid: 'a', x5t: 'b' }),
    (issuer) => withKey(factsFor(issuer), {}, { isSwapped: true }),
  ],
  lifetime: [(issuer) => factsFor(issuer, { claims: { exp: issuedAt + 40 * 86_400 } })],
};
/** Rules that such a contradiction may make fail; another would hide that the right one is silent. */
const rulesOf: Readonly<Record<IssuerFact, readonly string[]>> = {
  algorithms: ['alg-confused', 'alg-not-allowed'],
  'key-id-form': ['key-id-not-derived'],
  lifetime: ['lifetime-excessive'],
};
const factNames: readonly IssuerFact[] = ['algorithms', 'key-id-form', 'lifetime'];

function factsFor(issuer: Issuer, changes: Parameters<typeof factsOf>[0] = {}, formIndex = 0) {
  const form = issuer.forms[formIndex];
  if (form === undefined) throw new Error(`${issuer.id} has no such form`);
  const tenant = form.template.includes('{tenant}') ? enterpriseTenant : form.tenant;
  const iss = form.template.replace('{tenant}', enterpriseTenant);
  return factsOf({
    ...changes,
    claims: { iss, tid: tenant ?? undefined, ver: form.version ?? undefined, ...changes.claims },
    provider: null,
    issuer: { kind: 'known', iss, issuer, form, tenant },
  });
}

function withKey(facts: Facts, key: object, more: object = {}): Facts {
  if (facts.key.kind !== 'selected') throw new Error('no key');
  return { ...facts, key: { ...facts.key, ...more, key: { ...enterpriseKey, ...key } } };
}

const failuresOf = (facts: Facts) =>
  runRules(facts, rules).flatMap((outcome) => (outcome.outcome === 'fail' ? [outcome] : []));
const alarmsOf = (facts: Facts) => failuresOf(facts).filter(({ severity }) => severity !== 'note');

describe('what nobody could confirm makes no alarm', () => {
  const marked = issuers.flatMap((issuer) =>
    (issuer.unverified ?? []).map((fact) => [issuer.id, fact, issuer] as const),
  );

  test('some facts are marked', () => {
    expect(marked.length).toBeGreaterThanOrEqual(4);
  });

  test.each(marked)('%s: %s', (_id, fact, issuer) => {
    for (const contradict of contradictions[fact]) {
      const unconfirmed = alarmsOf(contradict(issuer)).map(({ rule }) => rule);
      for (const rule of rulesOf[fact]) expect(unconfirmed).not.toContain(rule);
    }
  });

  test.each(factNames)('%s: unmarked it does, marked the same rules say a note', (fact) => {
    const rulesThatFail = (issuer: Issuer) =>
      contradictions[fact].flatMap((contradict) => failuresOf(contradict(issuer)));
    const confirmed = rulesThatFail(entra).filter(({ rule }) => rulesOf[fact].includes(rule));
    const unconfirmed = rulesThatFail({ ...entra, unverified: [fact] });
    expect(confirmed.length).toBeGreaterThan(0);
    for (const { rule, severity } of confirmed) {
      expect(severity).not.toBe('note');
      const same = unconfirmed.filter((other) => other.rule === rule);
      expect(same.map((other) => other.severity)).toEqual(same.map(() => 'note'));
      expect(same.length).toBeGreaterThan(0);
    }
  });
});

describe('a key from an address that nobody could confirm', () => {
  const sources = issuers.flatMap((issuer) =>
    issuer.keyDocuments.flatMap((source) =>
      source.verified === false ? [{ issuer, source }] : [],
    ),
  );

  test('there are some', () => {
    expect(sources.length).toBeGreaterThanOrEqual(4);
  });

  test.each(sources)('$source.url makes no alarm, whatever the key is', ({ issuer, source }) => {
    const certificate = { notBeforeSeconds: issuedAt + 86_400, notAfterSeconds: 0, sha1: 'other' };
    const jwk = { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' };
    const keys: readonly object[] = [
      { certificate },
      { jwk },
      { jwk: { kty: 'RSA', n: 'q80', e: 'AQAB' } },
      { alg: 'RS512' },
      { kid: 'a', x5t: 'b' },
    ];
    for (const key of keys) {
      const facts = withKey(factsFor(issuer), key, { url: source.url, isSwapped: true });
      const failed = { ...facts, signature: { kind: 'failed' } as const };
      expect(failuresOf(failed).length).toBeGreaterThan(0);
      expect(alarmsOf(failed)).toEqual([]);
    }
  });

  test('but a key that belongs to somebody else does: that is a fact about the other', () => {
    const facts = withKey(
      factsFor(entra),
      { owner: consumerOwner },
      { owner: 'other-issuer', ownerText: consumerOwner },
    );
    expect(alarmsOf(facts).map(({ rule }) => rule)).toEqual(['key-foreign']);
  });
});

describe('a form that nobody could confirm', () => {
  const forms = issuers.flatMap((issuer) =>
    issuer.forms.flatMap((form, index) =>
      form.verified === false ? [{ issuer, form, index }] : [],
    ),
  );

  test.each(forms)('$issuer.id $form.id makes no alarm of its version', ({ issuer, index }) => {
    expect(alarmsOf(factsFor(issuer, { claims: { ver: 'x' } }, index))).toEqual([]);
  });

  const confirmed = new Set(
    issuers.flatMap((issuer) =>
      issuer.forms.flatMap(({ template, verified }) => (verified === false ? [] : [template])),
    ),
  );
  const unheardOf = forms.filter(({ form }) => !confirmed.has(form.template));
  test.each(unheardOf)('$issuer.id $form.id makes no alarm of names like it', ({ form }) => {
    const { template } = form;
    const iss = template.replace('{tenant}', enterpriseTenant).replace(/^(https:\/\/..)/, '$1x');
    expect(alarmsOf(factsOf({ provider: null, issuer: { kind: 'unknown', iss } }))).toEqual([]);
  });
});
