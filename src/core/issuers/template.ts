import type { Issuer, IssuerForm } from './issuer.ts';

export interface IssuerMatch {
  readonly issuer: Issuer;
  readonly form: IssuerForm;
  readonly tenant: string | null;
}

const placeholder = '{tenant}';
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text is a GUID in the lower-case form in which issuers write tenants. */
export const isTenantId = (text: string): boolean => guid.test(text);

/**
 * Finds whose `iss` claim this is (RFC 7519 section 4.1.1, compared as RFC 8725 section 3.8 asks): equal to a template
 * character by character, with exactly one lower-case GUID in the place of `{tenant}`. Several where issuers share a name.
 */
export function matchIssuers(iss: string, issuers: readonly Issuer[]): readonly IssuerMatch[] {
  const matches: IssuerMatch[] = [];
  for (const issuer of issuers) {
    for (const form of issuer.forms) {
      const tenant = matchTemplate(form.template, iss);
      if (tenant === null || issuer.excludedTenants.includes(tenant)) continue;
      matches.push({ issuer, form, tenant: tenant === '' ? form.tenant : tenant });
    }
  }
  return matches;
}

/** The tenant, the empty text for a template without placeholder that equals `text`, or null. */
export function matchTemplate(template: string, text: string): string | null {
  const at = template.indexOf(placeholder);
  if (at < 0) return template === text ? '' : null;
  const after = template.slice(at + placeholder.length);
  if (text.length !== at + 36 + after.length) return null;
  if (!text.startsWith(template.slice(0, at)) || !text.endsWith(after)) return null;
  const tenant = text.slice(at, at + 36);
  return isTenantId(tenant) ? tenant : null;
}

/**
 * Whether a key may speak for `issuer` in `tenant`, by the `owner` that the document at `url` gives it. Microsoft writes the
 * owner with the literal `{tenantid}` in shared documents; in a tenant's own document the same shared keys carry that tenant
 * instead (both seen in recorded documents), so there the tenant stands for the placeholder. Anywhere else a concrete tenant
 * allows only itself.
 */
export function ownerSpeaksFor(
  { owner, url }: { readonly owner: string; readonly url: string },
  issuer: Issuer,
  tenant: string | null,
): boolean {
  const template = issuer.keyOwner;
  if (template === null) return false;
  if (owner === template.replace(placeholder, '{tenantid}')) return true;
  const ownerTenant = matchTemplate(template, owner);
  if (ownerTenant === null || issuer.excludedTenants.includes(ownerTenant)) return false;
  return ownerTenant === '' || ownerTenant === tenant || url.includes(`/${ownerTenant}/`);
}
