import { createLabKey, type LabKey } from './certificates.ts';
import { consumerTenant } from './names.ts';

/** Every key of the lab, each with its part in the play. */
export interface LabKeys {
  /** Signs for organisations; published from the beginning. */
  readonly enterprise: LabKey;
  /** Takes over in a rotation. */
  readonly enterpriseNext: LabKey;
  /** Published only while the key server is down, that is never seen. */
  readonly enterpriseUnseen: LabKey;
  /** Of the government cloud: stands in the common document and signs nothing here. */
  readonly government: LabKey;
  /** Signs for private accounts; the key that Storm-0558 had. */
  readonly consumer: LabKey;
  /** Of the attacker's own making; published nowhere. */
  readonly attacker: LabKey;
}

export const enterpriseOwner = 'https://login.microsoftonline.com/{tenantid}/v2.0';
export const consumerOwner = `https://login.microsoftonline.com/${consumerTenant}/v2.0`;

export async function createLabKeys(): Promise<LabKeys> {
  const [enterprise, enterpriseNext, enterpriseUnseen, government, consumer, attacker] =
    await Promise.all([
      createLabKey('accounts.accesscontrol.windows.net'),
      createLabKey('accounts.accesscontrol.windows.net'),
      createLabKey('accounts.accesscontrol.windows.net'),
      createLabKey('login.microsoftonline.us'),
      createLabKey('Live ID STS Signing Public Key'),
      createLabKey('accounts.accesscontrol.windows.net'),
    ]);
  return { enterprise, enterpriseNext, enterpriseUnseen, government, consumer, attacker };
}
