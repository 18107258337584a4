import { describe, expect, test } from 'vitest';
import { findProvider, issuers, providers } from '../../../src/core/index.ts';

describe('whose session it is', () => {
  test('the page decides, because interfaces are shared', () => {
    const graph = 'graph.microsoft.com';
    expect(findProvider(graph, 'outlook.office.com')?.id).toBe('outlook-work');
    expect(findProvider(graph, 'outlook.live.com')?.id).toBe('outlook-consumer');
  });
  test('without a page only a webmail’s own host decides', () => {
    expect(findProvider('outlook.live.com', null)?.id).toBe('outlook-consumer');
    expect(findProvider('graph.microsoft.com', null)).toBeNull();
  });
  test('names that only look alike are nobody’s', () => {
    for (const host of [
      'outlook.office.com.evil.example',
      'xoutlook.office.com',
      'office.com',
      '',
    ]) {
      expect(findProvider(host, host)).toBeNull();
    }
  });
});

describe('the registries', () => {
  test('name only issuers that exist, and no host twice', () => {
    expect(providers.length).toBeGreaterThanOrEqual(2);
    const ids = issuers.map((issuer) => issuer.id);
    for (const provider of providers) {
      for (const id of provider.issuers) expect(ids, provider.id).toContain(id);
    }
    const hosts = providers.flatMap((provider) => provider.hosts);
    expect(new Set(hosts).size).toBe(hosts.length);
  });
  test('fetch keys from fixed https addresses only', () => {
    expect(issuers.length).toBeGreaterThanOrEqual(2);
    for (const { url } of issuers.flatMap((issuer) => issuer.keyDocuments)) {
      expect(new URL(url).protocol).toBe('https:');
      expect(new URL(url).href).toBe(url);
    }
  });
});
