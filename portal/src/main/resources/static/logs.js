// The log page: Enter searches, a line opens and closes in place, a field counts its values when it opens, a cell offers
// its filters, and a part of the histogram can be marked to look into.

// Suggestions: what could come next at the caret. Arrow keys choose, Tab or Enter takes, Escape closes.

const suggestions = document.getElementById('suggestions');
let typing = 0;
let asking = 0;
let next = null;

const begunIn = box => box.value.slice(0, box.selectionStart);

// At most two requests at once: values are counted by searches, of which an account has only so many.
async function suggest(box) {
  const turn = ++typing;
  next = asking < 2 ? null : box;
  if (next) return;
  asking++;
  const begun = begunIn(box);
  const address = box.dataset.suggestions;
  try {
    const response = await fetch(address + (address.includes('?') ? '&' : '?') + 'begun=' + encodeURIComponent(begun));
    const list = response.ok && !response.redirected ? await response.text() : ''; // not the sign-in
    if (turn !== typing || document.activeElement !== box) return;
    suggestions.innerHTML = list;
    Object.assign(suggestions, { box, begun });
    if (suggestions.querySelector('li')) {
      if (!box.parentElement.contains(suggestions)) box.after(suggestions); // a menu closes at a click outside of it
      if (!suggestions.matches(':popover-open')) suggestions.showPopover({ source: box });
    } else closeSuggestions();
  } catch {
    if (turn === typing) closeSuggestions();
  } finally {
    asking--;
    if (next) suggest(next);
  }
}

function closeSuggestions() {
  typing++;
  next = null;
  if (suggestions?.matches(':popover-open')) suggestions.hidePopover();
  suggestions?.box?.removeAttribute('aria-activedescendant');
}

function choose(option) {
  for (const one of suggestions.querySelectorAll('li')) one.setAttribute('aria-selected', one === option);
  option.scrollIntoView({ block: 'nearest' });
  suggestions.box.setAttribute('aria-activedescendant', option.id);
}

function take(option) {
  const box = suggestions.box;
  const from = Number(option.dataset.from);
  const text = box.value.slice(0, from) + option.dataset.text;
  box.value = text + box.value.slice(box.selectionStart);
  box.focus();
  box.setSelectionRange(text.length, text.length);
  suggest(box);
}

// Whether the list is of what stands in the box; a newer one may be on its way.
const fit = box => box === suggestions.box && begunIn(box) === suggestions.begun;

let pause;
document.addEventListener('input', event => {
  if (!event.target.dataset?.suggestions) return;
  clearTimeout(pause);
  pause = setTimeout(() => suggest(event.target), 120);
});
document.addEventListener('focusout', event => { if (event.target.dataset?.suggestions) setTimeout(closeSuggestions, 150); });
suggestions?.addEventListener('pointerdown', event => {
  const option = event.target.closest('li');
  if (!option) return;
  event.preventDefault();
  if (fit(suggestions.box)) take(option);
});

document.addEventListener('keydown', event => {
  if (!event.target.dataset?.suggestions || event.isComposing) return;
  const open = suggestions.matches(':popover-open');
  const options = open ? [...suggestions.querySelectorAll('li')] : [];
  const now = options.findIndex(one => one.getAttribute('aria-selected') === 'true');
  if (event.key === 'ArrowDown' && open) choose(options[(now + 1) % options.length]);
  else if (event.key === 'ArrowUp' && open) choose(options[(now <= 0 ? options.length : now) - 1]);
  else if (event.key === 'ArrowDown' && event.altKey) suggest(event.target);
  else if ((event.key === 'Enter' || event.key === 'Tab') && now >= 0 && fit(event.target)) take(options[now]);
  else if (event.key === 'Escape' && open) closeSuggestions();
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
});

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
  const detail = () => row.nextElementSibling?.classList.contains('detail') ? row.nextElementSibling : null;
  if (detail()) {
    detail().remove();
    show(link, false);
  } else if (!link.dataset.asked) {
    link.dataset.asked = 'yes';
    try {
      await htmx.ajax('GET', link.getAttribute('href'), { source: link, target: row, swap: 'afterend' });
    } catch { /* the frame says that the connection broke */ }
    delete link.dataset.asked;
    if (detail()) detail().firstElementChild.colSpan = row.cells.length;
    show(link, detail() !== null);
  }
});

