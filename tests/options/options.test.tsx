// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultPolicy, type Policy, providers } from '../../src/core/index.ts';
import { maxSettingsFile, writeSettingsFile } from '../../src/protocol/settings-file.ts';
import { defaultSettings, type Settings } from '../../src/protocol/settings-schema.ts';
import { findHarm, naughtyTexts } from '../support/naughty.ts';

const { answer, request, remove, webRequest } = vi.hoisted(() => ({
  webRequest: {} as { getSecurityInfo?: () => void },
  answer: vi.fn(),
  request: vi.fn(async () => true),
  remove: vi.fn(async () => true),
}));
vi.mock('webextension-polyfill', async () => {
  const { polyfill } = await import('../support/polyfill.ts');
  polyfill.default.runtime.sendMessage = answer;
  return { default: { ...polyfill.default, permissions: { request, remove }, webRequest } };
});
const { Options } = await import('../../src/options/options.tsx');
const { listSections } = await import('../../src/options/sections.ts');

const issuer = { issuer: 'https://sso.contoso.example/realms/staff', shape: 'keycloak' as const };
const webmail = { host: 'mail.contoso.example', name: 'Contoso mail', issuers: [issuer.issuer] };
const finding = {
  rule: 'key-new',
  keyThumbprint: 'thumbprint',
  keyId: 'k1',
  issuer: issuer.issuer,
  account: 'ada@contoso.example',
  acceptedAtMs: 1_795_521_660_000,
};

/** The background: keeps settings, and remembers what it was asked. */
let settings: Settings;
let asked: { type: string; [name: string]: unknown }[];
let testAnswer: unknown;
let isBroken: boolean;

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 5)));

async function open(chosen: Partial<Settings> = {}, policy: Partial<Policy> = {}) {
  settings = { ...defaultSettings, ...chosen };
  asked = [];
  isBroken = false;
  answer.mockImplementation(async (message: { type: string; changes?: object }) => {
    asked.push(message);
    if (message.type === 'management') {
      const isManaged = Object.keys(policy).length > 0;
      return { isManaged, policy: { ...defaultPolicy, ...policy } };
    }
    if (message.type === 'test-issuer') return testAnswer;
    if (message.type === 'stop-accepting') return { result: 'done' };
    if (isBroken && message.type !== 'settings') throw new Error('disk');
    if (message.type === 'change-settings') settings = { ...settings, ...message.changes };
    if (message.type === 'erase-everything') return { type: 'accepted' };
    return settings;
  });
  await act(() => render(<Options />, document.body));
  await settle();
  return document.body;
}

