import { describe, expect, test } from 'vitest';
import { noContext } from '../../../src/core/index.ts';
import { gmail } from '../../../src/core/providers/gmail.ts';
import { outlookConsumer } from '../../../src/core/providers/outlook-consumer.ts';
import { audienceUnexpected } from '../../../src/core/rules/audience-unexpected.ts';
import { runRules } from '../../../src/core/rules/run.ts';
import { answerOf, factsOf } from '../../support/facts.ts';

const judge = (aud: unknown, changes: object = {}) =>
  answerOf(audienceUnexpected, factsOf({ claims: { aud }, ...changes }));
const outlook = '9199bf20-a13f-4107-85dc-02114787ef48';

describe('passes', () => {
  test.each([
    'https://outlook.office.com',
    'https://outlook.office365.com/',
    '00000002-0000-0ff1-ce00-000000000000',
    'https://graph.microsoft.com',
    'https://substrate.office.com/ows',
    'https://contoso-my.sharepoint.com',
    outlook,
    ['https://outlook.office.com', 'https://service.example'],
  ])('%j belongs to Outlook', (aud) => {
    expect(judge(aud)).toBe('pass');
  });
});

describe('fails', () => {
  test.each(['https://service.example', 'aaaaaaaa-0000-4000-8000-000000000000', 'client', []])(
    '%j is worth a note',
    (aud) => {
      expect(judge(aud)).toBe(Array.isArray(aud) ? 'unknown:claim-missing' : 'fail:note');
    },
  );
  test('a service that another webmail uses', () => {
    const aud = 'https://contoso.sharepoint.com';
    expect(judge(aud, { provider: outlookConsumer })).toBe('fail:note');
  });
});

describe('a webmail that somebody added', () => {
  const provider = { ...gmail, audienceTexts: ['webmail', 'https://mail.contoso.example'] };
  test.each(['webmail', ['other', 'https://mail.contoso.example']])('%j is its own', (aud) => {
    expect(judge(aud, { provider })).toBe('pass');
  });
  test.each(['Webmail', 'webmail2', 'https://mail.contoso.example/'])('%j is not', (aud) => {
    expect(judge(aud, { provider })).toBe('fail:note');
  });
});

describe('unknown', () => {
  test('a webmail whose services nobody knows', () => {
    expect(judge('https://service.example', { provider: gmail })).toBe('not-applicable');
    const facts = factsOf({ claims: { aud: 'https://service.example' }, provider: null });
    expect(runRules(facts, [audienceUnexpected])).toMatchObject([{ outcome: 'not-applicable' }]);
  });
  test('a token without an audience', () => {
    expect(judge(undefined)).toBe('unknown:claim-missing');
  });
  test.each(['storage', 'nested'] as const)('what is not used: %s', (presentedAs) => {
    const context = { ...noContext, presentedAs };
    expect(judge('https://service.example', { context })).toBe('not-applicable');
  });
});

describe('hostile', () => {
  test.each([7, null, {}, [7], [null, {}]])('an audience that is no text (%j) is none', (aud) => {
    expect(judge(aud)).toBe('unknown:claim-missing');
  });
  test.each(['https://outlook.office.com.evil.example', 'https://outlook.office.com@evil.example'])(
    '%s only looks like Outlook',
    (aud) => {
      expect(judge(aud)).toBe('fail:note');
    },
  );
  test('many audiences stay bounded in the evidence', () => {
    const aud = Array.from({ length: 200 }, (_, index) => `https://service${index}.example`);
    const outcome = audienceUnexpected.check(factsOf({ claims: { aud } }));
    expect(JSON.stringify(outcome).length).toBeLessThan(1_000);
  });
});
