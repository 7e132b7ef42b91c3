// The page itself never scrolls sideways: WCAG 1.4.10 (320 px), 1.4.4 (text at 200%) and 1.4.12
// (text spacing). A wide table scrolls within its own region.

// What a reader may set, by WCAG 1.4.12.
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`;
const SETTINGS = [
  { name: 'text at 200%', css: 'html { font-size: 200% !important; }', width: 1280 },
  { name: 'text at 200%', css: 'html { font-size: 200% !important; }', width: 640 },
  { name: 'text spaced out', css: SPACED, width: 320 },
];

export async function overflow(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const widest = [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
      .map((element) => `${element.localName}.${element.className}`);
    return [`overflow: ${scrollWidth} px in ${clientWidth} px (${widest.slice(0, 3).join(', ')})`];
  });
}

export async function textSettings(page) {
  const found = [];
  for (const { name, css, width } of SETTINGS) {
    await page.setViewportSize({ width, height: 900 });
    await wear(page, [css]);
    found.push(...(await overflow(page)).map((finding) => `${name}: ${finding}`));
    await wear(page, []);
  }
  return found;
}

// A page may allow no style but its own; what a reader sets does not ask it.
const wear = (page, sheets) =>
  page.evaluate((texts) => {
    document.adoptedStyleSheets = texts.map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
  }, sheets);

// On an A4 with margins of 20 mm: every word is printed, but for links that lead nowhere on paper.
export async function paper(page) {
  await page.setViewportSize({ width: 642, height: 971 });
  const found = await page.evaluate(() => {
    const said = [];
    const texts = document.createNodeIterator(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const words = text.data.trim();
      const link = text.parentElement.closest('a[href^="#"]:not([role=doc-noteref])');
      if (!words || text.parentElement.closest('style, script')) continue;
      if (link && text.parentElement.checkVisibility()) said.push(`link: "${words}" leads nowhere`);
      if (!link && !text.parentElement.checkVisibility()) said.push(`words: "${words}" are left out`);
    }
    return said;
  });
  return [...found, ...(await overflow(page))];
}
