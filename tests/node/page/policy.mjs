// The policy of a page allows its own sheet and script, and bites for all else.

export async function onlyItsOwn(page) {
  return page.evaluate(async () => {
    const refused = [];
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
    const image = new Image();
    image.src = 'https://example.invalid/x.png';
    const script = document.createElement('script');
    script.textContent = 'window.acted = true';
    document.head.append(script);
    const dressed = document.createElement('p');
    dressed.setAttribute('style', 'color: red');
    document.body.append(dressed);
    const wanted = ['img-src', 'script-src-elem', 'style-src-attr'];
    // A busy machine tells of what it refused later than it refused it.
    for (let left = 100; left > 0 && !wanted.every((name) => refused.includes(name)); left -= 1) {
      await new Promise((done) => setTimeout(done, 50));
    }
    script.remove();
    dressed.remove();
    const missing = wanted.filter((name) => !refused.includes(name));
    return [...missing.map((name) => `policy: ${name} is not held`), ...(window.acted ? ['policy: a script acted'] : [])];
  });
}
