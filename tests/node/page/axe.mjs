// WCAG 2.0, 2.1 and 2.2, A and AA, and what axe holds for good practice besides, such as the order
// of headings.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LOOK = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'];

// Once for each page that is opened: to send axe takes longer than to run it.
export async function bringAxe(page) {
  await page.evaluate(AXE);
}

export async function violations(page, isFull = false) {
  return page.evaluate(async (runOnly) => {
    const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help} (${node.target.join(' ')})`),
    );
  }, isFull ? { type: 'tag', values: TAGS } : { type: 'rule', values: LOOK });
}
