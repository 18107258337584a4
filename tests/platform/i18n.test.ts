import { beforeEach, describe, expect, test, vi } from 'vitest';

const { fetchFile } = vi.hoisted(() => ({ fetchFile: vi.fn() }));
vi.mock('webextension-polyfill', () => ({
  default: {
    i18n: { getMessage: (name: string) => (name === 'unknown' ? '' : `browser’s ${name}`) },
    runtime: { getURL: (path: string) => `moz-extension://own/${path}` },
  },
}));
const { readMessage, speak } = await import('../../src/platform/i18n.ts');

const fileOf = (content: unknown) => ({ json: async () => content });
const german = {
  hello: { message: 'Hallo, $1! $' },
  both: { message: '$2 und $1' },
  odd: { message: 7 },
};

beforeEach(async () => {
  vi.stubGlobal('fetch', fetchFile.mockReset());
  await speak('auto');
});

describe('messages', () => {
  test('are the browser’s until a language is chosen, and nothing is loaded for that', () => {
    expect(readMessage('hello')).toBe('browser’s hello');
    expect(fetchFile).not.toHaveBeenCalled();
  });

  test('come from the extension’s own file of the chosen language', async () => {
    fetchFile.mockResolvedValue(fileOf(german));
    await speak('pt-BR');
    expect(fetchFile).toHaveBeenCalledWith('moz-extension://own/_locales/pt_BR/messages.json');
    expect(readMessage('hello', ['Ada'])).toBe('Hallo, Ada! $');
    expect(readMessage('both', ['a', 'b'])).toBe('b und a');
    await speak('auto');
    expect(readMessage('hello')).toBe('browser’s hello');
  });

  test('hold what is put in as it is, placeholders and all', async () => {
    fetchFile.mockResolvedValue(fileOf(german));
    await speak('de');
    expect(readMessage('hello', ['$1 $2 $& <b>'])).toBe('Hallo, $1 $2 $& <b>! $');
    expect(readMessage('hello')).toBe('Hallo, ! $');
  });

  test('that the file lacks, or says oddly, are the browser’s', async () => {
    fetchFile.mockResolvedValue(fileOf(german));
    await speak('de');
    for (const name of ['other', 'odd', 'toString', '__proto__']) {
      expect(readMessage(name)).toBe(`browser’s ${name}`);
    }
    expect(readMessage('unknown')).toBe('');
  });

  test.each([
    ['cannot be read', () => Promise.reject(new TypeError('gone'))],
    ['is no object', () => Promise.resolve(fileOf('text'))],
    ['is nothing', () => Promise.resolve(fileOf(null))],
  ])('stay the browser’s when the file %s', async (_name, answer) => {
    fetchFile.mockImplementation(answer);
    await speak('de');
    expect(readMessage('hello')).toBe('browser’s hello');
  });

  test('speak the language that was chosen last, whichever file comes first', async () => {
    let finish: (file: unknown) => void = () => undefined;
    fetchFile.mockReturnValueOnce(new Promise((resolve) => (finish = resolve)));
    const slow = speak('de');
    fetchFile.mockResolvedValueOnce(fileOf({ hello: { message: 'Bonjour' } }));
    await speak('fr');
    finish(fileOf(german));
    await slow;
    expect(readMessage('hello')).toBe('Bonjour');
  });
});
