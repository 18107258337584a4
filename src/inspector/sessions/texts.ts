/** English sentences of the inspector's sessions. */
export const texts = {
  inspector_sessions_lead: {
    message:
      'Every session that Countersign has seen, with each of its tokens. Open one to see what its tokens say and what was checked.',
    description: 'Above the list of sessions',
  },
  inspector_sessions_none: {
    message: 'No session was seen yet',
    description: 'Heading where no session is known',
  },
  inspector_sessions_none_why: {
    message: 'Open your webmail, or load its page anew. Its session appears here by itself.',
    description: 'What to do where no session is known',
  },
  inspector_sessions_in_use: { message: 'In use', description: 'Heading: sessions in use' },
  inspector_sessions_ended: { message: 'Ended', description: 'Heading: sessions that have ended' },
  inspector_session_tokens: {
    message: 'Tokens: $COUNT$',
    description: 'How many tokens of a session are known',
    placeholders: { count: { content: '$1' } },
  },
  inspector_session_last_seen: {
    message: 'Last seen $TIME$',
    description: 'When a session was last seen',
    placeholders: { time: { content: '$1' } },
  },
  inspector_session_ended_at: {
    message: 'Ended $TIME$',
    description: 'When a session ended',
    placeholders: { time: { content: '$1' } },
  },
  inspector_session_private: {
    message: 'Private window: nothing of it is kept when it is closed',
    description: 'A session of a private window',
  },
  inspector_session_back: {
    message: 'All sessions',
    description: 'Link back to the list of sessions',
  },
  inspector_session_gone: {
    message: 'This session is not known any more. It was erased, or it is too old to be kept.',
    description: 'Said of a session that is not there',
  },
  inspector_first_seen: { message: 'First seen', description: 'Label of a time' },
  inspector_last_seen: { message: 'Last seen', description: 'Label of a time' },
  inspector_ended: { message: 'Ended', description: 'Label of a time' },
  inspector_end_signed_out: {
    message: 'It ended because somebody signed out.',
    description: 'Why a session ended',
  },
  inspector_end_cookies_gone: {
    message: 'It ended because its cookies are gone.',
    description: 'Why a session ended',
  },
  inspector_end_storage_emptied: {
    message: 'It ended because the page’s storage was emptied.',
    description: 'Why a session ended',
  },
  inspector_end_expired: {
    message: 'It ended because its last token ran out.',
    description: 'Why a session ended',
  },
  inspector_end_unused: {
    message: 'Nothing of it was seen for a day. It may still be in use elsewhere.',
    description: 'Why a session counts as ended',
  },
  inspector_kept: {
    message:
      'Countersign keeps no token. It keeps what stands below: three parts of the header, the claims that say who made the token, for whom and until when, and what came of each check. All other claims and the signature are forgotten after the check.',
    description: 'What is kept of tokens and what is not',
  },
  inspector_token_header: { message: 'Header', description: 'Heading: header of a token' },
  inspector_token_claims: { message: 'Claims', description: 'Heading: claims of a token' },
  inspector_token_key: { message: 'Key that signed it', description: 'Heading: key of a token' },
  inspector_token_places: {
    message: 'Where it was seen',
    description: 'Heading: places of a token',
  },
  inspector_key_none: {
    message: 'No published key could be found for it.',
    description: 'In the place of the key of a token',
  },
  inspector_key_on_timeline: {
    message: 'Show this key among all keys',
    description: 'Link to the picture of keys',
  },
  inspector_place_times: {
    message: 'from $FIRST$ to $LAST$',
    description: 'When a token was seen somewhere: two times',
    placeholders: { first: { content: '$1' }, last: { content: '$2' } },
  },
};
