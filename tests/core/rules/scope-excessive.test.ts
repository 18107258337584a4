import { describe, expect, test } from 'vitest';
import { scopeExcessive } from '../../../src/core/rules/scope-excessive.ts';
import { answerOf, factsOf } from '../../support/facts.ts';
import type { Claims } from '../../support/tokens.ts';

const judge = (claims: Claims) => answerOf(scopeExcessive, factsOf({ claims }));
const shown = (claims: Claims) => {
  const outcome = scopeExcessive.check(factsOf({ claims }));
  return outcome.outcome === 'fail' ? outcome.evidence.map(({ value }) => value) : [];
};

describe('passes', () => {
  test.each([
    {},
    { scp: 'Mail.Read' },
    { scp: 'Mail.ReadWrite Mail.Send Calendars.ReadWrite EWS.AccessAsUser.All' },
    { scope: 'openid profile' },
    { roles: ['User'] },
    { idtyp: 'user' },
    { oid: 'x', sub: 'x', scp: 'Mail.Read', roles: ['Mail.ReadWrite'] },
  ])('%j', (claims) => {
    expect(judge(claims)).toBe('pass');
  });
});

describe('fails', () => {
  test.each([
    [{ scp: 'full_access_as_user' }, ['full_access_as_user']],
    [{ scp: 'Mail.Read full_access_as_user Mail.Send' }, ['full_access_as_user']],
    [{ scope: 'Directory.ReadWrite.All' }, ['Directory.ReadWrite.All']],
    [{ roles: ['Mail.ReadWrite'], idtyp: 'app' }, ['idtyp app']],
    [{ roles: ['full_access_as_app'], idtyp: 'app' }, ['idtyp app', 'full_access_as_app']],
    [{ roles: ['Mail.ReadWrite'], oid: 'x', sub: 'x' }, ['idtyp app']],
  ])('%j is worth a note that says why', (claims, evidence) => {
    expect(judge(claims)).toBe('fail:note');
    expect(shown(claims)).toEqual(evidence);
  });
});

describe('unknown', () => {
  test('a token that says nothing about permissions', () => {
    expect(judge({ scp: undefined, roles: undefined })).toBe('pass');
  });
});

describe('hostile', () => {
  test.each([
    { scp: 'xfull_access_as_user' },
    { scp: 'full_access_as_users' },
    { scp: 'xfull_access_as_user full_access_as_userx' },
    { scp: ['full_access_as_user'] },
    { roles: 'full_access_as_app' },
    { roles: [['full_access_as_app'], null] },
    { idtyp: ['app'] },
  ])('%j is not the permission', (claims) => {
    expect(judge(claims)).toBe('pass');
  });
  test('a word that only ends like one, before the word itself', () => {
    expect(shown({ scp: 'xfull_access_as_user full_access_as_user' })).toEqual([
      'full_access_as_user',
    ]);
  });
  test('a long list is looked at in no time', () => {
    const startedMs = performance.now();
    judge({ scp: 'full_access_as_userfull_access_as_user'.repeat(300) });
    expect(performance.now() - startedMs).toBeLessThan(500);
  });
});
