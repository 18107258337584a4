import type { Entry, NotApplicable, SignatureVector } from './vector.ts';

/** The claims of most examples (RFC 7515 section 3.3): issuer joe, an expiry in 2011, and one claim of its own. */
const joe =
  'eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ';

const secret: Entry = {
  kty: 'oct',
  k: 'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow',
};
const rsa: Entry = {
  kty: 'RSA',
  n: 'ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ',
  e: 'AQAB',
};
const p256: Entry = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
};
const p521: Entry = {
  kty: 'EC',
  crv: 'P-521',
  x: 'AekpBQ8ST8a8VcfVOTNl353vSrDCLLJXmPk06wTjxrrjcBpXp5EOnYG_NjFZ6OvLFV1jSfS9tsz4qUxcWceqwQGk',
  y: 'ADSmRA43Z1DSNx_RvcLI87cdL07l6jQyyBXMoxVg_l2Th-x3S1WDhjDly79ajL4Kkd0AZMaZmh9ubmf63e3kyMj2',
};

const byRsa =
  'cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw';
const byP256 =
  'DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q';
const byP521 =
  'AdwMgeerwtHoh-l192l60hp9wAHZFVJbLfD_UxMi70cwnZOYaRI1bKPWROc-mZZqwqT2SI-KGDKB34XO0aw_7XdtAG8GaSwFKdCAPZgoXD2YBJZCPEX3xKpRwcdOO8KpEHwJjyqOgzDO7iKvU8vcnwNrmxYbSW9ERBXukOXolLzeO_Jn';

const es256Part = {
  protected: 'eyJhbGciOiJFUzI1NiJ9',
  header: { kid: 'e9bc097a-ce51-4036-9562-d2ade882db0d' },
  signature: byP256,
};
const rs256Part = {
  protected: 'eyJhbGciOiJSUzI1NiJ9',
  header: { kid: '2010-12-29' },
  signature: byRsa,
};

/** RFC 7515 appendix A, every example, and the negative one of appendix E. Written in segments, as no token may stand in a file. */
export const rfc7515: readonly SignatureVector[] = [
  vector({
    id: 'A.1 HMAC SHA-256',
    notApplicable: 'shared-secret',
    expected: 'valid',
    credential: [
      'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9',
      joe,
      'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
    ],
    key: secret,
  }),
  vector({
    id: 'A.2 RSASSA-PKCS1-v1_5 SHA-256',
    expected: 'valid',
    credential: ['eyJhbGciOiJSUzI1NiJ9', joe, byRsa],
    key: rsa,
  }),
  vector({
    id: 'A.3 ECDSA P-256 SHA-256',
    expected: 'valid',
    credential: ['eyJhbGciOiJFUzI1NiJ9', joe, byP256],
    key: p256,
  }),
  vector({
    id: 'A.4 ECDSA P-521 SHA-512',
    expected: 'valid',
    credential: ['eyJhbGciOiJFUzUxMiJ9', 'UGF5bG9hZA', byP521],
    key: p521,
  }),
  // Well-formed by its RFC, and nothing that may ever count as signed.
  vector({
    id: 'A.5 unsecured',
    expected: 'invalid',
    credential: ['eyJhbGciOiJub25lIn0', joe, ''],
    key: rsa,
  }),
  vector({
    id: 'A.6 general JSON serialization',
    notApplicable: 'json-serialization',
    expected: 'valid',
    credential: JSON.stringify({ payload: joe, signatures: [rs256Part, es256Part] }),
    key: rsa,
  }),
  vector({
    id: 'A.7 flattened JSON serialization',
    notApplicable: 'json-serialization',
    expected: 'valid',
    credential: JSON.stringify({ payload: joe, ...es256Part }),
    key: p256,
  }),
  vector({
    id: 'E unknown critical member',
    expected: 'invalid',
    credential: [
      'eyJhbGciOiJub25lIiwNCiAiY3JpdCI6WyJodHRwOi8vZXhhbXBsZS5jb20vVU5ERUZJTkVEIl0sDQogImh0dHA6Ly9leGFtcGxlLmNvbS9VTkRFRklORUQiOnRydWUNCn0',
      'RkFJTA',
      '',
    ],
    key: rsa,
  }),
];

interface Example {
  readonly id: string;
  readonly notApplicable?: NotApplicable;
  readonly expected: 'valid' | 'invalid';
  /** Segments, or a whole text. */
  readonly credential: readonly string[] | string;
  readonly key: Entry;
}

function vector({ id, notApplicable, expected, credential, key }: Example): SignatureVector {
  return {
    kind: 'signature',
    id,
    notApplicable: notApplicable ?? null,
    expected,
    credential: typeof credential === 'string' ? credential : credential.join('.'),
    keys: [key],
  };
}
