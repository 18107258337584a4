import {
  type Audience,
  audiences,
  type Citation,
  type Issuer,
  type IssuerFact,
  issuers,
  type Owner,
  type Provider,
  providers,
  type SessionCookie,
  type Verifiability,
} from '../../src/core/index.ts';

const code = (values: readonly string[]) => values.map((value) => `\`${value}\``).join(', ');
const orNothing = (text: string) => text || 'none known';
const hours = (seconds: number | null) =>
  seconds === null ? 'not known' : `${Math.round(seconds / 360) / 10} h`;

function citationList(citations: readonly Citation[]): string {
  return citations
    .map(({ url, read, verified }) => `- ${url} (read ${read}${verified ? '' : ', unverified'})`)
    .join('\n');
}

function providerSection(provider: Provider): string {
  return `### ${provider.name} (\`${provider.id}\`)

| | |
| --- | --- |
| pages | ${code(provider.hosts)} |
| interfaces | ${orNothing(code(provider.apiHosts))} |
${detailRows(provider)}| issuers | ${orNothing(code(provider.issuers))} |
${madeFor(provider)}| its sessions | ${provider.isOpaque ? 'opaque: nobody but the provider can check them' : 'signed tokens'} |
| ends all sessions | ${provider.signOutUrl} |

${cookieTable(provider.sessionCookies ?? [])}${citationList(provider.citations)}
`;
}

function madeFor({ audiences: ids = [], applications = [] }: Provider): string {
  const names = audiences.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const row = (label: string, text: string) => (text === '' ? '' : `| ${label} | ${text} |\n`);
  return row('services of its tokens', names.join(', ')) + row('applications', code(applications));
}

function audienceSection(audience: Audience): string {
  const { name, id, applicationId, hosts, customerDomains = [], owner, citations } = audience;
  const addresses = [...hosts, ...customerDomains.map((domain) => `….${domain}`)];
  const elsewhere = audience.hasCustomerServers ? ', also for servers of organisations' : '';
  return `### ${name} (\`${id}\`)

| | |
| --- | --- |
| id | ${applicationId === null ? 'none known' : `\`${applicationId}\`${elsewhere}`} |
| addresses | ${code(addresses)} |
| belongs to | ${owner.name} |

${citationList(citations)}
`;
}

function ownerSection({ name, domains, citations }: Owner): string {
  return `### Domains of ${name}

A token for one of its services that is sent to a host below one of these has not left its owner: ${code(domains)}.

${citationList(citations)}
`;
}

function detailRows({ signInHosts = [], cookieHosts = [] }: Provider): string {
  const row = (label: string, hosts: readonly string[]) =>
    hosts.length === 0 ? '' : `| ${label} | ${code(hosts)} |\n`;
  return row('watched for device binding', signInHosts) + row('keeps its cookies', cookieHosts);
}

/** Attributes that nothing is documented of stay empty. */
function cookieTable(cookies: readonly SessionCookie[]): string {
  if (cookies.length === 0) return '';
  const say = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no');
  const rows = cookies.map(
    ({ name, isPrefix, purpose, httpOnly, secure, sameSite, verified }) =>
      `| \`${name}${isPrefix ? '…' : ''}\` | ${purpose} | ${say(httpOnly)} | ${say(secure)} | ${sameSite ?? ''} | ${verified === false ? 'no' : 'yes'} |`,
  );
  return `| session cookie | purpose | HttpOnly | Secure | SameSite | said by the provider or a standard |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

`;
}

const ownerships = {
  member: 'each key says whom it may speak for',
  document: 'its keys speak for this issuer alone',
  unstated: 'its keys do not say whom they may speak for',
};
const verifiabilities: Readonly<Record<Verifiability, string>> = {
  sampled: 'everyone can check them; recorded genuine ones were checked',
  specified: 'everyone can check them, says a standard or the issuer',
  'audience-only': 'only the issuer itself can check them, it says',
  unstated: 'nobody says who can check them',
};

const mark = (verified: false | undefined) => (verified === false ? ' (unverified)' : '');
const lines = (texts: readonly string[]) => texts.join('<br>') || 'not known';

function keyScope({ keyOwner, keyOwnerIsVerified }: Issuer): string {
  if (keyOwner === null) return 'by the document alone';
  const unsure = keyOwnerIsVerified ? '' : ' (unverified)';
  if (!keyOwner.includes('{tenant}')) return `\`${keyOwner}\`${unsure}`;
  const owner = keyOwner.replace('{tenant}', '{tenantid}');
  return `\`${owner}\`, or the same with the token's own tenant${unsure}`;
}

function issuerRows(issuer: Issuer): readonly (readonly [string, string])[] {
  const marked = (fact: IssuerFact) => (issuer.unverified?.includes(fact) ? ' (unverified)' : '');
  const { id, access, ownAccess } = issuer.verifiableBy;
  return [
    [
      'issuer',
      lines(issuer.forms.map(({ template, verified }) => `${code([template])}${mark(verified)}`)),
    ],
    [
      'key documents',
      lines(
        issuer.keyDocuments.map(
          ({ url, ownership, verified }) =>
            `${code([url])}: ${ownerships[ownership]}${mark(verified)}`,
        ),
      ),
    ],
    ['every key stands in them', issuer.documentsAreComplete ? 'yes' : 'not known'],
    ['owner of its keys', keyScope(issuer)],
    ['algorithms', `${code(issuer.algorithms)}${marked('algorithms')}`],
    [
      'key ids',
      issuer.keyIdForm === 'x5t'
        ? `the SHA-1 of the key's certificate${marked('key-id-form')}`
        : 'of no known form',
    ],
    ['longest lifetime', `${hours(issuer.maxLifetimeSeconds)}${marked('lifetime')}`],
    [
      'header nonce',
      issuer.headerNonce ? 'some tokens are signed over the SHA-256 of their header nonce' : 'no',
    ],
    ['ID tokens', verifiabilities[id]],
    ['access tokens', verifiabilities[access]],
    ['access tokens for its own interfaces', verifiabilities[ownAccess]],
    ...(issuer.applicationsHaveKeys
      ? ([['applications', 'some have keys of their own, which are not looked for']] as const)
      : []),
  ];
}

function issuerSection(issuer: Issuer): string {
  return `### ${issuer.name} (\`${issuer.id}\`)

| | |
| --- | --- |
${issuerRows(issuer)
  .map(([name, value]) => `| ${name} | ${value} |`)
  .join('\n')}

${citationList(issuer.citations)}
`;
}

/** `docs/providers.md`: every webmail and issuer with the source of each fact. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  const owners = [...new Set(audiences.map(({ owner }) => owner))];
  const page = `# Webmails and issuers

Generated from the registries. A host that is not named with a webmail or an issuer is never looked at.

## Webmails

${providers.map(providerSection).join('\n')}
## Issuers

${issuers.map(issuerSection).join('\n')}
## Services that tokens are made for

Which of a webmail's tokens belong where. The lists are not complete: what is missing is worth a note at most.

${audiences.map(audienceSection).join('\n')}
${owners.map(ownerSection).join('\n')}`;
  return new Map([['docs/providers.md', page]]);
}
