import { hostOfAddress, type KeyDocumentSource, parseDiscovery } from '../../core/index.ts';
import type { FetchedDocument, Validators } from './fetch-document.ts';

export interface FetchKeysParts {
  /** What is known of this address now; undefined: it is no key document's, or no longer. */
  readonly findSource: (url: string) => KeyDocumentSource | undefined;
  readonly fetchDocument: (url: string, validators: Validators) => Promise<FetchedDocument>;
  readonly isPermitted: (host: string) => Promise<boolean>;
}

const unconditional: Validators = { etag: null, lastModified: null };

/**
 * Fetches the keys that stand at an address, or whose discovery document does (OpenID Connect Discovery 1.0 section 4). Then the
 * discovery document is read each time, so that keys which move are followed at once, and nothing is asked conditionally: what was
 * remembered may be of another key set. Asks no address that is not in the directory, but for the key set that a discovery document names
 * over its issuer's own name.
 */
export function createFetchKeys(
  parts: FetchKeysParts,
): (url: string, validators: Validators) => Promise<FetchedDocument> {
  return async (url, validators) => {
    const source = parts.findSource(url);
    if (source === undefined) return problem('permission-missing');
    if (source.discoveryOf === undefined)
      return explain(await parts.fetchDocument(url, validators), url);
    const found = await parts.fetchDocument(url, unconditional);
    if (found.kind !== 'document') return explain(found, url);
    const discovery = parseDiscovery(found.value, source.discoveryOf);
    if (!discovery.ok) return problem('not-a-key-document', found.clockErrorMs);
    const { keyDocument } = discovery.value;
    const keys = await parts.fetchDocument(keyDocument, unconditional);
    if (keys.kind !== 'document') return explain(keys, keyDocument);
    return { ...keys, etag: null, lastModified: null };
  };

  /** A host that was not given answers only where it lets every site ask: then the browser says no more than that it did not work. */
  async function explain(answer: FetchedDocument, url: string): Promise<FetchedDocument> {
    if (answer.kind !== 'problem' || answer.problem !== 'offline') return answer;
    const mayAsk = await parts.isPermitted(hostOfAddress(url)).catch(() => true);
    return mayAsk ? answer : problem('permission-missing');
  }
}

const problem = (
  code: 'permission-missing' | 'not-a-key-document',
  clockErrorMs: number | null = null,
): FetchedDocument => ({ kind: 'problem', problem: code, clockErrorMs });
