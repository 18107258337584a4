import {
  type ConfiguredIssuer,
  judgeIssuer,
  keySourceOf,
  parseDiscovery,
  usualKeysOf,
} from '../../core/index.ts';
import { memberOf, textOf } from '../json.ts';
import { canonicalAddress } from './key-address.ts';

/** By which names recorded documents of added issuers are known. */
export interface AddedKeys {
  /** Notes where an added issuer has its keys, if this is its discovery document, or a recorded document that holds it. */
  readonly note: (value: unknown) => boolean;
  /** Under which addresses the core asks for what came from this one: itself, where no added issuer has its keys there. */
  readonly namesOf: (address: string) => readonly string[];
}

/**
 * The core asks for an added issuer's keys under the address of its discovery document. Recorded documents name the key set, the issuer
 * or the discovery document: all of them mean the same. Which address the key set has is what the recorded discovery document says, else
 * where issuers of this shape have it as a rule.
 */
export function createAddedKeys(issuers: readonly ConfiguredIssuer[]): AddedKeys {
  const names = new Map<string, Set<string>>();
  const usable = issuers.filter((one) => judgeIssuer(one) === null);
  const add = (address: string, url: string): void => {
    const known = canonicalAddress(address);
    names.set(known, (names.get(known) ?? new Set()).add(url));
  };
  for (const one of usable) {
    const { url } = keySourceOf(one);
    const usual = usualKeysOf(one);
    for (const address of [url, one.issuer, ...(usual === null ? [] : [usual])]) add(address, url);
  }
  return {
    note(value) {
      const metadata = memberOf(value, 'metadata') ?? value;
      const named = textOf(metadata, 'issuer');
      const issuer = usable.find((one) => one.issuer === named);
      if (issuer === undefined) return false;
      const discovery = parseDiscovery(metadata, issuer.issuer);
      if (!discovery.ok) return false;
      add(discovery.value.keyDocument, keySourceOf(issuer).url);
      return true;
    },
    namesOf: (address) => [...(names.get(canonicalAddress(address)) ?? [address])],
  };
}

/** Nobody added any issuer. */
export const nothingAdded: AddedKeys = createAddedKeys([]);
