import { smallScenarios } from '../small-scenarios.ts';
import { algorithmNone } from './algorithm-none.ts';
import { consumerKeyOnEnterpriseToken } from './consumer-key-on-enterprise-token.ts';
import { cookieForged } from './cookie-forged.ts';
import { cookieGenuine } from './cookie-genuine.ts';
import { cookiePartitionedForged } from './cookie-partitioned-forged.ts';
import { cookiePartitionedGenuine } from './cookie-partitioned-genuine.ts';
import { dedicatedWorkerForged } from './dedicated-worker-forged.ts';
import { dedicatedWorkerGenuine } from './dedicated-worker-genuine.ts';
import { dpopGenuine } from './dpop-genuine.ts';
import { dpopOtherKey } from './dpop-other-key.ts';
import { dpopOtherRequest } from './dpop-other-request.ts';
import { expired } from './expired.ts';
import { formPostForged } from './form-post-forged.ts';
import { formPostGenuine } from './form-post-genuine.ts';
import { frameForged } from './frame-forged.ts';
import { frameGenuine } from './frame-genuine.ts';
import { frameStorageForged } from './frame-storage-forged.ts';
import { frameStorageGenuine } from './frame-storage-genuine.ts';
import { genuine } from './genuine.ts';
import { genuineConsumer } from './genuine-consumer.ts';
import { genuineKeyRotation } from './genuine-key-rotation.ts';
import { genuineKeyServerDown } from './genuine-key-server-down.ts';
import { headerNonce } from './header-nonce.ts';
import { issuerTenantMismatch } from './issuer-tenant-mismatch.ts';
import { keyNotPublished } from './key-not-published.ts';
import { msalPopupLocalForged } from './msal-popup-local-forged.ts';
import { msalPopupLocalGenuine } from './msal-popup-local-genuine.ts';
import { msalPopupSessionForged } from './msal-popup-session-forged.ts';
import { msalPopupSessionGenuine } from './msal-popup-session-genuine.ts';
import { oidcClientPopupForged } from './oidc-client-popup-forged.ts';
import { oidcClientPopupGenuine } from './oidc-client-popup-genuine.ts';
import { oidcClientSessionForged } from './oidc-client-session-forged.ts';
import { oidcClientSessionGenuine } from './oidc-client-session-genuine.ts';
import { opaqueGmail } from './opaque-gmail.ts';
import { opaqueIdTokenForged } from './opaque-id-token-forged.ts';
import { opaqueIdTokenGenuine } from './opaque-id-token-genuine.ts';
import { payloadChanged } from './payload-changed.ts';
import type { Scenario } from './scenario.ts';
import { serviceWorkerForged } from './service-worker-forged.ts';
import { serviceWorkerGenuine } from './service-worker-genuine.ts';

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
  dedicatedWorkerGenuine,
  dedicatedWorkerForged,
  serviceWorkerGenuine,
  serviceWorkerForged,
  frameGenuine,
  frameForged,
  dpopGenuine,
  dpopOtherRequest,
  dpopOtherKey,
  formPostGenuine,
  formPostForged,
  cookieGenuine,
  cookieForged,
  cookiePartitionedGenuine,
  cookiePartitionedForged,
  frameStorageGenuine,
  frameStorageForged,
  msalPopupLocalGenuine,
  msalPopupLocalForged,
  msalPopupSessionGenuine,
  msalPopupSessionForged,
  oidcClientSessionGenuine,
  oidcClientSessionForged,
  oidcClientPopupGenuine,
  oidcClientPopupForged,
  opaqueGmail,
  opaqueIdTokenGenuine,
  opaqueIdTokenForged,
  ...smallScenarios,
];
