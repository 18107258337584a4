/** English sentences of the page that stands in the place of a webmail whose session is forged. */
export const texts = {
  blocked_window_title: {
    message: 'Closed · $NAME$',
    description: 'Title of the window: that a webmail was closed, and the name of the extension',
    placeholders: { name: { content: '$1' } },
  },
  blocked_heading: {
    message: '$WEBMAIL$ was closed, because your session is forged',
    description: 'Heading',
    placeholders: { webmail: { content: '$1' } },
  },
  blocked_lead: {
    message:
      'Somebody may be using your mailbox, or may have put you into one that is not yours. Your organisation has decided that such a webmail is closed at once.',
    description: 'Below the heading',
  },
  blocked_todo_stop: {
    message: 'Stop here: type no password, and send nothing, in any window of this webmail.',
    description: 'What to do, first',
  },
  blocked_todo_sign_out: {
    message: 'End all sessions at the provider, so that the forged one ends too.',
    description: 'What to do',
  },
  blocked_todo_call: {
    message: 'Tell those who look into it, now, and not by the mail that this is about:',
    description: 'What to do, above the names of the organisation’s contact',
  },
  blocked_todo_tell: {
    message:
      'Tell your IT department now, by telephone or in person, and not by the mail that this is about.',
    description: 'What to do, where no contact is known',
  },
  blocked_phone: {
    message: 'Telephone',
    description: 'Before a telephone number, for screen readers',
  },
  blocked_email: { message: 'Mail', description: 'Before a mail address, for screen readers' },
  blocked_site: { message: 'Site', description: 'Label' },
  blocked_time: { message: 'Closed', description: 'Label: when the webmail was closed' },
  blocked_details: { message: 'See every detail in the inspector', description: 'Link' },
  blocked_may_not_continue: {
    message:
      'Your organisation does not let anybody go on to this webmail until this is cleared up. Other webmails, and the rest of the web, are as before.',
    description: 'Where nobody can go on',
  },
  blocked_continue_summary: {
    message: 'Go on all the same',
    description: 'Line that opens the way on',
  },
  blocked_continue_what: {
    message:
      'The forged session goes on. It holds for this tab until the browser is closed, and the history says that you went on.',
    description: 'What going on means',
  },
  blocked_continue_understood: {
    message:
      'I know that this session is forged, and somebody who looks into it has told me to go on.',
    description: 'Box to tick',
  },
  blocked_continue_button: {
    message: 'Go on to $WEBMAIL$',
    description: 'Button',
    placeholders: { webmail: { content: '$1' } },
  },
  blocked_continue_tick: {
    message: 'Tick the box first.',
    description: 'Said when the box was not ticked',
  },
  blocked_continue_forbidden: {
    message: 'Your organisation does not let anybody go on any more.',
    description: 'Said when going on is not possible',
  },
  blocked_continue_gone: {
    message: 'This was too long ago. Open the webmail anew.',
    description: 'Said when going on is not possible',
  },
  blocked_gone: {
    message: 'Nothing is closed here',
    description: 'Heading of a page that stands for nothing',
  },
  blocked_gone_why: {
    message:
      'This page is shown when a webmail was closed. What it was about is not known any more, or never was: whoever sent you here was not Countersign.',
    description: 'Below that heading',
  },
};
