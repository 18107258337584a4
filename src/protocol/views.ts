import type {
  CookiePurpose,
  EndReason,
  Inspection,
  SessionBinding,
  SupportContact,
  Verdict,
} from '../core/index.ts';

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
  /** What the person could accept, each rule with the token of the worst such finding. */
  readonly acceptable: readonly AcceptableFinding[];
  readonly lastSeenAtMs: number;
  /** When it ended and why; null: it has not, as far as can be seen. */
  readonly endedAtMs: number | null;
  readonly endedBecause: EndReason | null;
}

/** A finding that could be accepted: a rule, and the SHA-256 of the token that it is about. */
export interface AcceptableFinding {
  readonly rule: string;
  readonly fingerprint: string;
}

/** A session in one line. */
export type SessionLine = Omit<SessionView, 'inspections' | 'acceptable'>;

/** A session cookie that is there, by its known name and its attributes; never what stands in it. */
export interface CookieView {
  /** As the webmail's data has it; it goes on with an account's number where `isPrefix`. */
  readonly name: string;
  readonly isPrefix: boolean;
  readonly purpose: CookiePurpose;
  /** Whether page code cannot read it, and whether it travels over encrypted connections only. */
  readonly isHttpOnly: boolean;
  readonly isSecure: boolean;
  readonly sameSite: 'strict' | 'lax' | 'none' | 'unspecified';
  /** Whether one of these attributes is another one than the provider, or a standard, says. */
  readonly differs: boolean;
}

/** What is known of a session that nobody but its provider can check. */
export interface OpaqueView {
  /** The webmail's session cookies that are there; null: the browser did not tell. Empty: none, or none that is known. */
  readonly cookies: readonly CookieView[] | null;
  /** How many session cookies of this webmail are known by name. */
  readonly knownCookies: number;
  /** Signs that the session is bound to this device. */
  readonly binding: SessionBinding;
  /** Whether an ID token of a sign-in with the webmail's own provider was seen, and stood up to every check. */
  readonly idToken: 'none-seen' | 'seen' | 'verified';
  readonly signOutUrl: string;
}

/** A webmail that Countersign may not look at. */
export interface UnseenWebmail {
  readonly providerName: string;
  /** `not-permitted`: the person can change that; `closed`: a policy or the browser's maker can. */
  readonly reason: 'not-permitted' | 'closed';
  /** Exact hosts that the person can be asked for; empty with `closed`. */
  readonly askHosts: readonly string[];
}

/** What the popup says of the browser and its owner, whatever the tab shows. */
export interface Surroundings {
  /** False only when the browser is sure that there is no connection. */
  readonly isOnline: boolean;
  /** Whether an organisation has set a policy for this browser. */
  readonly isManaged: boolean;
  /** Whom the organisation wants people to turn to. Text of a policy, shown as text. */
  readonly supportContact: SupportContact | null;
  /** Whether the organisation lets people accept findings. */
  readonly mayAccept: boolean;
  /** Whether private windows are seen at all: people, and policies, allow that apart. */
  readonly seesPrivateWindows: boolean;
}

/** What the popup of one tab shows. */
export interface PopupView extends Surroundings {
  /**
   * `session`: tokens of this webmail were seen; `waiting`: a webmail, nothing seen yet; `opaque`: a webmail whose sessions nobody but
   * its provider can check; `not-webmail`: nothing to check here; `hidden`: the browser does not tell which page this is, and
   * there are webmails that it would not tell; `permission-missing`: a webmail whose host was not given or was taken back;
   * `site-closed`: a webmail that a policy, or the browser's maker, keeps from extensions; `turned-off`: one that the person does not
   * want to have checked.
   */
  readonly state:
    | 'session'
    | 'waiting'
    | 'opaque'
    | 'not-webmail'
    | 'hidden'
    | 'permission-missing'
    | 'site-closed'
    | 'turned-off';
  /** Host of the tab; null where the browser does not tell (its own pages, hosts that were not given). */
  readonly host: string | null;
  readonly providerName: string | null;
  /** In state `opaque`; null in all others. */
  readonly opaque: OpaqueView | null;
  /** Signs that this webmail's sessions are bound to this device; `none-seen` where nothing was looked up. */
  readonly binding: SessionBinding;
  /** In state `hidden`: webmails of which this page could be one. Empty in all others. */
  readonly unseen: readonly UnseenWebmail[];
  /** In state `permission-missing`: exact hosts to ask the person for. Empty in all others. */
  readonly askHosts: readonly string[];
  /** Whether the tab is in a private window, of which nothing is kept. */
  readonly isPrivate: boolean;
  /** Whether no session at all is known. */
  readonly isFirstUse: boolean;
  /** Sessions of this tab's webmail, worst first. */
  readonly here: readonly SessionView[];
  /** Sessions of other webmails and accounts: those in use, worst first, then those that have ended, the newest first. */
  readonly elsewhere: readonly SessionLine[];
}
