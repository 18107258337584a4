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
};
