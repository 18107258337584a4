import type { DoorId, ProofForgery } from '../doors.ts';
import type { KeyServer } from '../key-documents.ts';
import type { LabKeys } from '../lab-keys.ts';

export type ExpectedVerdict = 'verified' | 'attention' | 'danger' | 'undetermined';

/** One thing that can happen to a session, and what Countersign must say. */
export interface Scenario {
  /** Stable id, kebab-case, equal to the file name. */
  readonly id: string;
  readonly title: string;
  /** What happens, for somebody who has never heard of tokens. */
  readonly summary: string;
  readonly webmail: 'work' | 'consumer';
  readonly verdict: ExpectedVerdict;
  /** The one way by which the token travels or is kept. Left out: in `Authorization` headers of the page. */
  readonly door?: DoorId;
  /** What is wrong with the proof of possession that the page makes. Left out: nothing. */
  readonly proofForgery?: ProofForgery;
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
}
