import { rules } from '../../src/core/index.ts';
import type { PopupReading } from './drivers/driver.ts';
import type { ExpectedVerdict, Scenario } from './scenarios/scenario.ts';

/** What a person reads who is to do nothing, or to wait; the other verdicts have words of their own rules. */
const sayings: Readonly<Record<ExpectedVerdict, readonly string[]>> = {
  verified: ['Nothing. You can go on.'],
  undetermined: ['Try again now'],
  'not-inspected': [
    'Nothing. If anything about your account seems strange to you, end all sessions',
  ],
  attention: [],
  danger: [],
};

/**
 * Whether the popup alone leads a person to what is right in this scenario: the way out first where the session is forged, what the
 * failed rules advise before their reasons, and nobody is sent away from a session that is genuine, opaque or could not be checked.
 */
export function compareAction(reading: PopupReading, { verdict, failing }: Scenario): string[] {
  const [first] = reading.actions;
  const problems: string[] = [];
  if (verdict === 'danger' && first !== 'sign-out') {
    problems.push(`the first action is ${first ?? 'none'}, expected: sign-out`);
  }
  if (verdict !== 'danger' && reading.actions.includes('sign-out')) {
    problems.push('the popup sends people away from a session that is not forged');
  }
  const advice =
    failing.length > 0
      ? rules.filter(({ id }) => failing.includes(id)).map(({ remedy }) => remedy)
      : sayings[verdict];
  return [
    ...problems,
    ...advice
      .filter((words) => !reading.text.includes(words))
      .map((words) => `the popup does not advise “${words}”`),
  ];
}
