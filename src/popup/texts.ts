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
  popup_managed: {
    message: 'Managed by your organisation',
    description: 'Line of the popup where a policy holds',
  },
  popup_private: {
    message: 'Private window: nothing of it is kept when it is closed',
    description: 'Line of the popup in a private window',
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
};
