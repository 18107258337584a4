import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { buildPopupView } from '../../src/background/view.ts';
import { addInspection } from '../../src/core/index.ts';
import { noticeSchema, popupViewSchema, requestSchema } from '../../src/protocol/messages.ts';
import { inspectionOf } from '../support/inspections.ts';

describe('messages', () => {
  test('what pages ask is understood', () => {
    expect(v.is(requestSchema, { type: 'popup-view', tabId: 3 })).toBe(true);
    expect(v.is(requestSchema, { type: 'popup-view', tabId: null })).toBe(true);
    expect(v.is(requestSchema, { type: 'recheck' })).toBe(true);
    expect(v.is(noticeSchema, { type: 'view-changed' })).toBe(true);
  });

  test.each([
    null,
    'popup-view',
    [],
    {},
    { type: 'popup-view' },
    { type: 'popup-view', tabId: 1.5 },
    { type: 'popup-view', tabId: '1' },
    { type: 'give-me-everything' },
    { type: 'constructor' },
  ])('what is none is refused: %j', (message) => {
    expect(v.is(requestSchema, message)).toBe(false);
  });

  test('a view passes through its schema unchanged', () => {
    const inspection = inspectionOf({
      verdict: 'danger',
      outcomes: [
        {
          rule: 'key-foreign',
          outcome: 'fail',
          severity: 'danger',
          evidence: [{ name: 'issuer', value: 'x' }],
        },
        { rule: 'key-denied', outcome: 'unknown', reason: 'key-server-unreachable' },
        { rule: 'token-expired', outcome: 'not-applicable' },
      ],
    });
    const session = addInspection(null, inspection, { isPrivate: false, tabIds: [1] });
    const tab = { id: 1, host: 'outlook.office.com', loadedAtMs: 0, canSee: true };
    const view = buildPopupView(tab, [session], inspection.seenAtMs);
    expect(v.parse(popupViewSchema, structuredClone(view))).toEqual(view);
  });
});
