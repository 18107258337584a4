import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { maxCertificateLength, readCertificate } from '../../../src/core/keys/certificate.ts';
import { makeCertificate } from '../../support/certificates.ts';

describe('certificates', () => {
  test.each([
    ['2016-04-05T14:43:35Z', '2021-04-04T14:43:35Z'],
    ['1999-12-31T23:59:59Z', '2000-02-29T00:00:00Z'],
    ['2024-02-29T12:00:00Z', '2049-12-31T23:59:59Z'],
    ['2026-01-01T00:00:00Z', '2100-03-01T00:00:00Z'],
  ])('valid from %s to %s', async (notBefore, notAfter) => {
    const { der } = await makeCertificate({ notBefore, notAfter, isElliptic: true });
    expect(await readCertificate(der.toString('base64'))).toEqual({
      notBeforeSeconds: Date.parse(notBefore) / 1000,
      notAfterSeconds: Date.parse(notAfter) / 1000,
      sha1: createHash('sha1').update(der).digest('base64url'),
      sha256: createHash('sha256').update(der).digest('base64url'),
    });
  });

  test.each([
    '',
    'AAAA',
    '****',
    'MIIC',
    '=',
    'A',
    'MIMA////',
    'M'.repeat(maxCertificateLength + 1),
  ])('what is none is none: %#', async (text) => {
    expect(await readCertificate(text)).toBeNull();
  });

  test('cut anywhere, it throws nothing', async () => {
    const { der } = await makeCertificate();
    for (let end = 0; end < der.length; end++) {
      const facts = await readCertificate(der.subarray(0, end).toString('base64'));
      expect(facts).toBeNull();
    }
  });
});
