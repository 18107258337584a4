/** English sentences about webmails and issuers that the person adds. */
export const ownTexts = {
  options_own: { message: 'Your own webmails', description: 'Section of the settings' },
  options_own_lead: {
    message:
      'Webmails of your company, school or club: Zimbra, Roundcube, SOGo, Nextcloud, Open-Xchange or others, if people sign in there with an identity service that publishes its keys. First add the issuer, then the webmail.',
    description: 'Above the lists of added issuers and webmails',
  },
  options_issuers_heading: {
    message: 'Issuers',
    description: 'Heading of the list of added issuers',
  },
  options_issuers_none: {
    message: 'No issuer was added. Those of the well-known webmails are built in.',
    description: 'Where no issuer was added',
  },
  options_own_webmails_heading: {
    message: 'Webmails',
    description: 'Heading of the list of added webmails',
  },
  options_own_webmails_none: {
    message: 'No webmail was added.',
    description: 'Where no webmail was added',
  },
  options_issuer_add: { message: 'Add an issuer', description: 'Button that opens a form' },
  options_own_webmail_add: { message: 'Add a webmail', description: 'Button that opens a form' },
  options_entry_change: {
    message: 'Change',
    description: 'Button beside an added webmail or issuer',
  },
  options_entry_remove: {
    message: 'Remove',
    description: 'Button beside an added webmail or issuer',
  },
  options_entry_removed: {
    message: 'Removed',
    description: 'Said after an added webmail or issuer was removed',
  },
  options_entry_saved: {
    message: 'Saved',
    description: 'Said after an added webmail or issuer was saved',
  },
  options_entry_save: {
    message: 'Save',
    description: 'Button of the form, when an entry is changed',
  },
  options_entry_name: { message: 'Name', description: 'Label of a field' },
  options_entry_more: {
    message: 'More, for experts',
    description: 'Line that opens further fields',
  },
  options_entry_audiences: {
    message: 'Audiences',
    description: 'Label of a field; the field’s own term',
  },
  options_issuer_form: { message: 'Issuer', description: 'Name of the form, for screen readers' },
  options_issuer_save: { message: 'Add the issuer', description: 'Button of the form' },
  options_issuer_address: { message: 'Address of the issuer', description: 'Label of a field' },
  options_issuer_address_hint: {
    message:
      'Exactly as the identity service writes it, for example https://sso.example.org/realms/staff.',
    description: 'Below a field',
  },
  options_issuer_shape: { message: 'Kind of identity service', description: 'Label of a choice' },
  options_issuer_shape_other: {
    message: 'Another OpenID provider',
    description: 'Choice among kinds of identity services',
  },
  options_issuer_name_hint: {
    message: 'What you call it. It may stay empty.',
    description: 'Below a field',
  },
  options_issuer_audiences_hint: {
    message: 'One a line. Tokens for them must be signed with keys that the issuer publishes.',
    description: 'Below a field',
  },
  options_issuer_discovery: {
    message: 'Address of the discovery document',
    description: 'Label of a field',
  },
  options_issuer_discovery_hint: {
    message: 'Only where it does not stand behind the issuer’s own address.',
    description: 'Below a field',
  },
  options_issuer_keys: { message: 'Address of the key set', description: 'Label of a field' },
  options_issuer_keys_hint: {
    message: 'Only where the issuer has no discovery document.',
    description: 'Below a field',
  },
  options_own_webmail_form: {
    message: 'Webmail',
    description: 'Name of the form, for screen readers',
  },
  options_own_webmail_save: { message: 'Add the webmail', description: 'Button of the form' },
  options_own_webmail_name_hint: {
    message: 'What the webmail is called where you work.',
    description: 'Below a field',
  },
  options_own_webmail_host: { message: 'Host', description: 'Label of a field' },
  options_own_webmail_host_hint: {
    message:
      'The exact name in the address bar when you read mail, for example mail.example.org. Your browser asks you for this host, and for no other.',
    description: 'Below a field',
  },
  options_own_webmail_known_issuers: {
    message: 'Issuers that were added',
    description: 'Name of a group of boxes to tick',
  },
  options_own_webmail_issuers: {
    message: 'Issuers whose tokens belong there',
    description: 'Label of a field',
  },
  options_own_webmail_issuers_hint: {
    message:
      'One a line. Besides added ones also a well-known one, for example https://accounts.google.com.',
    description: 'Below a field',
  },
  options_own_webmail_audiences_hint: {
    message: 'One a line. A token for anybody else is then worth a note.',
    description: 'Below a field',
  },
  options_own_webmail_sign_out: {
    message: 'Address for signing out everywhere',
    description: 'Label of a field',
  },
  options_own_webmail_sign_out_hint: {
    message: 'Where a person ends all sessions. Without it the webmail itself is opened.',
    description: 'Below a field',
  },
  options_problem_address_not_plain: {
    message:
      'An address is not usable: it must begin with https:// and be written in full, without spaces, a question mark or a port that is the usual one.',
    description: 'Why an entry cannot be added',
  },
  options_problem_host_not_plain: {
    message:
      'That is not the name of one host, or the address for signing out does not begin with https://. A host has no spaces, no slash and no star, for example mail.example.org.',
    description: 'Why a webmail cannot be added',
  },
  options_problem_issuer_known: {
    message: 'This issuer is built in already, so there is nothing to add.',
    description: 'Why an entry cannot be added',
  },
  options_problem_issuer_imitates: {
    message:
      'This address looks like that of a well-known issuer and is not it. It cannot be added. If somebody told you to add it, tell your IT department.',
    description: 'Why an entry cannot be added',
  },
  options_problem_shape_differs: {
    message:
      'Issuers of this kind have addresses of another form. Choose the other kind, or look the address up once more.',
    description: 'Why an entry cannot be added',
  },
  options_problem_webmail_known: {
    message: 'This host belongs to a webmail that is built in already.',
    description: 'Why an entry cannot be added',
  },
  options_problem_issuer_missing: {
    message:
      'Name at least one issuer that was added before or is well known. Nobody knows one of those that you named.',
    description: 'Why an entry cannot be added',
  },
  options_problem_exists: {
    message: 'There is an entry of this name already.',
    description: 'Why an entry cannot be added',
  },
  options_problem_too_many: {
    message: 'There are as many entries as there can be. Remove one first.',
    description: 'Why an entry cannot be added',
  },
  options_problem_name_missing: {
    message: 'The webmail needs a name.',
    description: 'Why an entry cannot be added',
  },
  options_problem_unfit: {
    message: 'One of the texts is too long, or there are too many lines.',
    description: 'Why an entry cannot be added',
  },
  options_test_button: {
    message: 'Test',
    description: 'Button that tries an issuer out before it is added',
  },
  options_test_running: {
    message: 'Asking the identity service…',
    description: 'While an issuer is tried out',
  },
  options_test_usable_one: {
    message: 'It works: the issuer publishes $COUNT$ key that can be used.',
    description: 'An issuer was tried out, one key',
    placeholders: { count: { content: '$1' } },
  },
  options_test_usable_other: {
    message: 'It works: the issuer publishes $COUNT$ keys that can be used.',
    description: 'An issuer was tried out',
    placeholders: { count: { content: '$1' } },
  },
  options_test_algorithms: { message: 'Signs with', description: 'Before a list of algorithms' },
  options_test_keys_at: { message: 'Its keys are at', description: 'Before an address' },
  options_test_allow: {
    message: 'Allow and test again:',
    description: 'Button, before the name of a host',
  },
  options_test_address_not_plain: {
    message: 'The address cannot be used: it must begin with https:// and be written in full.',
    description: 'What came of trying an issuer out',
  },
  options_test_issuer_known: {
    message: 'This issuer is built in already.',
    description: 'What came of trying an issuer out',
  },
  options_test_issuer_imitates: {
    message:
      'This address looks like that of a well-known issuer and is not it. Nothing was asked.',
    description: 'What came of trying an issuer out',
  },
  options_test_shape_differs: {
    message: 'Issuers of this kind have addresses of another form. Nothing was asked.',
    description: 'What came of trying an issuer out',
  },
  options_test_not_permitted: {
    message: 'Your browser does not let Countersign ask this host yet.',
    description: 'What came of trying an issuer out',
  },
  options_test_discovery_unreachable: {
    message: 'The identity service did not answer, or answered with an error.',
    description: 'What came of trying an issuer out',
  },
  options_test_discovery_too_large: {
    message: 'The answer of the identity service is too large to be what it should be.',
    description: 'What came of trying an issuer out',
  },
  options_test_not_a_discovery_document: {
    message: 'What stands there is no discovery document.',
    description: 'What came of trying an issuer out',
  },
  options_test_issuer_differs: {
    message:
      'The discovery document names another issuer. The address must be the same, letter for letter.',
    description: 'What came of trying an issuer out',
  },
  options_test_keys_not_https: {
    message:
      'The discovery document names a key set that is not fetched by https, so it cannot be trusted.',
    description: 'What came of trying an issuer out',
  },
  options_test_keys_unreachable: {
    message: 'The keys could not be fetched.',
    description: 'What came of trying an issuer out',
  },
  options_test_keys_too_large: {
    message: 'The answer with the keys is too large to be what it should be.',
    description: 'What came of trying an issuer out',
  },
  options_test_not_a_key_document: {
    message: 'What stands at the address of the keys is no key set.',
    description: 'What came of trying an issuer out',
  },
  options_test_no_usable_key: {
    message: 'The issuer publishes no key that can be used.',
    description: 'What came of trying an issuer out',
  },
};
