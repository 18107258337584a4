import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Entry, NotApplicable, SignatureVector, Vector } from './vector.ts';

const entry = v.record(v.string(), v.unknown());
const output = v.object({ compact: v.optional(v.string()), json: v.optional(entry) });
const oneSignature = v.object({ input: v.object({ key: entry, alg: v.string() }), output });
const severalSignatures = v.object({
  input: v.object({ key: v.array(entry) }),
  signing: v.array(
    v.object({ protected_b64u: v.optional(v.string()), 'sig-input': v.string(), sig: v.string() }),
  ),
});
const encrypted = v.object({ output });
const nested = v.object({ sign: oneSignature, encrypt: encrypted });

/**
 * Reads every file of the RFC 7520 cookbook, with those of RFC 7797 and RFC 8037 beside it. Throws for a file of a kind
 * that is not known, so that a new one cannot go unread.
 */
export function readRfc7520(folder: string): readonly Vector[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const content: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      return readFile(file.replace(/\.json$/, ''), content);
    });
}

function readFile(id: string, content: unknown): readonly Vector[] {
  if (id.startsWith('jwk_3')) return [readKey(id, v.parse(entry, content))];
  if (id.startsWith('jws_4_8')) return readSeveral(id, v.parse(severalSignatures, content));
  if (id.startsWith('jws_4') || id.startsWith('rfc7797') || id === 'curve25519_jws') {
    return [readSignature(id, v.parse(oneSignature, content))];
  }
  if (id.startsWith('6.nesting')) {
    const { sign, encrypt } = v.parse(nested, content);
    return [readSignature(`${id} sign`, sign), readEncrypted(`${id} encrypt`, encrypt)];
  }
  if (id.startsWith('jwe_5') || id === 'curve25519_ecdh-es') {
    return [readEncrypted(id, v.parse(encrypted, content))];
  }
  throw new Error(`nobody reads the vector file ${id}`);
}

function readKey(id: string, key: Entry): Vector {
  const expected = key['kty'] === 'oct' ? 'skipped' : 'listed';
  return { kind: 'key', id, notApplicable: null, expected, entry: key };
}

function readSignature(id: string, file: v.InferOutput<typeof oneSignature>): SignatureVector {
  const { key, alg } = file.input;
  // Section 4.5 is sealed with a shared secret too; that its payload is elsewhere would keep it out with any key.
  const isDetached = id.startsWith('jws_4_5');
  const other: NotApplicable | null = alg.startsWith('HS') ? 'shared-secret' : null;
  return valid(id, isDetached ? 'detached' : other, textOf(file.output), [key]);
}

/** Section 4.8: each signature that has a protected header is a compact token of its own. */
function readSeveral(id: string, file: v.InferOutput<typeof severalSignatures>): Vector[] {
  return file.signing.map((made, index) => {
    const key = file.input.key[index] ?? {};
    const other: NotApplicable | null = key['kty'] === 'oct' ? 'shared-secret' : null;
    const reason = made.protected_b64u === undefined ? 'no-protected-header' : other;
    return valid(`${id} ${index + 1}`, reason, `${made['sig-input']}.${made.sig}`, [key]);
  });
}

function readEncrypted(id: string, file: v.InferOutput<typeof encrypted>): SignatureVector {
  return valid(id, 'encrypted', textOf(file.output), []);
}

const textOf = ({ compact, json }: v.InferOutput<typeof output>): string =>
  compact ?? JSON.stringify(json ?? {});

function valid(
  id: string,
  notApplicable: NotApplicable | null,
  credential: string,
  keys: readonly Entry[],
): SignatureVector {
  return { kind: 'signature', id, notApplicable, expected: 'valid', credential, keys };
}
