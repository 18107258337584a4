import { texts as reportTexts } from './report-texts.ts';

/** English sentences about what was found in a file. */
export const texts = {
  inspector_bench_results: {
    message: 'Results',
    description: 'Heading above the results; the name of the file stands below',
  },
  inspector_bench_recorded: {
    message: 'Saved evidence holds no tokens. What you see is what was found when it was saved.',
    description: 'Above the results, where the file is saved evidence',
  },
  inspector_bench_stopped: {
    message: 'Stopped. Only what was read until then is shown.',
    description: 'Above the results of a check that was stopped',
  },
  inspector_bench_tokens_one: {
    message: '$COUNT$ token',
    description: 'How many tokens were found, one',
    placeholders: { count: { content: '$1' } },
  },
  inspector_bench_tokens_other: {
    message: '$COUNT$ tokens',
    description: 'How many tokens were found',
    placeholders: { count: { content: '$1' } },
  },
  inspector_bench_show: {
    message: 'Show',
    description: 'Label of a choice of which results to show',
  },
  inspector_bench_show_all: { message: 'All', description: 'Choice: show all results' },
  inspector_bench_none_of_these: {
    message: 'None of the tokens has this verdict.',
    description: 'In the place of results, where none has the chosen verdict',
  },
  inspector_bench_pages: {
    message: 'Pages of results',
    description: 'Navigation, for screen readers',
  },
  inspector_bench_page: {
    message: '$FIRST$ to $LAST$ of $ALL$',
    description: 'Which results are shown',
    placeholders: { first: { content: '$1' }, last: { content: '$2' }, all: { content: '$3' } },
  },
  inspector_bench_previous: { message: 'Previous', description: 'Button: earlier results' },
  inspector_bench_next: { message: 'Next', description: 'Button: later results' },
  inspector_bench_host_unknown: {
    message: 'host not known',
    description: 'A result whose host the file does not say',
  },
  inspector_bench_seen_one: {
    message: 'found once',
    description: 'How often a token was found, once',
    placeholders: { count: { content: '$1' } },
  },
  inspector_bench_seen_other: {
    message: 'found $COUNT$ times',
    description: 'How often a token was found',
    placeholders: { count: { content: '$1' } },
  },
  inspector_bench_used_at: {
    message: 'Used $TIME$',
    description: 'When a token was used',
    placeholders: { time: { content: '$1' } },
  },
  inspector_bench_used_between: {
    message: 'Used from $FIRST$ to $LAST$',
    description: 'When a token was used first and last',
    placeholders: { first: { content: '$1' }, last: { content: '$2' } },
  },
  inspector_bench_judged_at: {
    message: 'Judged as of $TIME$',
    description: 'The time as of which a token was judged',
    placeholders: { time: { content: '$1' } },
  },
  inspector_bench_place: {
    message: 'Place in the file',
    description: 'Label: where in the file a token stood',
  },
  inspector_bench_says_nothing: {
    message: 'What it says is not shown: it cannot be decoded, or is too long.',
    description: 'In the place of the header and claims of a token',
  },
  inspector_bench_missing_keys: {
    message:
      'Some tokens name keys that are not in the key lists at hand, so their signatures could not be checked.',
    description: 'Above a button that fetches key lists',
  },
  inspector_bench_missing_hosts: {
    message:
      'These servers would be asked: $HOSTS$. They learn that somebody asks, not about which token.',
    description: 'Above a button that fetches key lists',
    placeholders: { hosts: { content: '$1' } },
  },
  inspector_bench_fetch: {
    message: 'Fetch key lists and check again',
    description: 'Button: fetches key lists from their servers',
  },
  inspector_bench_fetching: {
    message: 'Fetching…',
    description: 'Button while key lists are fetched',
  },
  inspector_bench_fetch_failed: {
    message: 'The background of Countersign did not answer.',
    description: 'Fetching key lists failed',
  },
  inspector_bench_clock: {
    message: 'The clock of the recording computer was wrong by $TIME$. Times are corrected.',
    description: 'The servers’ clocks say that the recording computer’s was wrong',
    placeholders: { time: { content: '$1' } },
  },
  inspector_bench_left_refresh_token: {
    message: 'Refresh tokens left out, which only their issuer knows: $COUNT$',
    description: 'What was left out',
    placeholders: { count: { content: '$1' } },
  },
  inspector_bench_left_own_proof: {
    message: 'Proofs left out that an application or a device made about itself: $COUNT$',
    description: 'What was left out',
    placeholders: { count: { content: '$1' } },
  },
  inspector_bench_left_broken_file: {
    message: 'The file ends too early or is damaged. Only what stood before that was read.',
    description: 'What was left out',
  },
  inspector_bench_left_broken_line: {
    message: 'Lines left out because they are damaged: $COUNT$',
    description: 'What was left out',
    placeholders: { count: { content: '$1' } },
  },
  inspector_bench_left_too_large: {
    message: 'Parts left out because they are too large: $COUNT$',
    description: 'What was left out',
    placeholders: { count: { content: '$1' } },
  },
  inspector_bench_left_too_deep: {
    message: 'Parts left out because they are nested too deep: $COUNT$',
    description: 'What was left out',
    placeholders: { count: { content: '$1' } },
  },
  inspector_bench_left_use_beyond_bound: {
    message: 'Further uses of the same tokens that were not judged apart: $COUNT$',
    description: 'What was left out',
    placeholders: { count: { content: '$1' } },
  },
  ...reportTexts,
};
