import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { firefoxId as extensionId } from '../../../tools/identity.ts';
import { type Bidi, connectBidi } from './bidi.ts';
import {
  blockedPatternsOf,
  type Driver,
  type LaunchOptions,
  readPopupExpression,
  type Scheme,
  type Size,
  schemes,
  tabExpression,
} from './driver.ts';
import { manageFirefox } from './firefox-policy.ts';
import { parsePopup, parseTab, parseUse } from './parse.ts';
import { allowInFirefox } from './private-windows.ts';

/** Fixed, so that the extension's pages have a known address. */
const extensionUuid = '6f1d3c58-2b7e-4a90-8d14-c5e0b7a9f321';
const origin = `moz-extension://${extensionUuid}`;
const startTimeoutMs = 60_000;

/** Stock Firefox over WebDriver BiDi, with a throw-away profile. */
export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  mkdirSync(options.profilePath, { recursive: true });
  writeFileSync(join(options.profilePath, 'user.js'), preferencesOf(options));
  const { policy, blockedHosts = [] } = options;
  if (policy !== undefined) writePolicy(options.profilePath, policy);
  const program =
    blockedHosts.length === 0
      ? options.browserPath
      : manageFirefox(options.browserPath, join(options.profilePath, 'program'), {
          ExtensionSettings: {
            [extensionId]: { runtime_blocked_hosts: blockedPatternsOf(blockedHosts) },
          },
        });
  const child = spawn(
    program,
    [
      ...(options.isHeadless ? ['--headless'] : []),
      '--no-remote',
      '--profile',
      options.profilePath,
      '--remote-debugging-port=0',
      '--remote-allow-system-access',
      '--width=1180',
      '--height=860',
      'about:blank',
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, HOME: options.profilePath } },
  );
  const log = createWriteStream(options.logPath);
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  child.once('close', () => log.end());
  const bidi = await connectBidi(`${await readAddress(child)}/session`);
  const session = await bidi.send('session.new', {
    capabilities: { alwaysMatch: { acceptInsecureCerts: true } },
  });
  const install = async () => {
    const extensionData = { type: 'path', path: options.extensionPath };
    await bidi.send('webExtension.install', { extensionData });
    await evaluateInWindow(bidi, listensExpression);
  };
  const { contexts } = await bidi.send('browsingContext.getTree', {});
  const tab = firstContext(contexts);
  await options.before?.({
    goto: (url) => navigateTo(bidi, tab, url),
    evaluate: (expression) => evaluateIn(bidi, tab, expression),
  });
  await install();
  return createDriver(child, bidi, tab, install, readVersion(session));
}

/** As a native manifest of the person's own; the profile's folder is this browser's home. */
function writePolicy(home: string, data: Readonly<Record<string, unknown>>): void {
  const folder = join(home, '.mozilla', 'managed-storage');
  mkdirSync(folder, { recursive: true });
  const manifest = { name: extensionId, description: 'Policy', type: 'storage', data };
  writeFileSync(join(folder, `${extensionId}.json`), JSON.stringify(manifest));
}

function preferencesOf({ proxyPort }: LaunchOptions): string {
  const values: Readonly<Record<string, string | number | boolean>> = {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'browser.dom.window.dump.enabled': true,
    'devtools.console.stdout.content': true,
    'devtools.console.stdout.chrome': true,
    // Kept when the extension is removed and installed again; what it stored is not.
    'extensions.webextensions.keepUuidOnUninstall': true,
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: extensionUuid }),
    // No program can answer the browser's own question; the click on the extension's button, which must come before it, is a real one.
    'extensions.webextOptionalPermissionPrompts': false,
    // The popup is read in a tab behind the page, where timers would otherwise wait for a second.
    'dom.min_background_timeout_value': 4,
    'dom.min_background_timeout_value_without_budget_throttling': 4,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.reportingpolicy.firstRun': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.aboutwelcome.enabled': false,
    'browser.startup.page': 0,
    // Mail pages of the lab sign in by themselves, without a click that a window could follow from.
    'dom.disable_open_during_load': false,
    'app.update.enabled': false,
    'app.normandy.enabled': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
  };
  return Object.entries(values)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

