/** For stores whose pages are never busy. */
export const alwaysCalm = (): Promise<void> => Promise.resolve();
