import { describe, expect, test } from 'vitest';
import type { KeyConnection } from '../../../src/core/index.ts';
import { connectionInterposed } from '../../../src/core/rules/connection-interposed.ts';
import { runRules } from '../../../src/core/rules/run.ts';
import { answerOf, factsOf, selectedKey } from '../../support/facts.ts';

const direct: KeyConnection = {
  trust: 'built-in',
  rootFingerprint: '4B:A6:03:1C',
  rootName: 'CN=DigiCert Global Root G2,O=DigiCert Inc,C=US',
  isExtendedValidation: false,
};
const by = (changes: Partial<KeyConnection> | null) =>
  factsOf({
    key: selectedKey({ connection: changes === null ? null : { ...direct, ...changes } }),
  });

describe('passes', () => {
  test.each([false, true])('an authority of the browser, extended validation %s', (isEv) => {
    expect(answerOf(connectionInterposed, by({ isExtendedValidation: isEv }))).toBe('pass');
  });
});

describe('fails', () => {
  test('an added authority, as inspecting proxies have one, is worth a note, and is named', () => {
    const facts = by({ trust: 'added', rootName: 'CN=Contoso Inspection CA' });
    const [outcome] = runRules(facts, [connectionInterposed]);
    expect(outcome).toMatchObject({
      outcome: 'fail',
      severity: 'note',
      evidence: expect.arrayContaining([
        { name: 'authority', value: 'CN=Contoso Inspection CA' },
        { name: 'authority-fingerprint', value: '4B:A6:03:1C' },
      ]),
    });
  });
  test('a certificate that was let through by an exception is unusual', () => {
    expect(answerOf(connectionInterposed, by({ trust: 'untrusted' }))).toBe('fail:attention');
  });
  test('a copy that did not come this way and knows the key is named beside it', () => {
    const shipped = {
      origin: 'https://login.microsoftonline.com',
      kid: 'enterprise-key',
      thumbprint: 'enterprise-thumbprint',
      owner: null,
      firstSeenDay: 1,
      lastSeenDay: 2,
      retiredSinceDay: null,
    };
    const facts = factsOf({
      key: selectedKey({ shipped, connection: { ...direct, trust: 'added' } }),
    });
    const [outcome] = runRules(facts, [connectionInterposed]);
    const names = outcome?.outcome === 'fail' ? outcome.evidence.map(({ name }) => name) : [];
    expect(names).toContain('witness');
    const without = runRules(by({ trust: 'added' }), [connectionInterposed])[0];
    expect(JSON.stringify(without)).not.toContain('witness');
  });
});

describe('unknown', () => {
  test('where the browser tells no connection nothing is said', () => {
    expect(answerOf(connectionInterposed, by(null))).toBe('not-applicable');
  });
  test('nor without a key', () => {
    const absent = factsOf({ key: { kind: 'unavailable', problem: 'offline' } });
    expect(answerOf(connectionInterposed, absent)).toBe('not-applicable');
  });
});

describe('hostile', () => {
  test('a name without end is cut, a missing one left out', () => {
    const long = runRules(by({ trust: 'added', rootName: 'x'.repeat(100_000) }), [
      connectionInterposed,
    ]);
    expect(JSON.stringify(long).length).toBeLessThan(2_000);
    const nameless = runRules(by({ trust: 'added', rootName: null, rootFingerprint: null }), [
      connectionInterposed,
    ]);
    expect(JSON.stringify(nameless)).not.toContain('authority');
  });
  test('that a certificate is extended excuses no added authority', () => {
    const facts = by({ trust: 'added', isExtendedValidation: true });
    expect(answerOf(connectionInterposed, facts)).toBe('fail:note');
  });
});
