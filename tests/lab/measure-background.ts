import type { BackgroundUse, Driver } from './drivers/driver.ts';
import { pause } from './run-scenario.ts';

/** How soon the background must come to rest, s. */
const restSeconds = 60;
/** How much more memory than before may be what is still in use at the end, MiB, where the browser can be asked to throw the rest away. */
export const maxKeptMebibytes = 128;
/** How long browsers take for that, at most, s. */
const dropSeconds = 30;
const mebibyte = 2 ** 20;

export interface Measured {
  readonly answer: unknown;
  readonly seconds: number;
  readonly cpuSeconds: number | null;
  readonly peakMebibytes: number | null;
  readonly isAtRest: boolean;
}

/** Looks at the extension's process while something happens and until it has come to rest after it. */
export async function measureBackground(
  driver: Driver,
  work: () => Promise<unknown>,
): Promise<Measured> {
  const before = await driver.readBackgroundUse();
  const startedMs = Date.now();
  let peak = before?.bytes ?? 0;
  let isOver = false;
  const look = async (): Promise<BackgroundUse | null> => {
    const use = await driver.readBackgroundUse();
    peak = Math.max(peak, use?.bytes ?? 0);
    return use;
  };
  const watching = (async () => {
    while (!isOver) {
      await look();
      await pause(200);
    }
  })();
  const answer = await work().finally(() => {
    isOver = true;
  });
  const seconds = (Date.now() - startedMs) / 1000;
  await watching;
  const endMs = Date.now() + restSeconds * 1000;
  let last = await look();
  let isAtRest = last === null;
  while (!isAtRest && Date.now() < endMs) {
    await pause(500);
    const now = await look();
    isAtRest = now === null || last === null || now.cpuMs - last.cpuMs < 50;
    last = now;
  }
  const used = before === null || last === null ? null : (last.cpuMs - before.cpuMs) / 1000;
  const peakMebibytes = used === null ? null : peak / mebibyte;
  return { answer, seconds, cpuSeconds: used, peakMebibytes, isAtRest };
}

/** How much more than at the start is in use when the rest was thrown away, MiB; null where the browser cannot be asked for that. */
export async function measureKept(
  driver: Driver,
  start: BackgroundUse | null,
): Promise<number | null> {
  let least: number | null = null;
  for (let second = 0; second < dropSeconds; second++) {
    if (!(await driver.dropGarbage())) return null;
    await pause(1_000);
    const now = await driver.readBackgroundUse();
    if (now === null || start === null) return null;
    const kept = (now.bytes - start.bytes) / mebibyte;
    least = Math.min(least ?? kept, kept);
    if (least <= maxKeptMebibytes) break;
  }
  return least;
}
