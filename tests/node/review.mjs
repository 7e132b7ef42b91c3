// Goes through a page of differences with the keyboard alone.
// In, as JSON: {file: path, browser: path}. Out, as JSON: what is seen before and after.
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { answer } from './answer.mjs';

const seen = (page) =>
  page.evaluate(() => ({
    active: document.activeElement.id || document.activeElement.getAttribute('href'),
    beside: document.querySelector('.naast').checkVisibility(),
    inline: document.querySelector('.ineen').checkVisibility(),
  }));

await answer(async ({ file, browser: executablePath }) => {
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await (await browser.newContext({ offline: true, javaScriptEnabled: true })).newPage();
    await page.goto(pathToFileURL(file).href);
    const steps = [await seen(page)];
    for (const key of ['Tab', 'Tab', 'ArrowRight', 'ArrowLeft', 'Tab']) {
      await page.keyboard.press(key);
      steps.push(await seen(page));
    }
    await page.keyboard.press('Enter');
    const top = await page.evaluate(
      () => document.querySelector('#oorzaak-1').getBoundingClientRect().top < innerHeight,
    );
    return { steps, top };
  } finally {
    await browser.close();
  }
});
