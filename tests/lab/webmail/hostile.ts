import { probeAll, talk, timeRefusals } from './hostile-probes.ts';
import { makeLongToken, makeToken } from './hostile-tokens.ts';

/** Everything that a page can do to an extension that watches it, started by the test one after the other. */

const mailPath = '/api/v2.0/me/messages';
const samples: string[] = [];
const learned: string[] = [];

/** Requests with a made-up token each. How many were answered. */
async function flood(count: number): Promise<number> {
  let sent = 0;
  let answered = 0;
  const ask = async () => {
    while (sent < count) {
      sent++;
      const token = makeToken();
      if (sent % 500 === 1) samples.push(token);
      const response = await fetch(mailPath, { headers: { authorization: `Bearer ${token}` } });
      await response.arrayBuffer();
      answered++;
    }
  };
  await Promise.all(Array.from({ length: 24 }, () => ask().catch(() => undefined)));
  return answered;
}

/** Tokens of so many characters by every way that takes them. The ways that did. */
async function sendLongTokens(characters: number): Promise<readonly string[]> {
  const token = makeLongToken(characters);
  samples.push(token);
  const passed: string[] = [];
  const attempt = async (way: string, act: () => unknown) => {
    try {
      await act();
      passed.push(way);
    } catch {
      // The browser takes no such thing.
    }
  };
  await attempt('header', () => fetch(mailPath, { headers: { authorization: `Bearer ${token}` } }));
  await attempt('body', () =>
    fetch('https://login.microsoftonline.com/common/oauth2/v2.0/token', {
      method: 'POST',
      mode: 'no-cors',
      body: JSON.stringify({ assertion: token }),
    }),
  );
  await attempt('form', () => postForm(token));
  for (const length of [characters, 1_000_000, 60_000]) {
    const shorter = makeLongToken(Math.min(length, characters));
    await attempt(`fragment of ${length}`, () =>
      history.replaceState(null, '', `#id_token=${shorter}`),
    );
    await attempt(`storage of ${length}`, () => sessionStorage.setItem('token', shorter));
    await attempt(`query of ${length}`, async () => {
      await fetch(`${mailPath}?access_token=${shorter}`);
    });
    await attempt(`event stream of ${length}`, () => openStream(shorter));
  }
  history.replaceState(null, '', location.pathname);
  return passed;
}

async function openStream(token: string): Promise<void> {
  const events = new EventSource(`/api/events?access_token=${token}`);
  await new Promise((resolve) => {
    events.onmessage = resolve;
    events.onerror = resolve;
  });
  events.close();
}

async function postForm(token: string): Promise<void> {
  const frame = document.createElement('iframe');
  frame.name = 'posted';
  frame.dataset['own'] = '';
  document.body.append(frame);
  const form = document.createElement('form');
  form.dataset['own'] = '';
  form.method = 'post';
  form.action = '/owa/';
  form.target = 'posted';
  const field = document.createElement('textarea');
  field.name = 'id_token';
  field.value = token;
  form.append(field);
  document.body.append(form);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  form.submit();
  await loaded;
  frame.remove();
  form.remove();
}

/** So many entries, each of which could be a token. How many there is room for. */
function fillStorage(entries: number): number {
  localStorage.clear();
  for (let index = 0; index < entries; index++) {
    try {
      localStorage.setItem(`k${index}`, `eyJhbGciOi.${index.toString(36)}`);
    } catch {
      return index;
    }
  }
  return entries;
}

const setCookie = (line: string): void => {
  // biome-ignore lint/suspicious/noDocumentCookie: as most pages do it
  document.cookie = line;
};

/** Sets cookies as large as they may be, more than there is room for, again and again. How many are there at the end. */
async function fillCookies(changes: number): Promise<number> {
  for (let index = 0; index < changes; index++) {
    setCookie(`c${index % 300}=${makeToken().padEnd(3_900, 'A').slice(0, 3_900)}; path=/; secure`);
    // A page that never pauses is stopped by the browser.
    if (index % 200 === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  return document.cookie.split('; ').length;
}

function removeCookies(): void {
  for (const pair of document.cookie.split('; ')) {
    setCookie(`${pair.split('=')[0]}=; path=/; secure; max-age=0`);
  }
}

/** From now on notes whatever shows that somebody else works in this page. */
function watch(): void {
  const globals = new Set(Object.getOwnPropertyNames(globalThis));
  const isOwn = (node: Node) => node instanceof HTMLElement && node.closest('[data-own]') !== null;
  new MutationObserver((records) => {
    for (const { target, addedNodes, type } of records) {
      const isAllOwn = [...addedNodes].every((node) => isOwn(node) || node.parentNode === null);
      if (type !== 'childList' || !isAllOwn) {
        if (!isOwn(target)) learned.push(`the document was changed: ${type}`);
      }
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const name of ['getItem', 'key'] as const) {
    const { [name]: genuine } = Storage.prototype;
    Object.defineProperty(Storage.prototype, name, {
      value(this: Storage, ...given: [never]) {
        learned.push(`somebody called ${name} of the storage`);
        return genuine.apply(this, given);
      },
    });
  }
  checks.push(() => {
    const added = Object.getOwnPropertyNames(globalThis).filter((name) => !globals.has(name));
    return added.map((name) => `there is a new name: ${name}`);
  });
  checks.push(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => /^(chrome|moz)-extension:/.test(name))
      .map(({ name }) => `a file was loaded: ${name.slice(0, 60)}`),
  );
}

const checks: (() => readonly string[])[] = [];
const findLearned = (): readonly string[] => [
  ...new Set([...learned, ...checks.flatMap((check) => check())]),
];

const attacks = {
  flood,
  sendLongTokens,
  fillStorage,
  fillCookies,
  removeCookies,
  watch,
  findLearned,
  probeAll,
  timeRefusals,
  talk,
  samples: () => samples,
};
Object.assign(globalThis, { attacks });
