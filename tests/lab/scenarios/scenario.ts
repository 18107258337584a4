import type { ClientId, SignInWay } from '../clients.ts';
import type { DoorId, ProofForgery } from '../doors.ts';
import type { KeyServer } from '../key-documents.ts';
import type { LabKeys } from '../lab-keys.ts';
import type { OpaqueWebmailId } from '../opaque-webmails.ts';

export type ExpectedVerdict =
  | 'verified'
  | 'attention'
  | 'danger'
  | 'undetermined'
  | 'not-inspected';

/** Where a session stands: Outlook for organisations, Outlook.com, or a webmail whose sessions only its provider can check. */
export type Webmail = 'work' | 'consumer' | OpaqueWebmailId;

/** What the mail service says of a session that is bound to the device. */
export type Binding = 'offered' | 'in-use';

/** One thing that can happen to a session, and what Countersign must say. */
export interface Scenario {
  /** Stable id, kebab-case, equal to the file name. */
  readonly id: string;
  readonly title: string;
  /** What happens, for somebody who has never heard of tokens. */
  readonly summary: string;
  readonly webmail: Webmail;
  readonly verdict: ExpectedVerdict;
  /** The one way by which the token travels or is kept. Left out: in `Authorization` headers of the page. */
  readonly door?: DoorId;
  /** The client library of the mail page. Left out: Microsoft's. */
  readonly client?: ClientId;
  /** Left out: by redirect. */
  readonly way?: SignInWay;
  /** What is wrong with the proof of possession that the page makes. Left out: nothing. */
  readonly proofForgery?: ProofForgery;
  /** Of an opaque webmail: what its service says of binding the session to the device. Left out: nothing. */
  readonly binding?: Binding;
  /** Sentences that must stand in the popup. Left out: nothing is asked for. */
  readonly says?: readonly string[];
  /** Ids of the rules that must fail; none other may. */
  readonly failing: readonly string[];
  /**
   * What the sign-in service really hands out in place of the genuine token; `count` is 1 for the first token of the scenario.
   * Left out: the genuine token.
   */
  readonly issue?: (genuine: string, keys: LabKeys, count: number) => string | Promise<string>;
  /** What the key servers answer after `issued` tokens. Left out: the usual keys. */
  readonly keyServer?: (keys: LabKeys, issued: number) => KeyServer;
  /** The mail page fetches a second token, as it does when the first runs out, and goes on using the first too. */
  readonly renews?: boolean;
  /** The mail page first asks without a token, is refused, and the mail service says whose sessions it trusts. It asks nobody else. */
  readonly asksFirst?: boolean;
  /** The mail service refuses the token. Left out: it takes whatever comes. */
  readonly isRefused?: boolean;
}
