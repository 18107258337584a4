const encode = (text: string): string =>
  btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

const random = (length: number): string =>
  encode(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(length))));

/** A token in the form of Entra's with everything in it made up: issuer, account, key, signature. */
export function makeToken(): string {
  const nowSeconds = Math.floor(Date.now() / 1000);
  const tenant = crypto.randomUUID();
  const header = { typ: 'JWT', alg: 'RS256', kid: random(20), x5t: random(20) };
  const payload = {
    aud: 'https://outlook.office.com',
    iss: `https://sts.windows.net/${tenant}/`,
    iat: nowSeconds,
    nbf: nowSeconds,
    exp: nowSeconds + 4_500,
    oid: crypto.randomUUID(),
    tid: tenant,
    upn: `${random(6)}@made-up.example`,
    uti: random(16),
    ver: '1.0',
  };
  return `${encode(JSON.stringify(header))}.${encode(JSON.stringify(payload))}.${random(256)}`;
}

/** The same with a payload of so many characters. */
export function makeLongToken(characters: number): string {
  const [header, payload, signature] = makeToken().split('.');
  return `${header}.${payload}${'A'.repeat(characters)}.${signature}`;
}
