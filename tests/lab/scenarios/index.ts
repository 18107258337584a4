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
import { eventStreamForged } from './event-stream-forged.ts';
import { eventStreamGenuine } from './event-stream-genuine.ts';
import { expired } from './expired.ts';
import { formPostForged } from './form-post-forged.ts';
import { formPostGenuine } from './form-post-genuine.ts';
import { fragmentForged } from './fragment-forged.ts';
import { fragmentGenuine } from './fragment-genuine.ts';
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
import { localStorageForged } from './local-storage-forged.ts';
import { localStorageGenuine } from './local-storage-genuine.ts';
import { msalPopupLocalForged } from './msal-popup-local-forged.ts';
import { msalPopupLocalGenuine } from './msal-popup-local-genuine.ts';
import { msalPopupSessionForged } from './msal-popup-session-forged.ts';
import { msalPopupSessionGenuine } from './msal-popup-session-genuine.ts';
import { msauthForged } from './msauth-forged.ts';
import { msauthGenuine } from './msauth-genuine.ts';
import { oidcClientPopupForged } from './oidc-client-popup-forged.ts';
import { oidcClientPopupGenuine } from './oidc-client-popup-genuine.ts';
import { oidcClientSessionForged } from './oidc-client-session-forged.ts';
import { oidcClientSessionGenuine } from './oidc-client-session-genuine.ts';
import { opaqueAolMail } from './opaque-aol-mail.ts';
import { opaqueFastmail } from './opaque-fastmail.ts';
import { opaqueGmail } from './opaque-gmail.ts';
import { opaqueGmx } from './opaque-gmx.ts';
import { opaqueIcloudMail } from './opaque-icloud-mail.ts';
import { opaqueIdTokenForged } from './opaque-id-token-forged.ts';
import { opaqueIdTokenGenuine } from './opaque-id-token-genuine.ts';
import { opaqueMailCom } from './opaque-mail-com.ts';
import { opaqueMailRu } from './opaque-mail-ru.ts';
import { opaqueProtonMail } from './opaque-proton-mail.ts';
import { opaqueWebDe } from './opaque-web-de.ts';
import { opaqueYahooMail } from './opaque-yahoo-mail.ts';
import { opaqueYandexMail } from './opaque-yandex-mail.ts';
import { opaqueZohoMail } from './opaque-zoho-mail.ts';
import { payloadChanged } from './payload-changed.ts';
import { responseHeaderForged } from './response-header-forged.ts';
import { responseHeaderGenuine } from './response-header-genuine.ts';
import type { Scenario } from './scenario.ts';
import { serviceWorkerForged } from './service-worker-forged.ts';
import { serviceWorkerGenuine } from './service-worker-genuine.ts';
import { sessionStorageForged } from './session-storage-forged.ts';
import { sessionStorageGenuine } from './session-storage-genuine.ts';
import { webSocketForged } from './web-socket-forged.ts';
import { webSocketGenuine } from './web-socket-genuine.ts';

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
  msauthGenuine,
  msauthForged,
  dpopGenuine,
  dpopOtherRequest,
  dpopOtherKey,
  formPostGenuine,
  formPostForged,
  fragmentGenuine,
  fragmentForged,
  webSocketGenuine,
  webSocketForged,
  eventStreamGenuine,
  eventStreamForged,
  responseHeaderGenuine,
  responseHeaderForged,
  cookieGenuine,
  cookieForged,
  cookiePartitionedGenuine,
  cookiePartitionedForged,
  localStorageGenuine,
  localStorageForged,
  sessionStorageGenuine,
  sessionStorageForged,
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
  opaqueFastmail,
  opaqueProtonMail,
  opaqueYahooMail,
  opaqueAolMail,
  opaqueIcloudMail,
  opaqueZohoMail,
  opaqueGmx,
  opaqueWebDe,
  opaqueMailCom,
  opaqueYandexMail,
  opaqueMailRu,
  opaqueIdTokenGenuine,
  opaqueIdTokenForged,
  ...smallScenarios,
];
