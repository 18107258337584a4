import { defaultPolicy, type Policy, type PolicyProblem, parsePolicy } from '../core/index.ts';

export interface PolicyHolder {
  /** What holds now. Until the browser has handed over a policy, nothing is asked for. */
  readonly current: () => Policy;
  /** Whether the browser has handed over a policy, were it one that cannot be read. */
  readonly isManaged: () => boolean;
  /** Whether the browser has answered at all: before, nobody knows what an organisation asks for. */
  readonly wasRead: () => boolean;
  /** Reads anew; resolves when the answer holds. Never rejects. */
  readonly refresh: () => Promise<void>;
}

/**
 * Keeps what an organisation asks for. Browsers can hand it over seconds late, first give nothing and then more, so nothing waits for
 * it: sessions are judged by what is known, and `onChange` is called when that changes, for judging them again.
 */
export function createPolicyHolder(parts: {
  readonly load: () => Promise<unknown>;
  readonly onChange: () => void;
  readonly logProblem: (code: string, numbers?: Readonly<Record<string, number>>) => void;
}): PolicyHolder {
  let policy = defaultPolicy;
  let written = JSON.stringify(defaultPolicy);
  let complaint = '';
  let isManaged = false;
  let asked = 0;
  let answered = 0;

  async function refresh(): Promise<void> {
    const number = ++asked;
    let value: unknown;
    try {
      value = await parts.load();
    } catch {
      parts.logProblem('policy-unreadable');
      return;
    }
    // An answer that was overtaken by a newer one says what was, not what is.
    if (number < answered) return;
    answered = number;
    const parsed = parsePolicy(value);
    isManaged = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
    tell(parsed.problems);
    const text = JSON.stringify(parsed.policy);
    if (text === written) return;
    policy = parsed.policy;
    written = text;
    parts.onChange();
  }

  /** Once for each state, by code and number: names and values in a policy are nobody's business but the organisation's. */
  function tell(problems: readonly PolicyProblem[]): void {
    const counts = new Map<string, number>();
    for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
    const now = JSON.stringify([...counts]);
    if (now === complaint) return;
    complaint = now;
    for (const [code, count] of counts) parts.logProblem(code, { count });
  }

  return {
    current: () => policy,
    isManaged: () => isManaged,
    wasRead: () => answered > 0,
    refresh,
  };
}
