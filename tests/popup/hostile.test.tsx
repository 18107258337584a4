// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Inspection } from '../../src/core/index.ts';
import { evidenceNames } from '../../src/core/rules/evidence.ts';
import type { PopupView } from '../../src/protocol/views.ts';
import { inspectionOf } from '../support/inspections.ts';
import { disguises, findHarm, naughtyTexts } from '../support/naughty.ts';
import { popupViewOf, sessionViewOf, viewOfSession } from '../support/views.ts';

vi.mock('webextension-polyfill', async () => (await import('../support/polyfill.ts')).polyfill);
const { Popup } = await import('../../src/popup/popup.tsx');
const { buildReportText, mailAddress } = await import('../../src/popup/report-text.ts');

/** The texts of an XSS list that the big one lacks: what starts in attributes, styles and other namespaces. */
const scripts: readonly string[] = [
  '"><svg onload=globalThis.hacked=true>',
  "' autofocus onfocus=globalThis.hacked=true x='",
  '<math><mi//xlink:href="data:x,<script>globalThis.hacked=true</script>">',
  '<iframe srcdoc="<script>parent.hacked=true</script>">',
  '<a href="javascript:globalThis.hacked=true">Sign out everywhere</a>',
  '{{constructor.constructor("globalThis.hacked=true")()}}',
  '$WEBMAIL$ $1 $$',
  'data:text/html,<script>globalThis.hacked=true</script>',
  'Your Outlook session is genuine\u2028\u2029\u0085',
  '\ud800 half a character',
];
const payloads = [...naughtyTexts, ...scripts].filter((text) => text !== '');
/** Those that are tried in every place at once. */
const worst = [...disguises, ...scripts];

/** What stands in each place of a view: the same text everywhere, or one text after the other. */
type Pick = () => string;
const always =
  (text: string): Pick =>
  () =>
    text;
/** From the one at `start` on, around and around. */
function each(start: number): Pick {
  let at = start;
  return () => payloads[at++ % payloads.length] ?? '';
}
/** About as many places as a view has. */
const places = 40;
/** Every payload somewhere, and the worst everywhere. */
const picks = (): readonly Pick[] => [
  ...worst.map(always),
  ...Array.from({ length: Math.ceil(payloads.length / places) }, (_, round) =>
    each(round * places),
  ),
];

/** A token, and what was found about it, that hold a payload wherever a text can stand. */
function poisoned(pick: Pick, verdict: 'danger' | 'attention'): Inspection {
  const base = inspectionOf();
  return {
    ...base,
    verdict,
    fingerprint: 'f',
    host: pick(),
    token: {
      alg: pick(),
      enc: pick(),
      kid: pick(),
      typ: pick(),
      iss: pick(),
      aud: [pick(), pick()],
      tenant: pick(),
      account: pick(),
      subject: pick(),
      appId: pick(),
      issuedAtSeconds: 1e300,
      expiresAtSeconds: -1e300,
      version: pick(),
    },
    key: { kid: pick(), thumbprint: pick(), owner: pick(), url: pick() },
    outcomes: [
      {
        rule: 'key-new',
        outcome: 'fail',
        severity: verdict,
        evidence: evidenceNames.map((name) => ({ name, value: pick() })),
      },
    ],
  };
}

function poisonedSession(pick: Pick, verdict: 'danger' | 'attention'): PopupView {
  const session = sessionViewOf({
    verdict,
    providerName: pick(),
    account: pick(),
    tenant: pick(),
    inspections: [poisoned(pick, verdict)],
    acceptable: [{ rule: 'key-new', fingerprint: 'f' }],
  });
  const { inspections: _inspections, acceptable: _acceptable, ...line } = session;
  return viewOfSession(session, {
    providerName: pick(),
    host: pick(),
    isManaged: true,
    supportContact: { name: pick(), email: 'desk@contoso.example', phone: pick() },
    elsewhere: [{ ...line, id: 'b' }],
  });
}

const others = (pick: Pick): readonly PopupView[] => [
  popupViewOf({ state: 'waiting', providerName: pick(), host: pick() }),
  popupViewOf({ state: 'permission-missing', providerName: pick(), askHosts: [pick()] }),
  popupViewOf({ state: 'site-closed', providerName: pick() }),
  popupViewOf({
    state: 'hidden',
    unseen: [{ providerName: pick(), reason: 'not-permitted', askHosts: [pick()] }],
  }),
  popupViewOf({
    state: 'opaque',
    providerName: pick(),
    opaque: {
      cookies: [
        {
          name: pick(),
          isPrefix: true,
          purpose: 'session',
          isHttpOnly: false,
          isSecure: false,
          sameSite: 'none',
          differs: true,
        },
      ],
      knownCookies: 1,
      binding: 'none-seen',
      idToken: 'none-seen',
      signOutUrl: 'https://provider.example/sign-out',
    },
  }),
];

/** Where the popup may lead. */
const links =
  /^(https:\/\/(mysignins\.microsoft\.com|provider\.example)\/|mailto:desk@contoso\.example\?|#why$|\/src\/)/;

function show(view: PopupView): HTMLElement {
  render(<Popup state={{ kind: 'view', view }} />, document.body);
  return document.body;
}
/** What is on the page, without its texts: the same for every text that stands in it. */
const skeleton = (root: HTMLElement) =>
  [...root.querySelectorAll('*')].map((element) => [
    element.tagName,
    ...element.getAttributeNames().sort(),
  ]);

beforeEach(() => {
  render(null, document.body);
});

describe('a hostile text wherever the popup shows one', () => {
  test('there are many of them', () => {
    expect(payloads.length).toBeGreaterThan(500);
  });

  test.each(['danger', 'attention'] as const)('is a text and no more, in a %s', (verdict) => {
    const expected = skeleton(show(poisonedSession(always('plain'), verdict)));
    for (const text of worst) {
      const body = show(poisonedSession(always(text), verdict));
      expect(skeleton(body), JSON.stringify(text.slice(0, 80))).toEqual(expected);
    }
    for (const pick of picks()) {
      expect(findHarm(show(poisonedSession(pick, verdict)), links)).toEqual([]);
    }
  });

  test.each([
    ['danger', 'remove-session'],
    ['attention', 'accept'],
  ] as const)('is a text and no more, in the question of a %s', async (verdict, action) => {
    for (const text of worst) {
      render(null, document.body);
      const body = show(poisonedSession(always(text), verdict));
      body.querySelector<HTMLElement>(`[data-action="${action}"]`)?.click();
      await Promise.resolve();
      await Promise.resolve();
      expect(body.querySelector('dialog'), action).not.toBeNull();
      expect(findHarm(body, links), JSON.stringify(text.slice(0, 80))).toEqual([]);
    }
  });

  test('is a text and no more, in every other state', () => {
    for (const pick of picks()) {
      for (const view of others(pick)) expect(findHarm(show(view), links)).toEqual([]);
    }
  });

  test('is a text and no more, in what is sent to the IT department', () => {
    for (const text of payloads) {
      const [session] = poisonedSession(always(text), 'danger').here;
      if (session === undefined) throw new Error('no session');
      const report = buildReportText(session);
      expect(report.body).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
      expect(report.subject).not.toMatch(/\p{Cc}|\p{Cf}/u);
      const address = new URL(mailAddress('desk@contoso.example', report));
      expect([...address.searchParams.keys()]).toEqual(['subject', 'body']);
      expect(address.href.length).toBeLessThan(30_000);
    }
  });
});
