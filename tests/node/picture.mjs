// Makes a picture of a page for a reviewer with one fact chosen.
// In, as JSON: {page, choose: name of a sheet, picture, browser: path}. Out: true.
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { answer } from './answer.mjs';

await answer(async ({ page: file, choose, picture, browser: executablePath }) => {
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 860 }, reducedMotion: 'reduce', offline: true });
    await page.goto(pathToFileURL(file).href);
    await page.locator(`.doc .tekst a.f[href="#${choose}"]:visible`).first().click();
    await page.waitForTimeout(200);
    await page.screenshot({ path: picture });
    return true;
  } finally {
    await browser.close();
  }
});
