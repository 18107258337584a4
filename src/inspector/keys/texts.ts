const count = { count: { content: '$1' } };
const times = { first: { content: '$1' }, last: { content: '$2' } };

/** English sentences of the picture of keys. */
export const texts = {
  inspector_keys: { message: 'Keys', description: 'Section of the inspector: keys of issuers' },
  inspector_keys_lead: {
    message:
      'Issuers sign sessions with keys and replace them from time to time. Here is every key that Countersign saw them publish, from the first day to the last, and the tokens that you used with it.',
    description: 'Above the picture of keys',
  },
  inspector_keys_none: {
    message: 'No key was seen yet',
    description: 'Heading where no key is known',
  },
  inspector_keys_none_why: {
    message:
      'Countersign fetches the published keys when your webmail is opened for the first time, and again regularly.',
    description: 'Why no key is known',
  },
  inspector_keys_search: { message: 'Find a key', description: 'Label of a search field' },
  inspector_keys_telling: {
    message: 'Only keys with tokens or with something unusual',
    description: 'Choice of what is shown',
  },
  inspector_keys_form: {
    message: 'How keys are shown',
    description: 'Two buttons, picture or table, for screen readers',
  },
  inspector_keys_picture: { message: 'Picture', description: 'Button: keys as a picture' },
  inspector_keys_table: { message: 'Table', description: 'Button: keys as a table' },
  inspector_keys_count: {
    message: 'Keys: $SHOWN$ of $ALL$ · unusual: $UNUSUAL$',
    description: 'How many keys are shown, of how many, and of how many something unusual is told',
    placeholders: {
      shown: { content: '$1' },
      all: { content: '$2' },
      unusual: { content: '$3' },
    },
  },
  inspector_keys_no_match: {
    message: 'No key fits what you look for.',
    description: 'In the place of the picture of keys when a search finds none',
  },
  inspector_keys_more: {
    message: 'Show more keys: $COUNT$',
    description: 'Button: shows further keys; how many there are',
    placeholders: count,
  },
  inspector_keys_added: {
    message: 'Issuer that was added',
    description: 'Heading above the keys of an issuer that is not built in',
  },
  inspector_keys_watched: {
    message: 'Watched since $TIME$ · answers: $COUNT$',
    description: 'Since when a list of keys is looked at, and how often its server answered',
    placeholders: { time: { content: '$1' }, count: { content: '$2' } },
  },
  inspector_keys_export: {
    message: 'Save the key history',
    description: 'Button: saves the history of keys as a file',
  },
  inspector_keys_export_hint: {
    message:
      'The file holds public facts alone: keys, owners and times. Nothing in it is about you.',
    description: 'Below the button that saves the history of keys',
  },
  inspector_saves: {
    message: 'Saves a file on this computer',
    description: 'Hint at a button that saves a file',
  },
  inspector_legend: {
    message: 'How to read the picture',
    description: 'Line that opens the legend',
  },
  inspector_legend_listed: {
    message: 'Listed by the issuer, up to now',
    description: 'Legend of a bar',
  },
  inspector_legend_gone: {
    message: 'Was listed until its bar ends',
    description: 'Legend of a bar',
  },
  inspector_legend_stolen: { message: 'Known as stolen', description: 'Legend of a bar' },
  inspector_legend_disputed: {
    message: 'Something about it cannot be right',
    description: 'Legend of a bar',
  },
  inspector_legend_certificate: {
    message: 'Dates of its certificate',
    description: 'Legend of a thin line',
  },
  inspector_legend_token: {
    message: 'A token of yours: $VERDICT$',
    description: 'Legend of a mark: a token with this verdict',
    placeholders: { verdict: { content: '$1' } },
  },
  inspector_now: { message: 'now', description: 'Mark of the present on an axis of time; short' },
  inspector_zoom: {
    message: 'Part of time that is shown',
    description: 'Buttons of the picture of keys, for screen readers',
  },
  inspector_zoom_in: { message: 'Look closer', description: 'Button' },
  inspector_zoom_out: { message: 'Look from further away', description: 'Button' },
  inspector_zoom_earlier: { message: 'Earlier', description: 'Button: moves to earlier times' },
  inspector_zoom_later: { message: 'Later', description: 'Button: moves to later times' },
  inspector_zoom_seen: {
    message: 'What was seen',
    description: 'Button: shows the time in which keys were seen',
  },
  inspector_zoom_whole: {
    message: 'With certificates',
    description: 'Button: shows all of the time, with the dates of certificates',
  },
  inspector_zoom_shown: {
    message: '$FIRST$ to $LAST$',
    description: 'Which part of time the picture of keys shows: two days',
    placeholders: times,
  },
  inspector_zoom_hint: {
    message:
      'In the picture: arrow keys move, + and − zoom, 0 goes back, Enter opens a key. The wheel zooms while Ctrl is held.',
    description: 'How the picture is used by keyboard and wheel',
  },
  inspector_owner_unstated: {
    message: 'owner not stated',
    description: 'In the place of the owner of a key',
  },
  inspector_key_older_listed: {
    message: 'Listed since before $FIRST$, and still.',
    description: 'When a key was listed: it was there at the first look and still is',
    placeholders: times,
  },
  inspector_key_older_gone: {
    message: 'Listed since before $FIRST$, until $LAST$.',
    description: 'When a key was listed: it was there at the first look and is not any more',
    placeholders: times,
  },
  inspector_key_first_listed: {
    message: 'Listed since $FIRST$, and still.',
    description: 'When a key was listed: since a time, and it still is',
    placeholders: times,
  },
  inspector_key_first_gone: {
    message: 'Listed from $FIRST$ until $LAST$.',
    description: 'When a key was listed: from a time until a time',
    placeholders: times,
  },
  inspector_key_uses: {
    message: 'Tokens seen with it: $COUNT$.',
    description: 'How many tokens were seen with a key',
    placeholders: count,
  },
  inspector_key_certificate: {
    message: 'Its certificate is valid from $FIRST$ to $LAST$.',
    description: 'Dates of the certificate of a key',
    placeholders: times,
  },
  inspector_key_hint_open: {
    message: 'Click, or press Enter, for everything that is known of it.',
    description: 'Last line of the hint at a key',
  },
  inspector_key_owner_written: {
    message: 'Owner as it is written',
    description: 'Label: what a list of keys says of a key’s owner, word for word',
  },
  inspector_key_absent_since: { message: 'Missing since', description: 'Label of a time' },
  inspector_certificate_from: { message: 'Certificate valid from', description: 'Label of a time' },
  inspector_certificate_to: { message: 'Certificate valid until', description: 'Label of a time' },
  inspector_key_before: {
    message: 'What it was before',
    description: 'Label: another key or owner that had this name',
  },
  inspector_key_tokens: { message: 'Tokens seen with it', description: 'Heading' },
  inspector_listed_now: {
    message: 'listed now',
    description: 'In a table, in the place of the time when a key was last seen',
  },
  inspector_span: {
    message: '$FIRST$ to $LAST$',
    description: 'From one time to another, in a table',
    placeholders: times,
  },
  inspector_column_certificate: { message: 'Certificate', description: 'Column of a table' },
  inspector_column_tokens: { message: 'Tokens', description: 'Column of a table' },
  inspector_column_signs: { message: 'What is told of it', description: 'Column of a table' },
  inspector_sign_denied: { message: 'Known as stolen', description: 'Sign at a key' },
  inspector_sign_why_denied: {
    message: 'This key was stolen and misused. Nothing that is signed with it now is genuine.',
    description: 'Explains a sign at a key',
  },
  inspector_sign_swapped: {
    message: 'Another key under the same name',
    description: 'Sign at a key',
  },
  inspector_sign_why_swapped: {
    message:
      'Under this name the issuer’s list had another key before. A name stands for one key for ever, so somebody changed the list.',
    description: 'Explains a sign at a key',
  },
  inspector_sign_owner_changed: {
    message: 'Belongs to somebody else now',
    description: 'Sign at a key',
  },
  inspector_sign_why_owner_changed: {
    message: 'The list said before that this very key speaks for somebody else.',
    description: 'Explains a sign at a key',
  },
  inspector_sign_disagrees: {
    message: 'Two sources disagree about it',
    description: 'Sign at a key',
  },
  inspector_sign_why_disagrees: {
    message:
      'Another list, or the copy of known keys that came with Countersign, says something of this key that cannot be true as well.',
    description: 'Explains a sign at a key',
  },
  inspector_sign_returned: {
    message: 'Came back after it was retired',
    description: 'Sign at a key',
  },
  inspector_sign_why_returned: {
    message: 'It was gone for so long that it counted as retired, and then it was listed again.',
    description: 'Explains a sign at a key',
  },
  inspector_sign_certificate_over: {
    message: 'Listed after its certificate ran out',
    description: 'Sign at a key',
  },
  inspector_sign_why_certificate_over: {
    message: 'Many issuers do not mind this date. It is worth knowing, and no more.',
    description: 'Explains a sign at a key',
  },
  inspector_sign_retired: { message: 'Retired', description: 'Sign at a key' },
  inspector_sign_why_retired: {
    message: 'The issuer does not list it any more. That is what becomes of every key in time.',
    description: 'Explains a sign at a key',
  },
  inspector_sign_absent: {
    message: 'Missing from the newest list',
    description: 'Sign at a key',
  },
  inspector_sign_why_absent: {
    message: 'Key servers answer unevenly. It may be back soon, or on its way to be retired.',
    description: 'Explains a sign at a key',
  },
  inspector_sign_new: { message: 'Brand new', description: 'Sign at a key' },
  inspector_sign_why_new: {
    message: 'It was first listed less than a day ago. Issuers add keys regularly.',
    description: 'Explains a sign at a key',
  },
};
