import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { latestMs } from '../../../src/inspector/bench/moment.ts';
import { maxPrinted } from '../../../src/inspector/bench/work/report-file.ts';
import { harOf, readingOf, runTask, taskOf } from '../../support/bench-runs.ts';
import { findViolations, type Schema } from '../../support/json-schema.ts';
import { tokenNamed } from '../../support/read-input.ts';
import {
  assembleToken,
  consumerOwner,
  createSigningKey,
  enterpriseOwner,
  entraClaims,
  signToken,
} from '../../support/tokens.ts';

const schema: Schema = JSON.parse(readFileSync('docs/report.schema.json', 'utf8'));
const lineSchema = JSON.parse(readFileSync('docs/inspect.schema.json', 'utf8'));

const key = await createSigningKey(enterpriseOwner);
const consumer = await createSigningKey(consumerOwner);
const genuine = await signToken(key, entraClaims());
const forged = await signToken(consumer, entraClaims());
const readings = [await readingOf([key.entry, consumer.entry])];
const program = '1.2.3';

async function reportOf(source: string, changes: object = {}) {
  const result = await runTask(taskOf(source, { readings, ...changes }));
  const answer = result.ask({ type: 'report', program });
  if (answer.type !== 'report') throw new Error('no report');
  return answer.report.text();
}

const inputs: Readonly<Record<string, readonly [string, object?]>> = {
  'a HAR file': [harOf([genuine, forged])],
  'a list of odd things': [
    [
      assembleToken('{"alg":"none"}', '{"iss":"https://sts.windows.net/x/","exp":"soon"}', ''),
      assembleToken('{"alg":"RS256","kid":"\\u202e\\u001b[2J"}', '{"iss":"\\u0000"}'),
      'a.b',
      `${genuine}.x.y`,
      'EwA4opaque',
      'ya29.opaque',
    ].join('\n'),
  ],
  'a cache': [
    JSON.stringify({
      a: { credentialType: 'AccessToken', secret: genuine },
      'msal.1|x|y|idtoken|z': { id: 'i', nonce: 'n', data: 'd' },
      refresh: { credential_type: 'RefreshToken', secret: genuine },
    }),
  ],
  'what was pasted, as of a time of the person': [
    genuine,
    { name: null, atMs: 0, host: 'outlook.office.com' },
  ],
  'the last time that the field takes': [genuine, { atMs: latestMs }],
  'a damaged file with a name that is a token': [
    harOf([genuine, forged]).slice(0, -50),
    { name: `${genuine}.har` },
  ],
};

