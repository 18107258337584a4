import type { VNode } from 'preact';
import type { SessionBinding } from '../core/index.ts';
import { text } from '../protocol/texts.ts';
import { Section } from './section.tsx';
import { Sign } from './sign.tsx';

/** What was seen of a binding to this device. Nothing where nothing was seen: most webmails have none. */
export function BindingLine({ binding }: { readonly binding: SessionBinding }): VNode | null {
  if (binding === 'none-seen') return null;
  const outcome = binding === 'in-use' ? 'pass' : 'note';
  return (
    <Section title={text('known_heading')}>
      <ul class="checks">
        <li class="check" data-outcome={outcome} data-binding={binding}>
          <Sign outcome={outcome} />
          <span>{text(`binding_${binding.replaceAll('-', '_')}`)}</span>
        </li>
      </ul>
    </Section>
  );
}
