import type { SignInWay } from '../../clients.ts';
import type { DoorId } from '../../doors.ts';

/** What a client library needs to know. */
export interface ClientSettings {
  readonly clientId: string;
  readonly authority: string;
  readonly scope: string;
  readonly door: DoorId;
  readonly way: SignInWay;
}

export interface SignedIn {
  readonly accessToken: string;
  readonly account: string;
  /** Another token of the same session. */
  renew(): Promise<string>;
  /** Forgets what the library keeps and goes to the sign-in service's own address for it. */
  signOut(): Promise<void>;
}

/** Where the sign-in service sends the person back to: the mail page, or the page that a window of its own ends at. */
export const answerAddresses = {
  redirect: () => `${location.origin}/mail/`,
  popup: () => `${location.origin}/mail/answer`,
} as const satisfies Record<SignInWay, () => string>;
