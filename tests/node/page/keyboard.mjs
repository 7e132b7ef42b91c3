// The skip link and the notes, with the keyboard alone.

const active = (page) =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    const { width, height, top } = at.getBoundingClientRect();
    return {
      href: at.getAttribute('href'),
      target: at.hash && document.getElementById(at.hash.slice(1))?.localName,
      isSeen: width > 10 && height > 10 && top >= 0 && getComputedStyle(at).clipPath === 'none',
    };
  });

const isInSight = (page, id) =>
  page.evaluate((name) => {
    const box = document.getElementById(name)?.getBoundingClientRect();
    return Boolean(box) && box.bottom > 0 && box.top < innerHeight;
  }, id);

export async function keyboard(page) {
  return [...(await skipLink(page)), ...(await notes(page))];
}

async function skipLink(page) {
  await page.reload();
  await page.keyboard.press('Tab');
  const link = await active(page);
  if (link.target !== 'main') return ['skip link: the first Tab does not reach a link to main'];
  const found = link.isSeen ? [] : ['skip link: it is not seen when it has the focus'];
  await page.keyboard.press('Enter');
  const reached = await page.evaluate(() => document.activeElement.localName);
  if (reached !== 'main') found.push(`skip link: the focus goes to ${reached}, not to main`);
  return found;
}

// The first reference to each note has a name, by which the note leads back to it.
async function notes(page) {
  const found = [];
  for (const reference of await page.locator('a[role=doc-noteref][id]').all()) {
    const note = (await reference.getAttribute('href')).slice(1);
    const origin = await reference.getAttribute('id');
    await reference.press('Enter');
    if (!(await isInSight(page, note))) found.push(`note: ${note} is not in sight after its link`);
    if (!(await isReached(page, `#${origin}`))) {
      found.push(`note: from ${note} no Tab reaches the way back`);
      continue;
    }
    await page.keyboard.press('Enter');
    if (!(await isInSight(page, origin))) found.push(`note: ${origin} is not in sight after going back`);
  }
  return found;
}

// A note may hold links of its own before its way back.
async function isReached(page, href) {
  for (let tabs = 0; tabs < 9; tabs += 1) {
    await page.keyboard.press('Tab');
    if ((await active(page)).href === href) return true;
  }
  return false;
}
