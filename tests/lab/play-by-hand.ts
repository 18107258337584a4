import type { FoundBrowser } from '../../tools/browsers/find.ts';
import type { Driver } from './drivers/driver.ts';
import { onInterrupt } from './interrupt.ts';
import { loginHost, menuHost } from './names.ts';
import { createProfile, launchInLab, pause } from './run-scenario.ts';
import { type LabEvent, startLab } from './server.ts';

/** Opens the lab's menu in a window and prints what happens until the person closes it. */
export async function playByHand(browser: FoundBrowser): Promise<true> {
  const lab = await startLab(tell);
  const profile = createProfile();
  let driver: Driver | null = null;
  let ending: Promise<void> | null = null;
  const endAll = async () => {
    await driver?.close();
    await lab.close();
    profile.remove();
  };
  // An interruption ends the browser, whose end leads here again.
  const end = () => {
    ending ??= endAll();
    return ending;
  };
  const stop = onInterrupt(end);
  try {
    driver = await launchInLab(browser, lab, profile.path, false);
    await driver.goto(`https://${menuHost}/`);
    console.log('\nThe browser is open. Choose what shall happen to your session.');
    console.log('Close the browser or press Ctrl-C to end; nothing is left behind.\n');
    await tellVerdicts(driver);
  } finally {
    stop();
    await end();
  }
  return true;
}

/** What of the lab's events a person wants to read. */
function tell({ kind, host, path, text, isOfPage }: LabEvent): void {
  const time = new Date().toLocaleTimeString();
  if (kind === 'scenario-chosen') console.log(`\n${time}  scenario      ${text}`);
  if (kind === 'token-issued') console.log(`${time}  sign-in       handed out ${text}`);
  if (kind === 'request' && host === loginHost && !isOfPage) {
    console.log(`${time}  Countersign   asked for the keys at ${host}${path}`);
  }
  if (kind === 'request' && path.startsWith('/api/')) {
    console.log(`${time}  mail page     asked for mail at ${host}`);
  }
}

/** Prints the toolbar's words when they change, until the browser is closed. */
async function tellVerdicts(driver: Driver): Promise<void> {
  let isOpen = true;
  let told: string | null = null;
  void driver.closed.then(() => {
    isOpen = false;
  });
  while (isOpen) {
    const title = await driver.watchTitle().catch(() => null);
    if (title !== null && title !== told && title !== 'Countersign') {
      console.log(`${new Date().toLocaleTimeString()}  toolbar       ${title}`);
    }
    told = title ?? told;
    await Promise.race([pause(500), driver.closed]);
  }
}
