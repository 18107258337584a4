import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PolicyUnavailable } from './drivers/chromium-policy.ts';
import { manageFirefox } from './drivers/firefox-policy.ts';

let base = '';

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'countersign-policy-'));
  mkdirSync(join(base, 'installed', 'distribution'), { recursive: true });
  for (const name of ['firefox', 'libxul.so', 'distribution/policies.json']) {
    writeFileSync(join(base, 'installed', name), '{"of":"the company"}');
  }
  symlinkSync(join(base, 'installed', 'firefox'), join(base, 'in-path'));
});

afterEach(() => rmSync(base, { recursive: true }));

describe('a policy for Firefox in the lab', () => {
  test('stands beside a program of its own, and the installed one keeps its', () => {
    const policies = { DisableTelemetry: true };
    const program = manageFirefox(join(base, 'in-path'), join(base, 'own'), policies, none());
    expect(program).toBe(join(base, 'own', 'firefox'));
    // A link would lead the program to the folder that it was installed in.
    expect(lstatSync(program).isSymbolicLink()).toBe(false);
    expect(lstatSync(join(base, 'own', 'libxul.so')).isSymbolicLink()).toBe(true);
    const read = (folder: string) =>
      JSON.parse(readFileSync(join(base, folder, 'distribution', 'policies.json'), 'utf8'));
    expect(read('own')).toEqual({ policies });
    expect(read('installed')).toEqual({ of: 'the company' });
  });

  test('says why when it cannot be set', () => {
    const system = join(base, 'policies.json');
    writeFileSync(system, '{}');
    expect(() => manageFirefox(join(base, 'in-path'), join(base, 'own'), {}, system)).toThrow(
      PolicyUnavailable,
    );
    expect(existsSync(join(base, 'own'))).toBe(false);
  });

  test('takes no script for the program', () => {
    writeFileSync(join(base, 'script'), '#!/bin/sh');
    const programs: readonly string[] = [join(base, 'installed', 'firefox')];
    const manage = (usual: readonly string[]) =>
      manageFirefox(join(base, 'script'), join(base, 'own'), {}, none(), usual);
    expect(() => manage([])).toThrow(/is not the program of Firefox itself/);
    expect(manage(programs)).toBe(join(base, 'own', 'firefox'));
  });
});

/** A machine without policies. */
const none = (): string => join(base, 'no-policies.json');
