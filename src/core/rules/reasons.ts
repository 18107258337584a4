/** Why something could not be checked: stable codes, each with the plain sentence that people read. */
export const reasons = {
  'key-server-unreachable':
    'The issuer’s published keys could not be fetched, so the signature could not be checked.',
  'key-list-outdated':
    'The published keys could not be refreshed just now, so an unlisted key says nothing yet.',
  'key-not-found':
    'The key that made the signature is not at hand, so the signature could not be checked.',
  'key-ambiguous':
    'The issuer’s list shows several keys under the name that this session gives, so none of them was believed.',
  'key-history-short':
    'The issuer’s published keys have not been watched for long enough to know how old this one is.',
  'key-owner-unstated': 'The issuer’s published keys do not say whom this key may speak for.',
  'key-documents-unknown':
    'Nobody outside of this issuer knows where all of its keys are published.',
  'key-of-application':
    'The application that this session is for may have a key of its own, which stands in no list that is known here.',
  'key-unusable': 'The published key is of a kind that this browser cannot use.',
  'algorithm-unchecked': 'The signature method is not one that can be checked here.',
  'issuer-unknown': 'Countersign does not know this issuer and does not guess.',
  'webmail-unknown': 'It is not clear which webmail this session belongs to.',
  'claim-missing': 'The token does not say what this check compares.',
  'companion-too-long': 'What came with the sign-in is too long to be compared.',
  'clock-unknown':
    'This computer’s clock could not be compared with the issuer’s, so times were not judged.',
  'request-unknown':
    'It is not known how or when this session was sent, so its proof could not be compared with that.',
  'possession-unseen':
    'This session is bound to the connection itself, of which Countersign sees nothing.',
  'binding-key-unseen':
    'The key that this session is bound to is known to its server alone, so the binding could not be checked.',
  'nested-too-many':
    'This session carries more sessions inside each other than Countersign looks at.',
  'nested-unchecked': 'A session inside this session could not be checked.',
  'audience-unknown':
    'It is not known which sites belong to the service that this session is made for.',
  'sign-in-unclear':
    'The session says how its sign-in was done in words that leave open how many factors it took.',
  'rule-crashed': 'This check failed because of an error in Countersign.',
} as const;

export type ReasonCode = keyof typeof reasons;
