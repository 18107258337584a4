/** English sentences of the pages. The message files are generated from them. */
export const texts = {
  pages_label: { message: 'Pages of Countersign', description: 'Navigation, for screen readers' },
  page_inspector: { message: 'Inspector', description: 'Link to the inspector page' },
  page_options: { message: 'Settings', description: 'Link to the options page' },
  verdict_verified: {
    message: 'Your $WEBMAIL$ session is genuine',
    description: 'Popup, verified',
    placeholders: { webmail: { content: '$1' } },
  },
  verdict_attention: {
    message: 'Something about your $WEBMAIL$ session is unusual',
    description: 'Popup, attention',
    placeholders: { webmail: { content: '$1' } },
  },
  verdict_danger: {
    message: 'Your $WEBMAIL$ session is forged',
    description: 'Popup, danger',
    placeholders: { webmail: { content: '$1' } },
  },
  verdict_undetermined: {
    message: 'Your $WEBMAIL$ session could not be checked',
    description: 'Popup, undetermined',
    placeholders: { webmail: { content: '$1' } },
  },
  verdict_not_inspected: {
    message: 'Your $WEBMAIL$ session cannot be checked by anyone but its provider',
    description: 'Popup, not inspected',
    placeholders: { webmail: { content: '$1' } },
  },
  verdict_waiting: {
    message: 'Nothing seen of your $WEBMAIL$ session yet',
    description: 'Popup on a webmail before the first token',
    placeholders: { webmail: { content: '$1' } },
  },
  verdict_not_webmail: {
    message: 'Nothing to check on this page',
    description: 'Popup elsewhere',
  },
  verdict_permission_missing: {
    message: 'Countersign is not allowed to check $WEBMAIL$',
    description: 'Popup where the host is not permitted',
    placeholders: { webmail: { content: '$1' } },
  },
  verdict_site_closed: {
    message: 'Countersign is kept from $WEBMAIL$ on this page',
    description: 'Popup where a policy or the browser keeps extensions from the site',
    placeholders: { webmail: { content: '$1' } },
  },
  verdict_hidden: {
    message: 'Countersign cannot see which page this is',
    description: 'Popup where the browser hides the page and webmails are not permitted',
  },
  verdict_loading: {
    message: 'Looking…',
    description: 'Popup while it asks',
  },
  verdict_no_answer: {
    message: 'Countersign did not answer',
    description: 'Popup when the background is silent',
  },
  short_verified: {
    message: 'Genuine',
    description: 'One-word verdict',
  },
  short_attention: {
    message: 'Unusual',
    description: 'One-word verdict',
  },
  short_danger: {
    message: 'Forged',
    description: 'One-word verdict',
  },
  short_undetermined: {
    message: 'Could not check',
    description: 'One-word verdict',
  },
  short_not_inspected: {
    message: 'Not checkable',
    description: 'One-word verdict',
  },
  why_heading: {
    message: 'Why',
    description: 'Heading',
  },
  why_verified: {
    message:
      'It was signed by the issuer that it names, with a key that the issuer publishes for this purpose, and nothing in it was changed since.',
    description: 'Why verified',
  },
  why_undetermined: {
    message: 'One of the checks that decide could not be made. This is no sign of an attack.',
    description: 'Why undetermined',
  },
  why_not_inspected: {
    message: 'Its tokens have no form that can be read outside of the provider’s own servers.',
    description: 'Why not inspected',
  },
  why_waiting: {
    message: 'The page has not sent a session token since Countersign started watching.',
    description: 'Why waiting',
  },
  why_not_webmail: {
    message:
      'This page is not being checked: Countersign looks at the webmails that it knows, and at nothing else. Pages of the browser, its store and files on this computer are hidden from it.',
    description: 'Why not a webmail',
  },
  why_permission_missing: {
    message:
      'Your browser or your organisation does not let Countersign see this site, so nothing on it is checked.',
    description: 'Why permission missing',
  },
  why_site_closed: {
    message:
      'Your organisation, or the maker of your browser, keeps extensions away from this page, though Countersign was allowed on it. Nothing on it is checked.',
    description: 'Why site closed',
  },
  why_hidden: {
    message:
      'It may be a page of the browser, a site that is no webmail, or a webmail that Countersign is not allowed to see. If it is your webmail, it is not being checked.',
    description: 'Why hidden',
  },
  why_no_answer: {
    message: 'The part of Countersign that watches is not running.',
    description: 'Why no answer',
  },
  todo_heading: {
    message: 'What to do',
    description: 'Heading',
  },
  todo_verified: {
    message: 'Nothing. You can go on.',
    description: 'What to do, verified',
  },
  todo_undetermined: {
    message: 'Nothing for now: Countersign tries again by itself. You can also ask it to try now.',
    description: 'What to do, undetermined',
  },
  todo_not_inspected: {
    message: 'Nothing. The provider alone can check this session.',
    description: 'What to do, not inspected',
  },
  todo_waiting: {
    message: 'Reload the mail page, then open this again.',
    description: 'What to do, waiting',
  },
  todo_not_webmail: {
    message:
      'Open your webmail, then open this again. If this is your webmail, add it in the settings of Countersign.',
    description: 'What to do, not a webmail',
  },
  todo_permission_missing: {
    message:
      'Allow it here, then load the page anew. If your browser does not ask, allow Countersign in the site’s extension settings; in a managed browser, ask your IT department.',
    description: 'What to do, permission missing',
  },
  todo_site_closed: {
    message:
      'If the page shows an error, reload it. Else ask your IT department to take this site out of the hosts that are closed to extensions. No setting of yours can open it.',
    description: 'What to do, site closed',
  },
  todo_hidden: {
    message:
      'If this is your webmail, open the extension’s settings in your browser and allow Countersign on this site. In a managed browser, ask your IT department.',
    description: 'What to do, hidden',
  },
  todo_opaque: {
    message:
      'Nothing. If anything about your account seems strange to you, end all sessions at the provider and sign in again.',
    description: 'What to do, a webmail that only its provider can check',
  },
  todo_no_answer: {
    message: 'Close this and open it again. If that does not help, restart the browser.',
    description: 'What to do, no answer',
  },
  sign_out_everywhere: {
    message: 'Sign out everywhere',
    description: 'Button: the provider’s page that ends all sessions',
  },
  end_sessions: {
    message: 'End all sessions at the provider',
    description: 'Button: the provider’s page that ends all sessions or says how',
  },
  unseen_heading: {
    message: 'Webmails that are not being checked',
    description: 'Heading of the list of webmails that Countersign may not see',
  },
  unseen_not_permitted: {
    message: 'Not allowed in your browser',
    description: 'Why a webmail is not seen: the host permission is missing',
  },
  unseen_closed: {
    message: 'Closed to extensions',
    description: 'Why a webmail is not seen: a policy or the browser',
  },
  known_heading: {
    message: 'What is known',
    description: 'Heading: what can be said of a session that nobody but the provider can check',
  },
  binding_none_seen: {
    message:
      'No sign was seen that the session is bound to this device. One that was bound earlier shows none.',
    description: 'Device binding: nothing was seen',
  },
  binding_offered: {
    message:
      'The provider offers to bind the session to this device. No sign was seen that your browser took it up.',
    description: 'Device binding: offered by the server',
  },
  binding_in_use: {
    message:
      'The session is bound to this device: the provider asks your browser for proof that it is still the same.',
    description: 'Device binding: in use',
  },
  binding_ended: {
    message: 'The provider ended the binding of the session to this device.',
    description: 'Device binding: ended by the server',
  },
  id_token_none_seen: {
    message: 'No proof of who signed in, that others could check, was seen.',
    description: 'ID token: none seen',
  },
  id_token_seen: {
    message: 'A proof of who signed in was seen, but it could not be checked.',
    description: 'ID token: seen, not verified',
  },
  id_token_verified: {
    message:
      'A proof of who signed in was seen, and it is genuine. It says nothing about the session that followed.',
    description: 'ID token: verified',
  },
  cookies_present: {
    message: 'Session cookies that are there: $COUNT$',
    description: 'Line that opens the list of session cookies',
    placeholders: { count: { content: '$1' } },
  },
  cookies_absent: {
    message: 'None of the session cookies that are known of this webmail is there.',
    description: 'No session cookie is there',
  },
  cookies_undocumented: {
    message: 'Nothing is known about the session cookies of this webmail.',
    description: 'No session cookie is known by name',
  },
  cookies_hidden: {
    message: 'Your browser does not tell which session cookies are there.',
    description: 'Cookies could not be read',
  },
  cookie_purpose_session: {
    message: 'names the session',
    description: 'Purpose of a cookie',
  },
  cookie_purpose_sign_in: {
    message: 'keeps you signed in',
    description: 'Purpose of a cookie',
  },
  cookie_purpose_renewal: {
    message: 'renews the session',
    description: 'Purpose of a cookie',
  },
  cookie_purpose_request_proof: {
    message: 'proves requests',
    description: 'Purpose of a cookie',
  },
  cookie_purpose_device: {
    message: 'remembers this device',
    description: 'Purpose of a cookie',
  },
  cookie_http_only: {
    message: 'hidden from page code',
    description: 'Attribute of a cookie: HttpOnly',
  },
  cookie_readable: {
    message: 'readable by page code',
    description: 'Attribute of a cookie: not HttpOnly',
  },
  cookie_secure: {
    message: 'encrypted connections only',
    description: 'Attribute of a cookie: Secure',
  },
  cookie_insecure: {
    message: 'also over unencrypted connections',
    description: 'Attribute of a cookie: not Secure',
  },
  cookie_same_site_strict: {
    message: 'to its own site only',
    description: 'Attribute of a cookie: SameSite=Strict',
  },
  cookie_same_site_lax: {
    message: 'not with other sites’ hidden requests',
    description: 'Attribute of a cookie: SameSite=Lax',
  },
  cookie_same_site_none: {
    message: 'also with requests of other sites',
    description: 'Attribute of a cookie: SameSite=None',
  },
  cookie_same_site_unspecified: {
    message: 'the browser decides which sites may send it',
    description: 'Attribute of a cookie: no SameSite',
  },
  cookie_differs: {
    message: 'documented otherwise',
    description: 'An attribute of a cookie is not as its provider or a standard says',
  },
  limit_opaque: {
    message:
      'Whether this session is genuine. Its tokens have no form that anybody but the provider can check.',
    description: 'What was not checked on a webmail whose sessions are opaque',
  },
  try_again: {
    message: 'Try again now',
    description: 'Button: check again',
  },
  trying: {
    message: 'Trying…',
    description: 'Button while it checks again',
  },
  checked_heading: {
    message: 'What was checked',
    description: 'Heading',
  },
  not_checked_heading: {
    message: 'What was not checked',
    description: 'Heading',
  },
  checks_passed: {
    message: 'Checks passed: $COUNT$',
    description: 'Line that opens the list of passed checks',
    placeholders: { count: { content: '$1' } },
  },
  outcome_pass: {
    message: 'Passed',
    description: 'State of a check, for screen readers',
  },
  outcome_fail: {
    message: 'Failed',
    description: 'State of a check, for screen readers',
  },
  outcome_unknown: {
    message: 'Could not be checked',
    description: 'State of a check, for screen readers',
  },
  limit_elsewhere: {
    message:
      'Sessions on other computers. A forged session that an attacker uses on their own machine never passes through this browser.',
    description: 'What no browser extension can see',
  },
  evidence_heading: {
    message: 'Evidence',
    description: 'Disclosure with technical details',
  },
  evidence_account: {
    message: 'Account',
    description: 'Label of a piece of evidence',
  },
  evidence_audience: {
    message: 'Made for',
    description: 'Label of a piece of evidence',
  },
  evidence_issued_at: {
    message: 'Issued at',
    description: 'Label of a piece of evidence',
  },
  evidence_valid_from: {
    message: 'Valid from',
    description: 'Label of a piece of evidence',
  },
  evidence_host: {
    message: 'Sent to',
    description: 'Label of a piece of evidence',
  },
  evidence_token: {
    message: 'Fingerprint of the token',
    description: 'Label of a piece of evidence',
  },
  evidence_not_readable: {
    message: 'Why it was not read',
    description: 'Label of a piece of evidence',
  },
  unread_encrypted: {
    message: 'It is encrypted, so only its recipient can read it.',
    description: 'Why a token was not checked',
  },
  unread_encrypted_cache: {
    message: 'It is an encrypted cache of MSAL.js, which only the page that keeps it can read.',
    description: 'Why a token was not checked',
  },
  unread_masked: {
    message: 'Whoever made the file took it out.',
    description: 'Why a token was not checked',
  },
  unread_opaque: {
    message: 'It has no form that anybody but its issuer can check.',
    description: 'Why a token was not checked',
  },
  unread_malformed: {
    message: 'It looks like a token but cannot be read ($CODE$).',
    description: 'Why a token was not checked, with a code',
    placeholders: { code: { content: '$1' } },
  },
  evidence_unread: {
    message: 'Seen as well, but not readable',
    description: 'Label: before why another token of the session was not read',
  },
  evidence_tokens_seen: {
    message: 'Tokens seen in this session',
    description: 'Label of a piece of evidence',
  },
  elsewhere_heading: {
    message: 'Your other sessions',
    description: 'Heading',
  },
  account_unnamed: {
    message: 'account not named',
    description: 'Session without account',
  },
  evidence_algorithm: { message: 'Signature method', description: 'Label of a piece of evidence' },
  evidence_allowed_algorithms: {
    message: 'Methods that the issuer uses',
    description: 'Label of a piece of evidence',
  },
  evidence_issuer: { message: 'Issuer', description: 'Label of a piece of evidence' },
  evidence_tenant: {
    message: 'Organisation in the session',
    description: 'Label of a piece of evidence',
  },
  evidence_tenant_of_issuer: {
    message: 'Organisation of the issuer',
    description: 'Label of a piece of evidence',
  },
  evidence_key_id: { message: 'Key name', description: 'Label of a piece of evidence' },
  evidence_key_owner: {
    message: 'The key belongs to',
    description: 'Label of a piece of evidence',
  },
  evidence_key_thumbprint: {
    message: 'Fingerprint of the key',
    description: 'Label of a piece of evidence',
  },
  evidence_key_document: { message: 'Key list', description: 'Label of a piece of evidence' },
  evidence_key_owner_before: {
    message: 'Owner of the key before',
    description: 'Label of a piece of evidence',
  },
  evidence_key_owner_elsewhere: {
    message: 'Owner of the key elsewhere',
    description: 'Label of a piece of evidence',
  },
  evidence_key_thumbprint_elsewhere: {
    message: 'Fingerprint of the key elsewhere',
    description: 'Label of a piece of evidence',
  },
  evidence_witness: { message: 'Who says so', description: 'Label of a piece of evidence' },
  evidence_authority: {
    message: 'Authority behind the connection',
    description:
      'Label of a piece of evidence: the certificate authority that was added to the computer',
  },
  evidence_authority_fingerprint: {
    message: 'Fingerprint of that authority',
    description: 'Label of a piece of evidence',
  },
  evidence_first_seen: { message: 'First seen', description: 'Label of a piece of evidence' },
  evidence_last_seen: { message: 'Last seen', description: 'Label of a piece of evidence' },
  evidence_retired_since: { message: 'Retired since', description: 'Label of a piece of evidence' },
  evidence_denied_since: {
    message: 'Known as stolen since',
    description: 'Label of a piece of evidence',
  },
  evidence_expected_issuers: {
    message: 'Issuers of this webmail',
    description: 'Label of a piece of evidence',
  },
  evidence_expires_at: { message: 'Valid until', description: 'Label of a piece of evidence' },
  evidence_seen_at: { message: 'Seen at', description: 'Label of a piece of evidence' },
  evidence_lifetime: { message: 'Valid for', description: 'Label of a piece of evidence' },
  evidence_longest_lifetime: {
    message: 'Longest that is usual',
    description: 'Label of a piece of evidence',
  },
  evidence_token_id: {
    message: 'Number of the token',
    description: 'Label of a piece of evidence',
  },
  evidence_account_id: { message: 'Account number', description: 'Label of a piece of evidence' },
  evidence_earlier_account_id: {
    message: 'Account number before',
    description: 'Label of a piece of evidence',
  },
  evidence_earlier_tenant: {
    message: 'Organisation before',
    description: 'Label of a piece of evidence',
  },
  evidence_earlier_token: {
    message: 'Fingerprint of the earlier token',
    description: 'Label of a piece of evidence',
  },
  evidence_seen_before_at: {
    message: 'Earlier token seen at',
    description: 'Label of a piece of evidence',
  },
  evidence_permission: { message: 'May do', description: 'Label of a piece of evidence' },
  evidence_home_tenant: {
    message: 'Organisation that the account comes from',
    description: 'Label of a piece of evidence',
  },
  evidence_domain: {
    message: 'Domain of the account',
    description: 'Label of a piece of evidence',
  },
  evidence_application: {
    message: 'Issued to the application',
    description: 'Label of a piece of evidence',
  },
  evidence_sign_in_methods: {
    message: 'How the sign-in was done',
    description: 'Label of a piece of evidence',
  },
  evidence_provider: { message: 'Webmail', description: 'Label of a piece of evidence' },
  evidence_detail: { message: 'More', description: 'Label of a piece of evidence' },
};
