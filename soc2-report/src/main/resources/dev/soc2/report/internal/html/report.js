// Filter and links to copy. The page is whole without; words come from data-* and stay text.
(() => {
  const all = selector => [...document.querySelectorAll(selector)];
  const make = (name, text, more) => Object.assign(document.createElement(name), { textContent: text }, more);
  const speaker = () => {
    const node = make('p', '', { className: 'mut small said' });
    node.setAttribute('role', 'status');
    return node;
  };
  const box = document.getElementById('tools');
  if (!box) return;
  const words = box.dataset;
  const controls = all('article.control');
  const rows = [...all('.crit tbody tr'), ...controls].map(node => ({
    node,
    text: node.textContent.toLowerCase(),
    verdict: node.querySelector('.chip').classList,
  }));

  const find = make('input', '', { type: 'search', id: 'find' });
  const pick = make('select', '', { id: 'pick' });
  for (const value of ['', 'bad', 'unk', 'none', 'ok', 'na']) {
    pick.append(make('option', words[value || 'every'], { value }));
  }
  const clear = make('button', words.clear, { type: 'button' });
  const shown = speaker();

  const show = (text, verdict) => {
    const n = { tr: 0, article: 0 };
    for (const row of rows) {
      row.node.hidden = !row.text.includes(text) || !row.verdict.contains(verdict || 'chip');
      n[row.node.localName] += !row.node.hidden;
    }
    for (const group of all('.group')) group.hidden = !group.querySelector('tbody tr:not([hidden])');
    const figures = [n.tr, rows.length - controls.length, n.article, controls.length];
    shown.textContent = text || verdict ? words.shown.replace(/\{(\d)\}/g, (_, i) => figures[i]) : '';
  };
  const filter = () => show(find.value.trim().toLowerCase(), pick.value);
  const reset = () => filter(find.value = pick.value = '');
  find.oninput = pick.onchange = filter;
  clear.onclick = reset;
  // A link to hidden things shows all again, as paper does.
  addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    if (document.getElementById(link?.hash.slice(1))?.closest('[hidden]')) reset();
  });
  addEventListener('beforeprint', () => show('', ''));
  addEventListener('afterprint', filter);

  box.append(make('label', words.text, { htmlFor: 'find' }), find,
    make('label', words.verdict, { htmlFor: 'pick' }), pick, clear, shown);
  box.hidden = false;

  for (const control of controls) {
    const copy = make('button', words.copy, { type: 'button', className: 'copy' });
    const said = speaker();
    const title = control.querySelector('h3');
    copy.append(make('span', ' ' + title.textContent, { className: 'vh' }));
    title.after(copy, said);
    copy.onclick = async () => {
      const link = location.href.split('#')[0] + '#' + control.id;
      try {
        await navigator.clipboard.writeText(link);
        said.textContent = words.copied;
      } catch {
        const field = make('input', '', { value: link, readOnly: true, ariaLabel: words.link });
        said.replaceChildren(field);
        field.select();
      }
    };
  }
})();
