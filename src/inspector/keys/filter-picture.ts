import { type KeyLine, type KeyPicture, signWeight } from './key-line.ts';

/** Which keys are shown. */
export interface KeyFilter {
  /** Part of a name, thumbprint, owner or address; empty: all. */
  readonly query: string;
  /** Only keys of which something unusual is told, or with which a token was seen. */
  readonly isTellingOnly: boolean;
}

/** Whether something of a key is more than what every rotation makes. */
export const isUnusual = ({ signs }: KeyLine): boolean =>
  signs.some(({ kind }) => signWeight[kind] !== 'plain');

/** The picture with the keys that fit, and without documents of which none does. */
export function filterPicture(picture: KeyPicture, filter: KeyFilter): KeyPicture {
  const wanted = filter.query.trim().toLowerCase();
  const fits = (line: KeyLine, url: string): boolean =>
    (!filter.isTellingOnly || isUnusual(line) || line.uses.length > 0) &&
    (wanted === '' ||
      [line.kid, line.thumbprint, line.owner ?? '', line.ownerName ?? '', url]
        .concat(line.earlier.map(({ thumbprint }) => thumbprint))
        .some((part) => part.toLowerCase().includes(wanted)));
  return {
    ...picture,
    groups: picture.groups
      .map((group) => ({ ...group, lines: group.lines.filter((line) => fits(line, group.url)) }))
      .filter(({ lines }) => lines.length > 0),
  };
}
