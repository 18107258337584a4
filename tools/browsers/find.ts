import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserName = 'chromium' | 'chrome' | 'edge' | 'firefox';

export interface FoundBrowser {
  readonly name: BrowserName;
  /** `chromium` for everything that is driven like Chromium. */
  readonly family: 'chromium' | 'firefox';
  readonly path: string;
}

const programFiles = [
  process.env['PROGRAMFILES'],
  process.env['PROGRAMFILES(X86)'],
  process.env['LOCALAPPDATA'],
].filter((folder): folder is string => folder !== undefined);

const windows = (...parts: string[]) => programFiles.map((folder) => join(folder, ...parts));

/** Program names to look for in PATH, and places outside of it. */
const places: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: [
    'chromium',
    'chromium-browser',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...windows('Chromium', 'Application', 'chrome.exe'),
  ],
  chrome: [
    'google-chrome-stable',
    'google-chrome',
    '/opt/google/chrome/chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ...windows('Google', 'Chrome', 'Application', 'chrome.exe'),
  ],
  edge: [
    'microsoft-edge-stable',
    'microsoft-edge',
    '/opt/microsoft/msedge/msedge',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...windows('Microsoft', 'Edge', 'Application', 'msedge.exe'),
  ],
  firefox: [
    'firefox',
    'firefox-esr',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    ...windows('Mozilla Firefox', 'firefox.exe'),
  ],
};

export const browserNames = Object.keys(places) as readonly BrowserName[];

/** The first of the named browsers that is installed, or null. */
export function findBrowser(names: readonly BrowserName[]): FoundBrowser | null {
  for (const name of names) {
    const path = places[name].map(locate).find((found) => found !== null);
    if (path) return { name, family: name === 'firefox' ? 'firefox' : 'chromium', path };
  }
  return null;
}

function locate(place: string): string | null {
  if (place.includes('/') || place.includes('\\')) return isProgram(place) ? place : null;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, place)).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
