// The log page: Enter searches, and a line opens and closes in place.

document.addEventListener('keydown', event => {
  if (event.target.id === 'log-query' && event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});

document.addEventListener('click', async event => {
  const link = event.target.closest?.('.lines .opens a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const row = link.closest('tr');
  if (link.getAttribute('aria-expanded') === 'true') {
    if (row.nextElementSibling?.classList.contains('detail')) row.nextElementSibling.remove();
    show(link, false);
  } else if (!row.nextElementSibling?.classList.contains('detail')) {
    await htmx.ajax('GET', link.getAttribute('href'), { source: link, target: row, swap: 'afterend' });
    show(link, row.nextElementSibling?.classList.contains('detail') ?? false);
  }
});

function show(link, open) {
  link.setAttribute('aria-expanded', open);
  const use = link.querySelector('use');
  use.setAttribute('href', use.getAttribute('href').replace(/#.*/, open ? '#down' : '#right'));
}
