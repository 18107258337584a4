import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findTraces, hasTrace } from './token-traces.ts';

const folder = mkdtempSync(join(tmpdir(), 'countersign-traces-'));
afterAll(() => rmSync(folder, { recursive: true }));

const token = `${'h'.repeat(60)}.${Array.from({ length: 90 }, (_v, i) => `p${i}`).join('')}.${'s'.repeat(342)}`;
const [header = '', payload = '', signature = ''] = token.split('.');

test('a token is found as a whole, in parts, deep in folders and in two bytes a character', () => {
  mkdirSync(join(folder, 'a/b'), { recursive: true });
  const places = { whole: token, payload, signature, 'a/b/deep': `x${token}y` };
  for (const [name, text] of Object.entries(places)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'wide'), Buffer.from(token, 'utf16le'));
  writeFileSync(join(folder, 'header'), header);
  writeFileSync(join(folder, 'other'), 'nothing here');
  writeFileSync(join(folder, 'empty'), '');
  const found = findTraces(folder, [token]).map((path) => path.slice(folder.length + 1));
  expect(found.sort()).toEqual(['a/b/deep', 'payload', 'signature', 'whole', 'wide']);
});

test('a text with a token is told from one without', () => {
  expect(hasTrace(`log: ${token}`, [token])).toBe(true);
  expect(hasTrace('log: nothing', [token])).toBe(false);
});
