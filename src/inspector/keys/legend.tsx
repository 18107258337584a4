import type { VNode } from 'preact';
import { text } from '../../protocol/client.ts';
import { signKinds } from './key-line.ts';
import { Patterns } from './patterns.tsx';
import { SignDrawing, signMessage } from './sign-symbol.tsx';
import { UseMark } from './use-mark.tsx';

const bars = ['listed', 'gone', 'stolen', 'disputed'] as const;
const uses = ['verified', 'attention', 'danger', 'undetermined'] as const;

/** What the picture is made of; opens on demand. */
export function Legend(): VNode {
  return (
    <>
      <Patterns />
      <details class="legend">
        <summary>{text('inspector_legend')}</summary>
        <ul>
          {bars.map((look) => (
            <li key={look}>
              <svg class="legend-bar" viewBox="0 0 44 16" aria-hidden="true">
                <rect class="bar" data-look={look} x="1" y="2" width="42" height="12" rx="4" />
              </svg>
              {text(`inspector_legend_${look}`)}
            </li>
          ))}
          <li>
            <svg class="legend-bar" viewBox="0 0 44 16" aria-hidden="true">
              <path class="certificate" d="M2 8h40M2 5v6M42 5v6" />
            </svg>
            {text('inspector_legend_certificate')}
          </li>
          {uses.map((verdict) => (
            <li key={verdict}>
              <svg class="legend-mark" viewBox="-8 -8 16 16" aria-hidden="true">
                <UseMark verdict={verdict} />
              </svg>
              {text('inspector_legend_token', [text(`short_${verdict}`)])}
            </li>
          ))}
          {signKinds.map((kind) => (
            <li key={kind}>
              <SignDrawing kind={kind} />
              {text(signMessage(kind))}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
