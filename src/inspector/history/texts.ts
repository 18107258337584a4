/** English sentences of the history of verdicts. */
export const texts = {
  inspector_history: { message: 'History', description: 'Section of the inspector' },
  inspector_history_lead: {
    message:
      'Every verdict that Countersign has reached, for as long as you let it remember. Nothing of private windows is in it.',
    description: 'Above the history of verdicts',
  },
  inspector_history_none: {
    message: 'No verdict was reached yet',
    description: 'Heading where the history is empty',
  },
  inspector_history_none_why: {
    message: 'As soon as Countersign has checked a session, its verdict stands here.',
    description: 'Why the history is empty',
  },
  inspector_history_search: {
    message: 'Search',
    description: 'Label of a search field',
  },
  inspector_history_search_hint: {
    message: 'Account, rule, key, issuer, host …',
    description: 'Inside the search field: what is searched',
  },
  inspector_history_verdict: { message: 'Verdict', description: 'Label of a choice' },
  inspector_history_all: { message: 'All', description: 'Choice: no filter' },
  inspector_history_elsewhere: {
    message: 'No known webmail',
    description: 'Choice: tokens that no known webmail sent',
  },
  inspector_history_from: { message: 'From', description: 'Label of a date field' },
  inspector_history_to: { message: 'To', description: 'Label of a date field' },
  inspector_history_no_match: {
    message: 'No verdict fits what you look for.',
    description: 'Said when a search finds nothing',
  },
  inspector_history_count: {
    message: '$FIRST$ to $LAST$ of $TOTAL$',
    description: 'Which entries of how many are shown',
    placeholders: {
      first: { content: '$1' },
      last: { content: '$2' },
      total: { content: '$3' },
    },
  },
  inspector_history_session: {
    message: 'Session',
    description: 'Link to the session of a verdict',
  },
  inspector_history_gone: {
    message: 'Its session is not known any more',
    description: 'At a verdict whose session was forgotten',
  },
  inspector_history_continued: {
    message: 'Closed; somebody went on $TIME$',
    description:
      'At a verdict because of which a webmail was closed, when somebody went on to it all the same',
    placeholders: { time: { content: '$1' } },
  },
  inspector_history_pages: {
    message: 'Pages of the history',
    description: 'Navigation, for screen readers',
  },
  inspector_history_newest: { message: 'Newest', description: 'Button: first page' },
  inspector_history_newer: { message: 'Newer', description: 'Button: page before' },
  inspector_history_older: { message: 'Older', description: 'Button: next page' },
  inspector_history_oldest: { message: 'Oldest', description: 'Button: last page' },
};
