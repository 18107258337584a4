import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { requestHosts } from '../protocol/popup-client.ts';
import { text } from '../protocol/texts.ts';

/** Asks the browser for exactly these hosts. When they are given, the background says so and the popup shows it. */
export function AllowButton({
  hosts,
  label,
  isMain,
}: {
  readonly hosts: readonly string[];
  readonly label: string;
  readonly isMain: boolean;
}): VNode {
  const [isRefused, setRefused] = useState(false);
  const start = () => {
    // Called at once: browsers ask only while they handle the click.
    requestHosts(hosts).then(
      (isGiven) => setRefused(!isGiven),
      () => setRefused(true),
    );
  };
  return (
    <>
      <button class={isMain ? 'button' : 'button button-quiet'} type="button" onClick={start}>
        {label}
      </button>
      <p class="check-reason" role="status">
        {isRefused && text('popup_allow_refused')}
      </p>
    </>
  );
}
