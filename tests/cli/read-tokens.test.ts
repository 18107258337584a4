import { describe, expect, test } from 'vitest';
import { findTokens } from '../../src/cli/read-tokens.ts';

const credentials = (text: string) => findTokens(text).map(({ credential }) => credential);

describe('finding tokens', () => {
  test('one a line, with or without the words of a header', () => {
    expect(credentials('a.b.c\n\n  Bearer d.e.f \r\nAuthorization: Bearer g.h.i\n')).toEqual([
      'a.b.c',
      'd.e.f',
      'g.h.i',
    ]);
    expect(findTokens('x\n\ny').map(({ place }) => place)).toEqual(['line 1', 'line 3']);
  });

  test('in a HAR file, with the host that each was sent to', () => {
    const request = (url: string, value: string) => ({
      request: {
        url,
        headers: [
          { name: 'Authorization', value },
          { name: 'Cookie', value: 'x' },
        ],
      },
    });
    const har = {
      log: {
        entries: [
          request('https://outlook.office.com/api', 'Bearer a.b.c'),
          request('https://graph.microsoft.com/me', 'Basic xyz'),
        ],
      },
    };
    expect(findTokens(JSON.stringify(har))).toMatchObject([
      {
        credential: 'a.b.c',
        host: 'outlook.office.com',
        place: '.log.entries[0].request.headers[0]',
      },
    ]);
  });

  test('in a SAML-tracer export', () => {
    const value = {
      requests: [
        {
          url: 'https://graph.microsoft.com/v1.0/me',
          requestHeaders: [{ name: 'authorization', value: 'Bearer a.b.c' }],
        },
      ],
    };
    expect(findTokens(JSON.stringify(value))[0]).toMatchObject({
      credential: 'a.b.c',
      host: 'graph.microsoft.com',
    });
  });

  test('in an MSAL cache, never a refresh token, and no account name in its place', () => {
    const cache = {
      'ada@contoso.example-accesstoken': { credential_type: 'AccessToken', secret: 'a.b.c' },
      'ada@contoso.example-idtoken': { credentialType: 'IdToken', secret: 'd.e.f' },
      'ada@contoso.example-refreshtoken': { credential_type: 'RefreshToken', secret: 'secret' },
    };
    const found = findTokens(JSON.stringify(cache));
    expect(found.map(({ credential }) => credential)).toEqual(['a.b.c', 'd.e.f']);
    expect(JSON.stringify(found.map(({ place }) => place))).not.toContain('ada');
  });

  test.each(['', '   ', '{}', '[]', '[[[[[[[[[[[[[[[[{"secret":"a.b.c"}]]]]]]]]]]]]]]]]'])(
    'nothing is found in %s',
    (text) => {
      expect(findTokens(text)).toEqual([]);
    },
  );

  test('what only looks like JSON is read line by line', () => {
    expect(credentials('{broken')).toEqual(['{broken']);
  });
});
