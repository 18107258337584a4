import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { text } from '../../protocol/client.ts';
import { Icon } from '../../ui/icon.tsx';

/** Takes one file, chosen, or dropped anywhere on the page, which it must not replace. */
export function DropZone({
  onFile,
  onRefuse,
}: {
  readonly onFile: (file: File) => void;
  readonly onRefuse: () => void;
}): VNode {
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    const out = ({ relatedTarget }: DragEvent) => relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const dropped = fileOf(event.dataTransfer);
      if (dropped === 'several') onRefuse();
      else if (dropped !== null) onFile(dropped);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', out);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', out);
      removeEventListener('drop', drop);
    };
  }, [onFile, onRefuse]);

  return (
    <div class="drop-zone" data-over={isOver}>
      <Icon name="upload" />
      <p class="drop-words">{text(isOver ? 'inspector_bench_drop_now' : 'inspector_bench_drop')}</p>
      <button class="button" type="button" onClick={() => input.current?.click()}>
        {text('inspector_bench_choose')}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        onChange={({ currentTarget: { files } }) => {
          const [file] = files ?? [];
          if (file !== undefined) onFile(file);
        }}
      />
      <p class="hint">{text('inspector_bench_kinds')}</p>
    </div>
  );
}

/** The one file that was dropped; null for what is no file, such as a dragged word. */
function fileOf(dropped: DataTransfer | null): File | 'several' | null {
  const { items = [], files = [] } = dropped ?? {};
  const [file] = files;
  if (file === undefined) return null;
  const isFolder = [...items].some((item) => item.webkitGetAsEntry?.()?.isDirectory === true);
  return files.length > 1 || isFolder ? 'several' : file;
}
