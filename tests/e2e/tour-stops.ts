import type { Size } from '../lab/drivers/driver.ts';

/** A page of the extension in one state. */
export interface Stop {
  /** Name of its pictures. */
  readonly id: string;
  /** Scenarios of the lab that are played before, in a browser that is as new; those of the stop before go on if they are the same. */
  readonly after: readonly string[];
  /** What an organisation asks for; left out: nothing. */
  readonly policy?: Readonly<Record<string, unknown>>;
  /** Path in the extension; `{blocked}` stands for the address of the page that a tab was taken to; `{tab}` stands for the number of the webmail's tab. */
  readonly path: string;
  readonly size: Size;
  /** Becomes true when the page shows what it is to show. */
  readonly isReady: string;
  /** Evaluated then, for a state that takes a click, and what becomes true by it. */
  readonly prepare?: string;
  readonly isPrepared?: string;
}

const popup = (id: string, scenario: string): Stop => ({
  id: `popup-${id}`,
  after: [scenario],
  path: 'src/popup/index.html?tab={tab}',
  size: { width: 360, height: 600 },
  isReady: `!['loading', undefined].includes(document.querySelector('main')?.dataset.state)`,
});

/** What a person has seen who has three webmails and one bad day. */
const aDay = ['opaque-gmail', 'genuine-consumer', 'genuine', 'consumer-key-on-enterprise-token'];

const page = (id: string, address: string, prepare?: string, isPrepared?: string): Stop => ({
  id,
  after: aDay,
  path: `src/${address}`,
  size: { width: 1180, height: 860 },
  isReady: `document.querySelector('main h1, main h2') !== null && !document.querySelector('[data-state="loading"], [aria-busy="true"]')`,
  ...(prepare !== undefined && { prepare }),
  ...(isPrepared !== undefined && { isPrepared }),
});

const click = (selector: string) => `document.querySelector(${JSON.stringify(selector)})?.click()`;

const organisation = {
  blockOnDanger: true,
  blockMayContinue: true,
  forbidAccepting: true,
  supportContact: { name: 'Contoso Service Desk', phone: '+1 206 555 0100' },
};

/** Every page and state, in the order in which they are visited. */
export const stops: readonly Stop[] = [
  popup('verified', 'genuine'),
  popup('could-not-check', 'genuine-key-server-down'),
  popup('opaque', 'opaque-gmail'),
  popup('attention', 'expired'),
  { ...popup('danger', 'genuine'), after: aDay },
  page('inspector-sessions', 'inspector/index.html#sessions'),
  {
    ...page(
      'inspector-session',
      'inspector/index.html#sessions',
      click('[data-verdict="danger"] a'),
      `document.querySelector('.session[data-verdict="danger"]') !== null`,
    ),
    isReady: `document.querySelector('[data-verdict="danger"] a') !== null`,
  },
  page('inspector-keys', 'inspector/index.html#keys'),
  page('inspector-key-table', 'inspector/index.html#keys', click('button[aria-pressed="false"]')),
  page('inspector-history', 'inspector/index.html#history'),
  page('inspector-bench', 'inspector/index.html#bench'),
  page('options', 'options/index.html'),
  page('welcome', 'welcome/index.html?again'),
  page(
    'welcome-tried',
    'welcome/index.html?again',
    click('.try-out button'),
    `document.querySelector('.try-out-answer[data-verdict="danger"]') !== null`,
  ),
  page('blocked-gone', 'blocked/index.html'),
  { ...page('options-managed', 'options/index.html'), after: [], policy: organisation },
  {
    ...page('blocked', ''),
    path: '{blocked}',
    after: ['consumer-key-on-enterprise-token'],
    policy: organisation,
  },
];
