import { readText } from './claims.ts';
import type { JsonObject } from './token.ts';

/** Claims that name an account with a domain, most telling first. Microsoft calls all of them mutable: they name, they do not prove. */
const accountNames = ['upn', 'preferred_username', 'unique_name', 'email'];
const guestMark = '#ext#@';

/**
 * The domain of the account that a token names, lower case; null where no claim names one. A guest's name in the tenant that they
 * visit, `ada_contoso.example#EXT#@fabrikam.onmicrosoft.com`, is taken for what it is made of: an account of contoso.example
 * (https://learn.microsoft.com/en-us/entra/external-id/user-properties). Proves nothing about the account.
 */
export function readAccountDomain(claims: JsonObject): string | null {
  for (const name of accountNames) {
    const domain = domainOf(readText(claims, name));
    if (domain !== null) return domain;
  }
  return null;
}

function domainOf(account: string | null): string | null {
  if (account === null) return null;
  const lower = account.toLowerCase();
  const markedAt = lower.lastIndexOf(guestMark);
  // No domain holds an underscore, so the last one stands where the @ stood.
  const domain =
    markedAt < 0
      ? after(lower, lower.lastIndexOf('@'))
      : after(lower.slice(0, markedAt), lower.lastIndexOf('_', markedAt));
  return domain === '' ? null : domain;
}

const after = (text: string, at: number): string => (at < 0 ? '' : text.slice(at + 1));
