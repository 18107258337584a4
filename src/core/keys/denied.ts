import type { PublishedKey } from './key.ts';
import type { KeyName } from './key-name.ts';

/** A key that nobody may use any more, with what is known of its misuse. */
export interface DeniedKey {
  readonly key: PublishedKey;
  /** Seconds since the epoch from which any use is an alarm; earlier it signed genuine tokens. */
  readonly deniedFromSeconds: number;
  readonly story: string;
  readonly sourceUrl: string;
  /** Day on which the source was read, ISO 8601. */
  readonly read: string;
}

/**
 * Published stolen keys. The material is held, not only its name, so that a forgery is recognised by what made its
 * signature even after the issuer has withdrawn the key (a `kid` is text that its sender chose).
 */
export const deniedKeys: readonly DeniedKey[] = Object.freeze([
  {
    key: Object.freeze({
      // Public key of the certificate with SHA-1 d4b4cccda9228624656bff33d8110955779632aa, in Microsoft's consumer key set 2016 to 2023.
      jwk: Object.freeze({
        kty: 'RSA',
        n: '3sKcJSD4cHwTY5jYm5lNEzqk3wON1CaARO5EoWIQt5u-X-ZnW61CiRZpWpfhKwRYU153td5R8p-AJDWT-NcEJ0MHU3KiuIEPmbgJpS7qkyURuHRucDM2lO4L4XfIlvizQrlyJnJcd09uLErZEO9PcvKiDHoois2B4fGj7CsAe5UZgExJvACDlsQSku2JUyDmZUZP2_u_gCuqNJM5o0hW7FKRI3MFoYCsqSEmHnnumuJ2jF0RHDRWQpodhlAR6uKLoiWHqHO3aG7scxYMj5cMzkpe1Kq_Dm5yyHkMCSJ_JaRhwymFfV_SWkqd3n-WVZT0ADLEq0RNi9tqZ43noUnO_w',
        e: 'AQAB',
      }),
      kid: '1LTMzakihiRla_8z2BEJVXeWMqo',
      x5t: '1LTMzakihiRla_8z2BEJVXeWMqo',
      alg: null,
      owner: 'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0',
      // Of the published certificate: 2016-04-05T14:43:35Z to 2021-04-04T14:43:35Z.
      certificate: Object.freeze({
        notBeforeSeconds: 1_459_867_415,
        notAfterSeconds: 1_617_547_415,
        sha1: '1LTMzakihiRla_8z2BEJVXeWMqo',
        sha256: 'Q-oCF945Bmo2Fk4hZV6O17LvqmfkFVAzg3raJt9rtZ4',
      }),
      certifiesOther: false,
      cloudInstance: null,
      thumbprint: 'kP2ox0dPp3uuT6IhJARw5E8I9ZWku4tl9NRrgQ8W-LY',
    }),
    // 2023-05-15, first known misuse.
    deniedFromSeconds: 1_684_108_800,
    story:
      'The consumer signing key with which Storm-0558 forged enterprise Outlook sessions in 2023.',
    sourceUrl:
      'https://www.microsoft.com/en-us/security/blog/2023/07/14/analysis-of-storm-0558-techniques-for-unauthorized-email-access/',
    read: '2026-11-24',
  },
]);

/**
 * The denied key that this published key is: by its material (RFC 7638 thumbprint), or by the certificate that is published with
 * it. Its name alone says nothing, since anybody can choose one. Null: none.
 */
export function findDenied({ thumbprint, certificate }: PublishedKey): DeniedKey | null {
  for (const denied of deniedKeys) {
    const { key } = denied;
    if (key.thumbprint === thumbprint) return denied;
    if (certificate === null || key.certificate === null) continue;
    const isSame =
      certificate.sha256 === key.certificate.sha256 || certificate.sha1 === key.certificate.sha1;
    if (isSame) return denied;
  }
  return null;
}

/** The denied key that a token names, or null. That it was made with it is still to be shown. */
export function findDeniedByName({ kid, x5t }: KeyName): DeniedKey | null {
  const name = kid ?? x5t;
  return name === null ? null : (deniedKeys.find(({ key }) => key.kid === name) ?? null);
}
