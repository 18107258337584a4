import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../src/core/facts.ts';
import { algNone } from '../../../src/core/rules/alg-none.ts';
import { answerOf, factsOf, tokenOf } from '../../support/facts.ts';

describe('alg-none', () => {
  describe('passes', () => {
    test('a signed token', () => {
      expect(answerOf(algNone, factsOf())).toBe('pass');
    });
  });
  describe('fails', () => {
    test('none', () => {
      expect(answerOf(algNone, factsOf({ header: { alg: 'none' } }))).toBe('fail:danger');
    });
    test('None', () => {
      expect(answerOf(algNone, factsOf({ header: { alg: 'None' } }))).toBe('fail:danger');
    });
    test('nOnE', () => {
      expect(answerOf(algNone, factsOf({ header: { alg: 'nOnE' } }))).toBe('fail:danger');
    });
    test(' none ', () => {
      expect(answerOf(algNone, factsOf({ header: { alg: ' none ' } }))).toBe('fail:danger');
    });
    test('an empty signature', () => {
      expect(answerOf(algNone, factsOf({ token: tokenOf('{"alg":"RS256"}', '{}', '') }))).toBe(
        'fail:danger',
      );
    });
  });
  describe('a service that acts for a person', () => {
    const iss = '00000003-0000-0ff1-ce00-000000000000@11111111-2222-4333-8444-555555555555';
    const wrapper = (
      claims: object,
      layers: Facts['nesting']['layers'],
      header = '{"alg":"none","typ":"JWT"}',
    ) =>
      answerOf(
        algNone,
        factsOf({
          token: tokenOf(header, JSON.stringify(claims), ''),
          nesting: { layers, exceedsBounds: false },
        }),
      );
    const actor = { place: 'actortoken', verdict: 'undetermined', failed: [] } as const;
    test('wraps its signed token in an unsigned one: unusual, not forged', () => {
      expect(wrapper({ iss }, [actor])).toBe('fail:attention');
      expect(wrapper({ iss }, [{ ...actor, place: 'actort', verdict: 'verified' }])).toBe(
        'fail:attention',
      );
    });
    test('is danger all the same without its own token, or with a forged one', () => {
      expect(wrapper({ iss }, [])).toBe('fail:danger');
      expect(wrapper({ iss }, [{ ...actor, place: 'id_token' }])).toBe('fail:danger');
      expect(wrapper({ iss }, [{ ...actor, verdict: 'danger' }])).toBe('fail:danger');
    });
    test('is no issuer of people’s sessions', () => {
      const entra = 'https://sts.windows.net/11111111-2222-4333-8444-555555555555/';
      expect(wrapper({ iss: entra }, [actor])).toBe('fail:danger');
      expect(wrapper({}, [actor])).toBe('fail:danger');
      expect(wrapper({ iss: [iss] }, [actor])).toBe('fail:danger');
    });
    test('writes the word as the standard does', () => {
      expect(wrapper({ iss }, [actor], '{"alg":"nOnE"}')).toBe('fail:danger');
      expect(wrapper({ iss }, [actor], '{"alg":"RS256"}')).toBe('fail:danger');
    });
  });
  describe('unknown', () => {
    test('a token without a method is not called unsigned', () => {
      expect(answerOf(algNone, factsOf({ header: { alg: undefined } }))).toBe('pass');
    });
  });
  describe('hostile', () => {
    test('a method that is no text', () => {
      expect(answerOf(algNone, factsOf({ header: { alg: { none: 1 } } }))).toBe('pass');
    });
    test('a very long method', () => {
      expect(answerOf(algNone, factsOf({ header: { alg: 'none'.repeat(5000) } }))).toBe('pass');
    });
  });
});
