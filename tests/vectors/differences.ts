/** Vectors of which the core says something else than their source, each with why. Everything else must agree. */
export interface Difference {
  readonly source: string;
  /** The first two words of each id: the file and the number. */
  readonly ids: readonly string[];
  /** What the core answers instead, as `refusalOf` says it. */
  readonly answer: string | null;
  readonly why: string;
}

export const differences: readonly Difference[] = [
  {
    source: 'Wycheproof signature',
    ids: ['signature 346', 'signature 347', 'signature 350', 'signature 351'],
    answer: 'rule:alg-key-mismatch',
    why: 'the signature verifies; the key states another algorithm than the token, which RFC 7520 does not have there',
  },
];

/** Vectors whose signature does fit, as published, so that only a rule of the core keeps them from being accepted. */
export const refusedByRuleAlone: readonly Omit<Difference, 'answer'>[] = [
  {
    source: 'Wycheproof signature',
    ids: ['signature 332', 'signature 334', 'signature 336', 'signature 338', 'signature 340'],
    why: 'alg-key-mismatch',
  },
  { source: 'Wycheproof key', ids: ['key 19', 'key 20'], why: 'alg-key-mismatch' },
  { source: 'Wycheproof key', ids: ['key 7', 'key 8', 'key 9'], why: 'key-weak' },
  { source: 'Wycheproof crypto', ids: ['crypto 46'], why: 'key-weak' },
];

/** The rule that alone refuses a vector, if that is listed. */
export function loneRuleOf(source: string, id: string): string | undefined {
  return find(refusedByRuleAlone, source, id)?.why;
}

/** The difference that is listed for a vector, if any. */
export function differenceOf(source: string, id: string): Difference | undefined {
  return find(differences, source, id);
}

type Listed = Pick<Difference, 'source' | 'ids'>;

/** Ids are listed by their first two words: the file and the number. */
function find<L extends Listed>(list: readonly L[], source: string, id: string): L | undefined {
  const name = id.split(' ').slice(0, 2).join(' ');
  return list.find((listed) => listed.source === source && listed.ids.includes(name));
}
