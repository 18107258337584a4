import * as icons from './icons.ts';
import * as manifest from './manifest.ts';
import * as messages from './messages.ts';
import * as policy from './policy.ts';
import * as providers from './providers.ts';
import * as rules from './rules.ts';

/** What is derived from the registries: file path to content. The same sources give the same bytes. */
export interface Generator {
  readonly name: string;
  readonly generate: () => Promise<ReadonlyMap<string, string | Uint8Array>>;
}

export const generators: readonly Generator[] = [
  { name: 'manifest', generate: manifest.generate },
  { name: 'messages', generate: messages.generate },
  { name: 'rule pages', generate: rules.generate },
  { name: 'provider page', generate: providers.generate },
  { name: 'managed schema and policy page', generate: policy.generate },
  { name: 'icons', generate: icons.generate },
];
