import { describe, expect, test } from 'vitest';
import { type Inspection, type RuleOutcome, rules } from '../../../src/core/index.ts';
import { maxTextLength } from '../../../src/core/token/redact.ts';
import { acceptedKeyOf, isAcceptable, markAccepted } from '../../../src/core/verdict/accepted.ts';
import { inspectionOf } from '../../support/inspections.ts';

const unusual: RuleOutcome = {
  rule: 'key-new',
  outcome: 'fail',
  severity: 'attention',
  evidence: [],
};
const passing: readonly RuleOutcome[] = rules
  .filter(({ essential }) => essential)
  .map(({ id }) => ({ rule: id, outcome: 'pass' }));
const key = { kid: 'key', thumbprint: 'thumbprint', owner: null, url: 'https://keys.example/' };

const found = (changes: Partial<Inspection> = {}): Inspection =>
  inspectionOf({ verdict: 'attention', key, outcomes: [...passing, unusual], ...changes });

const acceptedOf = (inspection: Inspection, rule = unusual.rule) => {
  const known = acceptedKeyOf(inspection);
  if (known === null) throw new Error('nothing to accept');
  return { rule, ...known, acceptedAtMs: 5 };
};
const withToken = (changes: object): Inspection => {
  const base = found();
  return { ...base, token: base.token && { ...base.token, ...changes } };
};

describe('an accepted finding', () => {
  test('stays in sight with its day, and no longer drives the verdict', () => {
    const marked = markAccepted(found(), [acceptedOf(found())]);
    expect(marked.verdict).toBe('verified');
    expect(marked.outcomes.at(-1)).toEqual({ ...unusual, acceptedAtMs: 5 });
  });

  test('of an essential check is no proof: the verdict is that it could not be checked', () => {
    const [essential, ...others] = passing;
    const rule = essential?.rule ?? '';
    const inspection = found({ outcomes: [{ ...unusual, rule }, ...others] });
    const marked = markAccepted(inspection, [acceptedOf(inspection, rule)]);
    expect(marked.verdict).toBe('undetermined');
  });

  test('leaves other findings as they are', () => {
    const other: RuleOutcome = { ...unusual, rule: 'scope-excessive' };
    const inspection = found({ outcomes: [...passing, unusual, other] });
    const marked = markAccepted(inspection, [acceptedOf(inspection)]);
    expect(marked.verdict).toBe('attention');
    expect(marked.outcomes.at(-1)).toBe(other);
  });

  test.each([
    ['another key', found({ key: { ...key, thumbprint: 'other' } })],
    ['no key', found({ key: null })],
    ['another name of the key', withToken({ kid: 'other' })],
    ['another account', withToken({ account: 'grace@contoso.example' })],
    ['another issuer', withToken({ iss: 'https://sts.windows.net/other/' })],
  ])('is raised again for %s', (_, inspection) => {
    expect(markAccepted(inspection, [acceptedOf(found())])).toBe(inspection);
  });

  test('is never a danger, whatever stands in the settings', () => {
    const danger: RuleOutcome = { ...unusual, severity: 'danger' };
    const inspection = found({ verdict: 'danger', outcomes: [...passing, danger] });
    expect(isAcceptable(danger)).toBe(false);
    expect(markAccepted(inspection, [acceptedOf(inspection)])).toBe(inspection);
    const both = found({
      verdict: 'danger',
      outcomes: [...passing, unusual, { ...danger, rule: 'key-foreign' }],
    });
    expect(markAccepted(both, [acceptedOf(both), acceptedOf(both, 'key-foreign')]).verdict).toBe(
      'danger',
    );
  });

  test('a note, a pass and what was not checked cannot be accepted', () => {
    const others: RuleOutcome[] = [
      { ...unusual, severity: 'note' },
      { rule: 'x', outcome: 'pass' },
      { rule: 'x', outcome: 'unknown', reason: 'clock-unknown' },
      { rule: 'x', outcome: 'not-applicable' },
    ];
    expect(others.filter(isAcceptable)).toEqual([]);
  });
});

describe('what it holds for', () => {
  test('is the key by its material and by its name, the issuer and the account', () => {
    expect(acceptedKeyOf(found())).toEqual({
      keyThumbprint: 'thumbprint',
      keyId: 'key',
      issuer: found().token?.iss,
      account: 'ada@contoso.example',
    });
  });

  test('is the name alone where no key was found, and the subject where no account is named', () => {
    expect(acceptedKeyOf(found({ key: null }))?.keyThumbprint).toBeNull();
    expect(acceptedKeyOf(withToken({ account: null }))?.account).toBe('subject');
  });

  test.each([
    ['neither key nor name', { ...withToken({ kid: null }), key: null }],
    ['no issuer', withToken({ iss: null })],
    ['no account', withToken({ account: null, subject: null })],
    ['a name that was cut', withToken({ kid: 'k'.repeat(maxTextLength) })],
    ['a name of which something was removed', withToken({ account: 'a [removed]' })],
    ['no token', found({ token: null })],
  ])('cannot be said with %s', (_, inspection) => {
    expect(acceptedKeyOf(inspection)).toBeNull();
  });
});
