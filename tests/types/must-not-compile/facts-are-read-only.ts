import type { Facts } from '../../../src/core/index.ts';

export function change(facts: Facts): void {
  facts.nowSeconds = 0;
}