describe('a saved report', () => {
  test.each(Object.entries(inputs))('of %s fits its schema', async (_, [source, changes]) => {
    const text = await reportOf(source, changes);
    const report: unknown = JSON.parse(text);
    expect(findViolations(schema, report)).toEqual([]);
    // One object a line, and nothing that a reader's screen would obey.
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  test.each(Object.entries(inputs))('of %s holds no token', async (_, [source, changes]) => {
    const text = await reportOf(source, changes);
    for (const token of [genuine, forged]) {
      for (const segment of token.split('.')) {
        for (let at = 0; at + 16 <= segment.length; at++) {
          // The token itself must not be in the failure's message either.
          if (text.includes(segment.slice(at, at + 16))) throw new Error(`held from ${at} on`);
        }
      }
    }
  });

  test('shortens accounts, in evidence too', async () => {
    const text = await reportOf(harOf([genuine, forged]));
    expect(text).toContain('a…@contoso.example');
    expect(text).not.toContain('ada@contoso.example');
  });

  test('of an empty list of tokens would still be one document', async () => {
    const result = await runTask(taskOf(harOf([genuine])), () => true);
    const answer = result.ask({ type: 'report', program });
    const report: unknown =
      answer.type === 'report' ? JSON.parse(await answer.report.text()) : null;
    expect(report).toMatchObject({ is_complete: false, tokens: [], source: { sha256: null } });
    expect(findViolations(schema, report)).toEqual([]);
  });

  test('describes tokens as the command line does', () => {
    const { properties } = JSON.parse(readFileSync('docs/report.schema.json', 'utf8'));
    const { required, properties: members } = properties.tokens.items;
    expect({ required, members }).toEqual({
      required: lineSchema.required,
      members: lineSchema.properties,
    });
  });

  test('what breaks the schema is found', async () => {
    const report = JSON.parse(await reportOf(harOf([genuine])));
    for (const breaking of [
      { ...report, token: genuine },
      { ...report, format: 'another' },
      { ...report, source: { ...report.source, sha256: 'x' } },
      { ...report, totals: {} },
      { ...report, tokens: [{ ...report.tokens[0], credential: 'x' }] },
    ]) {
      expect(findViolations(schema, breaking)).not.toEqual([]);
    }
  });
});

describe('what is printed', () => {
  const print = async (source: string) => {
    const answer = (await runTask(taskOf(source, { readings }))).ask({ type: 'print', program });
    if (answer.type !== 'print') throw new Error('nothing to print');
    return answer;
  };

  test('is redacted, and has the tokens with findings, the worst first', async () => {
    const odd = await signToken(key, entraClaims({ exp: undefined, uti: 'odd-odd-odd-odd-odd' }));
    const { head, reports, more } = await print(harOf([genuine, odd, forged]));
    expect(head).toMatchObject({ program, source: { name: 'session.har' } });
    expect(reports[0]).toMatchObject({ verdict: 'danger', account: 'a…@contoso.example' });
    expect(
      reports.every(({ outcomes }) => outcomes.some(({ outcome }) => outcome === 'fail')),
    ).toBe(true);
    expect(more).toBe(0);
  });

  test('is bounded, and says how many more there are', async () => {
    const none = Array.from({ length: maxPrinted + 3 }, (_, index) =>
      assembleToken('{"alg":"none"}', JSON.stringify(entraClaims({ uti: `number-${index}` })), ''),
    );
    const { reports, more } = await print(none.join('\n'));
    expect(reports).toHaveLength(maxPrinted);
    expect(more).toBe(3);
  });
});

describe('the details of a token', () => {
  const detailOf = async (source: string, index = 0) => {
    const answer = (await runTask(taskOf(source, { readings }))).ask({ type: 'detail', index });
    return answer.type === 'detail' ? answer.detail : null;
  };

  test('are its decoded header and claims, without tokens inside them', async () => {
    const nesting = await signToken(key, entraClaims({ access_token: forged, note: genuine }));
    const detail = await detailOf([genuine, nesting].join('\n'), 1);
    expect(detail).toMatchObject({
      header: { alg: 'RS256' },
      claims: { upn: 'ada@contoso.example' },
    });
    const text = JSON.stringify(detail);
    expect(text).not.toContain(forged.slice(-40));
    expect(text).not.toContain(genuine.slice(-40));
  });

  test('are null for what is not there, and without claims for what cannot be read', async () => {
    expect(await detailOf(genuine, 5)).toBeNull();
    expect(await detailOf(`EwA4opaque\n${genuine}`)).toMatchObject({ header: null, claims: null });
    expect(await detailOf(tokenNamed('x'))).toMatchObject({ claims: { name: 'x' } });
  });

  test('are bounded in depth, and nothing of a prototype is touched', async () => {
    const deep = `${'{"a":'.repeat(50)}1${'}'.repeat(50)}`;
    const detail = await detailOf(
      assembleToken('{"alg":"RS256"}', `{"__proto__":{"polluted":true},"deep":${deep}}`),
    );
    expect(JSON.stringify(detail?.claims)).toContain('…');
    expect(JSON.stringify(detail?.claims)).toContain('polluted');
    expect('polluted' in {}).toBe(false);
  });
});
