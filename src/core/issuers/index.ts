import { accessControlService } from './access-control-service.ts';
import { apple } from './apple.ts';
import { entra } from './entra.ts';
import { entraChina } from './entra-china.ts';
import { entraTrailingSlash } from './entra-trailing-slash.ts';
import { entraUsGovernment } from './entra-us-government.ts';
import { exchange } from './exchange.ts';
import { google } from './google.ts';
import type { Issuer } from './issuer.ts';
import { microsoftConsumer } from './microsoft-consumer.ts';
import { substrate } from './substrate.ts';
import { yahoo } from './yahoo.ts';
import { zoho } from './zoho.ts';

/** Every issuer that Countersign knows. An exact template comes before one with a placeholder only for reading's sake. */
export const issuers: readonly Issuer[] = Object.freeze([
  microsoftConsumer,
  entra,
  entraUsGovernment,
  entraChina,
  entraTrailingSlash,
  exchange,
  substrate,
  accessControlService,
  google,
  yahoo,
  apple,
  zoho,
]);
