'use strict';
// Zonder script is elke koppeling een gewone sprong. Met script blijft staan welk feit u koos, licht
// het overal op, en leidt een koppeling terug naar de plek waar u las.
(() => {
  const byId = (id) => document.getElementById(id);
  const panel = byId('feiten');
  const shown = new Map();
  for (const link of document.querySelectorAll('a.f')) {
    for (const name of link.dataset.f.split(' ')) {
      if (!shown.has(name)) shown.set(name, []);
      shown.get(name).push(link);
    }
  }
  let chosen = null;
  let reading = null;

  function mark(sheet, isOn) {
    sheet.classList.toggle('gekozen', isOn);
    for (const link of shown.get(sheet.id) ?? []) link.classList.toggle('gekozen', isOn);
  }

  function choose(sheet) {
    if (chosen && chosen !== sheet) mark(chosen, false);
    chosen = sheet;
    if (sheet) {
      mark(sheet, true);
      sheet.querySelector('.terug a').hash = reading ? reading.id : 'documenten';
    }
    panel.classList.toggle('met-keuze', Boolean(sheet));
  }

  function reveal(target) {
    const document_ = target.closest('.doc');
    const box = document_ && byId(document_.id.replace('doc-', 'toon-'));
    if (box) box.checked = true;
    for (let at = target; at; at = at.parentElement) if (at.localName === 'details') at.open = true;
  }

  const isWide = matchMedia('(min-width: 56rem)');

  // What the other documents say of the same fact comes into view beside it.
  function bringAlong(sheet) {
    const done = new Set([reading?.closest('.doc')]);
    for (const link of shown.get(sheet.id) ?? []) {
      const column = link.closest('.doc');
      if (done.has(column) || !column.checkVisibility()) continue;
      done.add(column);
      const [at, frame] = [link.getBoundingClientRect(), column.getBoundingClientRect()];
      const isInSight = at.top > frame.top + 80 && at.bottom < frame.bottom;
      if (!isInSight) column.scrollTop += at.top - frame.top - frame.height / 3;
    }
  }

  // Beside each other, documents and facts each scroll by themselves: the page itself stays put.
  function settle(target) {
    const sheet = byId('documenten');
    if (isWide.matches && sheet.contains(target)) sheet.scrollIntoView();
    if (!target.matches('.feit')) return;
    panel.scrollTop = 0;
    if (isWide.matches) bringAlong(target);
  }

  function go(id) {
    const target = byId(id);
    if (!target) return;
    reveal(target);
    if (target.matches('.feit')) choose(target);
    else if (target === panel) choose(null);
    requestAnimationFrame(() => settle(target));
  }

  const asked = (address) => address.slice(1);

  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    if (link.matches('a.f')) reading = link;
    go(asked(link.hash));
  });
  addEventListener('hashchange', () => go(asked(location.hash)));
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && reading && panel.contains(document.activeElement)) reading.focus();
  });

  const boxes = document.querySelectorAll('.kiezer input');
  const all = (isOn) => () => boxes.forEach((box) => { box.checked = isOn; });
  byId('alle').addEventListener('click', all(true));
  byId('geen').addEventListener('click', all(false));
  byId('afdrukken').addEventListener('click', () => print());
  document.querySelectorAll('.knoppen').forEach((buttons) => { buttons.hidden = false; });
  document.documentElement.classList.add('js');
  if (location.hash) {
    go(asked(location.hash));
    byId(asked(location.hash))?.scrollIntoView();
  }
})();
