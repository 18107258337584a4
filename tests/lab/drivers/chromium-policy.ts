import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BrowserName } from '../../../tools/browsers/find.ts';
import { chromeIdOf } from '../../../tools/identity.ts';
import { blockedPatternsOf } from './driver.ts';

/** Policies of this machine cannot be set here; the message says why. What needs them counts as not run. */
export class PolicyUnavailable extends Error {}

/** A copy of the extension for which this machine's policy asks something. */
export interface ManagedExtension {
  readonly path: string;
  readonly id: string;
  /** Takes the policy back. Done by itself when this process ends, however it ends, unless it is killed. */
  lift(): void;
}

/**
 * Where each browser on Linux reads what an organisation asks; all files of the folder count together.
 * Sources: https://www.chromium.org/administrators/linux-quick-start/ and
 * https://learn.microsoft.com/en-us/deployedge/microsoft-edge-policies (read 2026-11-29).
 */
const folders: Partial<Readonly<Record<BrowserName, string>>> = {
  chromium: '/etc/chromium/policies/managed',
  chrome: '/etc/opt/chrome/policies/managed',
  edge: '/etc/opt/edge/policies/managed',
};
const prefix = 'countersign-lab-';

/**
 * Copies the extension into a folder of the caller and writes a policy for that copy alone: it has an id of its own, so that browsers
 * beside it, which have the same extension without a policy or with another one, see nothing of it.
 * @throws PolicyUnavailable where the folder of policies cannot be written
 */
export function manageExtension(
  browser: BrowserName,
  extensionPath: string,
  copyPath: string,
  policy: Readonly<Record<string, unknown>>,
  folder: string | undefined = folderOf(browser),
  blockedHosts: readonly string[] = [],
): ManagedExtension {
  if (folder === undefined) {
    throw new PolicyUnavailable(`${browser} reads no policy from files on ${process.platform}`);
  }
  cpSync(extensionPath, copyPath, { recursive: true });
  const id = giveOwnId(join(copyPath, 'manifest.json'));
  const file = join(folder, `${prefix}${process.pid}-${id}.json`);
  const created = writePolicy(file, {
    '3rdparty': { extensions: { [id]: policy } },
    // https://chromeenterprise.google/policies/#ExtensionSettings (read 2026-11-29)
    ...(blockedHosts.length > 0 && {
      ExtensionSettings: { [id]: { runtime_blocked_hosts: blockedPatternsOf(blockedHosts) } },
    }),
  });
  const lift = () => {
    process.off('exit', lift);
    rmSync(file, { force: true });
    for (const path of created) removeIfEmpty(path);
  };
  process.on('exit', lift);
  listenForSignals();
  return { path: copyPath, id, lift };
}

const folderOf = (browser: BrowserName): string | undefined =>
  process.platform === 'linux' ? folders[browser] : undefined;

/** Any key will do: its public half is what the id is made of. */
function giveOwnId(manifestPath: string): string {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const manifest: object = JSON.parse(readFileSync(manifestPath, 'utf8'));
  writeFileSync(manifestPath, JSON.stringify({ ...manifest, key }));
  return chromeIdOf(key);
}

/** @returns the folders that had to be made, the innermost first */
function writePolicy(file: string, content: object, attempts = 3): readonly string[] {
  const folder = dirname(file);
  const created: string[] = [];
  try {
    const first = mkdirSync(folder, { recursive: true });
    if (first !== undefined) {
      for (let path = folder; path.length >= first.length; path = dirname(path)) created.push(path);
    }
    removeAbandoned(folder);
    writeFileSync(file, JSON.stringify(content));
    return created;
  } catch (error) {
    for (const path of created) removeIfEmpty(path);
    // A test beside this one has just removed the folder that was empty.
    if (codeOf(error) === 'ENOENT' && attempts > 1) return writePolicy(file, content, attempts - 1);
    throw new PolicyUnavailable(`${folder} cannot be written (${codeOf(error)})`);
  }
}

/** Files of processes that were killed and could not take them back. */
function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    const processId = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : 0;
    if (processId > 0 && !isRunning(processId)) rmSync(join(folder, name), { force: true });
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Another test may have put a file there meanwhile. */
function removeIfEmpty(path: string): void {
  try {
    if (readdirSync(path).length === 0) rmSync(path, { recursive: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

let isListening = false;

/** A signal ends a process without its `exit`, unless somebody listens. */
function listenForSignals(): void {
  if (isListening) return;
  isListening = true;
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.once(signal, () => process.exit(code));
  }
}
