import type { ComponentChildren, VNode } from 'preact';
import { text } from '../protocol/client.ts';
import type { PolicyName } from '../protocol/management-schema.ts';
import { Icon, type IconName } from '../ui/icon.tsx';

export interface SectionName {
  /** Stands in the page's address. */
  readonly id: string;
  readonly icon: IconName;
  /** Name of the message. */
  readonly title: string;
}

/** A titled part of the settings. */
export function Section({
  section,
  lead,
  children,
}: {
  readonly section: SectionName;
  readonly lead?: string;
  readonly children: ComponentChildren;
}): VNode {
  const titleId = `${section.id}-title`;
  return (
    <section class="card options-section" id={section.id} aria-labelledby={titleId}>
      <h2 id={titleId}>
        <Icon name={section.icon} />
        {text(section.title)}
      </h2>
      {lead !== undefined && <p class="section-lead">{lead}</p>}
      {children}
    </section>
  );
}

/** Says that an organisation has decided this, and by which key of its policy. */
export function ManagedNote({
  policyKey,
  id,
}: {
  readonly policyKey: PolicyName;
  readonly id?: string;
}): VNode {
  return (
    <p class="managed-note" data-policy-key={policyKey} {...(id !== undefined && { id })}>
      <Icon name="lock" />
      <span>
        {text('options_managed_by')} <code>{policyKey}</code>
      </span>
    </p>
  );
}
