/** English sentences of the popup alone. */
const webmail = { webmail: { content: '$1' } };

export const texts = {
  popup_verdict_offline: {
    message: 'You are offline, so your $WEBMAIL$ session could not be checked',
    description: 'Popup, undetermined because there is no connection',
    placeholders: webmail,
  },
  popup_why_offline: {
    message:
      'The issuer’s published keys are needed for it, and they cannot be fetched without a connection. This is no sign of an attack.',
    description: 'Why offline',
  },
  popup_todo_offline: {
    message: 'Nothing: Countersign checks it as soon as you are connected again.',
    description: 'What to do, offline',
  },
  popup_verdict_key_server_down: {
    message: 'Your $WEBMAIL$ session could not be checked yet: the issuer’s key server is silent',
    description: 'Popup, undetermined because the key server does not answer',
    placeholders: webmail,
  },
  popup_why_key_server_down: {
    message:
      'The keys that the issuer publishes are needed for it, and its server does not hand them out just now. This is no sign of an attack.',
    description: 'Why the key server is down',
  },
  popup_todo_key_server_down: {
    message:
      'Nothing for now: Countersign tries again every minute. You can also ask it to try now.',
    description: 'What to do, key server down',
  },
  popup_verdict_first_use: {
    message: 'Countersign is ready',
    description: 'Popup before the first session was seen',
  },
  popup_why_first_use: {
    message:
      'It has seen no session yet. Whenever you open a webmail that it knows, it checks whether the session was really issued by who it claims, and shows the answer here and on its button.',
    description: 'Why first use',
  },
  popup_todo_first_use: {
    message: 'Open your webmail, or load its page anew if it is open already.',
    description: 'What to do, first use',
  },
  popup_verdict_turned_off: {
    message: '$WEBMAIL$ is not checked: turned off by you',
    description: 'Popup on a webmail that the person turned off',
    placeholders: webmail,
  },
  popup_why_turned_off: {
    message:
      'In the settings you chose that Countersign does not look at this webmail. It sees nothing of it, and warns of nothing.',
    description: 'Why turned off',
  },
  popup_todo_turned_off: {
    message: 'Nothing, or turn it on again. It is then checked as soon as its page is loaded anew.',
    description: 'What to do, turned off',
  },
  popup_turn_on: {
    message: 'Open the settings',
    description: 'Button: opens the settings at the list of webmails',
  },
  popup_managed: {
    message: 'Managed by your organisation',
    description: 'Line of the popup where a policy holds',
  },
  popup_private: {
    message: 'Private window: nothing of it is kept when it is closed',
    description: 'Line of the popup in a private window',
  },
  popup_private_unseen: {
    message:
      'Private windows are not being checked. You can allow that in your browser’s settings for Countersign.',
    description: 'Line of the popup where the extension may not see private windows',
  },
  popup_allow: {
    message: 'Allow Countersign on this webmail',
    description: 'Button: asks the browser for the permission to look at this webmail',
  },
  popup_allow_one: {
    message: 'Allow on $WEBMAIL$',
    description: 'Button: asks the browser for the permission to look at one webmail of a list',
    placeholders: webmail,
  },
  popup_allow_refused: {
    message: 'Your browser did not allow it.',
    description: 'Said when the permission was refused',
  },
  popup_reload: {
    message: 'Load the page anew',
    description: 'Button: reloads the mail page, so that its session is seen',
  },
  popup_details: {
    message: 'Show details',
    description: 'Link to everything that is known of the session in front; short',
  },
  popup_more_sessions: {
    message: 'More of them are in the inspector: $COUNT$',
    description: 'Below the list of other sessions when it is cut',
    placeholders: { count: { content: '$1' } },
  },
  popup_ended: {
    message: 'Ended $TIME$',
    description: 'Line of another session: when it ended',
    placeholders: { time: { content: '$1' } },
  },
  popup_why_link: {
    message: 'Why do you say so?',
    description: 'Link in a danger: leads to what was found',
  },
  popup_cancel: { message: 'Cancel', description: 'Button of a question: nothing is done' },
  popup_remove: {
    message: 'Remove this site’s session from this browser',
    description: 'Button in a danger: deletes cookies and stored data of the webmail in front',
  },
  popup_removing: { message: 'Removing…', description: 'The same button while it works' },
  popup_remove_title: {
    message: 'Remove the session of $HOST$ from this browser?',
    description: 'Question before cookies and stored data are deleted',
    placeholders: { host: { content: '$1' } },
  },
  popup_remove_what: {
    message:
      'Its cookies and everything its pages keep here are deleted, and its open tabs are loaded anew: what you have not saved there is lost. You then sign in again. Other pages of the same provider may ask you to sign in as well.',
    description: 'What removing does',
  },
  popup_remove_limit: {
    message:
      'Whoever forged the session can still use it from another computer. So sign out everywhere, too.',
    description: 'What removing does not do',
  },
  popup_remove_yes: { message: 'Remove it', description: 'Button of the question: does it' },
  popup_remove_failed: {
    message:
      'The session could not be removed. Delete the site’s cookies and data in your browser’s settings.',
    description: 'Nothing was removed',
  },
  popup_removed_cookies: {
    message: 'Cookies deleted: $COUNT$',
    description: 'What was done',
    placeholders: { count: { content: '$1' } },
  },
  popup_removed_storage: {
    message: 'Everything that its pages kept here is deleted.',
    description: 'What was done',
  },
  popup_storage_left: {
    message:
      'Some of what its pages keep here could not be deleted. Delete the site’s data in your browser’s settings.',
    description: 'What was not done',
  },
  popup_removed_tabs: {
    message: 'Tabs loaded anew: $COUNT$',
    description: 'What was done',
    placeholders: { count: { content: '$1' } },
  },
  popup_cookies_left: {
    message:
      'Cookies that are there again or could not be deleted: $COUNT$. Delete them in your browser’s settings.',
    description: 'What was not done',
    placeholders: { count: { content: '$1' } },
  },
  popup_save: {
    message: 'Save evidence',
    description: 'Button: saves what was found as a file',
  },
  popup_save_saved: {
    message: 'Saved as a file. It tells what was found and holds no part of a token.',
    description: 'Said when the file was handed to the browser',
  },
  popup_save_failed: {
    message: 'There is nothing to save any more.',
    description: 'Said when there is no such session any more',
  },
  popup_tell: {
    message: 'Tell your IT department',
    description: 'Button: a prepared text for the IT department',
  },
  popup_tell_named: {
    message: 'Tell $NAME$',
    description: 'The same, where the organisation has named its desk',
    placeholders: { name: { content: '$1' } },
  },
  popup_copy: { message: 'Copy the text', description: 'Button: copies the prepared text' },
  popup_copied: {
    message:
      'A text for them is copied: paste it into a message. Do not send it from the mail account that this is about.',
    description: 'Said when the prepared text was copied',
  },
  popup_copy_failed: {
    message: 'Your browser did not let the text be copied.',
    description: 'Said when copying failed',
  },
  popup_call: {
    message: 'Or call:',
    description: 'Before the phone number of the IT department',
  },
  popup_report_intro: {
    message: 'Countersign, an extension of my browser, checked my $WEBMAIL$ session. It says:',
    description: 'First line of the text for the IT department',
    placeholders: webmail,
  },
  popup_report_evidence: {
    message:
      'I can send you the evidence as a file. Neither this text nor the file holds any part of a token.',
    description: 'Last line of the text for the IT department',
  },
  popup_accept: {
    message: 'I know that this is fine…',
    description: 'Button below a finding that is unusual: accepts it',
  },
  popup_accept_title: {
    message: 'Stop warning of this?',
    description: 'Question before a finding is accepted',
  },
  popup_accept_what: {
    message:
      'Countersign then no longer warns of this finding, for this account and this key only. It stays listed, and you can take that back in the options.',
    description: 'What accepting means',
  },
  popup_accept_when: {
    message:
      'Do it only if whoever looks after your mail told you to expect this. If somebody unknown asks you to, it is an attack.',
    description: 'When to accept a finding',
  },
  popup_accept_yes: { message: 'Stop warning', description: 'Button of the question: accepts' },
  popup_accept_failed: {
    message: 'This finding cannot be accepted.',
    description: 'Said when a finding could not be accepted',
  },
  popup_accept_too_many: {
    message: 'So many findings are accepted that no more can be. Take some back in the options.',
    description: 'Said when there are too many accepted findings',
  },
  popup_accepted_heading: {
    message: 'You said that this is fine',
    description: 'Above findings that the person accepted',
  },
  popup_accepted_on: {
    message: 'Accepted $TIME$. You can take it back in the options.',
    description: 'Below an accepted finding',
    placeholders: { time: { content: '$1' } },
  },
  popup_accepted_check: {
    message: 'Accepted by you',
    description: 'At a check that failed and was accepted',
  },
};
