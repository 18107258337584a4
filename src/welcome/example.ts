import {
  buildDirectory,
  type Configuration,
  type Inspection,
  inspect,
  type KeyDocument,
  type KeyPort,
  keySourceOf,
  noContext,
  parseKeyDocument,
} from '../core/index.ts';

/**
 * A webmail and an issuer that are nobody's: their names end in `.example`, which no registry gives out (RFC 2606 section 2). Their keys
 * are made on the spot, used for two tokens, and forgotten.
 */
const issuer = 'https://sign-in.example/realms/example';
const host = 'mail.example';
const audience = 'example-webmail';
const account = 'ada@mail.example';
const keyId = 'example-key';

export const exampleWebmail = 'Example Mail';

const configuration: Configuration = {
  issuers: [{ issuer, shape: 'keycloak', name: 'Example sign-in', audiences: [audience] }],
  webmails: [{ host, name: exampleWebmail, issuers: [issuer], audiences: [audience] }],
};

export interface Example {
  /** Signed by the issuer's own key. */
  readonly genuine: Inspection;
  /** The same words under the same name of the key, signed by somebody else. */
  readonly forged: Inspection;
}

/** Makes a genuine and a forged session token and has both judged, by what judges real ones. Asks nobody and stores nothing. */
export async function judgeExample(nowMs: number): Promise<Example> {
  const [own, stranger] = await Promise.all([createKeyPair(), createKeyPair()]);
  const jwk = await crypto.subtle.exportKey('jwk', own.publicKey);
  const [source] = configuration.issuers.map(keySourceOf);
  const url = source?.url ?? issuer;
  const published = await parseKeyDocument(url, {
    keys: [{ ...jwk, kid: keyId, use: 'sig', alg: 'RS256' }],
  });
  if (!published.ok) throw new Error('example-without-keys');
  const { directory } = buildDirectory(configuration);
  const keys = createKeyPort(published.value, nowMs);
  const judge = async (key: CryptoKey): Promise<Inspection> =>
    inspect(
      {
        credential: await signToken(key, nowMs),
        source: 'request-header',
        seenAtMs: nowMs,
        host,
        documentHost: host,
        tabIds: [],
        isPrivate: false,
        context: { ...noContext, presentedAs: 'id-token', method: 'GET' },
      },
      { keys, nowMs, clockIsGiven: true, directory },
    );
  return { genuine: await judge(own.privateKey), forged: await judge(stranger.privateKey) };
}

/** The published keys, as if they had just been fetched. */
const createKeyPort = (document: KeyDocument, nowMs: number): KeyPort => ({
  read: async (urls) => ({
    readings: urls.map((url) =>
      url === document.url
        ? { url, document, confirmedAtMs: nowMs, freshness: 'fresh', problem: null }
        : { url, document: null, confirmedAtMs: null, freshness: 'none', problem: 'offline' },
    ),
    clockErrorMs: 0,
  }),
});

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

const createKeyPair = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);

/** An ID token (OpenID Connect Core 1.0 section 2) in compact form (RFC 7515 section 3.1). */
async function signToken(key: CryptoKey, nowMs: number): Promise<string> {
  const now = Math.floor(nowMs / 1000);
  const header = { alg: 'RS256', typ: 'JWT', kid: keyId };
  const claims = {
    iss: issuer,
    aud: audience,
    sub: 'ada',
    email: account,
    preferred_username: account,
    iat: now - 60,
    exp: now + 3_600,
  };
  const signed = `${encode(JSON.stringify(header))}.${encode(JSON.stringify(claims))}`;
  const signature = await crypto.subtle.sign(algorithm.name, key, bytesOf(signed));
  return `${signed}.${encodeBytes(new Uint8Array(signature))}`;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const encode = (text: string): string => encodeBytes(bytesOf(text));

/** RFC 4648 section 5, without padding. */
function encodeBytes(bytes: Uint8Array): string {
  const letters = btoa(String.fromCharCode(...bytes));
  return letters.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
