import type { BackgroundUse, Driver } from './drivers/driver.ts';
import { pause } from './run-scenario.ts';

/** How soon the background must come to rest, s. */
const restSeconds = 60;
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
