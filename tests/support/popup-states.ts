import type { Inspection, ReasonCode, RuleOutcome } from '../../src/core/index.ts';
import type { OpaqueView, PopupView } from '../../src/protocol/views.ts';
import { forgedSession, popupViewOf, sessionViewOf, viewOfSession } from './views.ts';

const unchecked = (reason: ReasonCode) =>
  sessionViewOf(
    { verdict: 'undetermined' },
    {
      verdict: 'undetermined',
      outcomes: [{ rule: 'signature-invalid', outcome: 'unknown', reason }],
    },
  );

const unusual: RuleOutcome = {
  rule: 'key-new',
  outcome: 'fail',
  severity: 'attention',
  evidence: [{ name: 'key-id', value: 'key' }],
};
const attention: Partial<Inspection> = { verdict: 'attention', outcomes: [unusual] };

const opaque: OpaqueView = {
  cookies: [
    {
      name: 'SID',
      isPrefix: false,
      purpose: 'session',
      isHttpOnly: true,
      isSecure: true,
      sameSite: 'none',
      differs: false,
    },
  ],
  knownCookies: 4,
  binding: 'in-use',
  idToken: 'verified',
  signOutUrl: 'https://myaccount.google.com/device-activity',
};

const other = (id: string, changes: object) => {
  const { inspections: _inspections, acceptable: _acceptable, ...line } = sessionViewOf();
  return { ...line, id, ...changes };
};

/** Every state that the popup can be in, by name. */
export const popupStates: Readonly<Record<string, PopupView>> = {
  verified: viewOfSession(sessionViewOf()),
  attention: viewOfSession(
    sessionViewOf(
      { verdict: 'attention', acceptable: [{ rule: 'key-new', fingerprint: 'fingerprint' }] },
      attention,
    ),
  ),
  accepted: viewOfSession(
    sessionViewOf({}, { outcomes: [{ ...unusual, acceptedAtMs: 1_795_521_660_000 }] }),
  ),
  danger: viewOfSession(forgedSession),
  'danger-managed': viewOfSession(forgedSession, {
    isManaged: true,
    supportContact: {
      name: 'Contoso service desk',
      email: 'desk@contoso.example',
      phone: '+1 555 0100',
    },
    mayAccept: false,
  }),
  'could-not-check': viewOfSession(unchecked('clock-unknown')),
  offline: viewOfSession(unchecked('key-server-unreachable'), { isOnline: false }),
  'key-server-down': viewOfSession(unchecked('key-server-unreachable')),
  'not-webmail': popupViewOf({ state: 'not-webmail', providerName: null, host: 'example.org' }),
  'first-use': popupViewOf({
    state: 'not-webmail',
    providerName: null,
    host: null,
    isFirstUse: true,
  }),
  waiting: popupViewOf(),
  opaque: popupViewOf({ state: 'opaque', providerName: 'Gmail', host: 'mail.google.com', opaque }),
  'permission-missing': popupViewOf({
    state: 'permission-missing',
    askHosts: ['outlook.office.com'],
  }),
  'site-closed': popupViewOf({ state: 'site-closed' }),
  hidden: popupViewOf({
    state: 'hidden',
    host: null,
    providerName: null,
    unseen: [
      { providerName: 'Gmail', reason: 'not-permitted', askHosts: ['mail.google.com'] },
      { providerName: 'Outlook', reason: 'closed', askHosts: [] },
    ],
  }),
  private: viewOfSession(sessionViewOf(), { isPrivate: true }),
  managed: viewOfSession(sessionViewOf(), { isManaged: true }),
  'other-sessions': viewOfSession(sessionViewOf(), {
    elsewhere: [
      other('b', { account: 'grace@contoso.example', verdict: 'danger' }),
      other('c', { account: 'a'.repeat(90), verdict: 'attention' }),
      other('d', { account: null, verdict: 'undetermined', endedAtMs: 1_795_521_660_000 }),
    ],
  }),
};
