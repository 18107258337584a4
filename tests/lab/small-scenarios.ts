import { assertionFormForged } from './scenarios/assertion-form-forged.ts';
import { assertionFormGenuine } from './scenarios/assertion-form-genuine.ts';
import { assertionJsonForged } from './scenarios/assertion-json-forged.ts';
import { assertionJsonGenuine } from './scenarios/assertion-json-genuine.ts';
import { expiredRefused } from './scenarios/expired-refused.ts';
import { formPostAccessTokenForged } from './scenarios/form-post-access-token-forged.ts';
import { formPostAccessTokenGenuine } from './scenarios/form-post-access-token-genuine.ts';
import { issuerNotTrusted } from './scenarios/issuer-not-trusted.ts';
import { msauth2Forged } from './scenarios/msauth-2-forged.ts';
import { msauth2Genuine } from './scenarios/msauth-2-genuine.ts';
import { oktaStorageForged } from './scenarios/okta-storage-forged.ts';
import { oktaStorageGenuine } from './scenarios/okta-storage-genuine.ts';
import { queryForged } from './scenarios/query-forged.ts';
import { queryGenuine } from './scenarios/query-genuine.ts';
import type { Scenario } from './scenarios/scenario.ts';

/**
 * Scenarios that a run of all plays one after the other in one browser, which takes half as long. Genuine and forged ones take turns there,
 * so that none can pass by what is left of the one before it.
 */
export const smallScenarios: readonly Scenario[] = [
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
];