function find<Kind extends HTMLElement>(selector: string): Kind {
  const found = document.querySelector<Kind>(selector);
  if (found === null) throw new Error(`nothing is ${selector}`);
  return found;
}
function button(words: string): HTMLButtonElement {
  const all = [...document.querySelectorAll('button')];
  const found = all.find(({ textContent }) => textContent?.startsWith(words));
  if (found === undefined) throw new Error(`no button says ${words}`);
  return found;
}
async function press(words: string) {
  await act(() => button(words).click());
  await settle();
}
async function type(selector: string, value: string) {
  const field = find<HTMLInputElement>(selector);
  field.value = value;
  await act(() => {
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settle();
}
const changes = () => asked.filter(({ type: kind }) => kind === 'change-settings');
const said = () => find('.saved-note-place [role="status"]').textContent;

beforeEach(() => {
  render(null, document.body);
  request.mockClear();
  remove.mockClear();
  testAnswer = { result: 'usable', keys: 2, algorithms: ['RS256'], keyDocument: null, ask: null };
});

describe('the settings page', () => {
  test('has a heading, a link and a part for each section', async () => {
    const body = await open();
    expect(body.querySelector('h1')?.textContent).toBe('Settings');
    const links = [...body.querySelectorAll('.options-nav a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(
      listSections().map(({ id }) => `#${id}`),
    );
    for (const { id } of listSections()) {
      const part = find(`section#${id}`);
      expect(document.getElementById(part.getAttribute('aria-labelledby') ?? '')).not.toBeNull();
    }
  });

  test('has a label for everything that can be chosen, and no text without words', async () => {
    const body = await open({ ownIssuers: [issuer], acceptedFindings: [finding] });
    await press('Add a webmail');
    const ids = [...body.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const fields = [...body.querySelectorAll('input, select, textarea')];
    expect(fields.length).toBeGreaterThan(20);
    for (const field of fields) {
      const label = body.querySelector(`label[for="${field.id}"]`) ?? field.closest('label');
      expect(label?.textContent?.trim()).toBeTruthy();
    }
    expect(body.textContent).not.toMatch(/\b(?:options|popup|ui)_[a-z]/);
  });

  test('says so when the background is silent', async () => {
    answer.mockRejectedValue(new Error('nobody'));
    await act(() => render(<Options />, document.body));
    await settle();
    expect(find('[data-state="silent"]').textContent).toBe('Countersign did not answer');
  });
});

describe('webmails', () => {
  test('are all there with their hosts, and can be turned off and on', async () => {
    const body = await open({ ownIssuers: [issuer], ownWebmails: [webmail] });
    expect(body.querySelectorAll('[data-webmail]')).toHaveLength(providers.length + 1);
    expect(find('[data-webmail="mail.contoso.example"]').textContent).toContain('Added by you');
    await act(() => find('#webmail-gmail').click());
    await settle();
    expect(changes()[0]).toMatchObject({ changes: { offProviders: ['gmail'] } });
    expect(find('[data-webmail="gmail"]').textContent).toContain('Turned off');
    expect(said()).toBe('The webmail is not checked any more');
    await act(() => find('#webmail-gmail').click());
    await settle();
    expect(settings.offProviders).toEqual([]);
    expect(find<HTMLInputElement>('#webmail-gmail').checked).toBe(true);
  });

  test('cannot be turned off where the organisation forbids it, and count as on', async () => {
    const body = await open({ offProviders: ['gmail'] }, { forbidTurningOff: true });
    const box = find<HTMLInputElement>('#webmail-gmail');
    expect([box.disabled, box.checked]).toEqual([true, true]);
    const note = document.getElementById(box.getAttribute('aria-describedby') ?? '');
    expect(note?.textContent).toContain('forbidTurningOff');
    expect(body.querySelectorAll('.webmail-list input:not(:disabled)')).toHaveLength(0);
  });

  test('what could not be saved is said as an alert, and the switch shows what holds', async () => {
    await open();
    isBroken = true;
    await act(() => find('#webmail-gmail').click());
    await settle();
    expect(find('.saved-note-place [role="alert"]').textContent).toContain('could not be saved');
    expect(find('[data-webmail="gmail"]').textContent).toContain('Checked');
    expect(find<HTMLInputElement>('#webmail-gmail').checked).toBe(true);
  });
});

describe('own issuers', () => {
  const fill = async () => {
    await press('Add an issuer');
    await type('#issuer-address', issuer.issuer);
    await type('#issuer-shape', 'keycloak');
  };

  test('are tested with one question for one host, in the click, and nothing is stored', async () => {
    await open();
    await fill();
    button('Test').click();
    expect(request).toHaveBeenCalledWith({
      origins: ['https://sso.contoso.example/*', 'wss://sso.contoso.example/*'],
    });
    await settle();
    expect(asked.at(-1)).toEqual({ type: 'test-issuer', ...issuer });
    expect(find('[data-result="usable"]').textContent).toContain('publishes 2 keys');
    expect(find('.trial-result').getAttribute('role')).toBe('status');
    expect(changes()).toEqual([]);
  });

  test('whose keys are on another host are asked for by a click of their own', async () => {
    testAnswer = {
      result: 'not-permitted',
      keys: 0,
      algorithms: [],
      keyDocument: null,
      ask: 'keys.contoso.example',
    };
    await open();
    await fill();
    await press('Test');
    request.mockClear();
    button('Allow and test again').click();
    expect(request).toHaveBeenCalledWith({
      origins: ['https://keys.contoso.example/*', 'wss://keys.contoso.example/*'],
    });
  });

  test('are not asked for when they cannot be added, and the reason is said', async () => {
    await open();
    await press('Add an issuer');
    for (const [address, words] of [
      ['http://sso.contoso.example', 'must begin with https://'],
      ['https://login.microsoftonline.com/common', 'built in already'],
      ['https://login.microsoftonline.com.evil.example', 'looks like that of a well-known issuer'],
      ['javascript:alert(1)', 'must begin with https://'],
    ] as const) {
      await type('#issuer-address', address);
      await press('Test');
      expect(find('.entry-form [role="alert"]').textContent).toContain(words);
      await press('Add the issuer');
    }
    expect(request).not.toHaveBeenCalled();
    expect(asked.some(({ type: kind }) => kind === 'test-issuer')).toBe(false);
    expect(changes()).toEqual([]);
  });

  test('are added, changed and removed, and their host is given back', async () => {
    await open();
    await fill();
    await press('Add the issuer');
    expect(settings.ownIssuers).toEqual([issuer]);
    expect(document.querySelector('form')).toBeNull();
    await press('Change');
    await type('#issuer-name', 'Contoso sign-in');
    await press('Save');
    expect(settings.ownIssuers).toEqual([{ ...issuer, name: 'Contoso sign-in' }]);
    await press('Remove');
    expect(settings.ownIssuers).toEqual([]);
    expect(remove).toHaveBeenCalledWith({
      origins: ['https://sso.contoso.example/*', 'wss://sso.contoso.example/*'],
    });
  });

  test('of the organisation stay, and nothing can be added where it forbids that', async () => {
    const body = await open(
      { ownIssuers: [{ ...issuer, issuer: 'https://mine.example/realms/a' }] },
      { issuers: [issuer], forbidOwnWebmails: true },
    );
    expect(body.querySelector('#own [data-origin="own"]')).toBeNull();
    expect(find('#own [data-origin="managed"]').textContent).toContain(issuer.issuer);
    expect(find('#own').textContent).not.toContain('Add an issuer');
    const keys = [...body.querySelectorAll('#own [data-policy-key]')];
    expect(keys.map((note) => note.getAttribute('data-policy-key'))).toEqual([
      'forbidOwnWebmails',
      'issuers',
    ]);
  });
});

describe('own webmails', () => {
  test('begin with the only issuer, ask for their host in the click, and are saved', async () => {
    await open({ ownIssuers: [issuer] });
    await press('Add a webmail');
    expect(find<HTMLTextAreaElement>('#webmail-issuers').value).toBe(issuer.issuer);
    await type('#webmail-name', 'Contoso mail');
    await type('#webmail-host', 'https://Mail.Contoso.example/inbox?x=1');
    button('Add the webmail').click();
    expect(request).toHaveBeenCalledWith({
      origins: ['https://mail.contoso.example/*', 'wss://mail.contoso.example/*'],
    });
    await settle();
    expect(settings.ownWebmails).toEqual([webmail]);
  });

  test.each([
    ['*.example', 'not the name of one host'],
    ['outlook.office.com', 'built in already'],
    ['127.0.0.1', 'not the name of one host'],
  ])('%s cannot be added, and it is said why', async (host, words) => {
    await open({ ownIssuers: [issuer] });
    await press('Add a webmail');
    await type('#webmail-name', 'x');
    await type('#webmail-host', host);
    await press('Add the webmail');
    expect(find('.entry-form [role="alert"]').textContent).toContain(words);
    expect(request).not.toHaveBeenCalled();
  });
});

describe('accepted findings', () => {
  test('are listed in the words of their rule, and can be taken back', async () => {
    await open({ acceptedFindings: [finding] });
    const entry = find('[data-rule="key-new"]');
    expect(entry.textContent).toContain('ada@contoso.example');
    expect(entry.textContent).toMatch(/Accepted \w+ \d+, 2026/);
    await press('Warn again');
    expect(asked.find(({ type: kind }) => kind === 'stop-accepting')).toEqual({
      type: 'stop-accepting',
      finding,
    });
  });

  test('say by which key they are forbidden', async () => {
    await open({ acceptedFindings: [finding] }, { forbidAccepting: true });
    expect(find('#accepted [data-policy-key]').textContent).toContain('forbidAccepting');
  });
});

describe('the other choices', () => {
  test('are saved at once', async () => {
    await open();
    await act(() => find('#warning-banner').click());
    await settle();
    await type('#retention-days', '7');
    await type('#language-choice', 'de');
    expect(settings).toMatchObject({ banner: false, retentionDays: 7, language: 'de' });
  });

  test.each(['0', '366', '1.5', '', '-1'])(
    '%j days are not saved, and it is said why',
    async (days) => {
      await open();
      await type('#retention-days', days);
      expect(changes()).toEqual([]);
      expect(find('#retention-days').getAttribute('aria-invalid')).toBe('true');
      expect(find('#retention-hint').textContent).toContain('not saved');
    },
  );

  test('that the organisation made are shown and locked', async () => {
    const body = await open({}, { retentionDays: 90, forceNotifications: true });
    expect(find<HTMLInputElement>('#retention-days').value).toBe('90');
    for (const id of ['retention-days', 'warning-banner', 'warning-notifications']) {
      expect(find<HTMLInputElement>(`#${id}`).disabled).toBe(true);
    }
    const named = [...body.querySelectorAll('.managed-keys code')];
    expect(named.map(({ textContent }) => textContent)).toEqual([
      'forceNotifications',
      'retentionDays',
    ]);
  });

  test('everything is erased after a question, and not without', async () => {
    await open();
    await press('Erase everything');
    expect(find('dialog').getAttribute('aria-labelledby')).toBe('dialog-title');
    await press('Cancel');
    expect(document.querySelector('dialog')).toBeNull();
    expect(document.activeElement).toBe(button('Erase everything'));
    await press('Erase everything');
    // Escape is a no.
    await act(() => void find('dialog').dispatchEvent(new Event('cancel', { cancelable: true })));
    expect(document.querySelector('dialog')).toBeNull();
    expect(asked.some(({ type: kind }) => kind === 'erase-everything')).toBe(false);
    await press('Erase everything');
    await act(() => find('dialog .button-danger').click());
    await settle();
    expect(asked.filter(({ type: kind }) => kind === 'erase-everything')).toHaveLength(1);
    expect(said()).toBe('Everything was erased');
  });
});

describe('connections to key servers', () => {
  beforeEach(() => {
    webRequest.getSecurityInfo = () => undefined;
  });
  afterEach(() => {
    delete webRequest.getSecurityInfo;
  });

  test('are offered only where the browser can tell them', async () => {
    await open();
    expect(document.querySelector('#connections')).not.toBeNull();
    render(null, document.body);
    delete webRequest.getSecurityInfo;
    await open();
    expect(document.querySelector('#connections, [href="#connections"]')).toBeNull();
  });

  test('are looked at when the browser was asked in the click and allowed it, and no more when turned off', async () => {
    await open();
    find('#check-connections').click();
    expect(request).toHaveBeenCalledWith({ permissions: ['webRequestBlocking'] });
    await settle();
    expect(settings.checkConnections).toBe(true);
    await act(() => find('#check-connections').click());
    await settle();
    expect(remove).toHaveBeenCalledWith({ permissions: ['webRequestBlocking'] });
    expect(settings.checkConnections).toBe(false);
  });

  test('are not looked at when the browser refuses, and that is said', async () => {
    request.mockResolvedValueOnce(false);
    await open();
    await act(() => find('#check-connections').click());
    await settle();
    expect(settings.checkConnections).toBe(false);
    expect(find<HTMLInputElement>('#check-connections').checked).toBe(false);
    expect(find('#connections-refused').textContent).toBe('Firefox did not allow it.');
  });
});

describe('the import of a file', () => {
  async function choose(content: string | File) {
    const file = typeof content === 'string' ? new File([content], 'settings.json') : content;
    const input = find<HTMLInputElement>('#import-file');
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    Object.defineProperty(input, 'value', { value: '', writable: true, configurable: true });
    await act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
    await settle();
  }

  test('shows what would change, and changes it after a yes', async () => {
    await open();
    await choose(
      writeSettingsFile({ ...defaultSettings, offProviders: ['gmail'], banner: false }, 0),
    );
    expect(find('dialog [data-setting="offProviders"]').textContent).toContain('gmail');
    expect(find('dialog [data-setting="banner"]').textContent).toContain('Off');
    expect(changes()).toEqual([]);
    await press('Take over');
    expect(settings).toMatchObject({ offProviders: ['gmail'], banner: false });
    expect(said()).toBe('The settings were taken over');
  });

  test('changes nothing after a no', async () => {
    await open();
    await choose(writeSettingsFile({ ...defaultSettings, banner: false }, 0));
    await press('Cancel');
    expect(changes()).toEqual([]);
  });

  test('of five megabytes is refused before it is read', async () => {
    await open();
    const file = new File(['x'.repeat(5 * 1024 * 1024)], 'settings.json');
    const text = vi.spyOn(file, 'text');
    expect(file.size).toBeGreaterThan(maxSettingsFile);
    await choose(file);
    expect(text).not.toHaveBeenCalled();
    expect(find('#import-problem').textContent).toContain('too large');
    expect(document.querySelector('dialog')).toBeNull();
  });

  test('that cannot be read says why', async () => {
    await open();
    await choose('{');
    expect(find('#import-problem').textContent).toContain('not JSON');
    await choose('{"schema":"x"}');
    expect(find('#import-problem').textContent).toContain('no settings of Countersign');
  });

  test('with strings that break what shows them shows them as text', async () => {
    const webmails = naughtyTexts
      .filter((text) => text.length > 0 && text.length <= 80)
      .slice(0, 12)
      .map((name, at) => ({ ...webmail, host: `mail${at}.contoso.example`, name }));
    const hostile = '<img src=x onerror=alert(1)>\u202egro';
    const listed = [{ ...webmail, name: hostile }, ...webmails];
    const body = await open({ ownIssuers: [issuer], ownWebmails: listed });
    await choose(writeSettingsFile({ ...defaultSettings, offProviders: [hostile] }, 0));
    expect(find('dialog').textContent).toContain('<img src=x');
    expect(findHarm(body, /^(?:#|\/src\/)/)).toEqual([]);
    for (let at = 0; at < naughtyTexts.length; at += 100) {
      const offProviders = naughtyTexts.slice(at, at + 100).filter((text) => text.length <= 253);
      const accepted = naughtyTexts
        .slice(at, at + 100)
        .filter((text) => text.length <= 512)
        .map((text) => ({ ...finding, rule: text.slice(0, 64), account: text, keyId: text }));
      await act(() => render(null, document.body));
      await open({ acceptedFindings: accepted });
      await choose(
        writeSettingsFile({ ...defaultSettings, offProviders, acceptedFindings: accepted }, 0),
      );
      expect(document.querySelector('dialog')).not.toBeNull();
      expect(findHarm(document.body, /^(?:#|\/src\/)/)).toEqual([]);
    }
  });
});
