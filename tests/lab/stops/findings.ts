import * as v from 'valibot';
import { historySchema, maxHistoryPage } from '../../../src/protocol/history-schema.ts';
import { sessionsSchema } from '../../../src/protocol/session-schema.ts';
import type { Driver } from '../drivers/driver.ts';

/** One verdict about one token, with the rules that failed. */
export interface Finding {
  readonly fingerprint: string;
  readonly verdict: string;
  readonly failing: readonly string[];
}

/** What the extension says in the inspector: of its sessions as they are now, and of every verdict that there ever was. */
export interface Findings {
  readonly sessions: readonly Finding[];
  readonly history: readonly Finding[];
}

const answersSchema = v.object({ sessions: sessionsSchema, pages: v.array(historySchema) });

export async function readFindings(driver: Driver): Promise<Findings> {
  const text = String(await driver.evaluateInExtension(askForAll));
  const { sessions, pages } = v.parse(answersSchema, JSON.parse(text));
  const inspections = sessions.sessions.flatMap(({ tokens }) =>
    tokens.map(({ inspection }) => inspection),
  );
  return {
    sessions: inspections
      .filter(({ verdict }) => verdict !== 'not-inspected')
      .map(({ fingerprint, verdict, outcomes }) => ({
        fingerprint,
        verdict,
        failing: outcomes.filter(({ outcome }) => outcome === 'fail').map(({ rule }) => rule),
      })),
    history: pages
      .flatMap(({ records }) => records)
      .map(({ fingerprint, verdict, failing }) => ({
        fingerprint,
        verdict,
        failing: failing.map(({ rule }) => rule),
      })),
  };
}

const askForAll = `(async () => {
  const { runtime } = globalThis.browser ?? globalThis.chrome;
  const pages = [];
  do {
    const offset = pages.length * ${maxHistoryPage};
    pages.push(await runtime.sendMessage({ type: 'history', query: '', offset, limit: ${maxHistoryPage} }));
  } while (pages.length * ${maxHistoryPage} < pages[0].total);
  return JSON.stringify({ sessions: await runtime.sendMessage({ type: 'sessions' }), pages });
})()`;
