/** RS256 over a text as it stands, base64url: for tokens whose segments no library would write. */
export async function signBytes(key: CryptoKey, text: string): Promise<string> {
  const bytes = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', key, new TextEncoder().encode(text));
  return Buffer.from(bytes).toString('base64url');
}
