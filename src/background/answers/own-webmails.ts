import type { RequestOf } from '../../protocol/messages.ts';
import type { HostAccess, IssuerTest } from '../../protocol/own-webmails-schema.ts';

/** Helps with adding issuers and webmails: judges an issuer, and tells which hosts may be looked at. */
export const answerOwnWebmails = (parts: {
  readonly testIssuer: (asked: RequestOf<'test-issuer'>) => Promise<IssuerTest>;
  readonly readSiteAccess: (host: string) => Promise<HostAccess['access']>;
}) => ({
  'test-issuer': parts.testIssuer,
  'site-access': ({ hosts }: RequestOf<'site-access'>): Promise<readonly HostAccess[]> =>
    Promise.all(
      hosts.map(async (host) => ({
        host,
        // A text that the browser takes for no host is none that may be looked at.
        access: await parts.readSiteAccess(host).catch(() => 'not-permitted' as const),
      })),
    ),
});
