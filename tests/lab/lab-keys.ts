import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { createLabKey, type LabKey } from './certificates.ts';
import { consumerTenant } from './names.ts';

/** A key that a token can be bound to (RFC 9449 section 6.1). */
export interface DeviceKey {
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
  /** RFC 7638. */
  readonly thumbprint: string;
}

/** Every key of the lab, each with its part in the play. */
export interface LabKeys {
  /** Signs for organisations; published from the beginning. */
  readonly enterprise: LabKey;
  /** Takes over in a rotation. */
  readonly enterpriseNext: LabKey;
  /** Published only while the key server is down, that is never seen. */
  readonly enterpriseUnseen: LabKey;
  /** Of the government cloud: stands in the common document too. */
  readonly government: LabKey;
  /** Of the cloud in China. */
  readonly china: LabKey;
  /** Of the separate clouds, each of which marks it in its document as the global cloud marks its keys. */
  readonly otherwiseMarked: LabKey;
  /** Signs for private accounts; the key that Storm-0558 had. */
  readonly consumer: LabKey;
  /** Signs Google's ID tokens. */
  readonly google: LabKey;
  /** Of the attacker's own making; published nowhere. */
  readonly attacker: LabKey;
  /** Of the person's own browser. */
  readonly device: DeviceKey;
}

export const enterpriseOwner = 'https://login.microsoftonline.com/{tenantid}/v2.0';
export const governmentOwner = 'https://login.microsoftonline.us/{tenantid}/v2.0';
export const chinaOwner = 'https://login.partner.microsoftonline.cn/{tenantid}/v2.0';
export const consumerOwner = `https://login.microsoftonline.com/${consumerTenant}/v2.0`;

export async function createLabKeys(): Promise<LabKeys> {
  const entra = 'accounts.accesscontrol.windows.net';
  const [keys, device] = await Promise.all([
    createEach({
      enterprise: entra,
      enterpriseNext: entra,
      enterpriseUnseen: entra,
      government: 'login.microsoftonline.us',
      china: 'login.partner.microsoftonline.cn',
      otherwiseMarked: entra,
      consumer: 'Live ID STS Signing Public Key',
      google: 'federated-signon.system.gserviceaccount.com',
      attacker: entra,
    }),
    createDeviceKey(),
  ]);
  return { ...keys, device };
}

/** A key for each name of a certificate. */
async function createEach<Name extends string>(
  names: Readonly<Record<Name, string>>,
): Promise<Readonly<Record<Name, LabKey>>> {
  const made = await Promise.all(
    Object.entries<string>(names).map(
      async ([part, commonName]) => [part, await createLabKey(commonName)] as const,
    ),
  );
  return Object.fromEntries(made) as Record<Name, LabKey>;
}

async function createDeviceKey(): Promise<DeviceKey> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const publicJwk = await exportJWK(publicKey);
  return {
    privateJwk: await exportJWK(privateKey),
    publicJwk,
    thumbprint: await calculateJwkThumbprint(publicJwk),
  };
}
