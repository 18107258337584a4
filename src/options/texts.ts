import { ownTexts } from './own-texts.ts';
import { transferTexts } from './transfer-texts.ts';

/** English sentences of the settings: the page's own, and those of its larger sections, each in its own file. */
export const texts = {
  options_title: { message: 'Settings', description: 'Heading of the settings page' },
  options_window_title: {
    message: '$TITLE$ · $NAME$',
    description: 'Title of the window: the page and the name of the extension',
    placeholders: { title: { content: '$1' }, name: { content: '$2' } },
  },
  options_lead: {
    message: 'Everything here is kept in this browser alone, and each change holds at once.',
    description: 'Above all settings',
  },
  options_sections_label: {
    message: 'Sections of the settings',
    description: 'Navigation, for screen readers',
  },
  options_managed_by: {
    message: 'Set by your organisation, with the policy key',
    description: 'Before the name of a policy key, beside a setting that cannot be changed',
  },
  options_managed_keys: {
    message: 'It has set these keys of the policy. What they decide cannot be changed here.',
    description: 'Above the names of the policy keys that are set',
  },
  options_managed_nothing: {
    message: 'Its policy leaves everything on this page to you.',
    description: 'Where a policy sets nothing that has an effect',
  },
  options_saved: { message: 'Saved', description: 'Said after a change' },
  options_not_saved: {
    message: 'That could not be saved. Try again; if it happens once more, restart the browser.',
    description: 'Said when a change could not be saved',
  },
  options_cancel: { message: 'Cancel', description: 'Button of a question or a form' },
  options_webmails: { message: 'Webmails', description: 'Section of the settings' },
  options_webmails_lead: {
    message:
      'Countersign looks at these webmails, on exactly these hosts. On one that is turned off it looks at nothing, and warns of nothing.',
    description: 'Above the list of webmails',
  },
  options_webmail_on: { message: 'Checked', description: 'State of a webmail in the list' },
  options_webmail_off: { message: 'Turned off', description: 'State of a webmail in the list' },
  options_webmail_now_on: {
    message: 'The webmail is checked from now on',
    description: 'Said after a webmail was turned on',
  },
  options_webmail_now_off: {
    message: 'The webmail is not checked any more',
    description: 'Said after a webmail was turned off',
  },
  options_hosts_one: {
    message: '$COUNT$ host',
    description: 'Line that opens the list of a webmail’s hosts, when there is one',
    placeholders: { count: { content: '$1' } },
  },
  options_hosts_other: {
    message: '$COUNT$ hosts',
    description: 'Line that opens the list of a webmail’s hosts',
    placeholders: { count: { content: '$1' } },
  },
  options_origin_own: {
    message: 'Added by you',
    description: 'Mark of a webmail that the person added',
  },
  options_origin_managed: {
    message: 'From your organisation',
    description: 'Mark of a webmail or an issuer that a policy added',
  },
  options_accepted: { message: 'Accepted findings', description: 'Section of the settings' },
  options_accepted_lead: {
    message:
      'Findings that you said are fine. Each holds for one key and one account, and raises no warning until you take it back. A forged session can never be accepted.',
    description: 'Above the list of accepted findings',
  },
  options_accepted_none: {
    message: 'You have accepted nothing.',
    description: 'Where no finding was accepted',
  },
  options_accepted_at: {
    message: 'Accepted $TIME$',
    description: 'When a finding was accepted',
    placeholders: { time: { content: '$1' } },
  },
  options_accepted_account: { message: 'Account', description: 'Label in an accepted finding' },
  options_accepted_issuer: { message: 'Issuer', description: 'Label in an accepted finding' },
  options_accepted_key: { message: 'Key', description: 'Label in an accepted finding' },
  options_accepted_undo: {
    message: 'Warn again',
    description: 'Button that takes back that a finding was accepted',
  },
  options_accepted_taken_back: {
    message: 'It warns again from now on',
    description: 'Said after an accepted finding was taken back',
  },
  options_warnings: { message: 'Warnings', description: 'Section of the settings' },
  options_warnings_lead: {
    message:
      'When a session is forged, the button in the toolbar always says so. These say it louder.',
    description: 'Above the switches for warnings',
  },
  options_warnings_notifications: { message: 'Notification of the system', description: 'Switch' },
  options_warnings_notifications_hint: {
    message: 'Once for each finding, also while you look at another window.',
    description: 'Below the switch for notifications',
  },
  options_warnings_banner: { message: 'Banner on the page', description: 'Switch' },
  options_warnings_banner_hint: {
    message: 'At the top of the webmail itself, which can neither read nor change it.',
    description: 'Below the switch for the banner',
  },
  options_retention: {
    message: 'How long things are kept',
    description: 'Section of the settings',
  },
  options_retention_lead: {
    message:
      'Sessions and what was found about them. No token is ever kept, and nothing at all of private windows.',
    description: 'Above the number of days',
  },
  options_retention_days: { message: 'Days', description: 'Label of the number of days' },
  options_retention_hint: {
    message: 'At least one day, at most $TIME$.',
    description: 'Below the number of days',
    placeholders: { time: { content: '$1' } },
  },
  options_retention_wrong: {
    message:
      'That is not saved: it must be a whole number of days, at least one and at most $TIME$.',
    description: 'Below the number of days, when it cannot be used',
    placeholders: { time: { content: '$1' } },
  },
  options_connections: {
    message: 'Connections to key servers',
    description: 'Section of the settings, in Firefox',
  },
  options_connections_lead: {
    message:
      'Programs and appliances that inspect encrypted traffic can change what a key server says. Firefox can tell who vouches for a connection.',
    description: 'Above the switch',
  },
  options_connections_switch: {
    message: 'Look at who vouches for these connections',
    description: 'Switch',
  },
  options_connections_hint: {
    message:
      'Firefox asks you to let Countersign hold up requests. It does so for its own requests for keys alone, and changes nothing.',
    description: 'Below the switch',
  },
  options_connections_refused: {
    message: 'Firefox did not allow it.',
    description: 'Said when the permission was refused',
  },
  options_language: { message: 'Language', description: 'Section of the settings' },
  options_language_lead: {
    message: 'Of these pages, the button in the toolbar, notifications and reports.',
    description: 'Above the choice of languages',
  },
  options_language_label: {
    message: 'Language of Countersign',
    description: 'Label of the choice of languages',
  },
  options_language_auto: {
    message: 'As the browser',
    description: 'Choice: the language that the browser speaks',
  },
  options_erasing: { message: 'Erase everything', description: 'Section of the settings' },
  options_erasing_lead: {
    message:
      'Forgets every session and all that was found, on this computer, at once. Your settings stay, and so do the published keys of issuers, because nothing in them is about you.',
    description: 'Above the button that erases everything',
  },
  options_erasing_button: {
    message: 'Erase everything…',
    description: 'Button that asks before it erases',
  },
  options_erasing_question: {
    message: 'Erase all sessions and findings?',
    description: 'Question before erasing',
  },
  options_erasing_what: {
    message:
      'The history, the sessions that are known and the memory of earlier tokens are lost, and cannot be brought back. If you were warned, save the evidence first: without it nobody can look into the warning.',
    description: 'Below the question before erasing',
  },
  options_erasing_yes: { message: 'Erase', description: 'Button that erases everything' },
  options_erased: {
    message: 'Everything was erased',
    description: 'Said after everything was erased',
  },
  options_not_erased: {
    message: 'Not everything could be erased. Restart the browser and try again.',
    description: 'Said when something could not be erased',
  },
  ...ownTexts,
  ...transferTexts,
};
