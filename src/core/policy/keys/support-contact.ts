import * as v from 'valibot';
import type { PolicyKey } from '../policy-key.ts';

/** Longest part of a support contact, characters. */
export const maxContactLength = 200;

/** Whom people are told to turn to. Each part is shown as text; at least one is there. */
export interface SupportContact {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(maxContactLength));

export const supportContact: PolicyKey<SupportContact | null> = {
  name: 'supportContact',
  title: 'Whom people turn to when a session is forged',
  description:
    'Shown beside a warning, with a prepared report for it: name is what people know the desk by, email and phone are where it is reached. One of the three is enough. Better a phone number or an address outside of the mail that the warning is about. Without this key people are told to ask their IT department, without saying how.',
  schema: v.nullable(
    v.pipe(
      v.strictObject({
        name: v.exactOptional(text),
        // What a mailto address takes as it is: no list, no header, no line break.
        email: v.exactOptional(
          v.pipe(
            v.string(),
            v.maxLength(maxContactLength),
            v.regex(/^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d.-]+$/i),
          ),
        ),
        phone: v.exactOptional(text),
      }),
      v.check((contact) => Object.keys(contact).length > 0),
    ),
  ),
  fallback: null,
  example: { name: 'Contoso service desk', email: 'desk@contoso.example', phone: '+1 555 0100' },
};
