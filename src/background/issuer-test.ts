import {
  hostOfAddress,
  judgeIssuer,
  keySourceOf,
  parseDiscovery,
  parseKeyDocument,
  usualKeysOf,
} from '../core/index.ts';
import type { RequestOf } from '../protocol/messages.ts';
import type { IssuerTest } from '../protocol/own-webmails-schema.ts';
import type { FetchedDocument } from './key-cache/fetch-document.ts';

const failed = (result: IssuerTest['result'], about: Partial<IssuerTest> = {}): IssuerTest => ({
  result,
  keys: 0,
  algorithms: [],
  keyDocument: null,
  ask: null,
  ...about,
});

/** Longest list of algorithms that is told. */
const maxTold = 16;

/**
 * Fetches and judges an issuer's discovery document and key set, once, by the same rules as later for its sessions. Asks nobody where
 * the issuer could not be added anyway. Stores nothing.
 */
export function createIssuerTest(parts: {
  readonly fetchDocument: (url: string) => Promise<FetchedDocument>;
  readonly isPermitted: (host: string) => Promise<boolean>;
}): (asked: RequestOf<'test-issuer'>) => Promise<IssuerTest> {
  /** A host that was not given answers only where it lets every site ask, which few do. */
  async function refusal(
    url: string,
    problem: string,
    kind: 'discovery' | 'keys',
    about: Partial<IssuerTest>,
  ): Promise<IssuerTest> {
    const host = hostOfAddress(url);
    if (problem === 'offline' && !(await parts.isPermitted(host))) {
      return failed('not-permitted', { ...about, ask: host });
    }
    if (problem === 'too-large') return failed(`${kind}-too-large`, about);
    if (problem !== 'not-a-key-document') return failed(`${kind}-unreachable`, about);
    return failed(kind === 'keys' ? 'not-a-key-document' : 'not-a-discovery-document', about);
  }

  async function judgeKeys(url: string, algorithms: readonly string[]): Promise<IssuerTest> {
    const about = { keyDocument: url, algorithms };
    const answer = await parts.fetchDocument(url);
    if (answer.kind !== 'document') {
      const problem = answer.kind === 'problem' ? answer.problem : 'server-error';
      return refusal(url, problem, 'keys', about);
    }
    const parsed = await parseKeyDocument(url, answer.value);
    if (!parsed.ok) return failed('not-a-key-document', about);
    const { keys } = parsed.value;
    const all = new Set([...algorithms, ...keys.flatMap(({ alg }) => alg ?? [])]);
    return {
      ...failed(keys.length > 0 ? 'usable' : 'no-usable-key', about),
      keys: keys.length,
      algorithms: [...all].slice(0, maxTold),
    };
  }

  return async ({ type: _type, ...configured }) => {
    const problem = judgeIssuer(configured);
    if (problem !== null) return failed(problem);
    const { url, isDiscovery } = keySourceOf(configured);
    if (!isDiscovery) return judgeKeys(url, []);
    const usual = { keyDocument: usualKeysOf(configured) };
    const answer = await parts.fetchDocument(url);
    if (answer.kind !== 'document') {
      const reason = answer.kind === 'problem' ? answer.problem : 'server-error';
      return refusal(url, reason, 'discovery', usual);
    }
    const discovery = parseDiscovery(answer.value, configured.issuer);
    if (!discovery.ok) return failed(discovery.code, usual);
    return judgeKeys(discovery.value.keyDocument, discovery.value.algorithms);
  };
}
