import {
  buildDirectory,
  type Configuration,
  type ConfigurationProblem,
  type Directory,
  emptyConfiguration,
  knownDirectory,
  mergeConfigurations,
} from '../core/index.ts';

export interface DirectoryHolder {
  /** What holds now; before anything was read, what is known anyway. */
  readonly current: () => Directory;
  /** What an organisation adds, or what the person does, may have changed. */
  readonly refresh: () => void;
}

/**
 * Keeps which webmails and issuers there are: those that are known anyway, those that an organisation adds and those that the person
 * does. Of two entries for the same one, the organisation's counts. `onChange` is called when that is another list than before.
 */
export function createDirectoryHolder(parts: {
  readonly readPolicy: () => Configuration;
  readonly readSettings: () => Configuration;
  readonly onChange: (directory: Directory) => void;
  readonly logProblem: (code: string, numbers?: Readonly<Record<string, number>>) => void;
}): DirectoryHolder {
  let directory = knownDirectory;
  let written = JSON.stringify(emptyConfiguration);

  return {
    current: () => directory,
    refresh() {
      const configuration = mergeConfigurations(parts.readPolicy(), parts.readSettings());
      const text = JSON.stringify(configuration);
      if (text === written) return;
      written = text;
      const built = buildDirectory(configuration);
      directory = built.directory;
      tell(built.problems);
      parts.onChange(directory);
    },
  };

  /** By code and number: names are nobody's business but the organisation's and the person's. */
  function tell(problems: readonly ConfigurationProblem[]): void {
    const counts = new Map<string, number>();
    for (const code of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
    for (const [code, count] of counts) parts.logProblem(`configuration-${code}`, { count });
  }
}
