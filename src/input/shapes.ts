import { copyText } from './bytes.ts';

/** Longest text that is searched or taken for a credential, characters. Above the core's own bound, which then says so. */
export const maxCredentialCharacters = 1_048_576;

/** The beginnings of `{"`, `{ `, `{` and a line break in base64url. */
const compactJws = /^(?:eyJ|eyA|ewo|ew0)[\w-]*={0,2}\.[\w-]+={0,2}\.[\w-]*={0,2}$/;
const compactAnywhere = /(?:eyJ|eyA|ewo|ew0)[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g;

/** Whether a text is one compact JSON Web Signature (RFC 7515 section 7.1) by its looks. */
export const looksCompact = (text: string): boolean =>
  text.length >= 32 && text.length <= maxCredentialCharacters && compactJws.test(text);

/** Compact JSON Web Signatures anywhere in a text. */
export const findCompact = (text: string): readonly string[] =>
  (text.match(compactAnywhere) ?? []).map(copyText);

/**
 * What tools write in the place of a secret: SAML-tracer `{hash:…}`, `{obf:…}` and `{overwritten}` (src/filters.js), Cloudflare's
 * HAR sanitizer `[id_token redacted]` and `redacted` for a signature (src/lib/har_sanitize.tsx; both read 2026-11-24), and words
 * that people write by hand.
 */
const wholeMask =
  /^(?:\{(?:hash|obf):[^{}]*\}|\{overwritten\}|\[[^[\]]{0,80}\bredacted\]|[[<({]?(?:redacted|removed|masked|hidden|secret removed)[\])}>]?|[*xX•.]{3,})$/i;
const maskedSignature = /\.(?:redacted|removed|masked)$/i;

/** Whether a text stands in the place of a credential that somebody took out. */
export const isMasked = (text: string): boolean =>
  wholeMask.test(text) || (maskedSignature.test(text) && /^ey/.test(text));
