/** Nothing that is printed has this many characters in a row in common with a credential of the input. */
export const sharedCharacters = 16;
/** Every run of `sharedCharacters` holds a piece of this length that begins at a multiple of it. */
const pieceLength = sharedCharacters / 2;
/** Most pieces that are remembered: those of about two thousand tokens. Then it begins anew, with the token at hand. */
export const maxPieces = 400_000;

/** Letters that occur in tokens of any kind. */
const run = new RegExp(`[\\w+/=~-]{${sharedCharacters},}`, 'g');

/** Keeps tokens out of what is printed, even if a claim, a key id or a host name repeats a part of one. */
export interface TokenGuard {
  readonly remember: (credential: string) => void;
  /** Takes out every run of letters that has `sharedCharacters` in common with what is remembered. */
  readonly clean: (text: string) => string;
}

export function createTokenGuard(): TokenGuard {
  const pieces = new Set<string>();
  /** So that a token that is sent with every request is cut up once. */
  const known = new Set<string>();
  return {
    remember(credential) {
      if (credential.length < sharedCharacters || known.has(credential)) return;
      if (pieces.size + credential.length / pieceLength > maxPieces) {
        pieces.clear();
        known.clear();
      }
      known.add(credential);
      for (let at = 0; at + pieceLength <= credential.length; at += pieceLength) {
        pieces.add(credential.slice(at, at + pieceLength));
      }
    },
    clean: (text) => text.replace(run, (found) => (holdsPiece(found) ? '[removed]' : found)),
  };

  function holdsPiece(text: string): boolean {
    for (let at = 0; at + pieceLength <= text.length; at++) {
      if (pieces.has(text.slice(at, at + pieceLength))) return true;
    }
    return false;
  }
}
