const claim = (message: string, names: string) => ({
  message,
  description: `Explains a part of a token in plain words: ${names}`,
});

/** What claims and header members mean, in plain words. */
export const texts = {
  inspector_claim_alg: claim('How the token is signed.', 'alg'),
  inspector_claim_enc: claim('How the content is encrypted.', 'enc'),
  inspector_claim_zip: claim('How the content was compressed before it was encrypted.', 'zip'),
  inspector_claim_typ: claim('What kind of token it says it is.', 'typ'),
  inspector_claim_cty: claim('What kind of content is inside, where that is another token.', 'cty'),
  inspector_claim_kid: claim(
    'Which of the issuer’s keys it says it was signed with. Whoever makes a token writes what they like here; only the signature proves it.',
    'kid',
  ),
  inspector_claim_x5t: claim(
    'Fingerprint of the certificate of the key that it says it was signed with.',
    'x5t',
  ),
  inspector_claim_jwk: claim(
    'A key that the token brings along itself. Such a key proves nothing, and Countersign never uses it.',
    'jwk, x5c',
  ),
  inspector_claim_jku: claim(
    'An address from which a key could be fetched. The token’s maker chose it, so Countersign never asks there.',
    'jku, x5u',
  ),
  inspector_claim_crit: claim(
    'Extensions that every reader of the token must understand, or refuse it.',
    'crit',
  ),
  inspector_claim_header_nonce: claim(
    'A value of Microsoft’s own: in some of its tokens a digest of it is what was signed.',
    'nonce in the header',
  ),
  inspector_claim_iss: claim(
    'Who says that they made the token. The signature must fit a key of theirs.',
    'iss',
  ),
  inspector_claim_sub: claim(
    'Whom the token is about: a number of the account. Some issuers give every application another one.',
    'sub',
  ),
  inspector_claim_aud: claim('For which service the token was made. Others must refuse it.', 'aud'),
  inspector_claim_exp: claim('Until when the token is valid.', 'exp'),
  inspector_claim_nbf: claim('From when on the token is valid.', 'nbf'),
  inspector_claim_iat: claim('When the token was made.', 'iat'),
  inspector_claim_jti: claim('Number of this one token; no other may have it.', 'jti'),
  inspector_claim_auth_time: claim(
    'When the person signed in; later tokens of the same sign-in say the same.',
    'auth_time',
  ),
  inspector_claim_nonce: claim(
    'A random value of the page that asked for the sign-in, so that an old answer cannot be used again.',
    'nonce',
  ),
  inspector_claim_acr: claim('How strong the sign-in was, in the issuer’s own terms.', 'acr'),
  inspector_claim_amr: claim(
    'How the person signed in, such as by password, by code or by a security key.',
    'amr',
  ),
  inspector_claim_azp: claim('Which application asked for the token.', 'azp'),
  inspector_claim_at_hash: claim(
    'Digest of the access token that was issued together with this one.',
    'at_hash',
  ),
  inspector_claim_c_hash: claim(
    'Digest of the code that was issued together with this token.',
    'c_hash',
  ),
  inspector_claim_preferred_username: claim(
    'Name of the account as people know it. It can change and be given to somebody else.',
    'preferred_username',
  ),
  inspector_claim_email: claim(
    'E-mail address of the account, as far as the issuer knows.',
    'email',
  ),
  inspector_claim_email_verified: claim(
    'Whether the issuer says that it confirmed this address or number.',
    'email_verified, phone_number_verified',
  ),
  inspector_claim_name: claim('Name of the person, for display alone.', 'name and its parts'),
  inspector_claim_profile: claim(
    'A detail of the person’s profile, for display alone.',
    'picture, locale and others',
  ),
  inspector_claim_cnf: claim(
    'The token is bound to a key: whoever uses it must prove that they hold that key.',
    'cnf',
  ),
  inspector_claim_act: claim('Who acts for the person, or may do so.', 'act, may_act'),
  inspector_claim_scope: claim('What the token allows its bearer to do.', 'scope'),
  inspector_claim_client_id: claim('Which application the token was issued to.', 'client_id'),
  inspector_claim_sid: claim(
    'Number of the sign-in: all tokens of one sign-in in one browser have the same.',
    'sid',
  ),
  inspector_claim_tid: claim(
    'Number of the organisation whose account it is. All private accounts have one and the same.',
    'tid',
  ),
  inspector_claim_oid: claim(
    'Number of the account in its organisation, the same for every application.',
    'oid',
  ),
  inspector_claim_upn: claim(
    'Name with which the account signs in, for display alone: it can change.',
    'upn, unique_name',
  ),
  inspector_claim_appid: claim('Which application asked for the token.', 'appid'),
  inspector_claim_appidacr: claim(
    'How that application proved who it is: 0 not at all, as web pages cannot, 1 by a secret, 2 by a certificate.',
    'appidacr, azpacr',
  ),
  inspector_claim_app_displayname: claim(
    'Name of the application, for display alone.',
    'app_displayname',
  ),
  inspector_claim_scp: claim('What the application may do in the person’s name.', 'scp'),
  inspector_claim_roles: claim('What the application or the person may do.', 'roles'),
  inspector_claim_wids: claim(
    'Roles of the person that hold in the whole organisation, such as administrator.',
    'wids',
  ),
  inspector_claim_groups: claim(
    'Groups of the person, or where the list can be had when it is too long.',
    'groups and others',
  ),
  inspector_claim_ver: claim('Version of the token’s form.', 'ver'),
  inspector_claim_uti: claim(
    'Number of this one token. The sign-in records of the organisation name it, too.',
    'uti',
  ),
  inspector_claim_opaque: claim(
    'A value for Microsoft’s own servers; nobody else can read it.',
    'rh, aio',
  ),
  inspector_claim_idp: claim(
    'Who signed the person in, where that was somebody else than the issuer, as with guests.',
    'idp',
  ),
  inspector_claim_idtyp: claim('Whether it stands for a person or for an application.', 'idtyp'),
  inspector_claim_puid: claim('A number of the account from older systems.', 'puid, altsecid'),
  inspector_claim_ipaddr: claim(
    'From which network address the person signed in, as the issuer saw it.',
    'ipaddr, fwd, in_corp',
  ),
  inspector_claim_deviceid: claim(
    'The device on which the person signed in, as the organisation knows it.',
    'deviceid, platf',
  ),
  inspector_claim_onprem_sid: claim(
    'Number of the account in the organisation’s own directory.',
    'onprem_sid',
  ),
  inspector_claim_login_hint: claim(
    'A hint that spares the person typing the account’s name the next time.',
    'login_hint',
  ),
  inspector_claim_country: claim(
    'Country or region of the person or the organisation.',
    'ctry, tenant_ctry and others',
  ),
  inspector_claim_password: claim(
    'When the password runs out, or where it can be changed.',
    'pwd_exp, pwd_url',
  ),
  inspector_claim_acct: claim(
    'Whether the account is a member (0) or a guest (1) of the organisation.',
    'acct',
  ),
  inspector_claim_signin_state: claim(
    'What the sign-in fulfilled, such as a known device or a rule of the organisation.',
    'signin_state, acrs',
  ),
  inspector_claim_xms_cc: claim(
    'What the application can do. “cp1” means that its tokens can be taken back before they run out.',
    'xms_cc',
  ),
  inspector_claim_xms: claim(
    'A claim of Microsoft’s own services. Most are for its own servers alone.',
    'claims that begin with xms_',
  ),
  inspector_claim_appctx: claim(
    'What Exchange says of the mailbox: its number, and where its keys are said to be.',
    'appctx, appctxsender',
  ),
  inspector_claim_isbrowserhostedapp: claim(
    'Whether it was made for an add-in that runs in the browser.',
    'isbrowserhostedapp',
  ),
  inspector_claim_hd: claim(
    'Domain of the organisation at Google; private accounts have none.',
    'hd',
  ),
  inspector_claim_account: claim(
    'Name of the account as people know it, for display alone: it can change.',
    'upn, preferred_username, unique_name, email or name',
  ),
  inspector_claim_subject: claim(
    'Number of the account. This, and not the name, tells accounts apart.',
    'oid, sub or msexchuid',
  ),
  inspector_claim_application: claim('Which application asked for the token.', 'appid or azp'),
  inspector_claim_unknown: {
    message: 'Countersign knows nothing about this one.',
    description: 'In the place of an explanation of a claim that is not known',
  },
  inspector_claim_spec: {
    message: 'Where it is defined: $NAME$',
    description: 'Name of a link to the standard that defines a claim, for screen readers',
    placeholders: { name: { content: '$1' } },
  },
};
