import type { Facts } from '../facts.ts';
import { type Cloud, clouds, findCloudByInstance } from '../issuers/clouds.ts';
import { issuers } from '../issuers/index.ts';
import type { Provider } from '../providers/provider.ts';
import { fail, notApplicable, type Outcome, pass, type Rule } from './rule.ts';

export const cloudMismatch: Rule = {
  id: 'cloud-mismatch',
  severity: 'danger',
  essential: false,
  checks: 'Issuer, key and webmail belong to the same cloud',
  title: 'This session mixes two clouds that have nothing to do with each other.',
  explanation:
    'Microsoft runs separate clouds, among them one for the US government and one for China. Each has issuers, keys and webmails of its own, and none may vouch for another. Here a part of the session comes from another cloud than the rest.',
  remedy:
    'Check the address of the page, then sign out and sign in again. If the message comes back, tell your IT department.',
  example:
    'Payload `{"iss":"https://login.microsoftonline.us/TENANT/v2.0","aud":"https://outlook.office.com", …}`: the issuer of one cloud, the mail service of another.',
  spec: [
    {
      label: 'Microsoft: authentication in national clouds',
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/authentication-national-cloud',
    },
    {
      label: 'Microsoft’s own check of a key’s cloud',
      url: 'https://github.com/AzureAD/azure-activedirectory-identitymodel-extensions-for-dotnet/tree/dev/src/Microsoft.IdentityModel.Validators',
    },
    { label: 'RFC 8725 section 3.8', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.8' },
  ],
  needs: ['known-issuer'],
  check: (facts) => {
    const { issuer, provider } = facts;
    if (issuer.kind !== 'known' || issuer.issuer.cloud === undefined) return notApplicable;
    const cloud = clouds.find(({ id }) => id === issuer.issuer.cloud);
    if (cloud === undefined) return notApplicable;
    const byKey = compareKey(facts, cloud);
    if (byKey !== null) return byKey;
    const expected = provider === null ? noClouds : cloudsOf(provider);
    if (provider === null || expected.size === 0 || expected.has(cloud.id)) return pass;
    return fail(issuer.form.verified === false ? 'note' : 'attention', [
      { name: 'issuer', value: issuer.iss },
      { name: 'detail', value: cloud.name },
      { name: 'provider', value: provider.name },
    ]);
  },
};

/** Microsoft's own libraries refuse a key whose cloud differs; only a name that nobody could confirm proves less. */
function compareKey({ issuer, key }: Facts, cloud: Cloud): Outcome | null {
  if (key.kind !== 'selected' || issuer.kind !== 'known') return null;
  const { cloudInstance } = key.key;
  if (cloudInstance === null || cloudInstance === cloud.instanceName) return null;
  const other = findCloudByInstance(cloudInstance);
  const isKnown = other?.instanceNameIsVerified === true && cloud.instanceNameIsVerified;
  return fail(isKnown ? 'danger' : 'note', [
    { name: 'issuer', value: issuer.iss },
    { name: 'detail', value: cloudInstance },
    { name: 'key-id', value: key.key.kid ?? '' },
    { name: 'key-document', value: key.url },
  ]);
}

const noClouds: ReadonlySet<Cloud['id']> = new Set();
const cloudsByProvider = new WeakMap<Provider, ReadonlySet<Cloud['id']>>();

/** The clouds whose issuers belong in a webmail; none for webmails outside of these clouds. */
function cloudsOf(provider: Provider): ReadonlySet<Cloud['id']> {
  const known = cloudsByProvider.get(provider);
  if (known !== undefined) return known;
  const found = new Set(
    issuers.flatMap(({ id, cloud }) =>
      cloud !== undefined && provider.issuers.includes(id) ? [cloud] : [],
    ),
  );
  cloudsByProvider.set(provider, found);
  return found;
}
