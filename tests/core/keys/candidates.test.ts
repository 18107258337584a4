import { describe, expect, test } from 'vitest';
import {
  emptyHistory,
  issuers,
  type KeyPort,
  type KeyReading,
  observeDocument,
  parseKeyDocument,
} from '../../../src/core/index.ts';
import { matchIssuers } from '../../../src/core/issuers/template.ts';
import { selectKey } from '../../../src/core/keys/select.ts';
import { commonKeysUrl, commonV1KeysUrl, consumerKeysUrl, keyPortOf } from '../../support/keys.ts';
import {
  consumerOwner,
  createSigningKey,
  enterpriseOwner,
  enterpriseTenant,
} from '../../support/tokens.ts';

const matchOf = (iss: string) => {
  const [match] = matchIssuers(iss, issuers);
  if (match === undefined) throw new Error('no issuer has this name');
  return match;
};
const v1 = matchOf(`https://sts.windows.net/${enterpriseTenant}/`);
const private_ = matchOf(consumerOwner);
const first = await createSigningKey(enterpriseOwner);
const second = await createSigningKey(enterpriseOwner);
const consumer = await createSigningKey(consumerOwner);
/** As version 1.0 documents list it: without an owner. */
const unstated = ({ issuer: _, ...entry }: typeof first.entry) => entry;
const under = (kid: string, { entry }: typeof first) => ({ ...entry, kid, x5t: kid });
const select = async (
  documents: Parameters<typeof keyPortOf>[0],
  kid: string | null = first.kid,
  match = v1,
  alg = 'RS256',
) => (await selectKey(match, { kid, x5t: null, alg }, await keyPortOf(documents))).facts;

describe('one document lists the key', () => {
  test('a version 1.0 token is judged with the version 2.0 document, which says whose the key is', async () => {
    expect(
      await select({ [commonKeysUrl]: [first.entry], [commonV1KeysUrl]: [unstated(first.entry)] }),
    ).toMatchObject({
      kind: 'selected',
      url: commonKeysUrl,
      owner: 'this-issuer',
      ownerText: enterpriseOwner,
      disagreements: [],
    });
  });

  test('only the version 1.0 document, while the other one is fresh and lacks it: nobody says whose it is', async () => {
    expect(
      await select({ [commonKeysUrl]: [second.entry], [commonV1KeysUrl]: [unstated(first.entry)] }),
    ).toMatchObject({ kind: 'selected', url: commonV1KeysUrl, owner: 'unstated' });
  });

  test('none lists it, and all were read', async () => {
    expect(await select({ [commonKeysUrl]: [second.entry] })).toMatchObject({
      kind: 'not-published',
      lastSeenMs: null,
    });
  });

  test('none lists it, and one could not be read', async () => {
    expect(await select({ [commonKeysUrl]: [second.entry], [commonV1KeysUrl]: 'offline' })).toEqual(
      { kind: 'unavailable', problem: 'offline' },
    );
  });
});

describe('several keys under one name', () => {
  const elliptic = { kty: 'EC', crv: 'P-256', x: 'AQ', y: 'Ag', kid: first.kid };

  test('in one document are an answer of their own', async () => {
    expect(await select({ [commonKeysUrl]: [first.entry, under(first.kid, second)] })).toEqual({
      kind: 'ambiguous',
      candidates: 2,
      url: commonKeysUrl,
    });
  });
  test('of which one fits the algorithm are one key', async () => {
    const documents = { [commonKeysUrl]: [elliptic, first.entry] };
    expect(await select(documents)).toMatchObject({ key: { jwk: { kty: 'RSA' } } });
    expect(await select(documents, first.kid, v1, 'ES256')).toMatchObject({
      key: { jwk: { kty: 'EC' } },
    });
    expect(await select(documents, first.kid, v1, 'unknown')).toMatchObject({ kind: 'ambiguous' });
  });
  test('the same key twice is one key', async () => {
    expect(await select({ [commonKeysUrl]: [first.entry, first.entry] })).toMatchObject({
      kind: 'selected',
    });
  });
});

describe('documents that do not agree', () => {
  test('about what a name stands for', async () => {
    expect(
      await select({
        [commonKeysUrl]: [first.entry],
        [commonV1KeysUrl]: [unstated(under(first.kid, second))],
      }),
    ).toMatchObject({
      kind: 'selected',
      url: commonKeysUrl,
      disagreements: [{ witness: 'document', about: 'material', source: commonV1KeysUrl }],
    });
  });

  test('about whose a key is: the consumers’ document knows it as theirs', async () => {
    const stolen = { ...consumer.entry, issuer: enterpriseOwner };
    expect(
      await select(
        { [commonKeysUrl]: [stolen], [consumerKeysUrl]: [consumer.entry] },
        consumer.kid,
      ),
    ).toMatchObject({
      owner: 'this-issuer',
      disagreements: [
        { witness: 'document', about: 'owner', source: consumerKeysUrl, value: consumerOwner },
      ],
    });
  });

  test('a consumer key that a version 1.0 document lists, under any name, is somebody else’s', async () => {
    expect(
      await select(
        {
          [commonKeysUrl]: [first.entry],
          [commonV1KeysUrl]: [unstated(under('harmless-name', consumer))],
          [consumerKeysUrl]: [consumer.entry],
        },
        'harmless-name',
      ),
    ).toMatchObject({ owner: 'other-issuer', ownerText: consumerOwner });
  });

  test('an enterprise key in the consumers’ document is somebody else’s to a private account', async () => {
    expect(
      await select(
        {
          [consumerKeysUrl]: [{ ...first.entry, issuer: consumerOwner }],
          [commonKeysUrl]: [first.entry],
        },
        first.kid,
        private_,
      ),
    ).toMatchObject({ disagreements: [{ about: 'owner', value: enterpriseOwner }] });
  });

  test('government keys stand in the shared document under the global name, which is no contradiction', async () => {
    const government = matchOf(`https://login.microsoftonline.us/${enterpriseTenant}/v2.0`);
    const own = { ...first.entry, issuer: 'https://login.microsoftonline.us/{tenantid}/v2.0' };
    const [source] = government.issuer.keyDocuments;
    expect(
      await select(
        { [source?.url ?? '']: [own], [commonKeysUrl]: [first.entry] },
        first.kid,
        government,
      ),
    ).toMatchObject({ owner: 'this-issuer', disagreements: [] });
  });

  test('the release’s copy knows the material of a name', async () => {
    // Listed by Microsoft's shared document in the summer of 2024.
    const kid = 'q-23falevZhhD3hm9CQbkP5MQyU';
    expect(await select({ [commonKeysUrl]: [under(kid, first)] }, kid)).toMatchObject({
      disagreements: [
        {
          witness: 'shipped',
          about: 'material',
          value: 'S_S12adpbe27-_qkluYZHCSMRJ6EcrW5Ho4cyLGEjG8',
        },
      ],
    });
  });
});

