import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { audiences, issuers, policyKeys, providers, rules } from '../../src/core/index.ts';
import { readSourcePermissions } from '../../tools/source-permissions.ts';
import { scenarios } from '../lab/scenarios/index.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));
const { sources } = await import('../../src/background/sources/index.ts');

interface Registry {
  readonly name: string;
  readonly folder: string;
  readonly ids: readonly string[];
  /** Files of the folder that are not members. */
  readonly common: readonly string[];
  readonly atLeast: number;
}

const registries: readonly Registry[] = [
  {
    name: 'rules',
    folder: 'src/core/rules',
    ids: rules.map(({ id }) => id),
    common: ['clock-skew', 'evidence', 'reasons', 'rule', 'run'],
    atLeast: 32,
  },
  {
    name: 'providers',
    folder: 'src/core/providers',
    ids: providers.map(({ id }) => id),
    common: ['provider'],
    atLeast: 17,
  },
  {
    name: 'issuers',
    folder: 'src/core/issuers',
    ids: issuers.map(({ id }) => id),
    common: [
      'audience',
      'candidates',
      'clouds',
      'issuer',
      'microsoft-audiences',
      'template',
      'verifiability',
    ],
    atLeast: 12,
  },
  {
    name: 'audiences',
    folder: 'src/core/audiences',
    ids: audiences.map(({ id }) => id),
    common: ['audience', 'microsoft'],
    atLeast: 5,
  },
  {
    name: 'policy keys',
    folder: 'src/core/policy/keys',
    ids: Object.values(policyKeys).map(({ name }) =>
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    ),
    common: [],
    atLeast: 1,
  },
  {
    name: 'sources',
    folder: 'src/background/sources',
    ids: sources.map(({ id }) => id),
    common: ['source'],
    atLeast: 1,
  },
  {
    name: 'scenarios',
    folder: 'tests/lab/scenarios',
    ids: scenarios.map(({ id }) => id),
    common: ['scenario'],
    atLeast: 11,
  },
];

describe.each(registries)('the registry of $name', ({ folder, ids, common, atLeast }) => {
  // What members share may stand in folders of its own.
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => basename(file, '.ts'))
    .filter((name) => name !== 'index' && !common.includes(name));

  test('names every file of its folder once, by its id', () => {
    expect([...ids].sort()).toEqual(files.sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is not empty', () => {
    expect(ids.length).toBeGreaterThanOrEqual(atLeast);
  });

  test('has ids in kebab-case', () => {
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  });
});

describe('rules', () => {
  test.each(rules.map(({ id }) => id))('%s has a test and a page', (id) => {
    expect(existsSync(join('tests/core/rules', `${id}.test.ts`))).toBe(true);
    expect(existsSync(join('docs/rules', `${id}.md`))).toBe(true);
  });

  test.each(rules)('$id explains itself with an example and a source', (rule) => {
    const { title, explanation, remedy, example, spec } = rule;
    // Something as it looks in a token, a header or a document.
    expect(example).toMatch(/`[^`]+`/);
    for (const sentence of [title, explanation, remedy])
      expect(sentence.length).toBeGreaterThan(20);
    expect(spec.length).toBeGreaterThan(0);
    for (const { url } of spec) expect(new URL(url).protocol).toBe('https:');
  });
});

describe('providers and issuers', () => {
  test.each([...providers, ...issuers, ...audiences])(
    '$id cites where its facts are from',
    ({ citations }) => {
      expect(citations.length).toBeGreaterThan(0);
      for (const { url, read } of citations) {
        expect(new URL(url).protocol).toBe('https:');
        expect(read).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
    },
  );

  test('name only audiences that exist', () => {
    const known = new Set(audiences.map(({ id }) => id));
    for (const { audiences: named = [] } of providers) {
      for (const id of named) expect(known).toContain(id);
    }
  });

  test('name only issuers that exist', () => {
    const known = new Set(issuers.map(({ id }) => id));
    for (const { issuers: named } of providers) {
      for (const id of named) expect(known).toContain(id);
    }
  });
});

test('sources name the permissions that the manifest is made from', async () => {
  expect(await readSourcePermissions()).toContain('webRequest');
});
