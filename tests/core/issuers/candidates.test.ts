import { describe, expect, test } from 'vitest';
import { issuers, type KeyPort } from '../../../src/core/index.ts';
import { findCandidates } from '../../../src/core/issuers/candidates.ts';
import { matchIssuers } from '../../../src/core/issuers/template.ts';
import { outlookGccHigh } from '../../../src/core/providers/outlook-gcc-high.ts';
import { outlookWork } from '../../../src/core/providers/outlook-work.ts';
import type { Provider } from '../../../src/core/providers/provider.ts';
import { commonKeysUrl, commonV1KeysUrl, keyPortOf } from '../../support/keys.ts';
import {
  consumerOwner,
  createSigningKey,
  enterpriseOwner,
  enterpriseTenant,
  entraClaims,
  inspectToken,
  signToken,
} from '../../support/tokens.ts';

const v1 = `https://sts.windows.net/${enterpriseTenant}/`;
const governmentKeysUrl = 'https://login.microsoftonline.us/common/discovery/v2.0/keys';
const governmentOwner = 'https://login.microsoftonline.us/{tenantid}/v2.0';

const candidatesOf = (claims: Record<string, string>, provider: Provider | null, iss = v1) => {
  const found = findCandidates(iss, claims, provider, (name) => matchIssuers(name, issuers));
  return found && { ids: found.matches.map(({ issuer }) => issuer.id), isDecided: found.isDecided };
};

describe('a name that two clouds share', () => {
  test('belongs to the webmail’s cloud', () => {
    expect(candidatesOf({}, outlookWork)).toEqual({
      ids: ['entra', 'entra-us-government'],
      isDecided: true,
    });
    expect(candidatesOf({}, outlookGccHigh)).toEqual({
      ids: ['entra-us-government', 'entra'],
      isDecided: true,
    });
  });
  test('else to the audience’s', () => {
    expect(candidatesOf({ aud: 'https://graph.microsoft.us/' }, null)).toEqual({
      ids: ['entra-us-government', 'entra'],
      isDecided: true,
    });
    expect(candidatesOf({ aud: 'https://outlook.office.com' }, null)).toMatchObject({
      isDecided: true,
    });
  });
  test('else to either', () => {
    expect(candidatesOf({ aud: '00000003-0000-0000-c000-000000000000' }, null)).toEqual({
      ids: ['entra', 'entra-us-government'],
      isDecided: false,
    });
  });
  test('a name of one cloud alone is decided', () => {
    const iss = `https://login.microsoftonline.us/${enterpriseTenant}/v2.0`;
    expect(candidatesOf({}, outlookWork, iss)).toEqual({
      ids: ['entra-us-government'],
      isDecided: true,
    });
    expect(candidatesOf({}, null, 'https://nobody.example')).toBeNull();
  });
});

describe('an old token of the government’s cloud', async () => {
  const plain = await createSigningKey();
  const marked = await createSigningKey(governmentOwner);
  const shared = await createSigningKey(enterpriseOwner);
  const consumer = await createSigningKey(consumerOwner);
  const keysAt = (entries: readonly unknown[], global: readonly unknown[] = [shared.entry]) =>
    keyPortOf({ [governmentKeysUrl]: entries, [commonKeysUrl]: global, [commonV1KeysUrl]: [] });
  const places = [
    { host: 'mail.example.org', documentHost: 'mail.example.org' },
    { host: 'outlook.office.com', documentHost: 'outlook.office.com' },
  ];
  const madeFor = ({ host }: { readonly host: string }) => entraClaims({ aud: `https://${host}` });
  const alarms = ({ outcomes }: Awaited<ReturnType<typeof inspectToken>>) =>
    outcomes.flatMap((one) =>
      one.outcome === 'fail' && one.severity !== 'note' ? [one.rule] : [],
    );

  test.each(places)(
    'is no alarm on $host when its key stands in the government’s document',
    async (place) => {
      for (const [key, verdict] of [
        [marked, 'verified'],
        [plain, 'undetermined'],
      ] as const) {
        const token = await signToken(key, madeFor(place));
        const inspection = await inspectToken(token, await keysAt([key.entry]), place);
        expect(inspection).toMatchObject({ verdict, issuer: 'entra-us-government' });
        expect(alarms(inspection)).toEqual([]);
      }
    },
  );
  test.each(places)('nor on $host when the shared document lists its key too', async (place) => {
    const named = { ...shared.entry, cloud_instance_name: 'microsoftonline.us' };
    for (const [entry, key] of [
      [shared.entry, shared],
      [named, shared],
      [marked.entry, marked],
    ] as const) {
      const token = await signToken(key, madeFor(place));
      const inspection = await inspectToken(token, await keysAt([], [entry]), place);
      expect(inspection.verdict).toBe('verified');
      expect(alarms(inspection)).toEqual([]);
    }
  });
  test('with a changed payload is forged', async () => {
    const [header, , signature] = (await signToken(marked, entraClaims())).split('.');
    const claims = (await signToken(marked, entraClaims({ upn: 'eve@contoso.example' }))).split(
      '.',
    )[1];
    const inspection = await inspectToken(
      `${header}.${claims}.${signature}`,
      await keysAt([marked.entry]),
    );
    expect(inspection.verdict).toBe('danger');
  });
  test('a private account’s key stays foreign, and the government’s server is not even asked', async () => {
    const asked: string[] = [];
    const port = await keysAt([], [consumer.entry]);
    const watched: KeyPort = {
      read: (urls, wanted) => {
        asked.push(...urls);
        return port.read(urls, wanted);
      },
    };
    const inspection = await inspectToken(await signToken(consumer, entraClaims()), watched);
    expect(alarms(inspection)).toEqual(['key-foreign']);
    expect(asked).toEqual([commonKeysUrl]);
  });
});

describe('a key that no cloud lists', async () => {
  const attacker = await createSigningKey();
  const token = await signToken(attacker, entraClaims());
  const nowhere = { host: 'mail.example.org', documentHost: 'mail.example.org' };
  const unclear = await signToken(
    attacker,
    entraClaims({ aud: '00000002-0000-0ff1-ce00-000000000000' }),
  );
  const failed = ({ outcomes }: Awaited<ReturnType<typeof inspectToken>>) =>
    outcomes.filter(({ rule }) => rule === 'key-not-published');

  test('is not published, whatever the other cloud’s server does, where the webmail tells the cloud', async () => {
    const keys = await keyPortOf({ [governmentKeysUrl]: 'offline' });
    expect(failed(await inspectToken(token, keys))).toMatchObject([{ severity: 'attention' }]);
  });
  test('is not known to be absent while one of the possible clouds is out of reach', async () => {
    for (const url of [governmentKeysUrl, commonKeysUrl]) {
      const keys = await keyPortOf({ [url]: 'offline' });
      expect(failed(await inspectToken(unclear, keys, nowhere))).toMatchObject([
        { outcome: 'unknown' },
      ]);
    }
  });
  test('is not published when all of them say so', async () => {
    const keys = await keyPortOf({});
    expect(failed(await inspectToken(unclear, keys, nowhere))).toMatchObject([
      { severity: 'attention' },
    ]);
  });
});
