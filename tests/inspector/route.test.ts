import { describe, expect, test } from 'vitest';
import { hashOf, maxHashLength, parseRoute } from '../../src/inspector/route.ts';

describe('the address of the inspector', () => {
  test('names a section', () => {
    expect(parseRoute('#keys')).toEqual({ section: 'keys', session: null, query: null });
    expect(parseRoute('')).toEqual({ section: '', session: null, query: null });
  });

  test('names a session, whatever its id holds', () => {
    const id = 'open/outlook-work/a%2Fb&query=c#d';
    const route = parseRoute(hashOf('sessions', { session: id }));
    expect(route).toEqual({ section: 'sessions', session: id, query: null });
  });

  test('names a query of a section', () => {
    const route = parseRoute(hashOf('history', { query: 'ada & bob' }));
    expect(route).toEqual({ section: 'history', session: null, query: 'ada & bob' });
  });

  test('that is too long or makes no sense opens the first section', () => {
    expect(parseRoute(`#session=${'a'.repeat(maxHashLength)}`).session).toBeNull();
    expect(parseRoute('#%').session).toBeNull();
  });
});
