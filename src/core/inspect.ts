import { type Directory, knownDirectory } from './configured/directory.ts';
import type { Facts, IssuerFacts, KeyFacts, SignatureFacts } from './facts.ts';
import { gatherBeside } from './gather-beside.ts';
import { identifyIssuer } from './identify.ts';
import type { Inspection } from './inspection.ts';
import { prepareJudgement } from './judge.ts';
import { findDeniedSigner } from './keys/denied-signer.ts';
import type { KeyPort } from './keys/key.ts';
import { verifySignature } from './keys/verify.ts';
import { createBudget, type NestingBudget } from './nested/inspect-nested.ts';
import { defaultPolicy, type Policy } from './policy/index.ts';
import { findProvider } from './providers/index.ts';
import { rules } from './rules/index.ts';
import type { MemoryPort } from './session/memory.ts';
import { rememberFacts } from './session/recall.ts';
import type { Sighting } from './sighting.ts';
import { decodeCredential } from './token/decode.ts';
import { hashText } from './token/digest.ts';
import { redactText } from './token/redact.ts';
import { summarizeToken } from './token/summary.ts';
import type { UnverifiedToken } from './token/token.ts';
import { describeUninspected } from './uninspected.ts';
import { foldVerdict } from './verdict/fold.ts';

export interface InspectPorts {
  readonly keys: KeyPort;
  /** Milliseconds since the epoch by the local clock, or the time that an analyst gives. */
  readonly nowMs: number;
  /** An analyst's time needs no comparison with servers. */
  readonly clockIsGiven?: boolean;
  /** Left out: nothing is asked for by an organisation. */
  readonly policy?: Policy;
  /** Left out: issuers and webmails that are known anyway, and no others. */
  readonly directory?: Directory;
  /** What was seen before. Left out: each token is judged by itself. */
  readonly memory?: MemoryPort;
}

/**
 * Judges one sighting: decodes it, finds issuer, key and webmail, checks the signature, runs every rule and folds the
 * verdict. Never throws for hostile input; the result holds no token text. Costs at most two signature checks and as
 * many key document reads as the issuer has documents, and the same for each token inside it, within the bounds of `nested`.
 */
export function inspect(sighting: Sighting, ports: InspectPorts): Promise<Inspection> {
  return inspectLayer(sighting, ports, createBudget());
}

/** Judges a credential, or a token inside of one. */
async function inspectLayer(
  sighting: Sighting,
  ports: InspectPorts,
  budget: NestingBudget,
): Promise<Inspection> {
  const decoded = decodeCredential(sighting.credential);
  const directory = ports.directory ?? knownDirectory;
  const provider = findProvider(sighting.host, sighting.documentHost, directory.providers);
  const base = {
    provider: provider?.id ?? null,
    source: sighting.source,
    host: sighting.host,
    seenAtMs: sighting.seenAtMs,
  };
  if (decoded.kind !== 'jws') {
    const fingerprint = hashText(sighting.credential);
    return Object.freeze({ ...base, fingerprint, ...describeUninspected(decoded) });
  }
  const { issuer, key, clockErrorMs } = await identifyIssuer(
    decoded,
    provider,
    ports.keys,
    directory,
  );
  const checking = checkSignature(decoded, issuer, key);
  // While the browser checks the signature in another thread, this one does what needs no answer of it.
  const fingerprint = hashText(sighting.credential);
  const token = summarizeToken(decoded);
  // A token inside another was not used by itself, so it is no earlier sighting of anything.
  const memory = budget.depth === 0 ? ports.memory : undefined;
  const conclude = prepareJudgement(
    {
      token: decoded,
      host: sighting.host,
      documentHost: sighting.documentHost,
      context: sighting.context,
      provider,
      issuer,
      key,
      ...readClock(ports, clockErrorMs),
      policy: ports.policy ?? defaultPolicy,
      ...(await gatherBeside(decoded, sighting, budget, (inner, rest) =>
        inspectLayer(inner, ports, rest),
      )),
    },
    sighting,
    fingerprint,
    memory,
    expectedSignature(decoded, issuer, key),
  );
  const signature = await checking;
  const deniedSigner =
    signature.kind === 'verified' ? null : await findDeniedSigner(decoded, signature);
  // From here to the end nothing waits, so that of two tokens judged side by side the later one knows the other.
  const { facts, outcomes } = conclude(signature, deniedSigner);
  rememberFacts(facts, sighting, memory);
  return Object.freeze({
    ...base,
    fingerprint,
    verdict: foldVerdict(outcomes, rules),
    outcomes,
    notInspected: null,
    issuer: issuer.kind === 'known' ? issuer.issuer.id : null,
    token,
    key: summarizeKey(key),
  });
}

function readClock(
  { nowMs, clockIsGiven = false }: InspectPorts,
  clockErrorMs: number | null,
): Pick<Facts, 'nowSeconds' | 'clockIsKnown' | 'timeIsGiven'> {
  const correctionMs = clockIsGiven ? 0 : (clockErrorMs ?? 0);
  return {
    nowSeconds: (nowMs + correctionMs) / 1000,
    timeIsGiven: clockIsGiven,
    clockIsKnown: clockIsGiven || clockErrorMs !== null,
  };
}

async function checkSignature(
  token: UnverifiedToken,
  issuer: IssuerFacts,
  key: KeyFacts,
): Promise<SignatureFacts> {
  if (issuer.kind !== 'known') return { kind: 'not-checked', reason: 'issuer-unknown' };
  switch (key.kind) {
    case 'selected':
      return verifySignature(token, key.key, issuer.issuer);
    case 'ambiguous':
      return { kind: 'not-checked', reason: 'key-ambiguous' };
    case 'unavailable':
      return { kind: 'not-checked', reason: 'key-unavailable' };
    default:
      return { kind: 'not-checked', reason: 'no-key' };
  }
}

/** What a genuine token's signature turns out to be; null where it cannot be checked. */
function expectedSignature(
  { members }: UnverifiedToken,
  issuer: IssuerFacts,
  key: KeyFacts,
): SignatureFacts | null {
  if (issuer.kind !== 'known' || key.kind !== 'selected') return null;
  const isNonceForm = issuer.issuer.headerNonce && members.nonce !== null;
  return { kind: 'verified', form: isNonceForm ? 'header-nonce' : 'plain' };
}

function summarizeKey(key: KeyFacts): Inspection['key'] {
  if (key.kind !== 'selected') return null;
  const { kid, thumbprint, owner } = key.key;
  return Object.freeze({
    kid: kid === null ? null : redactText(kid),
    thumbprint,
    owner: owner === null ? null : redactText(owner),
    url: key.url,
  });
}
