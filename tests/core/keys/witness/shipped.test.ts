import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readKeyFiles } from '../../../../src/cli/key-files.ts';
import { issuers } from '../../../../src/core/index.ts';
import table from '../../../../src/core/keys/witness/known-keys.json' with { type: 'json' };
import {
  findShippedById,
  findShippedByMaterial,
  shippedSource,
} from '../../../../src/core/keys/witness/shipped.ts';
import { corpusAbsent, corpusPath } from '../../../support/corpus.ts';
import { commonKeysUrl, commonV1KeysUrl } from '../../../support/keys.ts';
import { consumerOwner } from '../../../support/tokens.ts';

const consumerKid = 'SP89B0VYWSffbnOcvhkYBmPdo3M';

test('the copy says where it is from and when, and is small', () => {
  expect(shippedSource).toMatch(/\d{4}-\d{2}-\d{2}/);
  expect(statSync('src/core/keys/witness/known-keys.json').size).toBeLessThan(20_000);
});

test('every row is complete, and of a document that some issuer publishes', () => {
  const urls = new Set(issuers.flatMap(({ keyDocuments }) => keyDocuments.map(({ url }) => url)));
  expect(table.documents.flatMap(({ keys }) => keys).length).toBeGreaterThan(30);
  for (const { url, keys } of table.documents) {
    expect(urls).toContain(url);
    for (const row of keys) {
      expect(row).toMatch(/^\S{8,256} [\w-]{43} (-|\d) \d{5} \d{5} (-|\d{5})$/);
      const [kid = '', thumbprint = ''] = row.split(' ');
      expect(findShippedById(url, kid)?.thumbprint).toBe(thumbprint);
    }
  }
});

test('a key is found by its name at its host, and by its material anywhere', () => {
  const key = findShippedById(commonV1KeysUrl, consumerKid);
  expect(key).toMatchObject({ owner: consumerOwner, retiredSinceDay: 19_907 });
  expect(
    findShippedById('https://login.microsoftonline.com.evil.example/keys', consumerKid),
  ).toBeNull();
  expect(findShippedById(commonKeysUrl, null)).toBeNull();
  expect(findShippedById(commonKeysUrl, '__proto__')).toBeNull();
  expect(findShippedByMaterial(key?.thumbprint ?? '')).toBe(key);
  expect(findShippedByMaterial('another')).toBeNull();
});

test.skipIf(corpusPath === null)(
  `agrees with recorded documents (skipped: ${corpusAbsent})`,
  async () => {
    const recorded = await readKeyFiles(`${corpusPath ?? ''}/key-documents`, () => {});
    let compared = 0;
    for (const { url, document } of recorded) {
      for (const { kid, thumbprint, owner } of document.keys) {
        const shipped = findShippedById(url, kid);
        if (shipped === null) continue;
        compared += 1;
        expect(shipped.thumbprint).toBe(thumbprint);
        if (owner !== null) expect(shipped.owner).toBe(owner);
      }
    }
    expect(compared).toBeGreaterThan(100);
  },
);
