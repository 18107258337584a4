/**
 * The only way to a log: a stable code and numbers, so that no token, address or name can end up there.
 * Written where the browser shows the background's messages; kept nowhere.
 */
export function logProblem(code: string, numbers: Readonly<Record<string, number>> = {}): void {
  console.warn(`Countersign: ${code}`, numbers);
}
