import type { VNode } from 'preact';
import { text } from '../protocol/client.ts';

/**
 * How it works, drawn: the issuer publishes keys, the webmail uses a session, and Countersign compares the two. One picture for
 * sighted people; its whole meaning is in the words that name it.
 */
export function Picture(): VNode {
  return (
    <figure class="picture">
      <svg viewBox="0 0 420 300" role="img" aria-labelledby="picture-title">
        <title id="picture-title">{text('welcome_picture')}</title>
        <g class="picture-line">
          <path d="M104 104v34c0 14 10 24 24 24h36" />
          <path d="M316 104v34c0 14-10 24-24 24h-36" />
        </g>
        <g class="picture-box">
          <rect x="24" y="20" width="160" height="84" rx="12" />
          <rect x="236" y="20" width="160" height="84" rx="12" />
        </g>
        <g class="picture-drawing">
          <path d="M44 42h40v28h-40zM44.500 43L64 59l19.500-16" />
          <path d="M262 40a10 10 0 100 20 10 10 0 000-20zM269.500 57.500L284 72M277 65l5-5M284 72l5-5" />
        </g>
        <g class="picture-words">
          <rect x="96" y="42" width="68" height="7" rx="3.500" />
          <rect x="96" y="56" width="48" height="7" rx="3.500" />
          <rect x="44" y="82" width="120" height="7" rx="3.500" />
          <rect x="290" y="42" width="84" height="7" rx="3.500" />
          <rect x="290" y="56" width="60" height="7" rx="3.500" />
          <rect x="290" y="70" width="72" height="7" rx="3.500" />
        </g>
        <path class="picture-shield" d="M210 118l42 15v28c0 26-17 42-42 51-25-9-42-25-42-51v-28z" />
        <path class="picture-check" d="M191 165l13 13 27-29" />
        <g class="picture-answer">
          <rect class="picture-good" x="92" y="232" width="108" height="44" rx="22" />
          <path class="picture-good-sign" d="M134 254l8 8 17-18" />
          <rect class="picture-bad" x="220" y="232" width="108" height="44" rx="22" />
          <path class="picture-bad-sign" d="M266 246l16 16M282 246l-16 16" />
        </g>
      </svg>
    </figure>
  );
}
