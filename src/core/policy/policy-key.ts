import type { GenericSchema } from 'valibot';

/** One thing that an organisation can decide. One file each; everything else about it is derived from this. */
export interface PolicyKey<Value = unknown> {
  /** Name in the managed configuration, camelCase, stable for ever; the file has the same name in kebab-case. */
  readonly name: string;
  /** One line for the administrator's form. */
  readonly title: string;
  /** What it does, its unit, and what happens without it. */
  readonly description: string;
  /** Whoever writes the policy file is trusted, the file's form is not: bounds stand here. */
  readonly schema: GenericSchema<unknown, Value>;
  /** What holds when the key is absent or cannot be read: "do not check". */
  readonly fallback: Value;
  /** A value as an administrator would write it. */
  readonly example: Value;
}
