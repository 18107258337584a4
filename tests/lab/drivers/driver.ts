/** What the popup says for a tab. */
export interface PopupReading {
  readonly state: string;
  readonly verdict: string | null;
  /** Every check by rule id. */
  readonly outcomes: Readonly<Record<string, string>>;
  /** What can be done, in order: the `data-action` of links and buttons. */
  readonly actions: readonly string[];
  /** Text of the whole popup. */
  readonly text: string;
}

/** What the process of the extension's background has used. */
export interface BackgroundUse {
  readonly cpuMs: number;
  /** Memory that it holds now. */
  readonly bytes: number;
}

/** As browsers want hosts in `runtime_blocked_hosts`: without a path. */
export const blockedPatternsOf = (hosts: readonly string[]): readonly string[] =>
  hosts.map((host) => `*://${host}`);

export interface LaunchOptions {
  readonly browserPath: string;
  readonly extensionPath: string;
  readonly profilePath: string;
  readonly isHeadless: boolean;
  /** Every request goes through this proxy on this machine. */
  readonly proxyPort: number;
  /** File that receives what the browser and the extension log. */
  readonly logPath: string;
  readonly spkiHash: string;
  /**
   * What an organisation asks of the extension; left out: nothing. Chromium reads it from the system's folders, so that a copy of the
   * extension with an id of its own is taken there.
   */
  readonly policy?: Readonly<Record<string, unknown>>;
  /** Hosts that an organisation keeps from the extension (`runtime_blocked_hosts`); left out: none. */
  readonly blockedHosts?: readonly string[];
  /** What is done in the page's tab before the extension is there; left out: nothing. */
  readonly before?: (page: PlainPage) => Promise<void>;
}

/** A page's tab, by the words that a driver has for it. */
export type PlainPage = Pick<Driver, 'goto' | 'evaluate'>;

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

/** One of the extension's own pages, open in a tab of its own. */
export interface OwnPage {
  evaluate(expression: string): Promise<unknown>;
  /** A click as by a mouse, which browsers ask for before they give permissions. */
  click(selector: string): Promise<void>;
  setScheme(scheme: Scheme): Promise<void>;
  /** Opens another page of the extension in its place, as wide. */
  open(path: string): Promise<void>;
  /** The whole page, not only the part in view. */
  screenshot(path: string): Promise<void>;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** One browser with the extension in it. The same words for Chromium's family and for Firefox. */
export interface Driver {
  readonly version: string;
  /** Of the extension's pages. */
  readonly origin: string;
  /** Opens an address in the page's tab and waits until it has loaded. */
  goto(url: string): Promise<void>;
  /** Evaluates an expression in the page. */
  evaluate(expression: string): Promise<unknown>;
  /** What the popup says for the page's tab, read from the popup's own page. */
  readPopup(): Promise<PopupReading>;
  /** The toolbar button of the page's tab: title and badge. */
  readToolbar(): Promise<{ readonly title: string; readonly badge: string }>;
  /** Evaluates an expression in the popup's own page, for the page's tab. */
  evaluateInPopup(expression: string, scheme: Scheme): Promise<unknown>;
  /** The same in each colour scheme, one after the other in one popup. */
  evaluateInSchemes(expression: string): Promise<Readonly<Record<Scheme, unknown>>>;
  /** Evaluates an expression in a page of the extension that shows nothing. */
  evaluateInExtension(expression: string): Promise<unknown>;
  /** Opens a page of the extension at a size; `{tab}` in its path stands for the number of the page's tab. Closed afterwards. */
  visitOwnPage<Value>(
    path: string,
    size: Size,
    work: (page: OwnPage) => Promise<Value>,
  ): Promise<Value>;
  /** Title of the toolbar button of the tab in front, read without opening anything; null when it cannot be read. */
  watchTitle(): Promise<string | null>;
  screenshotPage(path: string, scheme: Scheme): Promise<void>;
  /** The popup for the page's tab, at the popup's width. */
  screenshotPopup(path: string, scheme: Scheme): Promise<void>;
  /** Lets the extension see private windows, as the person can in the browser's settings; the extension is started anew by that. */
  allowInPrivate(): Promise<void>;
  /** Null where the browser or the system does not tell. */
  readBackgroundUse(): Promise<BackgroundUse | null>;
  /** Has the browser throw away what nobody uses any more, as it does in time. False: it cannot be asked for that. */
  dropGarbage(): Promise<boolean>;
  /** Stops the extension's background as the browser does when it is idle, and makes sure that it has stopped. */
  stopBackground(): Promise<void>;
  /**
   * Makes the browser as new: the extension is removed with all that it kept and installed again, everything of pages is erased, and one
   * empty tab is open. Null where a new browser is as quick.
   */
  readonly startAnew: (() => Promise<void>) | null;
  /** Has this browser, and no other, trust an authority (PEM), as if somebody had added it. Null where that cannot be done. */
  readonly trustAuthority: ((certificate: string) => Promise<void>) | null;
  /** Resolves when the person closes the browser. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

/** Read in the popup's page by both drivers. */
export const readPopupExpression = `(async () => {
  // What is folded away is drawn a moment after the rest.
  while (document.querySelector('details:not(:has(> :not(summary)))') !== null) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const main = document.querySelector('main');
  // People can open it, and what is folded away has no text.
  for (const details of document.querySelectorAll('details')) details.open = true;
  const outcomes = {};
  for (const check of document.querySelectorAll('[data-rule]')) {
    outcomes[check.dataset.rule] = check.dataset.outcome;
  }
  return {
    state: main?.dataset.state ?? 'none',
    verdict: main?.dataset.verdict ?? null,
    outcomes,
    actions: [...document.querySelectorAll('[data-action]')].map((one) => one.dataset.action),
    text: document.body.innerText,
  };
})()`;

/** Asked of the extension's page: the id of the tab that shows an address, its toolbar title and badge. */
export const tabExpression = (url: string) => `(async () => {
  const api = globalThis.browser ?? globalThis.chrome;
  const tabs = await api.tabs.query({});
  const tab = tabs.find((known) => known.url === ${JSON.stringify(url)});
  if (!tab) return null;
  return {
    id: tab.id,
    title: await api.action.getTitle({ tabId: tab.id }),
    badge: await api.action.getBadgeText({ tabId: tab.id }),
  };
})()`;
