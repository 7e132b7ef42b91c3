// From a figure to its source and back, without a mouse; and the same without script.

const MOST_TABS = 400;

const active = (page) =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    const box = at.getBoundingClientRect();
    return {
      id: at.id,
      name: at.localName,
      isFact: at.matches('.doc a.f'),
      isBack: at.matches('.terug a'),
      target: at.hash ? at.hash.slice(1) : '',
      isSeen: box.bottom > 0 && box.top < innerHeight && box.width > 0,
    };
  });

async function tabTo(page, wanted) {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press('Tab');
    const at = await active(page);
    if (wanted(at)) return at;
  }
  return null;
}

export async function walk(page) {
  await page.reload();
  await page.keyboard.press('Tab');
  if ((await active(page)).target !== 'documenten') return ['the first Tab reaches no link to the documents'];
  await page.keyboard.press('Enter');
  const figure = await tabTo(page, ({ isFact }) => isFact);
  if (!figure) return ['no Tab reaches a figure'];
  return [...(await toSource(page, figure)), ...(await changes(page)), ...(await chooser(page))];
}

async function toSource(page, figure) {
  const found = [];
  if (!figure.isSeen) found.push('the figure that has the focus is not seen');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(50);
  const sheet = await page.evaluate((name) => {
    const shown = document.getElementById(name);
    const box = shown.getBoundingClientRect();
    const lit = document.querySelectorAll('.doc a.f.gekozen').length;
    const all = document.querySelectorAll(`.doc a.f[data-f~="${name}"]`).length;
    const away = [...document.querySelectorAll('.doc')].filter((column) => {
      const links = [...column.querySelectorAll('a.f.gekozen')].filter((one) => one.checkVisibility());
      const frame = column.getBoundingClientRect();
      const isInSight = (one) => one.getBoundingClientRect().top < frame.bottom && one.getBoundingClientRect().bottom > frame.top;
      return column.checkVisibility() && links.length && !links.some(isInSight);
    });
    return {
      isSeen: box.height > 0 && box.top < innerHeight && box.bottom > 0,
      hasFocus: document.activeElement === shown,
      isTold: /Staat in/.test(shown.innerText),
      away: away.map((column) => column.id),
      isLit: all > 0 && lit === all,
      others: [...document.querySelectorAll('.feit')].filter((one) => one.checkVisibility()).length - 1,
    };
  }, figure.target);
  if (!sheet.isSeen) found.push('the sheet of a figure is not seen after Enter');
  if (!sheet.hasFocus) found.push('the focus does not go to the sheet');
  if (!sheet.isTold) found.push('the sheet does not tell where the figure stands');
  if (!sheet.isLit) found.push('not every place of the fact is lit');
  for (const id of sheet.away) found.push(`what ${id} says of the fact is out of sight`);
  if (sheet.others) found.push('other sheets are in the way');
  const back = await tabTo(page, ({ isBack }) => isBack);
  if (back?.target !== figure.id) return [...found, 'no Tab reaches the way back to the figure'];
  await page.keyboard.press('Enter');
  await page.waitForFunction((id) => document.activeElement.id === id, figure.id).catch(() => {});
  const at = await active(page);
  if (at.id !== figure.id || !at.isSeen) found.push('the way back does not end at the figure');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  if ((await active(page)).id !== figure.id) found.push('Escape does not go back to the figure');
  return found;
}

async function changes(page) {
  const box = page.locator('#wijzigingen');
  const changed = page.locator('.doc del, .doc ins, .doc .weg');
  if (!(await box.count()) || !(await changed.count())) return [];
  const seen = () => page.evaluate(() =>
    [...document.querySelectorAll('.doc del')].filter((one) => one.checkVisibility()).length);
  const found = (await seen()) ? ['changes are shown before they are asked for'] : [];
  await box.press('Space');
  if (!(await seen())) found.push('changes are not shown when they are asked for');
  await box.press('Space');
  if (await seen()) found.push('changes stay when they are put away');
  return found;
}

async function chooser(page) {
  const seen = () => page.locator('.doc:visible').count();
  const before = await seen();
  await page.locator('.kiezer summary').press('Enter');
  await page.locator('.kiezer input:checked').last().press('Space');
  const found = (await seen()) < before || before < 2 ? [] : ['a box does not hide its document'];
  await page.locator('#alle').press('Enter');
  const all = await page.locator('.doc').count();
  if ((await seen()) !== all) found.push('not all documents are shown when asked for');
  await page.locator('.kiezer summary').press('Enter');
  return found;
}

export async function plainReading(page) {
  await page.setViewportSize({ width: 1600, height: 1000 });
  const figure = page.locator('.doc a.f:visible').first();
  const target = (await figure.getAttribute('href')).slice(1);
  await figure.press('Enter');
  return page.evaluate((name) => {
    const found = [];
    const hidden = [...document.querySelectorAll('.feit, .aftekenen')].filter((one) => !one.checkVisibility());
    if (hidden.length) found.push(`${hidden.length} parts cannot be read`);
    const box = document.getElementById(name).getBoundingClientRect();
    if (box.top >= innerHeight || box.bottom <= 0) found.push('the sheet of a figure is not in sight');
    for (const button of document.querySelectorAll('button')) {
      if (button.checkVisibility()) found.push(`the button ${button.id} does nothing`);
    }
    return found;
  }, target);
}
