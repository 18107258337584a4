/** The answer of a step that hostile input can make fail: a value, or a stable code. Never an exception, never token text. */
export type Result<Value, Code extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: Code };

export const succeed = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
});

export const refuse = <Code extends string>(
  code: Code,
): { readonly ok: false; readonly code: Code } => ({ ok: false, code });
