import { describe, expect, test } from 'vitest';
import {
  emptyHistory,
  findContradictions,
  type KeyHistory,
  observeDocument,
  type PublishedKey,
} from '../../../../src/core/index.ts';
import { documentOf, keyOf } from '../../../support/histories.ts';
import { commonKeysUrl, commonV1KeysUrl, consumerKeysUrl } from '../../../support/keys.ts';
import { consumerOwner, enterpriseOwner, enterpriseTenant } from '../../../support/tokens.ts';

const historyOf = (url: string, ...keys: PublishedKey[]): KeyHistory =>
  observeDocument(emptyHistory(url), documentOf(keys, url), 1).history;
const tell = (url: string, key: PublishedKey, ...others: KeyHistory[]) =>
  findContradictions(emptyHistory(url), historyOf(url, key), others).map(
    ({ kind, severity, before }) => `${kind} ${severity} ${before ?? ''}`.trim(),
  );
const name = 'name-of-a-key';
const enterprise = keyOf(name);
const consumer = keyOf(name, { owner: consumerOwner });
const unstated = keyOf(name, { owner: null });
const tenantUrl = `https://login.microsoftonline.com/${enterpriseTenant}/discovery/v2.0/keys`;

describe('documents that agree', () => {
  test('about owners, in each one’s own words', () => {
    const common = historyOf(commonKeysUrl, enterprise);
    const ofTenant = keyOf(name, {
      owner: enterpriseOwner.replace('{tenantid}', enterpriseTenant),
    });
    expect(tell(tenantUrl, ofTenant, common)).toEqual([]);
    expect(tell(commonV1KeysUrl, unstated, common)).toEqual([]);
    expect(tell(consumerKeysUrl, consumer, historyOf(commonKeysUrl, consumer))).toEqual([]);
  });
  test('government keys stand in the shared set under the global name', () => {
    const url = 'https://login.microsoftonline.us/common/discovery/v2.0/keys';
    const own = keyOf(name, { owner: 'https://login.microsoftonline.us/{tenantid}/v2.0' });
    expect(tell(url, own, historyOf(commonKeysUrl, enterprise))).toEqual([]);
  });
  test('two hosts may use the same key id', () => {
    const other = keyOf(name, { thumbprint: 'another' });
    expect(tell('https://keys.example/jwks', other, historyOf(commonKeysUrl, enterprise))).toEqual(
      [],
    );
  });
  test('a place in the list is no name', () => {
    const place = keyOf('0', { thumbprint: 'another' });
    expect(tell(commonV1KeysUrl, place, historyOf(commonKeysUrl, keyOf('0')))).toEqual([]);
  });
  test('a member that is left out says nothing', () => {
    expect(tell(commonKeysUrl, unstated, historyOf(consumerKeysUrl, consumer))).toEqual([]);
  });
});

describe('documents that contradict each other', () => {
  test('a consumer key among the keys of organisations', () => {
    const consumers = historyOf(consumerKeysUrl, consumer);
    expect(tell(commonKeysUrl, enterprise, consumers)).toEqual(['contradicted danger']);
    expect(tell(commonV1KeysUrl, unstated, consumers)).toEqual(['contradicted danger']);
    const renamed = keyOf('harmless', { owner: null, thumbprint: enterprise.thumbprint });
    expect(tell(commonV1KeysUrl, renamed, consumers)).toEqual(['contradicted danger']);
  });
  test('one key id with two materials at one host', () => {
    const other = keyOf(name, { owner: null, thumbprint: 'another' });
    expect(tell(commonV1KeysUrl, other, historyOf(commonKeysUrl, enterprise))).toEqual([
      `contradicted danger ${enterprise.thumbprint}`,
    ]);
  });
  test('are told once, when the key is new or changed', () => {
    const before = historyOf(commonKeysUrl, enterprise);
    const { history } = observeDocument(before, documentOf([enterprise]), 2);
    expect(findContradictions(before, history, [historyOf(consumerKeysUrl, consumer)])).toEqual([]);
  });
});
