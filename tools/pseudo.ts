import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readEnglish } from './languages/english.ts';
import { toFile } from './languages/message-file.ts';
import { pseudoLanguages, pseudoMessages } from './languages/pseudo.ts';
import { runLocal, step } from './run.ts';

/**
 * Builds the extension speaking a pseudo-language, for looking at: `npm run pseudo` or `npm run pseudo -- ar-XB`, which stands from right
 * to left. It replaces every language of `dist/`; `npm run build` brings them back.
 */
const named = process.argv[2] ?? 'en-XA';
const language = pseudoLanguages.find((one) => one === named);
if (language === undefined) throw new Error(`one of ${pseudoLanguages.join(', ')}`);
await step('build', () => runLocal('tsx', ['tools/build.ts']));
const file = toFile(language, pseudoMessages(await readEnglish(), language));
for (const target of ['chrome', 'firefox']) {
  const folder = `dist/${target}/_locales`;
  rmSync(folder, { recursive: true });
  mkdirSync(`${folder}/en`, { recursive: true });
  writeFileSync(`${folder}/en/messages.json`, file);
}
