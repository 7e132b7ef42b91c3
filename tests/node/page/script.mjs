// A reader without JavaScript gets the very same page: the same elements at the same places, with
// the same words. A busy machine may still be laying out a long page, so a difference must last.

const TRIES = 30;
const PAUSE = 300;

export async function sameWithoutScript(page, plain, address) {
  await plain.setViewportSize(page.viewportSize());
  await plain.goto(address);
  for (let left = TRIES; left > 0; left -= 1) {
    const [one, other] = [await placed(page), await placed(plain)];
    if (one === other) return [];
    await new Promise((done) => setTimeout(done, PAUSE));
  }
  return ['script: without JavaScript the page is another one'];
}

const placed = (page) =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll('*')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.localName, x + scrollX, y + scrollY, width, height].map(rounded).join(' ');
    });
    return [...boxes, document.body.innerText].join('\n');

    function rounded(value) {
      return typeof value === 'number' ? Math.round(value) : value;
    }
  });
