// Keeps an open page true. The server names the topics that changed; every element with data-live="<topic> …" and
// hx-trigger="live" is then fetched again, at most once a second, unless somebody is in the middle of using it.
const indicator = document.getElementById('live');
const banner = document.getElementById('stale');
const address = indicator?.dataset.changes;
const apart = 1000;
const silence = 15000;
const waiting = new Set();

let source;
let retryIn = 1000;
let retry;
let lastHeard = Date.now();
let openedAt = 0;

const clock = time => time.toISOString().slice(11, 19);

function open() {
  clearTimeout(retry);
  source?.close();
  source = new EventSource(address);
  source.addEventListener('open', () => { openedAt = Date.now(); });
  source.addEventListener('beat', event => heard(new Date(event.data)));
  source.addEventListener('changed', event => changed(event.data));
  source.addEventListener('error', broken);
}

function heard(time) {
  lastHeard = Date.now();
  indicator.textContent = `Live, ${clock(time)} UTC`;
  delete indicator.dataset.stale;
  if (!banner.hidden) {
    banner.hidden = true;
    refreshAll();
  }
  retryIn = 1000;
}

function broken() {
  source.close();
  stale();
  retry = setTimeout(open, retryIn * (0.75 + Math.random() / 2));
  retryIn = Math.min(retryIn * 2, 30000);
}

function stale() {
  const since = clock(new Date(lastHeard));
  const text = `This page is not live since ${since} UTC.`;
  indicator.textContent = `As of ${since} UTC`;
  indicator.dataset.stale = '';
  const words = banner.querySelector('p');
  if (banner.hidden || !words.textContent.startsWith(text)) {
    const strong = document.createElement('strong');
    strong.textContent = text;
    words.replaceChildren(strong, ' The portal does not answer, or your session has ended. It goes on by itself when it can.');
    banner.hidden = false;
  }
}

function changed(topic) {
  for (const part of document.querySelectorAll('[data-live][hx-get]')) {
    if (part.dataset.live.split(' ').includes(topic)) refresh(part.id);
  }
}

function refreshAll() {
  for (const part of document.querySelectorAll('[data-live][hx-get]')) refresh(part.id);
}

const times = new Map();

function refresh(id) {
  if (waiting.has(id)) return;
  const rest = (times.get(id) ?? 0) + apart - Date.now();
  waiting.add(id);
  setTimeout(() => {
    waiting.delete(id);
    const part = document.getElementById(id);
    if (!part || document.hidden) return;
    times.set(id, Date.now());
    if (inUse(part)) return refresh(id);
    htmx.trigger(part, 'live');
  }, Math.max(0, rest));
}

function inUse(part) {
  const focused = document.activeElement;
  return part.querySelector('dialog[open], [popover]:popover-open')
    || (part.contains(focused) && focused.matches('input:not([type=checkbox]), textarea, select'))
    || (!getSelection().isCollapsed && part.contains(getSelection().anchorNode));
}

// What the reader had focused, unfolded and scrolled stays so when a part is replaced.
const attributes = ['id', 'data-testid', 'href', 'name', 'value'];

function same(element) {
  return element.tagName.toLowerCase() + attributes
    .filter(name => element.hasAttribute(name))
    .map(name => `[${name}="${CSS.escape(element.getAttribute(name))}"]`).join('');
}

let kept;

document.addEventListener('htmx:beforeSwap', event => {
  const part = event.detail.target;
  if (!part?.dataset?.live) return;
  const focused = part.contains(document.activeElement) ? document.activeElement : null;
  kept = {
    id: part.id,
    focus: focused && same(focused),
    unfolded: [...part.querySelectorAll('details[open][id]')].map(details => details.id),
    scrolls: [...part.querySelectorAll('.scroll')].map(box => [box.scrollLeft, box.scrollTop]),
  };
});

document.addEventListener('htmx:afterSettle', () => {
  const part = kept && document.getElementById(kept.id);
  if (!part) return;
  kept.unfolded.forEach(id => document.getElementById(id)?.setAttribute('open', ''));
  part.querySelectorAll('.scroll').forEach((box, at) => kept.scrolls[at] && box.scrollTo(...kept.scrolls[at]));
  if (kept.focus && !part.contains(document.activeElement)) part.querySelector(kept.focus)?.focus({ preventScroll: true });
  kept = undefined;
});

// A connection that is open but dead reports no error: only its silence shows.
function listen() {
  if (document.hidden || source?.readyState !== EventSource.OPEN) return;
  if (Date.now() - Math.max(lastHeard, openedAt) > silence) broken();
}

if (address) {
  setInterval(listen, 2500);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      clearTimeout(retry);
      source?.close();
    } else {
      open();
      refreshAll();
    }
  });
  if (!document.hidden) open();
}
