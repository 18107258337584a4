import type { KeyReading, Policy } from '../../core/index.ts';
import { packReading } from '../../protocol/judging-schema.ts';
import type { RequestOf } from '../../protocol/messages.ts';

/** What tokens are judged by in this browser. Asks servers for nothing but what the request names. */
export const answerJudging =
  (parts: {
    readonly readAll: (fetch: ReadonlySet<string>) => Promise<readonly KeyReading[]>;
    readonly policy: () => Policy;
  }) =>
  async ({ fetch }: RequestOf<'judging'>): Promise<unknown> => {
    const readings = await parts.readAll(new Set(fetch));
    return { readings: readings.map(packReading), policy: parts.policy() };
  };
