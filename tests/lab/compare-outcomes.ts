/** What a page learned about files of the extension, and would not learn if that did not exist. */
export function compareOutcomes(
  files: readonly string[],
  there: readonly string[],
  nowhere: readonly string[],
): readonly string[] {
  return files.flatMap((file, index) => {
    const [is, without] = [there[index] ?? 'nothing', nowhere[index] ?? 'nothing else'];
    return is === without ? [] : [`${file}: ${is}; if the extension did not exist: ${without}`];
  });
}
