import type { VNode } from 'preact';
import { text } from '../../protocol/client.ts';
import { makeVisible } from '../../ui/visible-text.ts';

/** The name of a file, which is as hostile as the file; or that there is none, because it was pasted. */
export function FileName({ name }: { readonly name: string | null }): VNode {
  return (
    <p class="bench-file">
      {name === null ? text('inspector_bench_pasted') : <bdi>{makeVisible(name)}</bdi>}
    </p>
  );
}
