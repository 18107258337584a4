import type { Inspection } from './inspection.ts';
import { summarizeEncryption } from './token/summary.ts';
import type { MalformedCredential, UninspectedCredential } from './token/token.ts';

type Judgement = Omit<Inspection, 'fingerprint' | 'provider' | 'source' | 'host' | 'seenAtMs'>;

/** What is said of a credential that no rule can be asked about: why, and of an encrypted one what its header says. */
export function describeUninspected(
  credential: UninspectedCredential | MalformedCredential,
): Judgement {
  const isMalformed = credential.kind === 'malformed';
  const isEncrypted = !isMalformed && credential.reason === 'encrypted';
  return {
    verdict: isMalformed ? 'undetermined' : 'not-inspected',
    outcomes: Object.freeze([]),
    notInspected: isMalformed ? credential.code : credential.reason,
    issuer: null,
    token: isEncrypted ? summarizeEncryption(credential.encryption) : null,
    key: null,
  };
}
