import browser from 'webextension-polyfill';

/** Calls back every `periodMinutes`, also when the background had been stopped. Not more often than every half minute. */
export function repeatEvery(name: string, periodMinutes: number, callback: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) callback();
  });
  void browser.alarms.create(name, { periodInMinutes: periodMinutes });
}
