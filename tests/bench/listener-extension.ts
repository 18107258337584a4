import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const loader = 'service-worker-loader.js';

/**
 * Runs before the extension's own program: each listener that this registers becomes one that does nothing. So the copy listens to
 * exactly the same events with the same filters, and nothing else of it ever runs after its start.
 */
const silence = `
const nothing = () => {};
let count = 0;
for (const name of Object.keys(chrome)) {
  const part = chrome[name];
  if (typeof part !== 'object' || part === null) continue;
  for (const eventName of Object.keys(part)) {
    const event = part[eventName];
    if (typeof event?.addListener !== 'function') continue;
    const add = event.addListener.bind(event);
    event.addListener = (_listener, ...filters) => { count++; add((...details) => nothing(details), ...filters); };
  }
}
globalThis.countListeners = () => count;
`;

/** Copies a built extension to a folder, as one that does nothing but listen. */
export function buildListener(builtPath: string, path: string): void {
  cpSync(builtPath, path, { recursive: true });
  const program = readFileSync(join(path, loader), 'utf8');
  writeFileSync(join(path, 'silence.js'), silence);
  writeFileSync(join(path, loader), `import './silence.js';\n${program}`);
}
