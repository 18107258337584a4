import {
  buildDirectory,
  type ConfigurationProblem,
  configurationOf,
  type Directory,
  type Policy,
} from '../core/index.ts';

const sentences: Readonly<Record<ConfigurationProblem, string>> = {
  'address-not-plain': 'an address in it is not https, or is not written as every reader would',
  'issuer-known': 'its host is that of an issuer that is known anyway',
  'issuer-imitates': 'its name looks like that of a known issuer',
  'shape-differs': 'its name has not the form of its shape',
  'webmail-known': 'its host is that of a webmail that is known anyway',
  'issuer-missing': 'it names an issuer that nobody knows',
};

/** The webmails and issuers that are known anyway, with those of the policy. What cannot be used is told to `warn`, without its name. */
export function readPolicyDirectory(policy: Policy, warn: (sentence: string) => void): Directory {
  const { directory, problems } = buildDirectory(configurationOf(policy));
  for (const problem of problems) {
    warn(`an issuer or a webmail of the policy has no effect: ${sentences[problem]}`);
  }
  return directory;
}
