import { texts as resultTexts } from './result-texts.ts';

/** English sentences of the section that checks files. */
export const texts = {
  inspector_bench: {
    message: 'Check a file',
    description: 'Section of the inspector: checks tokens out of files',
  },
  inspector_bench_lead: {
    message:
      'Check tokens that come from somewhere else, by the same rules as your own sessions. Nothing leaves this computer, and nothing is kept when you leave this page.',
    description: 'Above the fields of the section that checks files',
  },
  inspector_bench_drop: {
    message: 'Drop a file here',
    description: 'Area that takes a dropped file',
  },
  inspector_bench_drop_now: {
    message: 'Let go to check this file',
    description: 'Area that takes a dropped file, while one is held over it',
  },
  inspector_bench_choose: {
    message: 'Choose a file',
    description: 'Button that opens the browser’s choice of a file',
  },
  inspector_bench_kinds: {
    message:
      'A recording of network traffic (HAR), a SAML-tracer export, a token cache (MSAL, ADAL), saved evidence, or a list of tokens',
    description: 'Which files can be checked',
  },
  inspector_bench_paste: {
    message: 'Or paste a token',
    description: 'Label of a field for pasted tokens',
  },
  inspector_bench_paste_hint: {
    message:
      'Several on lines of their own, or as they stand in a header. What you paste is never stored.',
    description: 'Below the field for pasted tokens',
  },
  inspector_bench_check: { message: 'Check', description: 'Button: check what was pasted' },
  inspector_bench_options: {
    message: 'How to judge',
    description: 'Line that opens the choices of webmail, time and key lists',
  },
  inspector_bench_webmail: {
    message: 'Webmail where the tokens were used',
    description: 'Label of a choice',
  },
  inspector_bench_webmail_of_file: {
    message: 'As the file says',
    description: 'Choice: the file says which webmail it was',
  },
  inspector_bench_time: {
    message: 'Judge as of',
    description: 'Label of a field for a date and a time',
  },
  inspector_bench_time_hint: {
    message:
      'Leave it empty to judge each token as of the time that the file gives, or else as of now.',
    description: 'Below the field for a date and a time',
  },
  inspector_bench_keys: {
    message: 'Recorded key lists',
    description: 'Label of a choice of files',
  },
  inspector_bench_keys_hint: {
    message:
      'Recorded answers of key servers, as JSON. They count beside the key lists that this browser knows.',
    description: 'Below the choice of files with key lists',
  },
  inspector_bench_keys_chosen_one: {
    message: '$COUNT$ key list chosen',
    description: 'How many files with key lists were chosen, one',
    placeholders: { count: { content: '$1' } },
  },
  inspector_bench_keys_chosen_other: {
    message: '$COUNT$ key lists chosen',
    description: 'How many files with key lists were chosen',
    placeholders: { count: { content: '$1' } },
  },
  inspector_bench_working: {
    message: 'Checking…',
    description: 'What is done at the moment; the name of the file stands below',
  },
  inspector_bench_pasted: {
    message: 'what you pasted',
    description: 'In the place of the name of a file, where a token was pasted',
  },
  inspector_bench_read: {
    message: 'Read: $DONE$ of $ALL$',
    description: 'How much of a file was read',
    placeholders: { done: { content: '$1' }, all: { content: '$2' } },
  },
  inspector_bench_found: {
    message: 'Tokens judged: $COUNT$',
    description: 'How many tokens were judged so far',
    placeholders: { count: { content: '$1' } },
  },
  inspector_bench_found_of: {
    message: 'Tokens judged: $COUNT$ of $ALL$',
    description: 'How many tokens were judged so far, of all',
    placeholders: { count: { content: '$1' }, all: { content: '$2' } },
  },
  inspector_bench_stop: { message: 'Stop', description: 'Button: stops the checking' },
  inspector_bench_again: {
    message: 'Check something else',
    description: 'Button: goes back to the fields',
  },
  inspector_bench_failure_unreadable: {
    message: 'The file could not be read. It may have been moved or changed.',
    description: 'Why a file could not be checked',
  },
  inspector_bench_failure_too_large: {
    message: 'The file is larger than 2 GB. Split it, or use the command line.',
    description: 'Why a file could not be checked',
  },
  inspector_bench_failure_not_text: {
    message: 'This is not a text file. If it is an archive, unpack it first.',
    description: 'Why a file could not be checked',
  },
  inspector_bench_failure_too_many_tokens: {
    message: 'The file holds more than 20,000 different tokens. Split it, or use the command line.',
    description: 'Why a file could not be checked',
  },
  inspector_bench_failure_no_token: {
    message: 'Nothing in it looks like a token.',
    description: 'Why a file could not be checked',
  },
  inspector_bench_failure_failed: {
    message: 'It could not be checked because of an error in Countersign itself.',
    description: 'Why a file could not be checked',
  },
  inspector_bench_failure_folder: {
    message: 'Drop one file, not a folder and not several.',
    description: 'Why what was dropped cannot be checked',
  },
  inspector_bench_key_file_unreadable: {
    message: 'could not be read',
    description: 'Why a file with key lists is not used, after its name',
  },
  inspector_bench_key_file_too_large: {
    message: 'is too large, or one too many',
    description: 'Why a file with key lists is not used, after its name',
  },
  inspector_bench_key_file_not_json: {
    message: 'is not JSON',
    description: 'Why a file with key lists is not used, after its name',
  },
  inspector_bench_key_file_not_keys: {
    message: 'is not a key list',
    description: 'Why a file with key lists is not used, after its name',
  },
  inspector_bench_key_file_no_address: {
    message: 'does not say which address it came from',
    description: 'Why a file with key lists is not used, after its name',
  },
  ...resultTexts,
};
