import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { reasons, rules } from '../../src/core/index.ts';
import { appTexts } from '../app-texts.ts';
import type { Message, Messages } from './message.ts';

/** Folders whose `texts.ts`, where there is one, holds their sentences. */
const folders = ['background', 'ui', 'popup', 'inspector', 'options', 'welcome', 'blocked'];

async function folderMessages(): Promise<[string, Message][]> {
  const paths = folders.map((folder) => resolve('src', folder, 'texts.ts')).filter(existsSync);
  const modules = await Promise.all(paths.map((path) => import(pathToFileURL(path).href)));
  return modules.flatMap(({ texts }) => Object.entries<Message>(texts));
}

const nameOf = (id: string) => id.replaceAll('-', '_');

function ruleMessages(): [string, Message][] {
  return rules.flatMap((rule) => {
    const start = `rule_${nameOf(rule.id)}`;
    const entries: [string, Message][] = [
      [`${start}_checks`, { message: rule.checks, description: `What ${rule.id} checks` }],
      [`${start}_title`, { message: rule.title, description: `What is wrong: ${rule.id}` }],
      [`${start}_explanation`, { message: rule.explanation, description: `Why: ${rule.id}` }],
      [`${start}_remedy`, { message: rule.remedy, description: `What to do: ${rule.id}` }],
    ];
    return entries;
  });
}

function reasonMessages(): [string, Message][] {
  return Object.entries(reasons).map(([code, message]) => [
    `reason_${nameOf(code)}`,
    { message, description: `Why a check could not be made: ${code}` },
  ]);
}

/** Every English sentence of the extension, from the objects that own them. */
export async function readEnglish(): Promise<Messages> {
  const messages = new Map<string, Message>();
  const all = [
    ...Object.entries<Message>(appTexts),
    ...(await folderMessages()),
    ...reasonMessages(),
    ...ruleMessages(),
  ];
  for (const [name, message] of all) {
    if (messages.has(name)) throw new Error(`the message ${name} is defined twice`);
    messages.set(name, message);
  }
  return messages;
}
