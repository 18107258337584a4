/**
 * The manifest permissions that the registered token sources ask for. The sources reach the browser's interface through
 * webextension-polyfill, which refuses to load outside of an extension: an empty stand-in lets it load, nothing is called.
 */
export async function readSourcePermissions(): Promise<readonly string[]> {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'chrome');
  Object.defineProperty(globalThis, 'chrome', {
    configurable: true,
    value: { runtime: { id: 'generator' } },
  });
  try {
    const { sources } = await import('../src/background/sources/index.ts');
    return sources.flatMap((source) => source.permissions);
  } finally {
    if (before) Object.defineProperty(globalThis, 'chrome', before);
    else Reflect.deleteProperty(globalThis, 'chrome');
  }
}