/** Firefox says on its error stream where it listens. */
function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`Firefox did not start within ${startTimeoutMs / 1000} s`)),
      startTimeoutMs,
    );
    let text = '';
    child.stderr?.on('data', (data) => {
      text += String(data);
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(text)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    });
    child.once('exit', () => reject(new Error('Firefox ended before it could be driven')));
  });
}

function firstContext(contexts: unknown): string {
  const [first] = Array.isArray(contexts) ? contexts : [];
  if (typeof first?.context !== 'string') throw new Error('Firefox opened no tab');
  return first.context;
}

function readVersion({ capabilities }: Readonly<Record<string, unknown>>): string {
  const known = typeof capabilities === 'object' && capabilities !== null ? capabilities : {};
  return `Firefox ${'browserVersion' in known ? String(known.browserVersion) : ''}`;
}

async function navigateTo(bidi: Bidi, context: string, url: string): Promise<void> {
  await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
}

async function evaluateIn(bidi: Bidi, target: string, expression: string): Promise<unknown> {
  const answer = await bidi.send('script.evaluate', {
    // JSON keeps the answer's shape without BiDi's own value format.
    expression: `(async () => JSON.stringify(await (${expression})) ?? 'null')()`,
    target: { context: target },
    awaitPromise: true,
  });
  const { result, exceptionDetails } = answer;
  if (exceptionDetails !== undefined)
    throw new Error(`the page threw: ${textOf(exceptionDetails)}`);
  return JSON.parse(jsonOf(result));
}

