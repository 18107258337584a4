import { domainToASCII, domainToUnicode } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeLabel, maxLabelLength } from '../../../../src/core/issuers/names/punycode.ts';

describe('an internationalised label', () => {
  test.each([
    ['xn--mnchen-3ya', 'münchen'],
    ['xn--ggle-55da', 'gооgle'],
    ['xn--fsqu00a', '例子'],
    // Samples of RFC 3492 section 7.1.
    ['xn--ihqwcrb4cv8a8dqg056pqjye', '他们为什么不说中文'],
    ['xn--4dbcagdahymbxekheh6e0a7fei0b', 'למההםפשוטלאמדבריםעברית'],
    ['xn--n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa', 'なぜみんな日本語を話してくれないのか'],
    ['xn--de-jg4avhby1noc0d', 'パフィーdeルンバ'],
  ])('%s is read', (label, letters) => {
    expect(decodeLabel(label)).toBe(letters);
  });

  test('is read as the URL standard reads it', () => {
    const letter = fc.constantFrom(...'abzà–иλ日本ا'.split(''));
    fc.assert(
      fc.property(fc.string({ unit: letter, minLength: 1, maxLength: 20 }), (text) => {
        const label = domainToASCII(text);
        if (!label.startsWith('xn--') || label.includes('.')) return;
        expect(decodeLabel(label)).toBe(domainToUnicode(label));
      }),
    );
  });
});

describe('what is none comes back as it is', () => {
  test.each([
    'google',
    '',
    'xn-',
    'xn--!!!',
    'xn--\u0430',
    'xn--99999999',
    'xn--zzzzzzzzzzzzzzzzzzzz',
    'XN--ggle-55da',
  ])('%j', (label) => {
    expect(decodeLabel(label)).toBe(label);
  });

  test('a label one octet longer than DNS allows', () => {
    const longest = `xn--${'a'.repeat(maxLabelLength - 5)}-`;
    expect(longest).toHaveLength(maxLabelLength);
    expect(decodeLabel(longest)).toBe('a'.repeat(maxLabelLength - 5));
    expect(decodeLabel(`${longest}a`)).toBe(`${longest}a`);
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 70 }), (text) => {
        expect(typeof decodeLabel(`xn--${text}`)).toBe('string');
      }),
    );
  });
});
