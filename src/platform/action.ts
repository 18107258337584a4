import browser, { type Action } from 'webextension-polyfill';
import { drawIcon } from './icon-pixels.ts';

export interface ToolbarLook {
  /** Icon file by size in pixels. */
  readonly icons: Readonly<Record<string, string>>;
  /** At most four characters; a sign, because colour alone tells nothing to many people. */
  readonly badge: string;
  readonly badgeColor: string;
  /** What a screen reader says for the button. */
  readonly title: string;
}

/** Sets the toolbar button of one tab. A tab that has gone meanwhile is no error. */
export async function showInToolbar(tabId: number, look: ToolbarLook): Promise<void> {
  try {
    await Promise.all([
      browser.action.setIcon({ tabId, ...(await picturesOf(look)) }),
      browser.action.setBadgeText({ tabId, text: look.badge }),
      browser.action.setBadgeBackgroundColor({ tabId, color: look.badgeColor }),
      browser.action.setTitle({ tabId, title: look.title }),
    ]);
  } catch (error) {
    if (await tabExists(tabId)) throw error;
  }
}

/** A worker has pixels, a page has files: Firefox reads these itself, and would have to make files of pixels. */
async function picturesOf({
  icons,
}: ToolbarLook): Promise<Pick<Action.SetIconDetailsType, 'path' | 'imageData'>> {
  if (typeof document !== 'undefined') return { path: { ...icons } };
  const drawn = Object.entries(icons).map(
    async ([size, path]) => [size, await drawIcon(path)] as const,
  );
  return { imageData: Object.fromEntries(await Promise.all(drawn)) };
}

/** Sets what the button is called on tabs that have no title of their own. */
export const nameButton = (title: string): Promise<void> => browser.action.setTitle({ title });

async function tabExists(tabId: number): Promise<boolean> {
  return browser.tabs.get(tabId).then(
    () => true,
    () => false,
  );
}
