import { entra } from './entra.ts';
import type { Issuer } from './issuer.ts';
import { microsoftConsumer } from './microsoft-consumer.ts';

/** Every issuer that Countersign knows. An exact template comes before one with a placeholder only for reading's sake. */
export const issuers: readonly Issuer[] = Object.freeze([microsoftConsumer, entra]);
