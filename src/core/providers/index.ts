import { outlookConsumer } from './outlook-consumer.ts';
import { outlookWork } from './outlook-work.ts';
import type { Provider } from './provider.ts';

/** Every webmail that Countersign knows. */
export const providers: readonly Provider[] = Object.freeze([outlookWork, outlookConsumer]);

/**
 * Whose session is a credential that `documentHost`'s page sent to `host`? The page decides, because interfaces are
 * shared between webmails; without a page only a webmail's own host decides. Null: not clear.
 */
export function findProvider(
  host: string,
  documentHost: string | null,
  known: readonly Provider[] = providers,
): Provider | null {
  const page = documentHost ?? host;
  return (
    known.find((provider) => provider.hosts.includes(page)) ??
    known.find((provider) => provider.hosts.includes(host)) ??
    null
  );
}
