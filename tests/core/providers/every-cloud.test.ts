import { describe, expect, test } from 'vitest';
import type { Inspection } from '../../../src/core/index.ts';
import {
  type CloudWebmail,
  claimsOf,
  cloudWebmails,
  promisedOf,
} from '../../support/cloud-webmails.ts';
import { commonKeysUrl, consumerKeysUrl, keyPortOf } from '../../support/keys.ts';
import {
  consumerOwner,
  createSigningKey,
  encodeSegment,
  enterpriseOwner,
  enterpriseTenant,
  inspectToken,
  issuedAt,
  type SigningKey,
  signToken,
} from '../../support/tokens.ts';

const enterprise = await createSigningKey(enterpriseOwner);
const consumer = await createSigningKey(consumerOwner);
const government = await createSigningKey('https://login.microsoftonline.us/{tenantid}/v2.0');
const china = await createSigningKey('https://login.partner.microsoftonline.cn/{tenantid}/v2.0');
/** Published by each separate cloud, with the mark that the global cloud puts on its keys. */
const otherMark = await createSigningKey(enterpriseOwner);

const governmentKeys = [government.entry, otherMark.entry];
const chinaKeys = [china.entry, otherMark.entry];
const keys = await keyPortOf({
  [commonKeysUrl]: [enterprise.entry, consumer.entry],
  [consumerKeysUrl]: [consumer.entry],
  'https://login.microsoftonline.us/common/discovery/v2.0/keys': governmentKeys,
  'https://login.chinacloudapi.cn/common/discovery/v2.0/keys': chinaKeys,
  'https://login.partner.microsoftonline.cn/common/discovery/v2.0/keys': chinaKeys,
});

const signers: Readonly<Record<string, readonly [own: SigningKey, foreign: SigningKey]>> = {
  entra: [enterprise, consumer],
  'microsoft-consumer': [consumer, enterprise],
  'entra-us-government': [government, consumer],
  'entra-china': [china, consumer],
};

const alarmsOf = ({ outcomes }: Inspection) =>
  outcomes.flatMap((one) => (one.outcome === 'fail' && one.severity !== 'note' ? [one.rule] : []));

const owner = {
  tenant: enterpriseTenant,
  object: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
  address: 'ada@contoso.example',
  tokenId: 'fqiBqXLPj0eQa82S-IYFAA',
  issuedAt,
};
const victim = {
  ...owner,
  object: 'ffffffff-bbbb-4ccc-8ddd-eeeeeeeeeeee',
  address: 'eve@contoso.example',
};

/** Every page of every such webmail, in every form that its issuer's name has. */
const places = cloudWebmails.flatMap((webmail) =>
  webmail.provider.hosts.flatMap((host) =>
    webmail.issuer.forms.map((form) => ({ webmail, host, form, id: form.id })),
  ),
);

function signersOf({ issuer }: CloudWebmail) {
  const [own, foreign] = signers[issuer.id] ?? [];
  if (own === undefined || foreign === undefined) throw new Error(`${issuer.id} has no keys here`);
  return { own, foreign };
}

const forge = (token: string, claims: object) => {
  const [header, , signature] = token.split('.');
  return `${header}.${encodeSegment(JSON.stringify(claims))}.${signature}`;
};

describe.each(places)('a session at $host, form $id', ({ webmail, host, form }) => {
  const { own, foreign } = signersOf(webmail);
  const claims = claimsOf(webmail, form, owner);
  const promised = promisedOf(webmail, form);
  const judge = (token: string, sentTo = host) =>
    inspectToken(token, keys, { host: sentTo, documentHost: host });

  test('a genuine one is verified, wherever its page sends it', async () => {
    const token = await signToken(own, claims);
    for (const sentTo of [host, ...webmail.provider.apiHosts]) {
      const inspection = await judge(token, sentTo);
      expect(alarmsOf(inspection), sentTo).toEqual([]);
      expect(inspection, sentTo).toMatchObject({
        verdict: promised.genuine,
        provider: webmail.provider.id,
        issuer: webmail.issuer.id,
      });
    }
  });

  if (promised.otherMark !== null) {
    test('one whose key carries another mark is no alarm', async () => {
      const inspection = await judge(await signToken(otherMark, claims));
      expect(alarmsOf(inspection)).toEqual([]);
      expect(inspection.verdict).toBe(promised.otherMark);
    });
  }

  test('a changed one is called so, whatever mark its key carries', async () => {
    for (const key of promised.otherMark === null ? [own] : [own, otherMark]) {
      const token = forge(await signToken(key, claims), claimsOf(webmail, form, victim));
      expect((await judge(token)).verdict).toBe(promised.changed);
    }
  });

  test('one with a key of the other population is not passed over', async () => {
    const inspection = await judge(await signToken(foreign, claims));
    expect(inspection.verdict).toBe(promised.foreignKey);
  });
});

describe('what is promised', () => {
  const say = (id: string) =>
    cloudWebmails
      .filter(({ provider }) => provider.id === id)
      .flatMap((webmail) =>
        webmail.issuer.forms.map((form) => {
          const promised = promisedOf(webmail, form);
          return `${form.id}: ${promised.otherMark} ${promised.changed} ${promised.foreignKey}`;
        }),
      );

  // Written out, so that data which promises less is noticed here.
  test.each([
    ['outlook-work', ['v1: null danger danger', 'v2: null danger danger']],
    ['outlook-consumer', ['v2: null attention danger']],
    ['outlook-gcc-high', ['v1: undetermined danger danger', 'v2: undetermined danger attention']],
    ['outlook-dod', ['v1: undetermined danger danger', 'v2: undetermined danger attention']],
    ['outlook-china', ['v1: undetermined danger attention', 'v2: undetermined danger attention']],
  ])('of %s', (id, said) => {
    expect(say(id)).toEqual(said);
  });

  test('is played at every page of the clouds', () => {
    const hosts = new Set(places.map(({ host }) => host));
    for (const host of ['webmail.apps.mil', 'partner.outlook.cn', 'outlook.office.com.mcas.ms']) {
      expect(hosts).toContain(host);
    }
    expect(hosts.size).toBeGreaterThanOrEqual(17);
  });
});
