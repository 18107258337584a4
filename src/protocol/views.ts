import type { Inspection, Verdict } from '../core/index.ts';

/** One session of one account in one webmail, as a page shows it. */
export interface SessionView {
  /** Opaque id, stable while the session lives. */
  readonly id: string;
  /** Provider id, null for a token that no known webmail's page sent, and the name to show. */
  readonly provider: string | null;
  readonly providerName: string;
  readonly signOutUrl: string | null;
  /** Address or name of the account as its tokens claim it; null when no token names one. Hostile text. */
  readonly account: string | null;
  readonly tenant: string | null;
  /** The worst of its tokens' verdicts. */
  readonly verdict: Verdict;
  /** Its tokens, worst and newest first, bounded. */
  readonly inspections: readonly Inspection[];
  readonly lastSeenAtMs: number;
}

/** What the popup of one tab shows. */
export interface PopupView {
  /**
   * `session`: tokens of this webmail were seen; `waiting`: a webmail, nothing seen yet; `not-webmail`: nothing to check
   * here; `permission-missing`: a webmail whose host the browser does not let Countersign see.
   */
  readonly state: 'session' | 'waiting' | 'not-webmail' | 'permission-missing';
  /** Host of the tab; null where the browser does not tell (its own pages). */
  readonly host: string | null;
  readonly providerName: string | null;
  /** Sessions of this tab's webmail, worst first. */
  readonly here: readonly SessionView[];
  /** Sessions of other webmails, worst first. */
  readonly elsewhere: readonly SessionView[];
}
