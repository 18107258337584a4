import type { Scenario } from './scenarios/scenario.ts';

export const verdictWords = {
  verified: 'Genuine',
  attention: 'Unusual',
  danger: 'Forged',
  undetermined: 'Could not check',
  'not-inspected': 'Not checkable',
} as const;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter);

function card({ id, title, summary, verdict }: Scenario): string {
  return `<li><a class="card ${verdict}" href="/choose?scenario=${id}">
<span class="verdict">${verdictWords[verdict]}</span>
<strong>${escapeHtml(title)}</strong>
<span class="summary">${escapeHtml(summary)}</span>
</a></li>`;
}

/** The page on which a person chooses what happens. */
export function buildMenuPage(scenarios: readonly Scenario[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Countersign lab</title>
<link rel="stylesheet" href="/assets/menu.css">
</head>
<body>
<header>
<h1>What shall happen to your session?</h1>
<p>Choose one. The lab plays the mail service and the sign-in service under their real names, all on this computer.
When the mail page has loaded, open Countersign in the toolbar and see what it says. The label says what it should be.</p>
</header>
<main><ul>${scenarios.map(card).join('\n')}</ul></main>
</body>
</html>`;
}
