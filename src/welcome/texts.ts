/** English sentences of the page that is opened once, after the extension was installed. */
export const texts = {
  welcome_window_title: {
    message: 'Welcome · $NAME$',
    description: 'Title of the window',
    placeholders: { name: { content: '$1' } },
  },
  welcome_title: { message: 'Know that your mail session is really yours', description: 'Heading' },
  welcome_lead: {
    message:
      'Countersign tells you whether your webmail session was really issued by who it claims. There is nothing to set up: open your webmail, and look at the button in the toolbar.',
    description: 'Below the heading',
  },
  welcome_picture: {
    message:
      'Your webmail uses a session. Its issuer publishes keys. Countersign checks the one against the other, and says that the session is genuine or that it is forged.',
    description: 'What the picture shows, for people who do not see it',
  },
  welcome_does: { message: 'What it does', description: 'Heading' },
  welcome_does_issuer: { message: 'It checks who signed', description: 'Heading of a card' },
  welcome_does_issuer_how: {
    message:
      'In 2023 a stolen key was enough to forge mail sessions of whole organisations. Countersign looks at which key signed yours, and whether that key may do so.',
    description: 'In a card',
  },
  welcome_does_warns: {
    message: 'It warns you, and says what to do',
    description: 'Heading of a card',
  },
  welcome_does_warns_how: {
    message:
      'A forged session is told at once, in plain words. What could not be checked is said to be just that, and is no alarm.',
    description: 'In a card',
  },
  welcome_does_private: { message: 'It keeps to itself', description: 'Heading of a card' },
  welcome_does_private_how: {
    message:
      'Nothing about you leaves the browser. Countersign fetches the public keys of issuers, and keeps no session token, not even on this computer.',
    description: 'In a card',
  },
  welcome_try: { message: 'Try it', description: 'Heading' },
  welcome_try_lead: {
    message:
      'Here are two sessions of a webmail that does not exist, made in this page. One is signed by its issuer, the other by somebody who pretends to be. The checks are the real ones.',
    description: 'Below the heading',
  },
  welcome_try_button: { message: 'Check both', description: 'Button' },
  welcome_try_again: { message: 'Check two new ones', description: 'Button, after the first time' },
  welcome_try_running: {
    message: 'Making keys and checking…',
    description: 'While the example is made',
  },
  welcome_try_failed: {
    message: 'Your browser could not make the example.',
    description: 'When the example cannot be made',
  },
  welcome_try_genuine: { message: 'Signed by the issuer', description: 'Above a verdict' },
  welcome_try_forged: { message: 'Signed by somebody else', description: 'Above a verdict' },
  welcome_try_passed: {
    message: 'Checks that it passed: $COUNT$',
    description: 'In the verdict about the genuine example',
    placeholders: { count: { content: '$1' } },
  },
  welcome_try_example: {
    message: 'An example: no real account is concerned.',
    description: 'Below each verdict',
  },
  welcome_cannot: { message: 'What it cannot see', description: 'Heading' },
  welcome_cannot_lead: {
    message: 'No one should believe to be safer than they are.',
    description: 'Below the heading',
  },
  welcome_cannot_elsewhere: {
    message:
      'Somebody who uses a forged session on a computer of their own. It never comes through your browser; only your provider, or your organisation, can see it.',
    description: 'What Countersign cannot see',
  },
  welcome_cannot_opaque: {
    message:
      'Whether a session of Gmail and most private webmails is genuine: nobody but the provider can read it. Countersign says so, and shows what can be known.',
    description: 'What Countersign cannot see',
  },
  welcome_cannot_password: {
    message:
      'A stolen password, or somebody at your unlocked computer. Such a session is genuine, only not yours.',
    description: 'What Countersign cannot see',
  },
  welcome_cannot_mails: {
    message:
      'What your mails say. It does not read them, and does not look for phishing or viruses in them.',
    description: 'What Countersign cannot see',
  },
  welcome_permissions: { message: 'What it asks for, and why', description: 'Heading' },
  welcome_permissions_lead: {
    message: 'This list comes from the extension itself, so it is complete.',
    description: 'Below the heading',
  },
  welcome_hosts_one: {
    message: '$COUNT$ site, named',
    description: 'Permission: the hosts of webmails and issuers, when there is one',
    placeholders: { count: { content: '$1' } },
  },
  welcome_hosts_other: {
    message: '$COUNT$ sites, each by its name',
    description: 'Permission: the hosts of webmails and issuers',
    placeholders: { count: { content: '$1' } },
  },
  welcome_hosts_why: {
    message:
      'Webmails whose sessions are looked at, and the services that publish keys. On all other sites Countersign sees nothing. A webmail that you add yourself is asked for when you add it.',
    description: 'Why the hosts are asked for',
  },
  welcome_hosts_list: {
    message: 'Show all of them',
    description: 'Line that opens the list of hosts',
  },
  welcome_hosts_missing_one: {
    message: 'Your browser has not allowed $COUNT$ site yet. Nothing on it is checked.',
    description: 'Where a host is missing',
    placeholders: { count: { content: '$1' } },
  },
  welcome_hosts_missing_other: {
    message: 'Your browser has not allowed $COUNT$ sites yet. Nothing on them is checked.',
    description: 'Where hosts are missing',
    placeholders: { count: { content: '$1' } },
  },
  welcome_hosts_allow: {
    message: 'Allow these sites',
    description: 'Button: asks the browser for the missing hosts',
  },
  welcome_hosts_given: {
    message: 'They are allowed. Load your webmail anew if it is open.',
    description: 'Said after hosts were given',
  },
  welcome_hosts_refused: {
    message: 'Your browser did not allow them. You can do so later, in the popup of each webmail.',
    description: 'Said after hosts were refused',
  },
  welcome_host_missing: { message: 'Not allowed', description: 'Mark of a host in the list' },
  welcome_permission_alarms: { message: 'A clock', description: 'Permission of the browser' },
  welcome_permission_alarms_why: {
    message: 'To try again what could not be checked, and to fetch new keys once an hour.',
    description: 'Why it is asked for',
  },
  welcome_permission_cookies: {
    message: 'Cookies of those sites',
    description: 'Permission of the browser',
  },
  welcome_permission_cookies_why: {
    message:
      'Some webmails keep their session in cookies. They are looked at and never changed, unless you ask that a forged session be removed.',
    description: 'Why it is asked for',
  },
  welcome_permission_notifications: {
    message: 'Notifications',
    description: 'Permission of the browser',
  },
  welcome_permission_notifications_why: {
    message: 'To tell you of a forged session while you look elsewhere. You can turn this off.',
    description: 'Why it is asked for',
  },
  welcome_permission_scripting: {
    message: 'Reading what a webmail keeps in the page',
    description: 'Permission of the browser',
  },
  welcome_permission_scripting_why: {
    message:
      'Some webmails keep their session in the page’s own storage. Mails are not read, and the page is not changed, but for the banner that warns you.',
    description: 'Why it is asked for',
  },
  welcome_permission_storage: {
    message: 'Storage of its own',
    description: 'Permission of the browser',
  },
  welcome_permission_storage_why: {
    message: 'To keep your settings, public keys, and what was found. Never a session token.',
    description: 'Why it is asked for',
  },
  welcome_permission_webrequest: {
    message: 'Watching requests to those sites',
    description: 'Permission of the browser',
  },
  welcome_permission_webrequest_why: {
    message: 'That is where sessions are seen. Requests are never held up or changed.',
    description: 'Why it is asked for',
  },
  welcome_next: { message: 'What comes next', description: 'Heading' },
  welcome_next_what: {
    message:
      'Open your webmail. If it is open already, load its page anew. The button in the toolbar shows a check when your session is genuine; click it to see what was checked.',
    description: 'What to do after this page',
  },
  welcome_to_options: { message: 'See the settings', description: 'Link to the settings' },
};
