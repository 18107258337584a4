import { describe, expect, test } from 'vitest';
import type { Issuer } from '../../../src/core/index.ts';
import { accessControlService } from '../../../src/core/issuers/access-control-service.ts';
import { entra } from '../../../src/core/issuers/entra.ts';
import { entraChina } from '../../../src/core/issuers/entra-china.ts';
import { entraUsGovernment } from '../../../src/core/issuers/entra-us-government.ts';
import { google } from '../../../src/core/issuers/google.ts';
import { outlookGccHigh } from '../../../src/core/providers/outlook-gcc-high.ts';
import { outlookWork } from '../../../src/core/providers/outlook-work.ts';
import { cloudMismatch } from '../../../src/core/rules/cloud-mismatch.ts';
import { runRules } from '../../../src/core/rules/run.ts';
import { answerOf, consumerIssuer, factsOf } from '../../support/facts.ts';

/** Facts of a token of this issuer, in the form with this id. */
function of(issuer: Issuer, formId: string, cloudInstance: string | null, changes: object = {}) {
  const form = issuer.forms.find(({ id }) => id === formId);
  const facts = factsOf(changes);
  if (form === undefined || facts.key.kind !== 'selected') throw new Error('no form or key');
  const key = { ...facts.key, key: { ...facts.key.key, cloudInstance } };
  return {
    ...facts,
    issuer: { kind: 'known', iss: form.template, issuer, form, tenant: null },
    key,
  } as const;
}

describe('passes', () => {
  test.each<[string, Issuer, string, string | null]>([
    ['a key that names no cloud, as all recorded ones', entra, 'v2', null],
    ['a key of the same cloud', entra, 'v1', 'microsoftonline.com'],
  ])('%s', (_name, issuer, form, instance) => {
    expect(answerOf(cloudMismatch, of(issuer, form, instance))).toBe('pass');
  });
  test('the government’s cloud in the government’s webmail', () => {
    for (const form of ['v1', 'v2']) {
      const facts = of(entraUsGovernment, form, 'microsoftonline.us', { provider: outlookGccHigh });
      expect(answerOf(cloudMismatch, facts)).toBe('pass');
    }
  });
  test('no webmail', () => {
    const facts = of(entraUsGovernment, 'v2', 'microsoftonline.us', { provider: null });
    expect(answerOf(cloudMismatch, facts)).toBe('pass');
  });
  test('a webmail that is in none of these clouds', () => {
    const provider = { ...outlookWork, issuers: ['google'] };
    expect(answerOf(cloudMismatch, of(entra, 'v2', null, { provider }))).toBe('pass');
  });
});

describe('fails', () => {
  test.each<[string, Issuer, string]>([
    ['of the government under the global issuer', entra, 'microsoftonline.us'],
    ['of the global cloud under the government’s issuer', entraUsGovernment, 'microsoftonline.com'],
  ])('danger: a key %s, which Microsoft’s own libraries refuse', (_name, issuer, instance) => {
    expect(answerOf(cloudMismatch, of(issuer, 'v2', instance, { provider: null }))).toBe(
      'fail:danger',
    );
  });
  test.each<[string, Issuer, string]>([
    ['a cloud that nobody knows', entra, 'login.sovcloud-identity.fr'],
    ['a cloud whose name nobody could confirm', entra, 'partner.microsoftonline.cn'],
    ['an issuer whose cloud’s name nobody could confirm', entraChina, 'microsoftonline.com'],
    ['the same name in other letters', entra, 'MicrosoftOnline.com'],
    ['an empty name', entra, ''],
  ])('a note: %s', (_name, issuer, instance) => {
    expect(answerOf(cloudMismatch, of(issuer, 'v2', instance, { provider: null }))).toBe(
      'fail:note',
    );
  });
  test('attention: an issuer of another cloud than the webmail’s', () => {
    expect(answerOf(cloudMismatch, of(entraUsGovernment, 'v2', null))).toBe('fail:attention');
    expect(answerOf(cloudMismatch, of(entraChina, 'v2', null))).toBe('fail:attention');
    const facts = of(entra, 'v2', null, { provider: outlookGccHigh });
    expect(answerOf(cloudMismatch, facts)).toBe('fail:attention');
  });
  test('a note: the same when nobody could confirm that the other cloud writes this name', () => {
    expect(answerOf(cloudMismatch, of(entraUsGovernment, 'v1', null))).toBe('fail:note');
    expect(answerOf(cloudMismatch, of(entraChina, 'v1', null))).toBe('fail:note');
  });
});

describe('unknown', () => {
  test('issuers outside of these clouds are not compared', () => {
    for (const issuer of [google, accessControlService]) {
      const [form] = issuer.forms;
      if (form === undefined) throw new Error('no form');
      expect(answerOf(cloudMismatch, of(issuer, form.id, 'microsoftonline.us'))).toBe(
        'not-applicable',
      );
    }
    expect(answerOf(cloudMismatch, factsOf({ issuer: consumerIssuer() }))).toBe('not-applicable');
  });
  test('nor tokens of an unknown issuer', () => {
    const facts = factsOf({ issuer: { kind: 'unknown', iss: 'https://login.example' } });
    expect(runRules(facts, [cloudMismatch])).toMatchObject([{ outcome: 'not-applicable' }]);
  });
});

describe('hostile', () => {
  test('evidence of an endless name stays bounded', () => {
    const facts = of(entra, 'v2', 'microsoftonline.us '.repeat(10_000));
    expect(JSON.stringify(runRules(facts, [cloudMismatch])).length).toBeLessThan(3000);
  });
  test('names of a prototype are no clouds', () => {
    expect(answerOf(cloudMismatch, of(entra, 'v2', '__proto__'))).toBe('fail:note');
  });
});
