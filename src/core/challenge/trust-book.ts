import { readServerTrust, type ServerTrust } from './read-trusted.ts';

/** Most hosts whose lists are remembered. */
export const maxTrustHosts = 64;

export interface TrustBook {
  /** A server answered with these `WWW-Authenticate` values. The newest list that can be read counts. */
  note(host: string, challenges: readonly string[]): void;
  /** Whom the server of this host said it trusts; null: it said nothing that is remembered. */
  of(host: string): ServerTrust | null;
}

/**
 * Remembers whom servers say they trust. They say it when they refuse, and what they accept comes later, so the two must be brought
 * together. In memory only; nothing in it is about a person.
 */
export function createTrustBook(): TrustBook {
  const said = new Map<string, ServerTrust>();
  return {
    note(host, challenges) {
      const trust = readServerTrust(challenges);
      if (trust === null) return;
      said.delete(host);
      said.set(host, trust);
      for (const [oldest] of said) {
        if (said.size <= maxTrustHosts) break;
        said.delete(oldest);
      }
    },
    of: (host) => said.get(host) ?? null,
  };
}
