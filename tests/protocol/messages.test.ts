import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { answerSessions } from '../../src/background/answers/sessions.ts';
import {
  addInspection,
  buildKeyHistoryExport,
  endSession,
  providers,
} from '../../src/core/index.ts';
import { maxSessionIdLength } from '../../src/protocol/accepting-schema.ts';
import {
  type HistoryAnswer,
  historySchema,
  maxHistoryPage,
  maxHistoryQuery,
} from '../../src/protocol/history-schema.ts';
import { keyHistorySchema } from '../../src/protocol/key-history-schema.ts';
import { requestSchema } from '../../src/protocol/messages.ts';
import {
  issuerTestSchema,
  maxAskedHosts,
  maxTypedLength,
} from '../../src/protocol/own-webmails-schema.ts';
import { sessionsSchema } from '../../src/protocol/session-schema.ts';
import { hour, keyOf, replay } from '../support/histories.ts';
import { inspectionOf } from '../support/inspections.ts';

describe('messages', () => {
  test('what pages ask is understood', () => {
    expect(v.is(requestSchema, { type: 'popup-view', tabId: 3 })).toBe(true);
    expect(v.is(requestSchema, { type: 'popup-view', tabId: null })).toBe(true);
    expect(v.is(requestSchema, { type: 'recheck' })).toBe(true);
    expect(v.is(requestSchema, { type: 'key-history' })).toBe(true);
    const issuer = 'https://sso.contoso.example/realms/staff';
    expect(v.is(requestSchema, { type: 'test-issuer', issuer, shape: 'keycloak' })).toBe(true);
    expect(v.is(requestSchema, { type: 'site-access', hosts: ['mail.contoso.example'] })).toBe(
      true,
    );
    const search = { type: 'history', query: 'ada', offset: 0, limit: maxHistoryPage };
    expect(v.is(requestSchema, search)).toBe(true);
    expect(v.is(requestSchema, { type: 'sessions' })).toBe(true);
    expect(v.is(requestSchema, { type: 'erase-everything' })).toBe(true);
    expect(v.is(requestSchema, { type: 'management' })).toBe(true);
    const finding = { session: 'open///', fingerprint: 'f', rule: 'key-new' };
    expect(v.is(requestSchema, { type: 'accept-finding', ...finding })).toBe(true);
  });

  test.each([
    null,
    'popup-view',
    [],
    {},
    { type: 'popup-view' },
    { type: 'popup-view', tabId: 1.5 },
    { type: 'popup-view', tabId: '1' },
    { type: 'give-me-everything' },
    { type: 'constructor' },
    { type: 'test-issuer', issuer: 'https://sso.contoso.example', shape: 'saml' },
    { type: 'test-issuer', issuer: 'x'.repeat(maxTypedLength + 1), shape: 'oidc' },
    { type: 'site-access', hosts: Array.from({ length: maxAskedHosts + 1 }, () => 'a.example') },
    { type: 'site-access', hosts: 'a.example' },
    { type: 'history', query: 'x'.repeat(maxHistoryQuery + 1), offset: 0, limit: 1 },
    { type: 'history', query: '', offset: -1, limit: 1 },
    { type: 'history', query: '', offset: 0, limit: maxHistoryPage + 1 },
    { type: 'history', query: '', offset: 0, limit: 0 },
    {
      type: 'accept-finding',
      session: 'x'.repeat(maxSessionIdLength + 1),
      fingerprint: '',
      rule: '',
    },
    { type: 'accept-finding', session: '', fingerprint: 'x'.repeat(65), rule: '' },
    { type: 'stop-accepting', finding: { rule: 'key-new' } },
  ])('what is none is refused: %j', (message) => {
    expect(v.is(requestSchema, message)).toBe(false);
  });

  test('key histories pass through their schema unchanged', () => {
    const { history } = replay([0, [keyOf('a')]], [hour, [keyOf('a', { thumbprint: 'other' })]]);
    const sent = buildKeyHistoryExport([history], hour, (ms) => new Date(ms).toISOString());
    expect(sent.documents[0]?.keys[0]?.earlier).toHaveLength(1);
    expect(v.parse(keyHistorySchema, structuredClone(sent))).toEqual(sent);
    expect(v.is(keyHistorySchema, { ...sent, version: 2 })).toBe(false);
  });

  test('what a tested issuer was found to be passes through unchanged', () => {
    const found = {
      result: 'not-permitted',
      keys: 0,
      algorithms: ['RS256'],
      keyDocument: null,
      ask: 'sso.contoso.example',
    };
    expect(v.parse(issuerTestSchema, structuredClone(found))).toEqual(found);
    expect(v.is(issuerTestSchema, { ...found, result: 'fine' })).toBe(false);
  });

  test('sessions with all of their tokens pass through their schema unchanged', async () => {
    const inspection = inspectionOf();
    const session = addInspection(null, inspection, { isPrivate: true, tabIds: [1, 2] });
    const over = endSession(addInspection(null, inspection, { isPrivate: false, tabIds: [] }), {
      atMs: inspection.seenAtMs,
      because: 'signed-out',
    });
    const answer = await answerSessions({
      ready: Promise.resolve(),
      list: () => [over, session],
      webmails: () => providers,
      bindingOf: ({ isPrivate }) => (isPrivate ? 'none-seen' : 'in-use'),
      nowMs: () => inspection.seenAtMs,
    })();
    expect(v.parse(sessionsSchema, structuredClone(answer))).toEqual(answer);
    expect(answer.sessions.map(({ endedBecause }) => endedBecause)).toEqual([null, 'signed-out']);
    expect(answer.sessions.map(({ binding }) => binding)).toEqual(['none-seen', 'in-use']);
    expect(answer.sessions[0]?.tokens[0]?.places.map(({ tabId }) => tabId)).toEqual([2, 1]);
  });

  test('a page of the history passes through its schema unchanged', () => {
    const answer: HistoryAnswer = {
      total: 1,
      webmails: [{ provider: null, providerName: '' }],
      records: [
        {
          atMs: 1,
          provider: null,
          providerName: 'mail.example',
          account: null,
          tenant: null,
          verdict: 'danger',
          failing: [{ rule: 'key-foreign', severity: 'danger' }],
          keyId: 'k',
          keyThumbprint: null,
          issuer: null,
          fingerprint: 'f',
          source: 'cookie',
          host: 'mail.example',
        },
      ],
    };
    expect(v.parse(historySchema, structuredClone(answer))).toEqual(answer);
  });
});
