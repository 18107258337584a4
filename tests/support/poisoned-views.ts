import type { Inspection } from '../../src/core/index.ts';
import { evidenceNames } from '../../src/core/rules/evidence.ts';
import type { PopupView } from '../../src/protocol/views.ts';
import { inspectionOf } from './inspections.ts';
import { disguises, naughtyTexts } from './naughty.ts';
import { popupViewOf, sessionViewOf, viewOfSession } from './views.ts';

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
export const payloads = [...naughtyTexts, ...scripts].filter((text) => text !== '');
/** Those that are tried in every place at once. */
export const worst = [...disguises, ...scripts];

/** What stands in each place of a view: the same text everywhere, or one text after the other. */
export type Pick = () => string;
export const always =
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
export const picks = (): readonly Pick[] => [
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

export function poisonedSession(pick: Pick, verdict: 'danger' | 'attention'): PopupView {
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

export const others = (pick: Pick): readonly PopupView[] => [
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