describe('the history', () => {
  const hour = 3_600_000;
  const parse = async (url: string, keys: readonly unknown[]) => {
    const parsed = await parseKeyDocument(url, { keys });
    if (!parsed.ok) throw new Error(parsed.code);
    return parsed.value;
  };
  /** What a cache gives that has seen these answers, a day apart, and still keeps every key. */
  async function readingOf(
    url: string,
    answers: readonly (readonly unknown[])[],
  ): Promise<KeyReading> {
    let history = emptyHistory(url);
    for (const [index, keys] of answers.entries()) {
      history = observeDocument(history, await parse(url, keys), index * 24 * hour).history;
    }
    const document = await parse(url, [...(answers.at(-1) ?? []), ...(answers[0] ?? [])]);
    const confirmedAtMs = history.observedAtMs ?? 0;
    return { url, document, confirmedAtMs, freshness: 'fresh', problem: null, history };
  }
  const selectFrom = async (kid: string, ...readings: KeyReading[]) => {
    const found = (url: string) => readings.find((reading) => reading.url === url) ?? null;
    const absent = (url: string): KeyReading => ({
      url,
      document: null,
      confirmedAtMs: null,
      freshness: 'none',
      problem: 'offline',
    });
    const port: KeyPort = {
      read: async (urls) => ({
        readings: urls.map((url) => found(url) ?? absent(url)),
        clockErrorMs: null,
      }),
      recall: found,
    };
    return (await selectKey(v1, { kid, x5t: null, alg: 'RS256' }, port)).facts;
  };
  const vanished = [[first.entry], ...Array.from({ length: 7 }, () => [second.entry])];

  test('tells of a key that its document lists no more', async () => {
    const key = await selectFrom(first.kid, await readingOf(commonKeysUrl, vanished));
    expect(key).toMatchObject({
      life: { absentSinceMs: 24 * hour, retiredSinceMs: 72 * hour, observedAtMs: 7 * 24 * hour },
    });
  });

  test('calls no key retired that another document of its issuer still lists', async () => {
    const key = await selectFrom(
      first.kid,
      await readingOf(commonKeysUrl, vanished),
      await readingOf(commonV1KeysUrl, [[unstated(first.entry)], [unstated(first.entry)]]),
    );
    expect(key).toMatchObject({ life: { absentSinceMs: null, retiredSinceMs: null } });
  });

  test('takes an older document’s word for the time in which it spoke, and an undated one’s for none', async () => {
    const gone = await readingOf(commonKeysUrl, vanished);
    const early = await readingOf(commonV1KeysUrl, [[unstated(first.entry)]]);
    const { history: _, ...undated } = { ...early, freshness: 'stale' as const };
    for (const other of [early, undated]) {
      expect(await selectFrom(first.kid, gone, other)).toMatchObject({
        life: { absentSinceMs: 24 * hour, retiredSinceMs: 72 * hour },
      });
    }
    const fresh: KeyReading = { ...undated, freshness: 'fresh' };
    expect(await selectFrom(first.kid, gone, fresh)).toMatchObject({
      life: { absentSinceMs: null, retiredSinceMs: null },
    });
  });

  test('tells of a key that was exchanged under its name', async () => {
    const answers = [[first.entry], [under(first.kid, second)]];
    const reading = await readingOf(commonKeysUrl, answers);
    const newest = { ...reading, document: await parse(commonKeysUrl, answers[1] ?? []) };
    expect(await selectFrom(first.kid, newest)).toMatchObject({ isSwapped: true });
  });

  test('tells of a key that was somebody else’s before', async () => {
    const given = { ...consumer.entry, issuer: enterpriseOwner };
    const reading = await readingOf(commonKeysUrl, [[consumer.entry], [given]]);
    const newest = { ...reading, document: await parse(commonKeysUrl, [given]) };
    expect(await selectFrom(consumer.kid, newest)).toMatchObject({
      owner: 'this-issuer',
      formerOwner: consumerOwner,
    });
  });

  test('knows when a name was last listed that no document has any more', async () => {
    const gone = await readingOf(commonKeysUrl, vanished);
    const newest = { ...gone, document: await parse(commonKeysUrl, [second.entry]) };
    const v1Reading = await readingOf(commonV1KeysUrl, [[unstated(second.entry)]]);
    expect(await selectFrom(first.kid, newest, v1Reading)).toMatchObject({
      kind: 'not-published',
      lastSeenMs: 0,
    });
  });
});
