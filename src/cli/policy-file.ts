import { readFileSync } from 'node:fs';
import {
  defaultPolicy,
  type Policy,
  type PolicyProblem,
  parsePolicy,
  redactText,
} from '../core/index.ts';
import { UsageError } from './usage.ts';

/**
 * Reads the policy that `--policy` names: JSON as it stands in managed storage; null is the absence of a policy. What does not hold
 * is told to `warn`, without its value.
 * @throws UsageError with a sentence that holds nothing of the file
 */
export function readPolicyFile(file: string | null, warn: (sentence: string) => void): Policy {
  if (file === null) return defaultPolicy;
  const { policy, problems } = parsePolicy(readJson(file));
  for (const problem of problems) warn(describeProblem(problem));
  return policy;
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`the policy ${file} cannot be read`);
  }
  try {
    // Editors of Windows begin a file with a byte order mark, which JSON does not allow (RFC 8259 section 8.1).
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new UsageError(`the policy ${file} is no JSON`);
  }
}

function describeProblem({ code, key }: PolicyProblem): string {
  // Names of unknown keys come from the file.
  const name = redactText(key ?? '');
  switch (code) {
    case 'policy-not-an-object':
      return 'the policy is no JSON object and has no effect';
    case 'policy-key-unknown':
      return `the policy has no key “${name}”: it has no effect`;
    case 'policy-value-invalid':
      return `the value of “${name}” in the policy cannot be read: the key has no effect`;
  }
}
