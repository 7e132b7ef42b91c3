// What axe leaves alone: which cells a table head belongs to, and script.

export async function structure(page) {
  return page.evaluate(() => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    const found = [];
    for (const head of all('th:not([scope])')) found.push(`scope: a table head has none (${head.textContent.trim()})`);
    for (const table of all('table')) if (!table.querySelector('th')) found.push('table: it has no heads');
    for (const element of all('*')) {
      const handler = [...element.attributes].find(({ name }) => name.startsWith('on'));
      if (handler || element.localName === 'script') found.push(`script: ${element.localName} brings one`);
    }
    for (const link of all('a[href^="#"]')) {
      const target = decodeURIComponent(link.getAttribute('href').slice(1));
      if (!document.getElementById(target)) found.push(`link: #${target} is not there`);
    }
    return found;
  });
}
