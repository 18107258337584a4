import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';

export const deviceBindingBroken: Rule = {
  id: 'device-binding-broken',
  severity: 'attention',
  essential: false,
  checks: 'This session is bound to this device',
  title: 'The answer that binds this session to the device is broken.',
  explanation:
    'Some webmails bind their sessions to a key that never leaves the device, so that a stolen session is worth nothing elsewhere. The browser answers their questions with that key. One of its answers does not fit the key, or has a form that no browser writes.',
  remedy: 'Sign out and sign in again. If the message comes back, tell your IT department.',
  example:
    '`Secure-Session-Response: eyJ…`, whose signature does not fit the key that it registers.',
  spec: [
    {
      label: 'W3C: Device Bound Session Credentials',
      url: 'https://w3c.github.io/webappsec-dbsc/',
    },
  ],
  needs: [],
  check: ({ deviceBinding }) => {
    switch (deviceBinding.kind) {
      case 'none':
        return notApplicable;
      case 'faulty':
        return fail('attention', [{ name: 'detail', value: deviceBinding.fault }]);
      case 'answered':
        return judge(deviceBinding);
    }
  },
};

function judge({
  signature,
  isNamed,
}: {
  readonly signature: 'verified' | 'failed' | 'not-checked' | 'unseen';
  readonly isNamed: boolean;
}) {
  if (signature === 'failed') return fail('attention', [{ name: 'detail', value: 'signature' }]);
  if (signature === 'verified') return pass;
  if (signature === 'not-checked') return unknown('algorithm-unchecked');
  // The server judges the signature; that the browser itself answered shows in the session's name.
  return isNamed ? pass : unknown('binding-key-unseen');
}
