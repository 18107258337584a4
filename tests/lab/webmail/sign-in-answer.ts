import { type SignInAnswerDoor, signInAnswers } from '../doors.ts';

/** What a sign-in without a client library needs to know. */
interface Sign {
  readonly authority: string;
  readonly clientId: string;
  readonly scope: string;
  readonly door: SignInAnswerDoor;
}

const random = (): string =>
  [...crypto.getRandomValues(new Uint8Array(32))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

/** Whether the page was opened by the sign-in service's answer. */
export const isAnswered = (): boolean => /^#(answered|.*id_token=)/.test(location.hash);

/**
 * Sends the person to the sign-in service, which answers with a token: by a form that it posts to the mail service, as Outlook's own
 * sign-in does, or in an address.
 */
export function goAndSignIn({ authority, clientId, scope, door }: Sign): void {
  const { to, type, mode } = signInAnswers[door];
  const hasCode = type.startsWith('code ');
  const parameters = new URLSearchParams({
    client_id: clientId,
    redirect_uri: `${location.origin}${to}`,
    response_type: type,
    response_mode: mode,
    scope: `openid profile ${scope}`,
    nonce: random(),
    state: random(),
    // 43 letters at least (RFC 7636 section 4.2); the code is never redeemed.
    ...(hasCode && { code_challenge: random(), code_challenge_method: 'S256' }),
  });
  location.assign(`${authority}/oauth2/v2.0/authorize?${parameters}`);
}
