import type { Reporter, TestModule } from 'vitest/node';

/** Says at the end which suites and tests were skipped; their titles carry the reason. */
export default class SkipReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped = new Set<string>();
    for (const module of modules) {
      for (const test of module.children.allTests('skipped')) {
        const { parent } = test;
        skipped.add(parent.type === 'suite' ? parent.fullName : test.fullName);
      }
    }
    for (const name of skipped) console.log(`SKIPPED: ${name}`);
  }
}
