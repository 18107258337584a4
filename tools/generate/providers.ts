import {
  type Citation,
  type Issuer,
  issuers,
  type Provider,
  providers,
} from '../../src/core/index.ts';

const code = (values: readonly string[]) => values.map((value) => `\`${value}\``).join(', ');
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
| interfaces | ${code(provider.apiHosts)} |
| issuers | ${code(provider.issuers)} |
| ends all sessions | ${provider.signOutUrl} |

${citationList(provider.citations)}
`;
}

function issuerSection(issuer: Issuer): string {
  return `### ${issuer.name} (\`${issuer.id}\`)

| | |
| --- | --- |
| issuer | ${code(issuer.forms.map(({ template }) => template))} |
| key documents | ${code(issuer.keyDocuments.map(({ url }) => url))} |
| algorithms | ${code(issuer.algorithms)} |
| longest lifetime | ${hours(issuer.maxLifetimeSeconds)} |
| header nonce | ${issuer.headerNonce ? 'some tokens are signed over the SHA-256 of their header nonce' : 'no'} |

${citationList(issuer.citations)}
`;
}

/** `docs/providers.md`: every webmail and issuer with the source of each fact. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  const page = `# Webmails and issuers

Generated from the registries. A host that is not named here is never looked at.

## Webmails

${providers.map(providerSection).join('\n')}
## Issuers

${issuers.map(issuerSection).join('\n')}`;
  return new Map([['docs/providers.md', page]]);
}
