import { randomBytes } from 'node:crypto';
import type { IssuerForm } from '../../src/core/issuers/issuer.ts';
import { enterpriseTenant } from '../lab/names.ts';
import type { Lab, Signer } from '../lab/server.ts';
import {
  type CloudWebmail,
  claimsOf,
  type Promised,
  promisedOf,
} from '../support/cloud-webmails.ts';

/** Tokens of one webmail, each a new one, in one of the forms that its issuer's name has. */
export interface CloudTokens {
  readonly forms: readonly { readonly form: IssuerForm; readonly promised: Promised }[];
  genuine(form: IssuerForm): Promise<string>;
  /** Signed by its cloud with a key that its cloud's document marks in another way. */
  otherMark(form: IssuerForm): Promise<string>;
  /** Somebody else's account under a genuine signature. */
  changed(form: IssuerForm): Promise<string>;
  /** Signed with the key of private accounts; of a private account, with that of organisations. */
  foreignKey(form: IssuerForm): Promise<string>;
}

const signers: Readonly<Record<string, { readonly own: Signer; readonly foreign: Signer }>> = {
  entra: { own: 'enterprise', foreign: 'consumer' },
  'microsoft-consumer': { own: 'consumer', foreign: 'enterprise' },
  'entra-us-government': { own: 'government', foreign: 'consumer' },
  'entra-china': { own: 'china', foreign: 'consumer' },
};

const kinds = ['genuine', 'forged', 'marked', 'foreign'] as const;

export function createCloudTokens(lab: Lab, webmail: CloudWebmail): CloudTokens {
  const { provider, issuer } = webmail;
  const signer = signers[issuer.id];
  if (signer === undefined) throw new Error(`the lab has no key of ${issuer.id}`);
  const digits = Buffer.from(provider.id.padStart(16, '-')).toString('hex').slice(-12);
  /** Each kind of session has an account of its own, what is rare one for each form, so that what is said of one is not said of another. */
  const claims = (form: IssuerForm, kind: (typeof kinds)[number]) => {
    const isRare = kind === 'marked' || kind === 'foreign';
    const account = kinds.indexOf(kind) + (isRare ? kinds.length * issuer.forms.indexOf(form) : 0);
    return claimsOf(webmail, form, {
      tenant: enterpriseTenant,
      object: `${String(account).repeat(8)}-4e5f-4a6b-8c7d-${digits}`,
      address: `account${account}@${provider.id}.example`,
      tokenId: randomBytes(16).toString('base64url'),
      issuedAt: Math.floor(Date.now() / 1000),
    });
  };
  return {
    forms: issuer.forms.map((form) => ({ form, promised: promisedOf(webmail, form) })),
    genuine: (form) => lab.sign(signer.own, claims(form, 'genuine')),
    otherMark: (form) => lab.sign('otherwiseMarked', claims(form, 'marked')),
    changed: (form) => lab.sign(signer.own, claims(form, 'genuine'), claims(form, 'forged')),
    foreignKey: (form) => lab.sign(signer.foreign, claims(form, 'foreign')),
  };
}