function show(link, open) {
  link.setAttribute('aria-expanded', open);
  const use = link.querySelector('use');
  use.setAttribute('href', use.getAttribute('href').replace(/#.*/, open ? '#down' : '#right'));
}

// What was typed and not searched yet goes along when the time, a filter or the look of the lines is changed, and into a
// view that is saved.

const queryForm = document.querySelector('form.query');

function typed() {
  const { query, language } = queryForm.elements;
  const first = [...language.options].find(one => one.defaultSelected) ?? language.options[0];
  return query.value === query.defaultValue && language.value === first.value ? null
    : { query: query.value, language: language.value };
}

document.addEventListener('formdata', event => {
  if (!queryForm || event.target === queryForm) return;
  for (const [name, value] of Object.entries(typed() ?? {})) event.formData.set(name, value);
});

document.addEventListener('click', event => {
  const link = queryForm && event.target.closest?.('main a[href]');
  if (!link || link.closest('#views') || link.pathname !== location.pathname) return;
  const plain = link.href;
  const query = (new URL(plain).searchParams.get('query') ?? '').replaceAll('\r\n', '\n');
  if (query !== queryForm.elements.query.defaultValue) return;
  link.href = withTyped(new URL(plain)).href;
  setTimeout(() => { link.href = plain; }); // once it is followed; more may be typed until it is clicked again
}, true);

function withTyped(address) {
  for (const [name, value] of Object.entries(typed() ?? {})) address.searchParams.set(name, value);
  return address;
}

// Fields

document.addEventListener('toggle', event => {
  const field = event.target;
  if (!field.matches?.('.field') || !field.open || field.dataset.asked) return;
  field.dataset.asked = 'yes';
  const values = field.parentElement.dataset.values;
  const address = values + (values.includes('?') ? '&' : '?') + 'field=' + encodeURIComponent(field.dataset.field);
  htmx.ajax('GET', address, { source: field, target: field.lastElementChild, swap: 'innerHTML' })
    .catch(() => delete field.dataset.asked);
}, true);

let finding;
document.addEventListener('input', event => {
  if (event.target.id !== 'field-find') return;
  const list = document.getElementById('field-list');
  const wanted = event.target.value.trim().toLowerCase();
  for (const field of list.querySelectorAll('.field')) field.hidden = !field.dataset.field.toLowerCase().includes(wanted);
  if (!list.dataset.find) return;
  clearTimeout(finding);
  finding = setTimeout(() => htmx.ajax('GET', list.dataset.find + (list.dataset.find.includes('?') ? '&' : '?') + 'find='
    + encodeURIComponent(wanted), { source: list, target: list, swap: 'innerHTML' }), 200);
});

const narrow = matchMedia('(max-width: 768px)');

function fold() {
  if (narrow.matches) document.querySelector('.fields .fold')?.removeAttribute('open');
}

fold();
narrow.addEventListener('change', fold);

// Cells

document.addEventListener('click', event => {
  const cell = event.target.closest?.('.lines .cell');
  if (!cell) return;
  const { field, value } = cell.dataset;
  const quoted = '"' + value.replace(/[\\"]/g, '\\$&') + '"';
  const name = field.replace(/[\\():<>"*{}]/g, '\\$&');
  document.getElementById('cell-value').textContent = field + ' is ' + cell.textContent;
  document.getElementById('cell-only').href = searchWith(cell, name + ': ' + quoted);
  document.getElementById('cell-without').href = searchWith(cell, 'not ' + name + ': ' + quoted);
  document.getElementById('cell-menu').showPopover({ source: cell });
});

function searchWith(cell, filter) {
  const address = new URL(cell.closest('table').dataset.search, location.href);
  address.searchParams.append('filter', filter);
  return address.href;
}

// The histogram: drag over it, or go from bar to bar by the arrow keys, mark with Shift, and look into it by Enter.

let marking = null;

document.addEventListener('pointerdown', event => {
  const plot = event.target.closest?.('.plot.zoomed');
  if (!plot || event.button !== 0) return;
  marking = { plot, from: event.clientX, to: event.clientX, moved: false };
});

document.addEventListener('pointermove', event => {
  if (!marking) return;
  marking.to = event.clientX;
  marking.moved ||= Math.abs(marking.to - marking.from) > 6;
  if (!marking.moved) return;
  event.preventDefault();
  const box = marking.plot.getBoundingClientRect();
  mark(marking.plot, Math.min(marking.from, marking.to) - box.left, Math.max(marking.from, marking.to) - box.left);
});

document.addEventListener('pointerup', () => {
  if (marking?.moved) {
    const { plot, from, to } = marking;
    const box = plot.getBoundingClientRect();
    const start = Date.parse(plot.dataset.from);
    const length = Date.parse(plot.dataset.to) - start;
    const at = x => start + length * Math.min(1, Math.max(0, (x - box.left) / box.width));
    look(at(Math.min(from, to)), at(Math.max(from, to)));
  }
  setTimeout(() => { marking = null; }); // after the click that ends it
});

document.addEventListener('pointercancel', () => { marking = null; });
document.addEventListener('dragstart', event => { if (event.target.closest?.('.plot.zoomed')) event.preventDefault(); });
document.addEventListener('click', event => { if (marking?.moved) event.preventDefault(); }, true);

let chosen = [];

// All bars together are one stop of the Tab key.
function oneStop() {
  for (const bar of document.querySelectorAll('.plot.zoomed .bar:not([tabindex])')) bar.tabIndex = bar.matches('.bar ~ .bar') ? -1 : 0;
}

oneStop();
document.addEventListener('htmx:load', oneStop);

document.addEventListener('keydown', event => {
  const bar = event.target.closest?.('.plot.zoomed .bar');
  if (!bar) return;
  if (event.key === 'Enter' && chosen.length > 1) {
    event.preventDefault();
    look(Math.min(...chosen.map(one => Date.parse(one.dataset.from))), Math.max(...chosen.map(one => Date.parse(one.dataset.to))));
  } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
    const bars = [...bar.parentElement.querySelectorAll('.bar')];
    const next = bars[bars.indexOf(bar) + (event.key === 'ArrowRight' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    bar.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
    const first = chosen.length ? bars.indexOf(chosen[0]) : bars.indexOf(bar);
    const last = bars.indexOf(next);
    chosen = !event.shiftKey ? [] : [bars[first], ...bars.slice(Math.min(first, last), Math.max(first, last) + 1)];
    const plot = bar.parentElement;
    const edges = chosen.map(one => one.querySelector('.hit').getBoundingClientRect());
    const left = plot.getBoundingClientRect().left;
    mark(plot, Math.min(...edges.map(box => box.left)) - left, Math.max(...edges.map(box => box.right)) - left);
  }
});

function mark(plot, from, to) {
  let range = plot.querySelector('.chosen-range');
  if (!range) {
    range = plot.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'rect'));
    range.setAttribute('class', 'chosen-range');
    range.setAttribute('y', '20');
    range.setAttribute('height', '108');
  }
  range.setAttribute('x', Number.isFinite(from) ? from : 0);
  range.setAttribute('width', Number.isFinite(from) ? Math.max(0, to - from) : 0);
}

function look(from, to) {
  const address = new URL(location.pathname + lasting(location.search), location.href);
  address.searchParams.set('from', new Date(from).toISOString());
  address.searchParams.set('to', new Date(Math.max(to, from + 1000)).toISOString());
  location.assign(withTyped(address));
}

// What is wrong with a query may come later than its page. What is the same as before is not read out again.

document.addEventListener('htmx:oobBeforeSwap', ({ detail }) => {
  if (detail.target.id !== 'query-fault') return;
  detail.shouldSwap = detail.target.textContent !== detail.fragment.textContent;
  const box = document.getElementById('log-query');
  if (detail.fragment.querySelector('.fault')) box.setAttribute('aria-invalid', 'true');
  else box.removeAttribute('aria-invalid');
});

// A page that asks again by itself rests while something on it is being read, and says so; not when it waits for its
// first lines. An answer that comes when somebody has begun to read is not shown either.

const READ = '.lines .detail, .field[open], .menu:popover-open, .as-table[open] > table, .lines > tbody ~ tbody:not(#more)';

function rests(results) {
  if (results.id !== 'results') return false;
  const why = exporting ? 'Not asked again while an export is written.' : isRead(results) ? 'Not asked again while you read.' : '';
  const says = document.getElementById('results-rest');
  if (says && why) Object.assign(says, { hidden: false, textContent: why });
  return why || (document.hidden && !waits(results));
}

function isRead(results) {
  return !waits(results) && (marking || results.contains(document.activeElement?.closest('a, button, input, summary'))
    || document.getElementById('field-find')?.value || !getSelection().isCollapsed || document.querySelector(READ)
    || (narrow.matches && document.querySelector('.fields .fold[open]')));
}

const waits = results => results.matches('[hx-trigger^=load], [data-testid=problem__part]');

document.addEventListener('htmx:beforeRequest', event => { if (rests(event.target)) event.preventDefault(); });
document.addEventListener('htmx:beforeSwap', event => { if (rests(event.target)) event.detail.shouldSwap = false; });
document.addEventListener('htmx:afterSwap', event => {
  if (event.target.id !== 'results') return;
  chosen = [];
  fold();
});

// An export tells how far it is, and can be given up; a browser that runs no scripts saves the link. One is written at a
// time, and the page rests meanwhile.

let exporting = false;

document.addEventListener('click', event => {
  const link = event.target.closest?.('a.export');
  if (!link || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  if (exporting) document.getElementById('export-says').textContent = 'One is being written already; cancel it or wait.';
  else save(link.href, Number(document.getElementById('export').dataset.lines));
});

async function save(address, all) {
  const runs = document.getElementById('export-runs');
  const says = document.getElementById('export-says');
  const count = document.getElementById('export-count');
  const bar = document.getElementById('export-bar');
  const cancel = document.getElementById('export-cancel');
  const giveUp = new AbortController();
  cancel.onclick = () => giveUp.abort();
  exporting = true;
  runs.hidden = false;
  bar.value = 0;
  count.textContent = '';
  says.textContent = 'The export has begun.';
  try {
    const response = await fetch(address, { signal: giveUp.signal });
    if (!response.headers.get('content-disposition')) {
      if (response.redirected) return location.assign(response.url); // the sign-in, or the log page with what is wrong
      says.textContent = problemOf(await response.text());
      runs.hidden = true;
      return;
    }
    const parts = [];
    let end = '';
    let lines = 0, bytes = 0;
    for await (const part of response.body) {
      for (const byte of part) if (byte === 10) lines++;
      bytes += part.length;
      parts.push(new Blob([part])); // which a browser keeps out of its memory
      end = (end + new TextDecoder().decode(part.slice(-1000))).slice(-1000);
      bar.value = Math.min(1, lines / all);
      count.textContent = Math.min(lines, all).toLocaleString('en') + ' of ' + all.toLocaleString('en') + ' lines, '
        + (bytes / 1e6).toFixed(1) + ' MB';
    }
    const saved = Object.assign(document.createElement('a'), {
      href: URL.createObjectURL(new Blob(parts)),
      download: /filename="([^"]+)"/.exec(response.headers.get('content-disposition'))?.[1] ?? 'logs',
    });
    saved.click();
    setTimeout(() => URL.revokeObjectURL(saved.href), 60_000);
    says.textContent = ('Done: ' + (bytes / 1e6).toFixed(1) + ' MB. ' + markOf(end)).trim();
  } catch (failure) {
    says.textContent = failure.name === 'AbortError' ? 'Given up; nothing was saved.' : 'The connection broke; nothing was saved.';
  } finally {
    exporting = false;
  }
}

// How it ended is still there when the page has asked again.
document.addEventListener('htmx:oobBeforeSwap', ({ detail }) => {
  const says = detail.target.id === 'log-actions' && detail.fragment.querySelector('#export-says');
  if (says) says.textContent = detail.target.querySelector('#export-says')?.textContent ?? '';
});

// What the page of a problem says.
function problemOf(page) {
  const problem = new DOMParser().parseFromString(page, 'text/html').querySelectorAll('[data-testid=problem__page] p');
  return [...problem].map(sentence => sentence.textContent).join(' ') || 'The portal does not answer; nothing was saved.';
}

// A file that is not whole ends with a sentence: alone in its row of the table, or of an object of JSON.
function markOf(end) {
  const last = end.trimEnd().split('\n').pop();
  const alone = /^"((?:[^"]|"")*)"$/.exec(last) ?? /^\{"binnacle":"(.*)"\}$/.exec(last);
  return alone ? alone[1].replaceAll('""', '"') : '';
}

// The last searches, which only this browser knows. Pinned filters go along.

function takingAlong(search) {
  const asked = new URLSearchParams(lasting(search));
  for (const pin of new URLSearchParams(location.search).getAll('pin')) {
    if (!asked.getAll('filter').includes(pin)) asked.append('filter', pin);
    if (!asked.getAll('pin').includes(pin)) asked.append('pin', pin);
  }
  return '?' + asked;
}

// A search, and not whether it was waited for or cancelled.
function lasting(search) {
  const asked = new URLSearchParams(search);
  for (const name of ['wait', 'cancel']) asked.delete(name);
  return String(asked) && '?' + asked;
}

const recent = document.querySelector('#recent ul');
if (recent && /[?&](wait|cancel)=/.test(location.search)) {
  history.replaceState(history.state, '', location.pathname + lasting(location.search) + location.hash);
}
if (recent) try {
  const page = location.pathname;
  const query = document.getElementById('log-query').value.trim();
  const key = 'searched ' + page;
  const lately = JSON.parse(localStorage.getItem(key) ?? '[]').filter(one => one.query !== query);
  if (query) lately.unshift({ query, search: lasting(location.search) });
  localStorage.setItem(key, JSON.stringify(lately.slice(0, 12)));
  for (const one of lately.slice(query ? 1 : 0, 12)) {
    const link = Object.assign(document.createElement('a'), { href: page + takingAlong(one.search), textContent: one.query });
    recent.appendChild(document.createElement('li')).append(link);
    recent.parentElement.hidden = false;
  }
} catch { /* a browser that keeps nothing */ }
