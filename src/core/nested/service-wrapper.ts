import { readText } from '../token/claims.ts';
import type { UnverifiedToken } from '../token/token.ts';
import type { NestingFacts } from './inspect-nested.ts';

/** A principal of Exchange, SharePoint or their services, and its realm. */
const servicePrincipal = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}@[\w.-]{1,255}$/i;

/**
 * Whether a token is the unsigned one that Microsoft's servers put around the signed token of a service, to say for whom it acts
 * ([MS-XOAUTH] section 2.2, https://learn.microsoft.com/en-us/openspecs/exchange_server_protocols/ms-xoauth, read 2026-11-25): `none`
 * exactly, no signature, a service as issuer, and a readable actor's token inside that is not forged. Servers send it to each other;
 * in a browser it is unusual.
 */
export function isServiceWrapper(
  { members, segments, claims }: UnverifiedToken,
  { layers }: NestingFacts,
): boolean {
  if (members.alg !== 'none' || segments.signature !== '') return false;
  const actors = layers.filter(({ place }) => place === 'actortoken' || place === 'actort');
  if (actors.length === 0 || layers.some(({ verdict }) => verdict === 'danger')) return false;
  return servicePrincipal.test(readText(claims, 'iss') ?? '');
}
