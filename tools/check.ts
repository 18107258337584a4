import { runLocal, step } from './run.ts';

/** Types, style, and Mozilla's linter over the Firefox build. */
await step('types', () => runLocal('tsc', ['-p', 'tsconfig.json']));
await step('types of the core, without any browser API', () =>
  runLocal('tsc', ['-p', 'tsconfig.core.json']),
);
await step('style', () => runLocal('biome', ['check', '.']));
await step('build', () => runLocal('tsx', ['tools/build.ts']));
await step('linter of Mozilla', () => runLocal('tsx', ['tools/lint-firefox.ts']));
