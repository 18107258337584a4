// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };

const { answer, request } = vi.hoisted(() => ({
  answer: vi.fn(),
  request: vi.fn(async () => true),
}));
vi.mock('webextension-polyfill', async () => {
  const { polyfill } = await import('../support/polyfill.ts');
  const real = (await import('../../manifest.json', { with: { type: 'json' } })).default;
  return {
    default: {
      ...polyfill.default,
      runtime: { ...polyfill.default.runtime, sendMessage: answer, getManifest: () => real },
      permissions: { request },
    },
  };
});
const { Welcome } = await import('../../src/welcome/welcome.tsx');
const { judgeExample } = await import('../../src/welcome/example.ts');

let missing: readonly string[];

async function open(): Promise<HTMLElement> {
  answer.mockImplementation(async ({ hosts }: { hosts: readonly string[] }) =>
    hosts.map((host) => ({ host, access: missing.includes(host) ? 'not-permitted' : 'open' })),
  );
  await act(() => render(<Welcome />, document.body));
  await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
  return document.body;
}

beforeEach(() => {
  render(null, document.body);
  answer.mockReset();
  request.mockReset().mockResolvedValue(true);
  missing = [];
});

describe('the example', () => {
  test('is judged by the real core: the genuine one is verified, the forged one is a danger, and nobody is asked', async () => {
    const { genuine, forged } = await judgeExample(Date.now());
    expect(genuine.verdict).toBe('verified');
    expect(forged.verdict).toBe('danger');
    const failing = forged.outcomes.filter(({ outcome }) => outcome === 'fail');
    expect(failing.map(({ rule }) => rule)).toEqual(['signature-invalid']);
    expect(genuine.outcomes.filter(({ outcome }) => outcome === 'fail')).toEqual([]);
  });

  test('has keys of its own each time', async () => {
    const [one, other] = await Promise.all([judgeExample(Date.now()), judgeExample(Date.now())]);
    expect(one.genuine.key?.thumbprint).not.toBe(other.genuine.key?.thumbprint);
  });

  test('names nothing that exists', () => {
    const source = readFileSync('src/welcome/example.ts', 'utf8');
    const names = [...source.matchAll(/'(?:https:\/\/|[a-z]+@)?([a-z.-]+\.[a-z]+)(?:\/[^']*)?'/g)]
      .map(([, host]) => host ?? '')
      .filter((host) => !host.endsWith('.ts'));
    expect(names.length).toBeGreaterThan(2);
    expect(names.filter((host) => !host.endsWith('.example'))).toEqual([]);
  });
});

describe('the greeting', () => {
  test('says what it does and what it cannot see, and leads to the settings', async () => {
    const body = await open();
    expect([...body.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual([
      'What it does',
      'Try it',
      'What it cannot see',
      'What it asks for, and why',
      'What comes next',
    ]);
    expect(body.querySelector('.welcome-end a')?.getAttribute('href')).toBe(
      '/src/options/index.html',
    );
    const picture = body.querySelector('svg[role="img"]');
    expect(picture?.querySelector('title')?.textContent).toContain('Countersign checks');
    expect(body.textContent).not.toMatch(/\bwelcome_[a-z]/);
  });

  test('shows both verdicts of the example when somebody tries it', async () => {
    const body = await open();
    await act(() => body.querySelector<HTMLButtonElement>('.try-out button')?.click());
    await vi.waitFor(
      () => expect(body.querySelectorAll('.try-out-answer')).toHaveLength(2),
      10_000,
    );
    const shown = [...body.querySelectorAll<HTMLElement>('.try-out-answer')];
    expect(shown.map(({ dataset }) => dataset['verdict'])).toEqual(['verified', 'danger']);
    expect(shown[0]?.textContent).toContain('Your Example Mail session is genuine');
    expect(shown[1]?.textContent).toContain('Your Example Mail session is forged');
    expect(body.querySelector('.try-out-answers')?.getAttribute('role')).toBe('status');
  });

  test('has a reason in words for every permission of the manifest', async () => {
    const body = await open();
    const told = [...body.querySelectorAll<HTMLElement>('[data-permission]')];
    expect(told.map(({ dataset }) => dataset['permission'])).toEqual([
      'hosts',
      ...manifest.permissions,
    ]);
    for (const line of told) {
      expect(line.querySelector('dd')?.textContent?.length).toBeGreaterThan(40);
    }
    const hosts = new Set(manifest.host_permissions.map((pattern) => new URL(pattern).hostname));
    expect(body.querySelectorAll('[data-permission="hosts"] li')).toHaveLength(hosts.size);
  });

  test('asks at once, when the button is pressed, for exactly the hosts that are missing', async () => {
    missing = ['mail.google.com', 'outlook.office.com'];
    const body = await open();
    expect(body.querySelector('.welcome-missing')?.textContent).toContain('2 sites');
    expect(body.querySelectorAll('[data-missing="true"]')).toHaveLength(2);
    const button = body.querySelector<HTMLButtonElement>('.welcome-missing button');
    missing = [];
    button?.click();
    expect(request).toHaveBeenCalledWith({
      origins: missingOrigins(['mail.google.com', 'outlook.office.com']),
    });
    await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
    expect(body.querySelector('.welcome-missing')).toBeNull();
    expect(body.querySelector('.welcome-said')?.textContent).toContain('They are allowed');
  });

  test('says so when they are refused', async () => {
    missing = ['mail.google.com'];
    request.mockRejectedValue(new Error('not now'));
    const body = await open();
    await act(() => body.querySelector<HTMLButtonElement>('.welcome-missing button')?.click());
    await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
    expect(body.querySelector('[role="status"].welcome-said')?.textContent).toContain(
      'did not allow them',
    );
  });
});

const missingOrigins = (hosts: readonly string[]) =>
  hosts.flatMap((host) => [`https://${host}/*`, `wss://${host}/*`]);
