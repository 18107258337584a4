import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Shortest part of a token that is looked for; a shorter one could stand there by chance. */
const minCharacters = 24;
/** A browser may keep text in pieces, so the beginnings of the parts are looked for, not whole parts. */
const pieceCharacters = 48;

/**
 * Files in which a token's text stands: the claims or the signature, as the browser keeps text (one or two bytes a
 * character). The header is left out: it says nothing that the issuer's key document does not.
 */
export const findTraces = (folder: string, tokens: readonly string[]): readonly string[] =>
  findPieces(folder, tokens.flatMap(piecesOf));

/** Files in which one of these texts stands whole. */
export const findTexts = (folder: string, texts: readonly string[]): readonly string[] =>
  findPieces(folder, texts.flatMap(inBytes));

function findPieces(folder: string, pieces: readonly Buffer[]): readonly string[] {
  return filesIn(folder).filter((path) => {
    const content = ifThere(() => readFileSync(path));
    return content !== null && pieces.some((piece) => content.includes(piece));
  });
}

/** A browser that runs removes files while they are looked at: null then. */
function ifThere<Value>(look: () => Value): Value | null {
  try {
    return look();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Whether a text holds a token's claims or signature. */
export function hasTrace(text: string, tokens: readonly string[]): boolean {
  const content = Buffer.from(text);
  return tokens.flatMap(piecesOf).some((piece) => content.includes(piece));
}

function piecesOf(token: string): Buffer[] {
  const [, payload = '', signature = ''] = token.split('.');
  // All payloads begin alike, so a piece from the middle tells them apart.
  const middle = Math.floor(payload.length / 2);
  return [payload.slice(middle, middle + pieceCharacters), signature.slice(0, pieceCharacters)]
    .filter((piece) => piece.length >= minCharacters)
    .flatMap(inBytes);
}

const inBytes = (text: string): Buffer[] => [
  Buffer.from(text, 'latin1'),
  Buffer.from(text, 'utf16le'),
];

function filesIn(folder: string): string[] {
  const entries = ifThere(() => readdirSync(folder, { withFileTypes: true })) ?? [];
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    // Sockets and links to locks are no files.
    const isFull = entry.isFile() && (ifThere(() => statSync(path).size) ?? 0) > 0;
    return isFull ? [path] : [];
  });
}
