// A reader without JavaScript gets the very same page: the same elements at the same places, with
// the same words.

export async function sameWithoutScript(page, plain, address) {
  await plain.setViewportSize(page.viewportSize());
  await plain.goto(address);
  const [one, other] = [await placed(page), await placed(plain)];
  return one === other ? [] : ['script: without JavaScript the page is another one'];
}

const placed = (page) =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll('*')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.localName, x, y, width, height].join(' ');
    });
    return [...boxes, document.body.innerText].join('\n');
  });
