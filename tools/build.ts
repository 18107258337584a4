import { runLocal, step } from './run.ts';

/** Builds `dist/chrome` and `dist/firefox`. `PIN_KEY=0` leaves out the key that pins the Chrome id. */
for (const target of ['chrome', 'firefox']) {
  await step(`build for ${target}`, () =>
    runLocal('vite', ['build', '--logLevel', 'warn'], { TARGET: target }),
  );
}
