/** English sentences of the toolbar button; a screen reader speaks them. */
const webmail = { webmail: { content: '$1' } };

export const texts = {
  action_title_idle: {
    message: 'Countersign: nothing to check on this page',
    description: 'Toolbar button on a page without a webmail session',
  },
  action_title_verified: {
    message: 'Countersign: your $WEBMAIL$ session is genuine',
    description: 'Toolbar button, verified',
    placeholders: webmail,
  },
  action_title_attention: {
    message: 'Countersign: something about your $WEBMAIL$ session is unusual',
    description: 'Toolbar button, attention',
    placeholders: webmail,
  },
  action_title_danger: {
    message: 'Countersign: your $WEBMAIL$ session is forged. Open for help',
    description: 'Toolbar button, danger',
    placeholders: webmail,
  },
  action_title_undetermined: {
    message: 'Countersign: your $WEBMAIL$ session could not be checked',
    description: 'Toolbar button, undetermined',
    placeholders: webmail,
  },
  action_title_not_inspected: {
    message: 'Countersign: your $WEBMAIL$ session cannot be checked by anyone but its provider',
    description: 'Toolbar button on a webmail whose sessions have no readable form',
    placeholders: webmail,
  },
  action_title_closed: {
    message: 'Countersign is kept from $WEBMAIL$ on this page, so nothing on it is checked',
    description: 'Toolbar button where a policy or the browser keeps extensions from the site',
    placeholders: webmail,
  },
  action_title_turned_off: {
    message: 'Countersign: you turned the checking of $WEBMAIL$ off',
    description: 'Toolbar button on a webmail that the person turned off',
    placeholders: webmail,
  },
  action_title_hidden: {
    message: 'Countersign cannot see which page this is, and checks nothing on it',
    description:
      'Toolbar button where the browser hides the page and some webmail is not permitted or closed',
  },
  action_title_permission: {
    message: 'Countersign is not allowed to check $WEBMAIL$ on this page',
    description: 'Toolbar button where the browser does not let the extension see the site',
    placeholders: webmail,
  },
};
