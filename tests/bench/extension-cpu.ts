import { readFileSync } from 'node:fs';
import type { CDPSession } from 'playwright-core';

/** CPU time that the extension's processes of a browser have used, ms; null where the system does not tell which they are. */
export async function readExtensionCpuMs(session: CDPSession): Promise<number | null> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const own = processInfo.filter(({ id }) => isOfExtension(id));
  return own.length === 0 ? null : own.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}

/** Memory that these processes hold, bytes. */
export async function readExtensionBytes(session: CDPSession): Promise<number | null> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const own = processInfo.filter(({ id }) => isOfExtension(id));
  return own.length === 0 ? null : own.reduce((sum, { id }) => sum + residentBytes(id), 0);
}

/** Chromium starts a process for extensions with a word of its own. */
function isOfExtension(processId: number): boolean {
  try {
    return readFileSync(`/proc/${processId}/cmdline`, 'utf8').includes('--extension-process');
  } catch {
    return false;
  }
}

function residentBytes(processId: number): number {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${processId}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) * 1024;
}
