import { aolMail } from './aol-mail.ts';
import { fastmail } from './fastmail.ts';
import { gmail } from './gmail.ts';
import { gmx } from './gmx.ts';
import { icloudMail } from './icloud-mail.ts';
import { mailCom } from './mail-com.ts';
import { mailRu } from './mail-ru.ts';
import { outlookChina } from './outlook-china.ts';
import { outlookConsumer } from './outlook-consumer.ts';
import { outlookDod } from './outlook-dod.ts';
import { outlookGccHigh } from './outlook-gcc-high.ts';
import { outlookWork } from './outlook-work.ts';
import { protonMail } from './proton-mail.ts';
import type { Provider } from './provider.ts';
import { webDe } from './web-de.ts';
import { yahooMail } from './yahoo-mail.ts';
import { yandexMail } from './yandex-mail.ts';
import { zohoMail } from './zoho-mail.ts';

/** Every webmail that Countersign knows. */
export const providers: readonly Provider[] = Object.freeze([
  outlookWork,
  outlookGccHigh,
  outlookDod,
  outlookChina,
  outlookConsumer,
  gmail,
  yahooMail,
  aolMail,
  icloudMail,
  zohoMail,
  fastmail,
  protonMail,
  gmx,
  webDe,
  mailCom,
  yandexMail,
  mailRu,
]);

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
