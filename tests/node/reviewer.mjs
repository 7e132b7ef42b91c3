// Walks through pages for a reviewer as a reviewer would, with the keyboard alone.
// In, as JSON: {pages: [{file, paper}], browser: path}; what is printed goes to `paper`.
// Out, as JSON: {path: {findings: [what is wrong], milliseconds: to the first interaction}}.
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { answer } from './answer.mjs';
import { bringAxe, violations } from './page/axe.mjs';
import { overflow, textSettings } from './page/layout.mjs';
import { onlyItsOwn } from './page/policy.mjs';
import { plainReading, walk } from './page/reviewer.mjs';

const WAYS = [
  { name: 'light, 1600 px', width: 1600, isFull: true },
  { name: 'light, 1000 px', width: 1000 },
  { name: 'light, zoomed to 200%', width: 640 },
  { name: 'light, 320 px', width: 320, isFull: true },
  { name: 'dark, 1600 px', width: 1600, colorScheme: 'dark' },
  { name: 'dark, 320 px', width: 320, colorScheme: 'dark' },
];

async function looked(page, plain, { file, paper }) {
  const address = pathToFileURL(file).href;
  const found = [];
  const told = (name, seen) => found.push(...seen.map((finding) => `${name}: ${finding}`));
  for (const one of [page, plain]) {
    one.removeAllListeners();
    one.on('request', (request) => request.url() === address || found.push(`asks for ${request.url()}`));
    one.on('console', (said) => said.type() === 'error' && found.push(`console: ${said.text()}`));
    one.on('pageerror', (fault) => found.push(`script: ${fault.message}`));
  }
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  await page.setViewportSize({ width: 1600, height: 1000 });
  await page.goto(address);
  const milliseconds = await firstInteraction(page);
  told('keyboard', await walk(page));
  await bringAxe(page);
  for (const { name, width, colorScheme = 'light', isFull = false } of WAYS) {
    await page.emulateMedia({ media: 'screen', colorScheme });
    await page.setViewportSize({ width, height: 900 });
    told(name, [...(await violations(page, isFull)), ...(await overflow(page))]);
  }
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  found.push(...(await textSettings(page)));
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  told('on paper', await violations(page));
  await page.pdf({ path: paper, preferCSSPageSize: true });
  await plain.goto(address);
  told('without script', await plainReading(plain));
  page.removeAllListeners();
  found.push(...(await onlyItsOwn(page)));
  return { findings: [...new Set(found)], milliseconds };
}

// How long after it was asked for a page answers to a click, painted.
const firstInteraction = (page) =>
  page.evaluate(async () => {
    document.querySelector('.doc a.f')?.click();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return Math.round(performance.now());
  });

await answer(async ({ pages, browser: executablePath }) => {
  const browser = await chromium.launch({ executablePath });
  try {
    const settings = { reducedMotion: 'reduce', offline: true };
    const page = await (await browser.newContext(settings)).newPage();
    const plain = await (await browser.newContext({ ...settings, javaScriptEnabled: false })).newPage();
    const found = {};
    for (const one of pages) found[one.file] = await looked(page, plain, one);
    return found;
  } finally {
    await browser.close();
  }
});
