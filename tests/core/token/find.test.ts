import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTokensInText, maxFound, maxSearchedLength } from '../../../src/core/token/find.ts';
import { assembleToken, encodeSegment } from '../../support/tokens.ts';

const token = assembleToken('{"alg":"RS256","kid":"a"}', '{"iss":"https://issuer.example"}');

describe('finding tokens in text', () => {
  test.each([
    ['alone', token],
    ['in JSON', JSON.stringify({ secret: token, expiresOn: 1 })],
    ['in JSON within JSON', JSON.stringify({ tokens: JSON.stringify({ id_token: token }) })],
    ['in an address', `https://mail.example/#id_token=${token}&state=eyJub3QiOjF9`],
    ['as the value of a cookie', `session="${token}"; Path=/`],
    ['after a scheme', `Bearer ${token}`],
  ])('%s', (_, text) => {
    expect(findTokensInText(text)).toEqual([token]);
  });

  test('padded segments, also when the padding is encoded for an address', () => {
    const padded = `${Buffer.from('{"alg":"RS256"}').toString('base64')}.${encodeSegment('{"a":1}')}.AAAA`;
    expect(findTokensInText(`x=${padded}`)).toEqual([padded]);
    const quoted = `${Buffer.from('{"alg":"RS256","kid":"aa"}').toString('base64')}.${encodeSegment('{}')}.AAAA`;
    expect(quoted).toContain('=');
    expect(findTokensInText(`x=${quoted.replaceAll('=', '%3D')}`)).toEqual([quoted]);
  });

  test('an unsigned token, and an encrypted one', () => {
    const unsigned = `${encodeSegment('{"alg":"none"}')}.${encodeSegment('{}')}.`;
    const encrypted = `${encodeSegment('{"alg":"dir"}')}..AAAA.BBBB.CCCC`;
    expect(findTokensInText(unsigned)).toEqual([unsigned]);
    expect(findTokensInText(encrypted)).toEqual([encrypted]);
  });

  test.each(['', 'eyJ', 'client_info=eyJ1aWQiOiJ4In0', 'an eyJ here. And there.', 'eyJ.a.b'])(
    'nothing in “%s”',
    (text) => {
      expect(findTokensInText(text)).toEqual([]);
    },
  );

  test('each token once, and not more than the bound', () => {
    expect(findTokensInText(`${token} ${token}`)).toEqual([token]);
    const many = Array.from({ length: maxFound + 5 }, (_, index) =>
      assembleToken('{"alg":"RS256"}', `{"n":${index}}`),
    );
    expect(findTokensInText(many.join(' '))).toHaveLength(maxFound);
  });

  test('nothing past the bound on length', () => {
    expect(findTokensInText(`${' '.repeat(maxSearchedLength)}${token}`)).toEqual([]);
  });

  test('hostile repetition costs no more than its length', () => {
    for (const piece of ['eyJ', 'eyJ.', 'eyJhbGciOi.', '.', '=', 'ewo-', 'eyJ%3D']) {
      const text = piece.repeat(Math.floor(maxSearchedLength / piece.length));
      const startedMs = performance.now();
      findTokensInText(text);
      expect(performance.now() - startedMs).toBeLessThan(1_000);
    }
  });

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const found of findTokensInText(`${text}eyJhbGciOiJub25lIn0.e30.${text}`)) {
          expect(found).toMatch(/^e[yw]/);
        }
      }),
    );
  });
});
