import { chmodSync } from 'node:fs';
import { runLocal, step } from './run.ts';

/** Builds `dist/chrome`, `dist/firefox` and the command line `dist/cli`. `PIN_KEY=0` leaves out the key that pins the Chrome id. */
for (const target of ['chrome', 'firefox', 'cli']) {
  await step(`build for ${target}`, () =>
    runLocal('vite', ['build', '--logLevel', 'warn'], { TARGET: target }),
  );
}
// Started by name, as `npx countersign`.
chmodSync('dist/cli/countersign.js', 0o755);
