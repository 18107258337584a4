import { createElement, type VNode } from 'preact';
import { type PictureName, pictureSide, pictures } from './pictures.ts';

/**
 * A picture drawn in the page itself, so that it is there with the words: a file of its own would be asked for, and read as a document,
 * when the words are already seen. The words beside it say what it means.
 */
export function Picture({ name }: { readonly name: PictureName }): VNode {
  return (
    <svg class="picture" viewBox={`0 0 ${pictureSide} ${pictureSide}`} aria-hidden="true">
      {pictures[name].map(([shape, attributes]) => createElement(shape, attributes))}
    </svg>
  );
}
