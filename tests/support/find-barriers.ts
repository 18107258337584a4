import axe from 'axe-core';

/**
 * What axe finds in the page as it stands, a line each. Without a layout it cannot judge colours, sizes and what scrolls; the end-to-end run
 * does that in browsers.
 */
export async function findBarriers(): Promise<readonly string[]> {
  const { violations } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: {
      'color-contrast': { enabled: false },
      'target-size': { enabled: false },
      'scrollable-region-focusable': { enabled: false },
    },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
