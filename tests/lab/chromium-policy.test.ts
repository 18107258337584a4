import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { manageExtension, PolicyUnavailable } from './drivers/chromium-policy.ts';

let base = '';
let policies = '';
const policy = { blockOnDanger: true };

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'countersign-policy-'));
  policies = join(base, 'etc', 'policies', 'managed');
  mkdirSync(join(base, 'built'));
  writeFileSync(join(base, 'built', 'manifest.json'), '{"key":"AAAA","name":"x"}');
});

afterEach(() => rmSync(base, { recursive: true }));

const manage = (copy: string) =>
  manageExtension('chromium', join(base, 'built'), join(base, copy), policy, policies);
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

describe('a policy for Chromium in the lab', () => {
  test('is for a copy of the extension with an id of its own, and for nothing else', () => {
    const [one, other] = [manage('a'), manage('b')];
    expect(one.id).toMatch(/^[a-p]{32}$/);
    expect(other.id).not.toBe(one.id);
    expect(read(join(one.path, 'manifest.json'))).toMatchObject({ name: 'x' });
    expect(read(join(base, 'built', 'manifest.json')).key).toBe('AAAA');
    const written = readdirSync(policies).map((name) => read(join(policies, name)));
    expect(written).toHaveLength(2);
    expect(written).toContainEqual({ '3rdparty': { extensions: { [one.id]: policy } } });
    one.lift();
    expect(readdirSync(policies)).toHaveLength(1);
    other.lift();
  });

  test('keeps hosts from that copy alone', () => {
    const { id, lift } = manageExtension(
      'chromium',
      join(base, 'built'),
      join(base, 'a'),
      {},
      policies,
      ['mail.contoso.example'],
    );
    const [name = ''] = readdirSync(policies);
    expect(read(join(policies, name)).ExtensionSettings).toEqual({
      [id]: { runtime_blocked_hosts: ['*://mail.contoso.example'] },
    });
    lift();
  });

  test('leaves the folder of policies as it was', () => {
    manage('a').lift();
    expect(existsSync(join(base, 'etc'))).toBe(false);
    mkdirSync(policies, { recursive: true });
    writeFileSync(join(policies, 'of-the-company.json'), '{}');
    manage('b').lift();
    expect(readdirSync(policies)).toEqual(['of-the-company.json']);
  });

  test('takes away what a killed process left, and nothing of one that runs', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    mkdirSync(policies, { recursive: true });
    const running = `countersign-lab-${process.ppid}-x.json`;
    for (const name of [`countersign-lab-${pid}-x.json`, running]) {
      writeFileSync(join(policies, name), '{}');
    }
    manage('a').lift();
    expect(readdirSync(policies)).toEqual([running]);
  });

  test('says why when it cannot be set', () => {
    writeFileSync(join(base, 'etc'), 'a file where a folder should be');
    expect(() => manage('a')).toThrow(PolicyUnavailable);
    expect(() => manage('b')).toThrow(/cannot be written \((ENOTDIR|EEXIST)\)/);
    expect(() => manageExtension('firefox', join(base, 'built'), join(base, 'c'), policy)).toThrow(
      /firefox reads no policy from files/,
    );
  });

  test.each([
    'throw new Error("x")',
    'process.kill(process.pid, "SIGTERM"); setTimeout(() => {}, 9e3)',
  ])('is taken back when the process ends by itself: %s', (end) => {
    const script = `(async () => {
        const { manageExtension } = await import(${JSON.stringify(join(import.meta.dirname, 'drivers/chromium-policy.ts'))});
        manageExtension('chromium', ${JSON.stringify(join(base, 'built'))}, ${JSON.stringify(join(base, 'a'))}, {}, ${JSON.stringify(policies)});
        console.log('set');
        ${end};
      })()`;
    const { stdout, status } = spawnSync(process.execPath, ['--import', 'tsx', '--eval', script], {
      encoding: 'utf8',
    });
    expect(stdout).toContain('set');
    expect(status).not.toBe(0);
    expect(existsSync(policies)).toBe(false);
  });
});
