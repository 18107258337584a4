/** Calls back when the browser says that it is connected again. */
export function onOnline(callback: () => void): void {
  addEventListener('online', callback);
}

/** False only when the browser is sure that there is no connection. */
export const mayBeOnline = (): boolean => navigator.onLine;
