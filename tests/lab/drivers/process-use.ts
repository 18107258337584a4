import { readFileSync } from 'node:fs';
import type { CDPSession } from 'playwright-core';
import type { BackgroundUse } from './driver.ts';

/** What the extension's processes of a Chromium have used; null where the system does not tell which they are. */
export async function readProcessUse(session: CDPSession): Promise<BackgroundUse | null> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const own = processInfo.filter(({ id }) => isOfExtension(id));
  if (own.length === 0) return null;
  return {
    cpuMs: own.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0),
    bytes: own.reduce((sum, { id }) => sum + residentBytes(id), 0),
  };
}

/** Chromium starts a process for extensions with a word of its own. */
const isOfExtension = (processId: number): boolean =>
  readOf(processId, 'cmdline').includes('--extension-process');

function residentBytes(processId: number): number {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readOf(processId, 'status'));
  return Number(line?.[1] ?? 0) * 1024;
}

/** Empty for a process that has ended, and where the system has no such files. */
function readOf(processId: number, name: string): string {
  try {
    return readFileSync(`/proc/${processId}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
