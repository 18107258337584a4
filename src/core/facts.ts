import type { Issuer, IssuerForm } from './issuers/issuer.ts';
import type { KeyConnection } from './keys/connection.ts';
import type { DeniedKey } from './keys/denied.ts';
import type { KeyLife } from './keys/history/life.ts';
import type { KeyProblem, PublishedKey } from './keys/key.ts';
import type { Disagreement } from './keys/witness/compare.ts';
import type { ShippedKey } from './keys/witness/shipped.ts';
import type { NestingFacts } from './nested/inspect-nested.ts';
import type { Policy } from './policy/index.ts';
import type { DeviceBindingFacts } from './proof/device-binding.ts';
import type { ProofFacts } from './proof/proof.ts';
import type { Provider } from './providers/provider.ts';
import type { EarlierSightings } from './session/memory.ts';
import type { SeenToken } from './session/seen-token.ts';
import type { UseContext } from './sighting.ts';
import type { CompanionFacts } from './token/companions.ts';
import type { UnverifiedToken } from './token/token.ts';

/** Who the token says made it (RFC 7519 section 4.1.1), compared with what is known. */
export type IssuerFacts =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly iss: string }
  | {
      readonly kind: 'known';
      readonly iss: string;
      readonly issuer: Issuer;
      readonly form: IssuerForm;
      /** Tenant named by `iss`, lower-case GUID; null where the form has none. */
      readonly tenant: string | null;
    };

/** Which published key the token names. None, one and several are different answers. */
export type KeyFacts =
  | { readonly kind: 'not-sought' }
  | {
      readonly kind: 'selected';
      readonly key: PublishedKey;
      /** Address of the document that lists it. */
      readonly url: string;
      /** Whether the document gave other material under this key id before. */
      readonly isSwapped: boolean;
      /** What the history of the document says of it; null: nothing is remembered. */
      readonly life: KeyLife | null;
      /** An owner that was stated for this very key before and that this issuer is not; null: none. */
      readonly formerOwner: string | null;
      /** What others say of it that cannot be true as well. */
      readonly disagreements: readonly Disagreement[];
      /** What the release's own copy of known keys says of it; null: it is not in there. */
      readonly shipped: ShippedKey | null;
      /** By which connection its document came; null: the browser did not tell. */
      readonly connection: KeyConnection | null;
      /** Who may use it: `this-issuer`, `other-issuer`, or `unstated` by every document that lists it. */
      readonly owner: 'this-issuer' | 'other-issuer' | 'unstated';
      /** The `issuer` member that decided `owner`; null when the document decided. */
      readonly ownerText: string | null;
    }
  /** One document lists several keys under this name. */
  | { readonly kind: 'ambiguous'; readonly candidates: number; readonly url: string }
  /** Not in the documents that are known, which do not hold all of this issuer's keys. */
  | { readonly kind: 'not-findable' }
  | {
      readonly kind: 'not-published';
      readonly urls: readonly string[];
      /** When a key of this name was last listed, milliseconds since the epoch by the servers' clock; null: never that is remembered. */
      readonly lastSeenMs: number | null;
    }
  | { readonly kind: 'unavailable'; readonly problem: KeyProblem };

export type SignatureFacts =
  | { readonly kind: 'verified'; readonly form: 'plain' | 'header-nonce' }
  | { readonly kind: 'failed' }
  | {
      readonly kind: 'not-checked';
      readonly reason:
        | 'no-key'
        | 'key-ambiguous'
        | 'key-unavailable'
        | 'key-unusable'
        | 'algorithm'
        | 'issuer-unknown';
    };

/** Everything known about one sighting. Frozen; rules see nothing else. */
export interface Facts {
  readonly token: UnverifiedToken;
  readonly host: string;
  readonly documentHost: string | null;
  /** How the credential was used. */
  readonly context: UseContext;
  /** What came in the same answer as an ID token, compared with it. */
  readonly companions: CompanionFacts;
  /** Tokens inside this one. */
  readonly nesting: NestingFacts;
  /** The proof of possession that came with it. */
  readonly proof: ProofFacts;
  /** Whether the session was shown to be bound to this device. */
  readonly deviceBinding: DeviceBindingFacts;
  readonly provider: Provider | null;
  readonly issuer: IssuerFacts;
  readonly key: KeyFacts;
  readonly signature: SignatureFacts;
  /** The denied key that made a signature which no published key explains; null: none did. */
  readonly deniedSigner: DeniedKey | null;
  /** Seconds since the epoch at which the token is judged, corrected by the servers' clock where it is known. */
  readonly nowSeconds: number;
  /** Whether `nowSeconds` was compared with a server's clock (or given by an analyst). */
  readonly clockIsKnown: boolean;
  /** Whether an analyst gave the time at which the token is judged; else it is in use now. */
  readonly timeIsGiven: boolean;
  /** What an organisation asks for; `defaultPolicy` asks for nothing. */
  readonly policy: Policy;
  /** This token as it will be remembered; null where nothing is. */
  readonly seen: SeenToken | null;
  /** What was seen before in the same webmail; nothing where nothing is remembered. */
  readonly earlier: EarlierSightings;
}
