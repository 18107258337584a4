import type { FoundBrowser } from '../../tools/browsers/find.ts';
import { type CheckOptions, checkScenario, type ScenarioResult } from './check-scenario.ts';
import type { Driver } from './drivers/driver.ts';
import { compareDisk, isKeptByPage } from './left-behind.ts';
import { createProfile, launchInLab } from './run-scenario.ts';
import type { Scenario } from './scenarios/scenario.ts';
import type { Lab } from './server.ts';

/** Plays scenarios in one browser after the other, each time as new. */
export interface Player {
  play(scenario: Scenario, options: CheckOptions): Promise<ScenarioResult>;
  /** Ends the browser. Sentences about tokens of any scenario that stand on its disk then. */
  close(): Promise<readonly string[]>;
}

interface Running {
  readonly driver: Driver;
  readonly profile: ReturnType<typeof createProfile>;
  /** Tokens of the scenarios played in it: those that pages keep themselves, and the others. */
  readonly ofPages: string[];
  readonly ofNobody: string[];
}

/**
 * A browser that can be made as new goes on to the next scenario, which would find what was left; every other one is ended. One in
 * which something was wrong is ended too, so that the next scenario does not pay for it.
 */
export function createPlayer(browser: FoundBrowser, lab: Lab): Player {
  let running: Running | null = null;

  async function open(): Promise<Running> {
    if (running !== null) {
      await running.driver.startAnew?.();
      return running;
    }
    const profile = createProfile();
    try {
      const driver = await launchInLab(browser, lab, profile.path, true);
      running = { driver, profile, ofPages: [], ofNobody: [] };
      return running;
    } catch (error) {
      profile.remove();
      throw error;
    }
  }

  async function close(): Promise<readonly string[]> {
    if (running === null) return [];
    const { driver, profile, ofPages, ofNobody } = running;
    running = null;
    try {
      await driver.close();
      return [
        ...compareDisk(profile.path, ofNobody, false),
        ...compareDisk(profile.path, ofPages, true),
      ];
    } finally {
      profile.remove();
    }
  }

  async function play(scenario: Scenario, options: CheckOptions): Promise<ScenarioResult> {
    const startedMs = Date.now();
    const problems: string[] = [];
    let version: string = browser.name;
    let verdict: string | null = null;
    try {
      const { driver, profile, ofPages, ofNobody } = await open();
      version = driver.version;
      const firstToken = lab.issuedTokens.length;
      const checked = await checkScenario(driver, lab, scenario, options);
      verdict = checked.verdict;
      problems.push(...checked.problems);
      const tokens = lab.issuedTokens.slice(firstToken);
      const areOfPage = isKeptByPage(scenario);
      (areOfPage ? ofPages : ofNobody).push(...tokens);
      // What the extension keeps is removed with it, so its disk is looked at before.
      if (driver.startAnew !== null) problems.push(...compareDisk(profile.path, tokens, areOfPage));
    } catch (error) {
      problems.push(sentenceOf(error));
    }
    if (problems.length > 0 || running?.driver.startAnew === null) {
      problems.push(...(await close().catch((error: unknown) => [sentenceOf(error)])));
    }
    const seconds = (Date.now() - startedMs) / 1000;
    return { browser: version, scenario, verdict, problems, seconds };
  }

  return { play, close };
}

/** What went wrong, in a line. */
export const sentenceOf = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'it failed';
