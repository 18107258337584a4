/** For stores whose pages are never busy. */
export const alwaysCalm = (): Promise<void> => Promise.resolve();

/** For stores whose page is busy until `end` is called. */
export function busyPage() {
  let end = (): void => undefined;
  const come = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { calm: () => come, end };
}
