// @vitest-environment happy-dom
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultPolicy } from '../../src/core/index.ts';
import type { Blocked } from '../../src/protocol/blocked-schema.ts';
import type { HistoryAnswer } from '../../src/protocol/history-schema.ts';
import { defaultSettings, type Settings } from '../../src/protocol/settings-schema.ts';
import { readEnglish } from '../../tools/languages/english.ts';
import { toFile } from '../../tools/languages/message-file.ts';
import { pseudoLanguages, pseudoMessages, pseudoStart } from '../../tools/languages/pseudo.ts';
import { daysAgo, exportedKey, exportOf, sharedUrl } from '../support/pictures.ts';
import { polyfillOf } from '../support/polyfill.ts';
import { findSentences } from '../support/sentences.ts';
import { sessionDetailOf } from '../support/session-details.ts';

const { polyfill } = vi.hoisted(() => ({ polyfill: { default: {} as Record<string, unknown> } }));
vi.mock('webextension-polyfill', () => polyfill);
const { Inspector } = await import('../../src/inspector/inspector.tsx');
const { Options } = await import('../../src/options/options.tsx');
const { Welcome } = await import('../../src/welcome/welcome.tsx');
const { BlockedPage } = await import('../../src/blocked/blocked-page.tsx');

const english = await readEnglish();
const issuer = 'https://sso.contoso.example/realms/staff';
const account = 'ada@contoso.example';

const settings: Settings = {
  ...defaultSettings,
  ownIssuers: [{ issuer, shape: 'keycloak' }],
  ownWebmails: [{ host: 'mail.contoso.example', name: 'Contoso mail', issuers: [issuer] }],
  acceptedFindings: [
    { rule: 'key-new', keyThumbprint: 'x', keyId: 'k1', issuer, account, acceptedAtMs: 1e12 },
  ],
};

const forged = sessionDetailOf(
  { id: 'forged', verdict: 'danger', endedAtMs: 1e12, endedBecause: 'expired' },
  {
    verdict: 'danger',
    outcomes: [
      { rule: 'signature-invalid', outcome: 'pass' },
      { rule: 'key-foreign', outcome: 'fail', severity: 'danger', evidence: [] },
      { rule: 'key-denied', outcome: 'unknown', reason: 'key-server-unreachable' },
    ],
  },
);

const verdicts: HistoryAnswer = {
  records: [
    {
      atMs: 1e12,
      provider: 'outlook-work',
      providerName: 'Outlook',
      account,
      tenant: null,
      verdict: 'danger',
      failing: [{ rule: 'key-foreign', severity: 'danger' }],
      keyId: 'k1',
      keyThumbprint: 'x',
      issuer,
      fingerprint: 'f',
      source: 'cookie',
      host: 'outlook.office.com',
    },
  ],
  total: 1,
  webmails: [
    { provider: null, providerName: '' },
    { provider: 'outlook-work', providerName: 'Outlook' },
  ],
};

const blocked: Blocked = {
  webmail: 'Outlook',
  host: 'outlook.office.com',
  account,
  rules: ['key-foreign'],
  atMs: 1e12,
  signOutUrl: 'https://mysignins.microsoft.com/security-info',
  mayContinue: true,
  contact: { name: 'Contoso', email: 'help@contoso.example', phone: '+1 555 0100' },
};

/** The background, as far as pages ask it for something to show. */
const answers: Readonly<Record<string, unknown>> = {
  settings,
  management: { isManaged: true, policy: { ...defaultPolicy, allowedTenants: ['x'] } },
  sessions: { sessions: [sessionDetailOf(), forged] },
  'key-history': exportOf({
    [sharedUrl]: [
      exportedKey('a', { absent_since: daysAgo(20), retired_since: daysAgo(18) }),
      exportedKey('b', { first_seen: daysAgo(30) }),
    ],
  }),
  history: verdicts,
  blocked,
};

const manifest = {
  permissions: ['alarms', 'cookies', 'scripting', 'storage', 'webRequest', 'notifications'],
  host_permissions: ['https://outlook.office.com/*'],
};

function speakIn(language: (typeof pseudoLanguages)[number]): void {
  const file = JSON.parse(toFile(language, pseudoMessages(english, language)));
  const base = polyfillOf(file, 'en').default;
  Object.assign(polyfill.default, base, {
    runtime: {
      ...base.runtime,
      sendMessage: async ({ type }: { type: string }) => answers[type],
      getManifest: () => manifest,
    },
    permissions: { contains: async () => false, request: async () => true },
  });
}

async function show(page: ComponentChild): Promise<HTMLElement> {
  await act(() => render(page, document.body));
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  for (const details of document.querySelectorAll('details')) details.open = true;
  return document.body;
}

const inspector = (hash: string) => () => {
  location.hash = hash;
  return <Inspector />;
};
const pages: Readonly<Record<string, () => ComponentChild>> = {
  'the settings': () => <Options />,
  'the welcome page': () => <Welcome />,
  'the closed page': () => <BlockedPage id="11111111-2222-4333-8444-555555555555" />,
  'the closed page of nothing': () => <BlockedPage id="x" />,
  'the list of sessions': inspector('#sessions'),
  'a session': inspector('#sessions/forged'),
  'the keys': inspector('#keys'),
  'the keys as a table': inspector('#keys?form=table'),
  'the history': inspector('#history'),
};

beforeEach(() => {
  render(null, document.body);
});

describe.each(pseudoLanguages)('in %s', (language) => {
  test.each(Object.entries(pages))('%s: every text is a message', async (_name, page) => {
    speakIn(language);
    const body = await show(page());
    expect(body.textContent).toContain(pseudoStart);
    expect(findSentences(body)).toEqual([]);
  });
});
