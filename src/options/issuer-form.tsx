import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import {
  type ConfiguredIssuer,
  hostOfAddress,
  keySourceOf,
  type ShapeId,
  shapeIds,
} from '../core/index.ts';
import { requestHosts, text } from '../protocol/client.ts';
import { maxTypedLength } from '../protocol/own-webmails-schema.ts';
import { EntryForm } from './entry-form.tsx';
import { FormField } from './form-field.tsx';
import { IssuerTrial } from './issuer-trial.tsx';
import type { OptionProps } from './option-props.ts';
import { type EntryProblem, type IssuerFields, readIssuerFields } from './read-entries.ts';

/** Adds an issuer, or changes one, after it was tried out if the person likes. */
export function IssuerForm({
  settings,
  change,
  old,
  onClose,
}: OptionProps & {
  /** Null: a new one. */
  readonly old: ConfiguredIssuer | null;
  readonly onClose: () => void;
}): VNode {
  const [fields, setFields] = useState<IssuerFields>(() => fieldsOf(old));
  const [problem, setProblem] = useState<EntryProblem | null>(null);
  const others = settings.ownIssuers.filter(({ issuer }) => issuer !== old?.issuer);
  const set = (changes: Partial<IssuerFields>) => {
    setFields({ ...fields, ...changes });
    setProblem(null);
  };
  const read = (): ConfiguredIssuer | null => {
    const result = readIssuerFields(fields, others);
    setProblem(result.ok ? null : result.code);
    return result.ok ? result.value : null;
  };
  const save = () => {
    const issuer = read();
    if (issuer === null) return;
    // Asked for at once: browsers allow it only while they handle the click. Without it the popup says what is missing.
    void requestHosts([hostOfAddress(keySourceOf(issuer).url)]).catch(() => false);
    void change({ ownIssuers: [...others, issuer] }, 'options_entry_saved').then(
      (isSaved) => isSaved && onClose(),
    );
  };
  return (
    <EntryForm
      label={text('options_issuer_form')}
      saveLabel={text(old === null ? 'options_issuer_save' : 'options_entry_save')}
      problem={problem}
      onSave={save}
      onClose={onClose}
      trial={<IssuerTrial read={read} tried={JSON.stringify(fields)} />}
    >
      <FormField
        id="issuer-address"
        kind="url"
        label={text('options_issuer_address')}
        hint={text('options_issuer_address_hint')}
        value={fields.issuer}
        maxLength={maxTypedLength}
        isRequired
        onInput={(issuer) => set({ issuer })}
      />
      <div class="field">
        <label for="issuer-shape">{text('options_issuer_shape')}</label>
        <select
          id="issuer-shape"
          value={fields.shape}
          onChange={(event) => {
            const shape = shapeIds.find((id) => id === event.currentTarget.value);
            if (shape !== undefined) set({ shape });
          }}
        >
          {shapeIds.map((id) => (
            <option key={id} value={id}>
              {shapeNames[id] ?? text('options_issuer_shape_other')}
            </option>
          ))}
        </select>
      </div>
      <FormField
        id="issuer-name"
        label={text('options_entry_name')}
        hint={text('options_issuer_name_hint')}
        value={fields.name}
        maxLength={80}
        onInput={(name) => set({ name })}
      />
      <details class="form-more">
        <summary>{text('options_entry_more')}</summary>
        <FormField
          id="issuer-audiences"
          kind="lines"
          label={text('options_entry_audiences')}
          hint={text('options_issuer_audiences_hint')}
          value={fields.audiences}
          maxLength={maxTypedLength}
          onInput={(audiences) => set({ audiences })}
        />
        <FormField
          id="issuer-discovery"
          kind="url"
          label={text('options_issuer_discovery')}
          hint={text('options_issuer_discovery_hint')}
          value={fields.discovery}
          maxLength={maxTypedLength}
          onInput={(discovery) => set({ discovery })}
        />
        <FormField
          id="issuer-keys"
          kind="url"
          label={text('options_issuer_keys')}
          hint={text('options_issuer_keys_hint')}
          value={fields.keyDocument}
          maxLength={maxTypedLength}
          onInput={(keyDocument) => set({ keyDocument })}
        />
      </details>
    </EntryForm>
  );
}

/** Names that their makers gave them, the same in every language. */
const shapeNames: Partial<Record<ShapeId, string>> = {
  'okta-org': 'Okta',
  'okta-custom': 'Okta (custom authorization server)',
  'ping-federate': 'PingFederate',
  'ping-one': 'PingOne',
  keycloak: 'Keycloak',
  adfs: 'AD FS',
};

const fieldsOf = (old: ConfiguredIssuer | null): IssuerFields => ({
  issuer: old?.issuer ?? '',
  shape: old?.shape ?? 'oidc',
  name: old?.name ?? '',
  audiences: (old?.audiences ?? []).join('\n'),
  discovery: old?.discovery ?? '',
  keyDocument: old?.keyDocument ?? '',
});
