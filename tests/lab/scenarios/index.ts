import { algorithmNone } from './algorithm-none.ts';
import { consumerKeyOnEnterpriseToken } from './consumer-key-on-enterprise-token.ts';
import { expired } from './expired.ts';
import { genuine } from './genuine.ts';
import { genuineConsumer } from './genuine-consumer.ts';
import { genuineKeyRotation } from './genuine-key-rotation.ts';
import { genuineKeyServerDown } from './genuine-key-server-down.ts';
import { headerNonce } from './header-nonce.ts';
import { issuerTenantMismatch } from './issuer-tenant-mismatch.ts';
import { keyNotPublished } from './key-not-published.ts';
import { payloadChanged } from './payload-changed.ts';
import type { Scenario } from './scenario.ts';

/** Every scenario, in the order of the menu. */
export const scenarios: readonly Scenario[] = [
  genuine,
  genuineConsumer,
  consumerKeyOnEnterpriseToken,
  keyNotPublished,
  payloadChanged,
  algorithmNone,
  issuerTenantMismatch,
  expired,
  genuineKeyRotation,
  genuineKeyServerDown,
  headerNonce,
];
