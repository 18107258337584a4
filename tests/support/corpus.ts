import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folder with genuine recorded tokens and key documents; tests that need it say so when the variable is not set. */
export const corpusPath: string | null = process.env['COUNTERSIGN_CORPUS'] || null;

export const corpusAbsent =
  'COUNTERSIGN_CORPUS is not set: the tests over recorded genuine tokens did not run';

export interface CorpusToken {
  readonly id: string;
  readonly kind: string;
  readonly token: string;
  readonly jwk: Record<string, unknown> | null;
  readonly signature_valid: boolean | null;
  readonly token_type: string;
  readonly iss: string | null;
  readonly iat: number | null;
  readonly exp: number | null;
}

export interface CorpusDocument {
  readonly file: string;
  readonly jwks: { readonly keys: readonly Record<string, unknown>[] };
}

export function readCorpusTokens(folder: string): readonly CorpusToken[] {
  return readFileSync(join(folder, 'tokens.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): CorpusToken => JSON.parse(line));
}

export function readCorpusDocuments(folder: string): readonly CorpusDocument[] {
  const documents = join(folder, 'key-documents');
  return readdirSync(documents)
    .map((file): CorpusDocument => {
      const content: CorpusDocument = JSON.parse(readFileSync(join(documents, file), 'utf8'));
      return { file, jwks: content.jwks };
    })
    .filter((document) => Array.isArray(document.jwks.keys));
}
