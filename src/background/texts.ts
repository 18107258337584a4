/** English sentences of the toolbar button, which a screen reader speaks, of notifications and of the banner on a page. */
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
  notification_danger_title: {
    message: 'Your $WEBMAIL$ session is forged',
    description: 'Title of the system’s notification',
    placeholders: webmail,
  },
  notification_danger_click: {
    message: 'Click here to see what to do.',
    description: 'End of the system’s notification, after a sentence about what was found',
  },
  banner_danger_title: {
    message: 'Countersign: this $WEBMAIL$ session is forged',
    description: 'Banner above the webmail’s page',
    placeholders: webmail,
  },
  banner_danger_message: {
    message:
      'Do not read or send mail here. To see what to do, click the icon of Countersign in your browser’s toolbar: a page can imitate this banner, but not that icon.',
    description: 'Banner above the webmail’s page',
  },
  banner_open: {
    message: 'What to do',
    description: 'Button of the banner: opens Countersign',
  },
  banner_hide: { message: 'Hide', description: 'Button of the banner: takes it away' },
};
