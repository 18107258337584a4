import { assertionFormForged } from './scenarios/assertion-form-forged.ts';
import { assertionFormGenuine } from './scenarios/assertion-form-genuine.ts';
import { assertionJsonForged } from './scenarios/assertion-json-forged.ts';
import { assertionJsonGenuine } from './scenarios/assertion-json-genuine.ts';
import { eventStreamForged } from './scenarios/event-stream-forged.ts';
import { eventStreamGenuine } from './scenarios/event-stream-genuine.ts';
import { expiredRefused } from './scenarios/expired-refused.ts';
import { formPostAccessTokenForged } from './scenarios/form-post-access-token-forged.ts';
import { formPostAccessTokenGenuine } from './scenarios/form-post-access-token-genuine.ts';
import { fragmentForged } from './scenarios/fragment-forged.ts';
import { fragmentGenuine } from './scenarios/fragment-genuine.ts';
import { issuerNotTrusted } from './scenarios/issuer-not-trusted.ts';
import { localStorageForged } from './scenarios/local-storage-forged.ts';
import { localStorageGenuine } from './scenarios/local-storage-genuine.ts';
import { msauth2Forged } from './scenarios/msauth-2-forged.ts';
import { msauth2Genuine } from './scenarios/msauth-2-genuine.ts';
import { msauthForged } from './scenarios/msauth-forged.ts';
import { msauthGenuine } from './scenarios/msauth-genuine.ts';
import { oktaStorageForged } from './scenarios/okta-storage-forged.ts';
import { oktaStorageGenuine } from './scenarios/okta-storage-genuine.ts';
import { opaqueAolMail } from './scenarios/opaque-aol-mail.ts';
import { opaqueFastmail } from './scenarios/opaque-fastmail.ts';
import { opaqueGmx } from './scenarios/opaque-gmx.ts';
import { opaqueIcloudMail } from './scenarios/opaque-icloud-mail.ts';
import { opaqueMailCom } from './scenarios/opaque-mail-com.ts';
import { opaqueMailRu } from './scenarios/opaque-mail-ru.ts';
import { opaqueProtonMail } from './scenarios/opaque-proton-mail.ts';
import { opaqueWebDe } from './scenarios/opaque-web-de.ts';
import { opaqueYahooMail } from './scenarios/opaque-yahoo-mail.ts';
import { opaqueYandexMail } from './scenarios/opaque-yandex-mail.ts';
import { opaqueZohoMail } from './scenarios/opaque-zoho-mail.ts';
import { queryForged } from './scenarios/query-forged.ts';
import { queryGenuine } from './scenarios/query-genuine.ts';
import { responseHeaderForged } from './scenarios/response-header-forged.ts';
import { responseHeaderGenuine } from './scenarios/response-header-genuine.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { sessionStorageForged } from './scenarios/session-storage-forged.ts';
import { sessionStorageGenuine } from './scenarios/session-storage-genuine.ts';
import { webSocketForged } from './scenarios/web-socket-forged.ts';
import { webSocketGenuine } from './scenarios/web-socket-genuine.ts';

/**
 * Scenarios that a run of all plays one after the other in one browser, which takes half as long. Genuine and forged ones take turns there,
 * so that none can pass by what is left of the one before it; each opaque webmail has a host of its own.
 */
export const smallScenarios: readonly Scenario[] = [
  msauthGenuine,
  msauthForged,
  fragmentGenuine,
  fragmentForged,
  webSocketGenuine,
  webSocketForged,
  eventStreamGenuine,
  eventStreamForged,
  responseHeaderGenuine,
  responseHeaderForged,
  localStorageGenuine,
  localStorageForged,
  sessionStorageGenuine,
  sessionStorageForged,
  msauth2Genuine,
  msauth2Forged,
  assertionFormGenuine,
  assertionFormForged,
  assertionJsonGenuine,
  assertionJsonForged,
  queryGenuine,
  queryForged,
  formPostAccessTokenGenuine,
  formPostAccessTokenForged,
  oktaStorageGenuine,
  oktaStorageForged,
  expiredRefused,
  issuerNotTrusted,
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
];
