import { createHash, randomUUID } from 'node:crypto';
import type { Driver } from '../drivers/driver.ts';
import { pause } from '../run-scenario.ts';
import type { Lab } from '../server.ts';
import type { OneUse } from './ledger.ts';

export type Right = 'verified' | 'danger';

export interface NumberedToken {
  readonly token: string;
  readonly fingerprint: string;
  readonly right: Right;
}

const genuineOfAccount = 40;
const forgedOfAccount = 8;
/** Below what is kept of one session and of one webmail's history, so that nothing goes for being too much. */
const maxOnce = 9 * (genuineOfAccount + forgedOfAccount);
/** Between two requests, on average. A page that sends many more is a busy one, of which more may be lost. */
const onceRestMs = 130;
const regularRestMs = 330;

const genuineInUse = 12;
const forgedInUse = 2;

/** Tokens that the page uses again and again. Minted like the last one that was handed out. */
export async function mintRegular(lab: Lab): Promise<readonly NumberedToken[]> {
  return [
    ...(await lab.mint('enterprise', genuineInUse)).map(numbered('verified')),
    ...(await lab.mint('consumer', forgedInUse)).map(numbered('danger')),
  ];
}

/** Tokens for one request each, forged ones among them. Each account uses a program of its own, so that nobody seems to have changed the account. */
export async function mintOnce(lab: Lab, forMs: number): Promise<readonly NumberedToken[]> {
  const all: NumberedToken[] = [];
  const count = Math.min(maxOnce, forMs / onceRestMs);
  while (all.length < count) {
    const account = { oid: randomUUID(), appid: randomUUID() };
    const good = await lab.mint('enterprise', genuineOfAccount, account);
    const bad = await lab.mint('consumer', forgedOfAccount, account);
    all.push(...good.map(numbered('verified')), ...bad.map(numbered('danger')));
  }
  return shuffle(all);
}

export const numbered =
  (right: Right) =>
  (token: string): NumberedToken => ({ token, fingerprint: fingerprintOf(token), right });

const fingerprintOf = (token: string) => createHash('sha256').update(token).digest('base64url');

export const startTraffic = (driver: Driver, tokens: readonly NumberedToken[]) =>
  driver.evaluate(useAgainAndAgain(tokens.map(({ token }) => token)));

/** Has the page use each of these tokens once more; resolves when it has sent its last request and has its answer. */
export const endTraffic = (driver: Driver) => driver.evaluate('globalThis.endTraffic()');

/** Uses one token after the other, each in one request, at random moments within about this time, until it is told to end. */
export async function useEachOnce(
  driver: Driver,
  tokens: readonly NumberedToken[],
  forMs: number,
  isOver: () => boolean,
): Promise<readonly OneUse[]> {
  const uses: OneUse[] = [];
  const restMs = Math.max(onceRestMs, forMs / tokens.length);
  for (const { token, fingerprint } of tokens) {
    await pause(Math.random() * 2 * restMs);
    if (isOver()) break;
    const fromMs = Date.now();
    await driver.evaluate(useOnce(token));
    uses.push({ fingerprint, fromMs, toMs: Date.now() });
  }
  return uses;
}

const request = `(token) => fetch('/api/v2.0/me/messages', { headers: { authorization: 'Bearer ' + token } })`;

const useOnce = (token: string) =>
  `(${request})(${JSON.stringify(token)}).then(({ status }) => status)`;

/** Evaluated in the page: asks for mail with one token after the other, until it is ended. */
const useAgainAndAgain = (tokens: readonly string[]) => `void (() => {
  const tokens = ${JSON.stringify(tokens)};
  let isOver = false;
  const traffic = (async () => {
    while (!isOver) {
      await (${request})(tokens[Math.floor(Math.random() * tokens.length)]);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * ${2 * regularRestMs}));
    }
  })();
  globalThis.endTraffic = async () => {
    isOver = true;
    await traffic;
    for (const token of tokens) {
      await (${request})(token);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  };
})()`;

function shuffle<Value>(values: readonly Value[]): readonly Value[] {
  const keyed = values.map((value) => ({ value, at: Math.random() }));
  return keyed.sort((a, b) => a.at - b.at).map(({ value }) => value);
}
