import { createSightingMemory, type MemoryPort } from '../core/index.ts';

/** Most tokens of a file that a later one is compared with. */
export const maxTokensOfFile = 2_048;

/**
 * The memory of one run: each token knows those before it, of whatever webmail and time, for an analyst may have put them
 * together.
 */
export function createFileMemory(): MemoryPort {
  const memory = createSightingMemory({
    maxTokens: maxTokensOfFile,
    maxAgeMs: Number.POSITIVE_INFINITY,
  });
  const file = 'file';
  return {
    recall: () => memory.recall(file),
    remember: (_scope, token) => memory.remember(file, token),
  };
}
