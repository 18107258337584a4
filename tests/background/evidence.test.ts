import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answerEvidence } from '../../src/background/answers/evidence.ts';
import {
  addInspection,
  type Inspection,
  issuers,
  type KeyHistory,
  providers,
  type Session,
} from '../../src/core/index.ts';
import { hour, keyOf, replay } from '../support/histories.ts';
import { inspectionOf } from '../support/inspections.ts';
import { findViolations, type Schema } from '../support/json-schema.ts';
import { commonKeysUrl, consumerKeysUrl, keyPortOf } from '../support/keys.ts';
import {
  assembleToken,
  consumerOwner,
  createSigningKey,
  enterpriseOwner,
  entraClaims,
  inspectToken,
  signToken,
} from '../support/tokens.ts';

const schema: Schema = JSON.parse(readFileSync('docs/evidence.schema.json', 'utf8'));
const enterprise = await createSigningKey(enterpriseOwner);
const consumer = await createSigningKey(consumerOwner);
const keys = await keyPortOf({
  [commonKeysUrl]: [enterprise.entry, consumer.entry],
  [consumerKeysUrl]: [consumer.entry],
});
const genuine = await signToken(enterprise, entraClaims());
const forged = await signToken(consumer, entraClaims({ aud: 'x', upn: `a ${genuine}` }));
const texts = [
  genuine,
  forged,
  `${genuine.slice(0, -9)}AAAAAAAAA`,
  assembleToken('{"alg":"none","kid":"\\u202e\\u0000"}', '{"iss":"x","exp":"soon"}', ''),
  'EwA4opaque',
];
const seen = await Promise.all(texts.map((text) => inspectToken(text, keys)));

const sessionOf = (inspections: readonly Inspection[]): Session => {
  let session: Session | null = null;
  for (const inspection of inspections) {
    session = addInspection(session, inspection, { isPrivate: false, tabIds: [1] });
  }
  if (session === null) throw new Error('no inspection');
  return session;
};

const nowMs = 1_795_530_000_000;
async function save(session: Session, histories: readonly KeyHistory[] = []) {
  const answer = await answerEvidence({
    sessions: { ready: Promise.resolve(), list: () => [session] },
    listHistories: async () => histories,
    issuers: () => issuers,
    webmails: () => providers,
    readProgram: () => ({ version: '0.1.0', browser: 'Browser/1' }),
    nowMs: () => nowMs,
  })({ type: 'evidence', session: session.id });
  if (answer.result !== 'done') throw new Error('nothing was saved');
  return { ...answer, file: JSON.parse(answer.text) };
}

const [published] = [keyOf('key-1')];
const { history } = replay([0, [published ?? keyOf('x')]], [hour, [keyOf('key-2')]]);
const swapped = replay([0, [keyOf('key-1')]], [hour, [keyOf('key-1', { thumbprint: 'other' })]]);

describe('evidence of a session', () => {
  test.each(seen.map((inspection): [string, Inspection] => [inspection.verdict, inspection]))(
    'of a token that is %s fits its schema',
    async (_, inspection) => {
      const { file } = await save(sessionOf([inspection]), [history, swapped.history]);
      expect(findViolations(schema, file)).toEqual([]);
      expect(file.tokens).toHaveLength(1);
    },
  );

  test('shows danger, what could not be checked and every kind of outcome among these', () => {
    const outcomes = seen.flatMap((inspection) => inspection.outcomes);
    expect(new Set(outcomes.map(({ outcome }) => outcome)).size).toBe(4);
    expect(seen.map(({ verdict }) => verdict)).toEqual(
      expect.arrayContaining(['verified', 'danger', 'not-inspected']),
    );
  });

  test('holds no part of a token, and none of another one that a claim was made to hold', async () => {
    const { text } = await save(sessionOf(seen), [history]);
    for (const token of texts.slice(0, 3)) {
      for (const part of token.split('.')) expect(text).not.toContain(part.slice(0, 24));
    }
    expect(text).not.toContain('eyJ');
  });

  test('redacts what somebody slipped into a session unredacted', async () => {
    const inspection = inspectionOf({
      outcomes: [
        {
          rule: 'key-new',
          outcome: 'fail',
          severity: 'attention',
          evidence: [{ name: 'detail', value: genuine }],
        },
      ],
    });
    expect((await save(sessionOf([inspection]))).text).not.toContain(genuine.slice(0, 24));
  });

  test('says what is wrong, with which key, and what its key document said over time', async () => {
    const [, found] = seen;
    if (found === undefined) throw new Error('no forgery');
    const { file } = await save(sessionOf([found]), [history]);
    expect(file.session).toMatchObject({ provider: 'outlook-work', webmail: 'Outlook' });
    expect(file.session.verdict).toBe('danger');
    const failed = file.tokens[0].outcomes.filter(
      (one: { outcome: string }) => one.outcome === 'fail',
    );
    expect(failed.map(({ rule }: { rule: string }) => rule)).toContain('key-foreign');
    expect(file.tokens[0].key.document).toBe(commonKeysUrl);
    expect(file.key_documents.map(({ url }: { url: string }) => url)).toEqual([commonKeysUrl]);
    expect(file.key_documents[0].keys).toHaveLength(2);
    expect(file.program).toEqual({ version: '0.1.0', browser: 'Browser/1' });
    expect(file.exported_at).toBe('2026-11-24T14:20:00.000Z');
  });

  test('leaves out key documents of others', async () => {
    const other = { ...history, url: 'https://keys.example/' };
    const { file } = await save(sessionOf(seen.slice(0, 1)), [other]);
    expect(file.key_documents).toEqual([]);
  });

  test('says of an accepted finding when it was accepted', async () => {
    const accepted = inspectionOf({
      outcomes: [
        {
          rule: 'key-new',
          outcome: 'fail',
          severity: 'attention',
          evidence: [],
          acceptedAtMs: 0,
        },
      ],
      fingerprint: 'f'.repeat(43),
    });
    const { file } = await save(sessionOf([accepted]));
    expect(file.tokens[0].outcomes[0].accepted_at).toBe('1970-01-01T00:00:00.000Z');
    expect(findViolations(schema, file)).toEqual([]);
  });

  test('of a session that is not there is nothing', async () => {
    const answer = await answerEvidence({
      sessions: { ready: Promise.resolve(), list: () => [] },
      listHistories: async () => [],
      issuers: () => issuers,
      webmails: () => providers,
      readProgram: () => ({ version: '0', browser: '' }),
      nowMs: () => 0,
    })({ type: 'evidence', session: 'x' });
    expect(answer).toEqual({ result: 'gone' });
  });

  test('what breaks the schema is found', async () => {
    const { file } = await save(sessionOf(seen.slice(0, 1)), [history]);
    const [token] = file.tokens;
    const breaking = [
      { ...file, version: 2 },
      { ...file, token: 'x' },
      { ...file, exported_at: 'today' },
      { ...file, tokens: [{ ...token, fingerprint: 'short' }] },
      { ...file, tokens: [{ ...token, outcomes: [{ rule: 'x', outcome: 'fail' }] }] },
      { ...file, key_documents: [{}] },
    ];
    for (const one of breaking) expect(findViolations(schema, one)).not.toEqual([]);
  });
});
