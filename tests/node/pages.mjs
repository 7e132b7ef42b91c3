// Looks at pages in a browser, as a reader would.
// In, as JSON: {files: [path], browser: path}. Out, as JSON: {path: [finding]}, each file once.
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { answer } from './answer.mjs';
import { bringAxe, violations } from './page/axe.mjs';
import { keyboard } from './page/keyboard.mjs';
import { overflow, paper, textSettings } from './page/layout.mjs';
import { sameWithoutScript } from './page/script.mjs';
import { structure } from './page/structure.mjs';

// What a reader of 1280 px has left at a zoom of 200% is 640 px. On a dark screen and zoomed, only
// what hangs on colour and measure is looked at again; the words and their markup are the same.
const WAYS = [
  { name: 'light, 1280 px', width: 1280, isFull: true },
  { name: 'light, 320 px', width: 320, isFull: true },
  { name: 'light, zoomed to 200%', width: 640 },
  { name: 'dark, 1280 px', width: 1280, colorScheme: 'dark' },
  { name: 'dark, 320 px', width: 320, colorScheme: 'dark' },
];

async function findings(page, plain, file) {
  const address = pathToFileURL(file).href;
  const found = [];
  const told = (name, seen) => found.push(...seen.map((finding) => `${name}: ${finding}`));
  page.removeAllListeners();
  page.on('request', (request) => request.url() !== address && found.push(`asks for ${request.url()}`));
  page.on('console', (said) => said.type() === 'error' && found.push(`console: ${said.text()}`));
  page.on('pageerror', (fault) => found.push(`script: ${fault.message}`));

  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(address);
  found.push(...(await structure(page)));
  found.push(...(await sameWithoutScript(page, plain, address)));
  found.push(...(await keyboard(page)));
  await bringAxe(page);
  for (const { name, width, colorScheme = 'light', isFull = false } of WAYS) {
    await page.emulateMedia({ media: 'screen', colorScheme });
    await page.setViewportSize({ width, height: 900 });
    told(name, [...(await violations(page, isFull)), ...(await overflow(page))]);
  }
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  told('on paper', [...(await violations(page)), ...(await paper(page))]);
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  found.push(...(await textSettings(page)));
  return [...new Set(found)];
}

await answer(async ({ files, browser: executablePath }) => {
  const browser = await chromium.launch({ executablePath });
  try {
    const settings = { reducedMotion: 'reduce', offline: true };
    const page = await (await browser.newContext(settings)).newPage();
    const plain = await (await browser.newContext({ ...settings, javaScriptEnabled: false })).newPage();
    const found = {};
    for (const file of files) found[file] = await findings(page, plain, file);
    return found;
  } finally {
    await browser.close();
  }
});
