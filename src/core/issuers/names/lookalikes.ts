import { decodeLabel } from './punycode.ts';

/**
 * Letters that look like a Latin one: for each the ones of Cyrillic, Greek, Armenian and phonetic script that Unicode's table of
 * confusables names (UTS 39 section 4, https://www.unicode.org/Public/security/latest/confusables.txt, read 2026-11-24), and digits
 * that stand for letters. Accents and styled letters are taken off before.
 */
const lookalikes: Readonly<Record<string, string>> = {
  a: 'аɑα',
  b: 'ьƅ',
  c: 'сϲᴄ',
  d: 'ԁɗ',
  e: 'еҽє',
  f: 'ք',
  g: 'ɡց',
  h: 'һհ',
  i: 'іιıɩ',
  j: 'јϳ',
  k: 'кκ',
  l: 'ӏǀ1|',
  m: 'мᴍ',
  n: 'ոηпɴ',
  o: 'оοօσᴏ0',
  p: 'рρ',
  q: 'ԛզ',
  r: 'гᴦ',
  s: 'ѕꜱ5',
  t: 'тτᴛ',
  u: 'υսʋ',
  v: 'νѵᴠ',
  w: 'ԝѡաω',
  x: 'хχ',
  y: 'уγүʏ',
  z: 'ᴢʐ',
};

const latinOf = new Map(
  Object.entries(lookalikes).flatMap(([latin, others]) =>
    [...others].map((letter) => [letter, latin] as const),
  ),
);

/** A host as it looks to a person: internationalised labels decoded, letters and pairs of letters that look alike made one. */
export function foldHost(host: string): string {
  const shown = host.split('.').map(decodeLabel).join('.');
  const plain = shown
    .normalize('NFKD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase();
  return (
    [...plain]
      .map((letter) => latinOf.get(letter) ?? letter)
      .join('')
      .replaceAll('rn', 'm')
      .replaceAll('vv', 'w')
      .replaceAll('cl', 'd')
      // A hyphen in the place of a dot makes one label of what was several.
      .replaceAll('-', '.')
  );
}

/** How many letters must be added, removed or exchanged (Levenshtein), given up past `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let previous = Array.from({ length: b.length + 1 }, (_value, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      current.push(
        Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost),
      );
    }
    if (Math.min(...current) > most) return most + 1;
    previous = current;
  }
  return previous[b.length] ?? most + 1;
}
