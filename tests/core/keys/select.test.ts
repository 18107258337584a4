import { describe, expect, test } from 'vitest';
import { issuers, type KeyPort } from '../../../src/core/index.ts';
import { entraChina } from '../../../src/core/issuers/entra-china.ts';
import { matchIssuers } from '../../../src/core/issuers/template.ts';
import { selectKey } from '../../../src/core/keys/select.ts';
import { keyPortOf } from '../../support/keys.ts';
import { createSigningKey, enterpriseTenant } from '../../support/tokens.ts';

const matchOf = (iss: string) => {
  const [match] = matchIssuers(iss, issuers);
  if (match === undefined) throw new Error(`${iss} is nobody's`);
  return match;
};
const china = matchOf(`https://login.partner.microsoftonline.cn/${enterpriseTenant}/v2.0`);
const wanted = { kid: 'absent', x5t: null, alg: null };

describe('which documents are asked', () => {
  test('only those that hold the keys of the form that the token has', async () => {
    const asked: string[] = [];
    const port: KeyPort = {
      read: async (urls) => {
        asked.push(...urls);
        return { readings: [], clockErrorMs: null };
      },
    };
    await selectKey(matchOf('https://accounts.zoho.eu'), wanted, port);
    expect(asked).toEqual([]);
    await selectKey(matchOf('https://accounts.zoho.com'), wanted, port);
    expect(asked).toEqual(['https://accounts.zoho.com/oauth/v2/keys']);
  });
});

describe('a key that is in no document', () => {
  const [confirmed, ...others] = entraChina.keyDocuments.map(({ url }) => url);
  const factsWith = async (documents: Parameters<typeof keyPortOf>[0]) =>
    (await selectKey(china, wanted, await keyPortOf(documents))).facts;

  test('is not published when every confirmed address says so, whatever the others do', async () => {
    expect(others.length).toBeGreaterThan(0);
    const unconfirmed = Object.fromEntries(others.map((url) => [url, 'offline'] as const));
    expect(await factsWith(unconfirmed)).toMatchObject({ kind: 'not-published' });
  });
  test('is not known to be absent while a confirmed address is out of reach', async () => {
    expect(await factsWith({ [confirmed ?? '']: 'offline' })).toEqual({
      kind: 'unavailable',
      problem: 'offline',
    });
  });
  test('of an issuer with an unconfirmed address is found there all the same', async () => {
    const key = await createSigningKey();
    const url = 'https://substrate.office.com/sts/common/discovery/keys';
    const { facts } = await selectKey(
      matchOf('https://substrate.office.com/sts/'),
      { kid: key.kid, x5t: null, alg: null },
      await keyPortOf({ [url]: [key.entry] }),
    );
    expect(facts).toMatchObject({ kind: 'selected', url, owner: 'this-issuer' });
  });
});
