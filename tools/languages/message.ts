/** One message of a `messages.json` file (WebExtensions i18n format). */
export interface Message {
  readonly message: string;
  /** For translators; in the sources only. */
  readonly description?: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

export type Messages = ReadonlyMap<string, Message>;

/** Names of the placeholders of a message, sorted, each as often as it stands there. */
export const placeholdersIn = (message: string): readonly string[] =>
  (message.match(/\$\w+\$/g) ?? []).sort();
