import type { VNode } from 'preact';
import { text, uiLanguage } from '../protocol/client.ts';
import type { ReadSettings, SettingName } from '../protocol/settings-file.ts';
import type { Settings } from '../protocol/settings-schema.ts';
import { makeVisible } from '../ui/visible-text.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';

/** What a file would change, before it does. */
export function ImportPreview({
  read,
  onYes,
  onNo,
}: {
  readonly read: ReadSettings;
  readonly onYes: () => void;
  readonly onNo: () => void;
}): VNode {
  const { settings, changed, unreadable } = read;
  return (
    <ConfirmDialog
      title={text('options_import_question')}
      action={text('options_import_yes')}
      onYes={onYes}
      onNo={onNo}
    >
      {changed.length === 0 ? (
        <p>{text('options_import_nothing')}</p>
      ) : (
        <>
          <p>{text('options_import_changes')}</p>
          <dl class="import-changes">
            {changed.map((name) => (
              <div key={name} data-setting={name}>
                <dt>{text(labels[name])}</dt>
                <dd>
                  <Value name={name} settings={settings} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {unreadable.length > 0 && (
        <p class="field-problem" data-unreadable={unreadable.join(' ')}>
          {text('options_import_unreadable', [
            new Intl.ListFormat(uiLanguage()).format(unreadable.map((name) => text(labels[name]))),
          ])}
        </p>
      )}
    </ConfirmDialog>
  );
}

const labels: Readonly<Record<SettingName, string>> = {
  language: 'options_language',
  notifications: 'options_warnings_notifications',
  banner: 'options_warnings_banner',
  checkConnections: 'options_connections',
  retentionDays: 'options_retention_days',
  offProviders: 'options_import_off',
  ownIssuers: 'options_issuers_heading',
  ownWebmails: 'options_own_webmails_heading',
  acceptedFindings: 'options_accepted',
};

/** Longest list that is shown; what comes after is counted. */
const maxListed = 12;

/** The new value: what is on or off in words, numbers, and lists by the names in them, which a stranger may have written. */
function Value({
  name,
  settings,
}: {
  readonly name: SettingName;
  readonly settings: Settings;
}): VNode {
  const value = settings[name];
  if (typeof value === 'boolean') {
    return <>{text(value ? 'options_import_on' : 'options_import_is_off')}</>;
  }
  if (typeof value === 'number') return <>{new Intl.NumberFormat(uiLanguage()).format(value)}</>;
  if (typeof value === 'string') {
    return <>{value === 'auto' ? text('options_language_auto') : value}</>;
  }
  const entries = value.map(nameOf);
  if (entries.length === 0) return <>{text('options_import_none')}</>;
  return (
    <ul>
      {entries.slice(0, maxListed).map((entry, at) => (
        <li key={`${at} ${entry}`}>
          <bdi>{makeVisible(entry)}</bdi>
        </li>
      ))}
      {entries.length > maxListed && (
        <li>{text('options_import_more', [String(entries.length - maxListed)])}</li>
      )}
    </ul>
  );
}

function nameOf(
  entry:
    | Settings['offProviders'][number]
    | Settings['ownIssuers'][number]
    | Settings['ownWebmails'][number]
    | Settings['acceptedFindings'][number],
): string {
  if (typeof entry === 'string') return entry;
  if ('rule' in entry) return `${entry.rule} · ${entry.account ?? entry.issuer ?? ''}`;
  return 'host' in entry
    ? `${entry.name} · ${entry.host} · ${entry.issuers.join(', ')}`
    : entry.issuer;
}
