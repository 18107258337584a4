import { type Rule, rules } from '../../src/core/index.ts';

const severities = {
  danger: 'danger: no legitimate system does this',
  attention: 'attention: unusual',
  note: 'note: worth knowing',
};

function pageOf(rule: Rule): string {
  return `# ${rule.id}

${rule.title}

| | |
| --- | --- |
| checks that | ${rule.checks} |
| worst severity | ${severities[rule.severity]} |
| without it a session is never called verified | ${rule.essential ? 'yes' : 'no'} |
| needs | ${rule.needs.join(', ') || 'nothing'} |

## Why it matters

${rule.explanation}

## What to do

${rule.remedy}

## Example of what is found

${rule.example}

## Standards and sources

${rule.spec.map(({ label, url }) => `- [${label}](${url})`).join('\n')}
`;
}

function indexPage(): string {
  const rows = rules.map(
    (rule) => `| [${rule.id}](${rule.id}.md) | ${rule.checks} | ${rule.severity} |`,
  );
  return `# Rules

Every rule answers pass, fail, unknown or not-applicable. This page and those it names are generated from the rules.

| rule | checks that | worst severity |
| --- | --- | --- |
${rows.join('\n')}
`;
}

/** `docs/rules/`: one page a rule, and their index. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  const pages = rules.map((rule): [string, string] => [`docs/rules/${rule.id}.md`, pageOf(rule)]);
  return new Map([['docs/rules/README.md', indexPage()], ...pages]);
}
