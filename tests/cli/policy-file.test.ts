import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readPolicyFile } from '../../src/cli/policy-file.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { defaultPolicy } from '../../src/core/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'countersign-policy-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string) {
  const file = join(folder, 'policy.json');
  writeFileSync(file, text);
  const warnings: string[] = [];
  const policy = readPolicyFile(file, (sentence) => warnings.push(sentence));
  return { policy, warnings };
}

describe('a policy file', () => {
  test('none asks for nothing', () => {
    expect(readPolicyFile(null, () => expect.unreachable())).toBe(defaultPolicy);
  });

  test('the values of managed storage are read as they stand there', () => {
    const { policy, warnings } = read('{"requireMultiFactor":true,"allowedTenants":[]}');
    expect(policy).toEqual({ ...defaultPolicy, requireMultiFactor: true, allowedTenants: [] });
    expect(warnings).toEqual([]);
  });

  test('what cannot be read is a warning that names the key and not its value', () => {
    const { policy, warnings } = read('{"requireMultiFactor":"secret","colour":"secret"}');
    expect(policy).toEqual(defaultPolicy);
    expect(warnings).toEqual([
      'the value of “requireMultiFactor” in the policy cannot be read: the key has no effect',
      'the policy has no key “colour”: it has no effect',
    ]);
  });

  test('a token in the place of a key’s name is not repeated', () => {
    const { warnings } = read(`{"eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.AAAA":1}`);
    expect(warnings).toEqual(['the policy has no key “[removed]”: it has no effect']);
  });

  test.each(['[]', '7', '"text"', 'true'])('%s is no policy, and says so', (text) => {
    const { policy, warnings } = read(text);
    expect(policy).toEqual(defaultPolicy);
    expect(warnings).toEqual(['the policy is no JSON object and has no effect']);
  });

  test('a byte order mark does no harm', () => {
    expect(read('\uFEFF{}')).toEqual({ policy: defaultPolicy, warnings: [] });
  });

  test('null is the absence of a policy', () => {
    expect(read('null')).toEqual({ policy: defaultPolicy, warnings: [] });
  });

  test.each(['', '{', '{"a":1}x'])('%j is a mistake of the person', (text) => {
    expect(() => read(text)).toThrow(UsageError);
  });
});
