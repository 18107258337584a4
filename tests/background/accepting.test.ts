import { describe, expect, test } from 'vitest';
import { withAccepted } from '../../src/background/accepted-sessions.ts';
import { answerAccepting } from '../../src/background/answers/accepting.ts';
import { createSessionStore } from '../../src/background/session-store.ts';
import { buildSessionView } from '../../src/background/session-view.ts';
import { createSettingsStore } from '../../src/background/settings-store.ts';
import { type Inspection, providers, type RuleOutcome, rules } from '../../src/core/index.ts';
import { maxAcceptedFindings } from '../../src/protocol/settings-schema.ts';
import { alwaysCalm } from '../support/calm.ts';
import { inspectionOf } from '../support/inspections.ts';
import { createTestTable } from '../support/record-table.ts';
import { createSessionTable } from '../support/session-table.ts';

const startMs = 1_795_521_660_000;
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
const found = inspectionOf({ verdict: 'attention', key, outcomes: [...passing, unusual] });

async function setUp(inspection: Inspection = found, stored: unknown = undefined) {
  const policy = { mayAccept: true };
  const settings = createSettingsStore({
    storage: { load: async () => stored, save: async () => {}, remove: async () => {} },
    onChange: () => {},
    logProblem: () => {},
  });
  await settings.ready;
  const store = createSessionStore({
    storage: createSessionTable().table,
    disk: createTestTable(),
    retentionMs: () => Number.POSITIVE_INFINITY,
    nowMs: () => startMs,
    calm: alwaysCalm,
    logProblem: () => {},
  });
  await store.add(inspection, { isPrivate: false, tabIds: [1] });
  const shown = withAccepted(store, () =>
    policy.mayAccept ? settings.current().acceptedFindings : [],
  );
  const answers = answerAccepting({
    sessions: shown,
    settings,
    mayAccept: () => policy.mayAccept,
    nowMs: () => startMs,
  });
  const view = () => {
    const [session] = shown.list();
    if (session === undefined) throw new Error('no session');
    return buildSessionView(session, providers, startMs);
  };
  const accept = (changes: object = {}) =>
    answers['accept-finding']({
      type: 'accept-finding',
      session: view().id,
      fingerprint: inspection.fingerprint,
      rule: unusual.rule,
      ...changes,
    });
  return { settings, store, answers, view, accept, policy };
}

describe('accepting a finding', () => {
  test('takes it out of the verdict, and taking it back brings it in again', async () => {
    const { accept, answers, settings, view, store } = await setUp();
    expect(view()).toMatchObject({
      verdict: 'attention',
      acceptable: [{ rule: 'key-new', fingerprint: found.fingerprint }],
    });
    expect(await accept()).toEqual({ result: 'done' });
    expect(view()).toMatchObject({ verdict: 'verified', acceptable: [] });
    const [finding] = settings.current().acceptedFindings;
    expect(finding).toEqual({
      rule: 'key-new',
      keyThumbprint: 'thumbprint',
      keyId: 'key',
      issuer: found.token?.iss,
      account: 'ada@contoso.example',
      acceptedAtMs: startMs,
    });
    // What was found stays in the store.
    expect(store.list()[0]?.inspections[0]?.verdict).toBe('attention');
    if (finding === undefined) throw new Error('nothing was accepted');
    await answers['stop-accepting']({ type: 'stop-accepting', finding });
    expect(settings.current().acceptedFindings).toEqual([]);
    expect(view().verdict).toBe('attention');
  });

  test('twice is one entry', async () => {
    const { accept, settings } = await setUp();
    await Promise.all([accept(), accept()]);
    expect(settings.current().acceptedFindings).toHaveLength(1);
  });

  test('is refused where the organisation forbids it, and what was accepted has no effect', async () => {
    const { accept, policy, view, settings } = await setUp();
    await accept();
    policy.mayAccept = false;
    expect(view().verdict).toBe('attention');
    expect(await accept()).toEqual({ result: 'forbidden' });
    expect(settings.current().acceptedFindings).toHaveLength(1);
  });

  test('is refused for a danger, which is not offered either', async () => {
    const { accept, view } = await setUp({
      ...found,
      verdict: 'danger',
      outcomes: [...passing, { ...unusual, severity: 'danger' }],
    });
    expect(view().acceptable).toEqual([]);
    expect(await accept()).toEqual({ result: 'not-acceptable' });
    expect(view().verdict).toBe('danger');
  });

  test('is refused where the token names no account', async () => {
    const token = found.token && { ...found.token, account: null, subject: null };
    const { accept, view } = await setUp({ ...found, token });
    expect(view().acceptable).toEqual([]);
    expect(await accept()).toEqual({ result: 'not-acceptable' });
  });

  test.each([{ session: 'other' }, { fingerprint: 'other' }, { rule: 'key-retired' }])(
    'that is not there is gone: %j',
    async (changes) => {
      const { accept, settings } = await setUp();
      expect(await accept(changes)).toEqual({ result: 'gone' });
      expect(settings.current().acceptedFindings).toEqual([]);
    },
  );

  test('has a bound', async () => {
    const acceptedFindings = Array.from({ length: maxAcceptedFindings }, (_, index) => ({
      rule: 'key-new',
      keyThumbprint: `${index}`,
      keyId: null,
      issuer: null,
      account: null,
      acceptedAtMs: 1,
    }));
    const { accept, settings, view } = await setUp(found, { acceptedFindings });
    expect(await accept()).toEqual({ result: 'too-many' });
    expect(settings.current().acceptedFindings).toEqual(acceptedFindings);
    expect(view().verdict).toBe('attention');
  });
});
