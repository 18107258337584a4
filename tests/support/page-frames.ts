import type { Mock } from 'vitest';

/** A page's storage that counts how often it was read. */
export class FakeStorage {
  reads = 0;
  readonly #entries: readonly (readonly [string, string])[];
  constructor(entries: Readonly<Record<string, string>> = {}) {
    this.#entries = Object.entries(entries);
  }
  get length() {
    return this.#entries.length;
  }
  key(index: number) {
    return this.#entries[index]?.[0] ?? null;
  }
  getItem(name: string) {
    this.reads++;
    return this.#entries.find(([key]) => key === name)?.[1] ?? null;
  }
}

export interface FakeFrame {
  readonly origin: string;
  readonly local?: FakeStorage;
  readonly session?: FakeStorage;
}

/** Has `scripting.executeScript` run the injected functions as the browser does, the first frame being the page: from their text alone, with nothing of the file around them. */
export function runInFrames(execute: Mock, ...frames: readonly FakeFrame[]): void {
  execute.mockImplementation(async ({ func, args = [], target: { allFrames, frameIds } }) =>
    frames.flatMap(({ origin, local, session }, frameId) => {
      if (!allFrames && !frameIds.includes(frameId)) return [];
      const places = ['localStorage', 'sessionStorage', 'location', 'top'];
      const alone = new Function(...places, `return (${func.toString()})`);
      const topmost = {
        get location() {
          const own = frames[0]?.origin;
          if (own !== origin) throw new Error('blocked: another origin');
          return { origin: own };
        },
      };
      const location = { origin, hostname: new URL(origin).hostname };
      const empty = new FakeStorage();
      return [
        { frameId, result: alone(local ?? empty, session ?? empty, location, topmost)(...args) },
      ];
    }),
  );
}
