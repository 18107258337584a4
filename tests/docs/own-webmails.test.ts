import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildDirectory, configurationOf, parsePolicy, shapeIds } from '../../src/core/index.ts';

const guide = readFileSync('docs/own-webmails.md', 'utf8');
const examples = [...guide.matchAll(/### (.+?)\n[^#]*?```json\n([\s\S]+?)```/g)].map(
  ([, title = '', json = '']) => ({ title, value: JSON.parse(json) }),
);

describe('the guide for webmails of one’s own', () => {
  test('has an example for each of the webmails that people run themselves', () => {
    expect(examples.length).toBeGreaterThanOrEqual(5);
    const titles = examples.map(({ title }) => title).join();
    for (const name of ['Roundcube', 'Zimbra', 'SOGo', 'Nextcloud', 'Open-Xchange']) {
      expect(titles).toContain(name);
    }
  });

  test.each(examples)('$title works as it stands there', ({ value }) => {
    const { policy, problems } = parsePolicy(value);
    expect(problems).toEqual([]);
    const built = buildDirectory(configurationOf(policy));
    expect(built.problems).toEqual([]);
    for (const { host, issuers } of policy.webmails ?? []) {
      const provider = built.directory.providers.find(({ id }) => id === host);
      expect(provider?.issuers).toHaveLength(issuers.length);
    }
  });

  test('names every shape, and no other', () => {
    const rows = guide.slice(guide.indexOf('| Service | `shape`'));
    const named = [...rows.matchAll(/^\| (?!Service)[^|]+ \| `([\w-]+)` \| /gm)].map(
      ([, shape]) => shape,
    );
    expect(named.sort()).toEqual([...shapeIds].sort());
  });
});
