/** Warnings of Mozilla's linter that a bundled library causes. Libraries are bundled as released, never patched. */
export interface LibraryWarning {
  readonly code: string;
  /** Part of the bundled file's name. */
  readonly file: string;
  readonly library: string;
  readonly reason: string;
}

export const libraryWarnings: readonly LibraryWarning[] = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: 'assets/',
    library: 'preact',
    reason:
      'Preact assigns innerHTML for dangerouslySetInnerHTML. The architecture tests refuse that property in our sources, so the assignment is never reached.',
  },
];