/** Presses and lets go of the mouse in the middle of an element. */
async function click(bidi: Bidi, target: string, selector: string): Promise<void> {
  await bidi.send('browsingContext.activate', { context: target });
  const middle = await evaluateIn(bidi, target, middleOf(selector));
  const { x, y } = v.parse(v.object({ x: v.number(), y: v.number() }), middle);
  await bidi.send('input.performActions', {
    context: target,
    actions: [
      {
        type: 'pointer',
        id: 'mouse',
        actions: [
          { type: 'pointerMove', x, y },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      },
    ],
  });
}

/** Evaluates in Firefox's own window, where its preferences and extensions are at hand. */
async function evaluateInWindow(bidi: Bidi, expression: string): Promise<unknown> {
  const { contexts } = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  return evaluateIn(bidi, firstContext(contexts), expression);
}

function createDriver(
  child: ChildProcess,
  bidi: Bidi,
  firstTab: string,
  install: () => Promise<void>,
  version: string,
): Driver {
  let context = firstTab;
  let knownTab: Promise<number> | null = null;
  const closed = once(child, 'exit').then(() => undefined);

  const navigate = (target: string, url: string) => navigateTo(bidi, target, url);

  async function setSize(target: string, viewport: Size): Promise<void> {
    await bidi.send('browsingContext.setViewport', { context: target, viewport });
  }

  async function screenshot(target: string, path: string): Promise<void> {
    const { data } = await bidi.send('browsingContext.captureScreenshot', {
      context: target,
      origin: 'document',
    });
    writeFileSync(path, Buffer.from(String(data), 'base64'));
  }

  /** A new tab in the background, so that the page stays the active one; closed afterwards. */
  async function inExtensionPage<Value>(
    path: string,
    work: (target: string) => Promise<Value>,
  ): Promise<Value> {
    // Beside the page: the window that was used last may be a private one, where extensions have no databases.
    const created = await bidi.send('browsingContext.create', {
      type: 'tab',
      background: true,
      referenceContext: context,
    });
    const target = String(created['context']);
    try {
      await navigate(target, `${origin}/${path}`);
      return await work(target);
    } finally {
      await bidi.send('browsingContext.close', { context: target });
    }
  }

  async function readTab() {
    const url = String(await evaluateIn(bidi, context, 'location.href'));
    return inExtensionPage('src/popup/index.html', async (target) =>
      parseTab(await evaluateIn(bidi, target, tabExpression(url))),
    );
  }

  async function withPopup<Value>(work: (target: string) => Promise<Value>): Promise<Value> {
    // The page's tab keeps its number.
    knownTab ??= readTab().then(({ id }) => id);
    return inExtensionPage(`src/popup/index.html?tab=${await knownTab}`, async (target) => {
      await evaluateIn(bidi, target, waitForAnswer);
      return work(target);
    });
  }

  /** Firefox has no command for colour schemes; pages follow this preference. */
  async function inScheme(
    target: string,
    scheme: Scheme,
    work: () => Promise<void>,
  ): Promise<void> {
    const value = scheme === 'dark' ? 0 : 1;
    await evaluateInWindow(
      bidi,
      `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${value})`,
    );
    // The page learns of it a moment later.
    await evaluateIn(bidi, target, waitForScheme(scheme));
    await work();
  }

  return {
    version,
    origin,
    async goto(url) {
      await navigate(context, url);
    },
    evaluate: (expression) => evaluateIn(bidi, context, expression),
    readPopup: () =>
      withPopup(async (target) => parsePopup(await evaluateIn(bidi, target, readPopupExpression))),
    readToolbar: readTab,
    evaluateInPopup: (expression, scheme) =>
      withPopup(async (target) => {
        let value: unknown;
        await inScheme(target, scheme, async () => {
          value = await evaluateIn(bidi, target, expression);
        });
        return value;
      }),
    evaluateInSchemes: (expression) =>
      withPopup(async (target) => {
        const values: Record<Scheme, unknown> = { light: null, dark: null };
        for (const scheme of schemes) {
          await inScheme(target, scheme, async () => {
            values[scheme] = await evaluateIn(bidi, target, expression);
          });
        }
        return values;
      }),
    evaluateInExtension: (expression) =>
      inExtensionPage('src/popup/index.html', (target) => evaluateIn(bidi, target, expression)),
    visitOwnPage: async (path, size, work) => {
      knownTab ??= path.includes('{tab}') ? readTab().then(({ id }) => id) : null;
      const visit = async (target: string) => {
        await setSize(target, size);
        return work({
          evaluate: (expression) => evaluateIn(bidi, target, expression),
          click: (selector) => click(bidi, target, selector),
          setScheme: (scheme) => inScheme(target, scheme, async () => undefined),
          open: async (other) => {
            await navigate(target, `${origin}/${other}`);
          },
          screenshot: (file) => screenshot(target, file),
        });
      };
      return inExtensionPage(path.replace('{tab}', String(await knownTab)), visit);
    },
    async startAnew() {
      const created = await bidi.send('browsingContext.create', { type: 'tab' });
      await bidi.send('browsingContext.close', { context });
      context = String(created['context']);
      knownTab = null;
      await bidi.send('webExtension.uninstall', { extension: extensionId });
      await evaluateInWindow(bidi, eraseExpression);
      await install();
    },
    async trustAuthority(certificate) {
      const base64 = certificate.replace(/-----[^-]+-----|\s/g, '');
      await evaluateInWindow(bidi, trustExpression(base64));
    },
    async watchTitle() {
      const title = await evaluateInWindow(bidi, titleExpression);
      return typeof title === 'string' ? title : null;
    },
    screenshotPage: (path, scheme) => inScheme(context, scheme, () => screenshot(context, path)),
    screenshotPopup: (path, scheme) =>
      withPopup(async (target) => {
        await setSize(target, { width: 360, height: 600 });
        await inScheme(target, scheme, () => screenshot(target, path));
      }),
    async allowInPrivate() {
      await evaluateInWindow(bidi, allowInFirefox(extensionId));
      await evaluateInWindow(bidi, listensExpression);
    },
    readBackgroundUse: async () => parseUse(await evaluateInWindow(bidi, useExpression)),
    async dropGarbage() {
      // What the button of about:memory does, in every process.
      await evaluateInWindow(bidi, "Services.obs.notifyObservers(null, 'child-mmu-request')");
      return true;
    },
    async stopBackground() {
      const endMs = Date.now() + startTimeoutMs;
      const extension = `WebExtensionPolicy.getByID('${extensionId}').extension`;
      // What the browser itself calls when the event page has been idle; the debugging session would count as activity.
      // The next request wakes a new page at once, so the state of a moment later says nothing.
      const isStopped = `(async () => {
        const states = [];
        const extension = ${extension};
        const note = () => states.push(extension.backgroundState);
        const stopped = extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
        note();
        await stopped;
        note();
        return states.some((state) => state !== 'running');
      })()`;
      while ((await evaluateInWindow(bidi, isStopped)) !== true) {
        if (Date.now() > endMs) throw new Error('the event page did not stop');
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    closed,
    async close() {
      await bidi.send('browser.close', {}).catch(() => undefined);
      bidi.close();
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await closed;
      clearTimeout(timer);
    },
  };
}

/** Evaluated in the window: the words of the extension's button, wherever the person has put it. */
const titleExpression = `(() => {
  const { CustomizableUI } = ChromeUtils.importESModule('moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs');
  const node = CustomizableUI.getWidget('countersign_countersign_example-browser-action').forWindow(window).node;
  return node?.getAttribute('label') ?? null;
})()`;

/** Evaluated in the window: an authority for servers, and no connection of before goes on. */
const trustExpression = (base64: string) => `(() => {
  const database = Cc['@mozilla.org/security/x509certdb;1'].getService(Ci.nsIX509CertDB);
  database.addCertFromBase64('${base64}', 'CT,,');
  Services.obs.notifyObservers(null, 'net:cancel-all-connections');
  return true;
})()`;

/** Evaluated in the window: resolves when the extension listens, as nobody signs in within its first moments. */
const listensExpression = `(async () => {
  const { extension } = WebExtensionPolicy.getByID('${extensionId}');
  while (extension.backgroundState !== 'running') await new Promise((resolve) => setTimeout(resolve, 10));
})()`;

/** Evaluated in the window: what the process of all extensions has used. */
const useExpression = `ChromeUtils.requestProcInfo().then(({ children }) => {
  const own = children.find(({ type }) => type === 'extension');
  return own ? { cpuMs: own.cpuTime / 1e6, bytes: own.memory } : null;
})`;

/** Evaluated in the window: erases cookies, storage, service workers, caches, history and permissions of all pages. */
const eraseExpression = `new Promise((resolve, reject) => {
  Services.prefs.clearUserPref('layout.css.prefers-color-scheme.content-override');
  Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, {
    onDataDeleted: (failed) => failed === 0 ? resolve(true) : reject(new Error('not erased: ' + failed)),
  });
})`;

const middleOf = (selector: string) => `(() => {
  const element = document.querySelector(${JSON.stringify(selector)});
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
})()`;

const waitForAnswer = `new Promise((resolve) => {
  const look = () => {
    const state = document.querySelector('main')?.dataset.state;
    if (state !== undefined && state !== 'loading') resolve(state);
    else setTimeout(look, 20);
  };
  look();
})`;

const waitForScheme = (scheme: Scheme) => `new Promise((resolve) => {
  const look = () => {
    if (matchMedia('(prefers-color-scheme: ${scheme})').matches) resolve(true);
    else setTimeout(look, 20);
  };
  look();
})`;

function jsonOf(result: unknown): string {
  if (typeof result === 'object' && result !== null && 'value' in result)
    return String(result.value);
  return 'null';
}

function textOf(details: unknown): string {
  if (typeof details === 'object' && details !== null && 'text' in details)
    return String(details.text);
  return 'unknown error';
}
