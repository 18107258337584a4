import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import { keepsTokenOnDisk } from './doors.ts';
import type { Driver } from './drivers/driver.ts';
import { isOpaqueWebmail } from './opaque-webmails.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { findTraces, hasTrace } from './token-traces.ts';

/** As the extension names a token. */
export const fingerprintOf = (token: string) =>
  createHash('sha256').update(token).digest('base64url');

/** Sentences about what an earlier scenario left in the browser; none in one that is as new. */
export async function findLeftovers(
  driver: Driver,
  tokens: readonly string[],
): Promise<readonly string[]> {
  // Each question opens a page of the extension, so both are one.
  const [kept, cookies] = v.parse(
    v.tuple([v.string(), v.number()]),
    await driver.evaluateInExtension(`Promise.all([${keptExpression}, ${countCookies}])`),
  );
  const isKnown = tokens.some((token) => kept.includes(fingerprintOf(token)));
  return [
    ...(isKnown ? ['the extension still knows a token of an earlier scenario'] : []),
    ...(cookies > 0 ? [`${cookies} cookies of an earlier scenario are there`] : []),
  ];
}

/** What the extension keeps, on disk and in the browser's session memory: of tokens, their fingerprints alone. */
export async function compareStorage(
  driver: Driver,
  { webmail, door }: Scenario,
  tokens: readonly string[],
): Promise<readonly string[]> {
  const kept = String(await driver.evaluateInExtension(keptExpression));
  const isSeen = tokens.some((token) => kept.includes(fingerprintOf(token)));
  const isSeenAtAll = isSeen || (isOpaqueWebmail(webmail) && door === undefined);
  return [
    ...(hasTrace(kept, tokens) ? ['a token stands in what the extension keeps'] : []),
    // Proof that the search looks at what is there.
    ...(isSeenAtAll ? [] : ['the extension keeps nothing of what it saw']),
  ];
}

/** Where browsers keep what an extension stores, and what it logs; the rest of a profile belongs to the pages. */
const isOfExtension = (path: string): boolean => /extension|(^|\/)browser\.log$/i.test(path);

/** Doors of which the browser writes the page's token down for it: in cookies, storage or addresses. */
export const isKeptByPage = ({ door = 'bearer', webmail }: Scenario): boolean =>
  keepsTokenOnDisk(door) || isOpaqueWebmail(webmail);

/**
 * Files of a profile, the browser's log among them, in which a token stands.
 * @param areOfPage the pages themselves keep these tokens, so that only what belongs to the extension counts
 */
export function compareDisk(
  profilePath: string,
  tokens: readonly string[],
  areOfPage: boolean,
): readonly string[] {
  const [token] = tokens.slice(-1);
  if (token === undefined) return [];
  // Proof that the search finds what is there.
  const control = join(profilePath, 'control');
  writeFileSync(control, `x${token}x`);
  const files = findTraces(profilePath, tokens);
  rmSync(control);
  return [
    ...(files.includes(control) ? [] : ['the search for tokens on disk does not work']),
    ...files
      .filter((path) => path !== control)
      .filter((path) => !areOfPage || isOfExtension(relative(profilePath, path)))
      .map((path) => `a token stands in ${relative(profilePath, path)}`),
  ];
}

const countCookies = `(async () => {
  const api = globalThis.browser ?? globalThis.chrome;
  return (await api.cookies.getAll({ partitionKey: {} })).length;
})()`;

/** Evaluated in a page of the extension: all of its storage as one text. */
export const keptExpression = `(async () => {
  const api = globalThis.browser ?? globalThis.chrome;
  const asked = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const kept = [await api.storage.local.get(null), await api.storage.session.get(null), { ...localStorage }];
  for (const { name } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const table = database.transaction(store).objectStore(store);
      kept.push(store, await asked(table.getAllKeys()), await asked(table.getAll()));
    }
    database.close();
  }
  return JSON.stringify(kept);
})()`;
