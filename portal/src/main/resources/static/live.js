// Keeps an open page true. The server names the topics that changed, at most four times a second; every element with
// data-live="<topic> …" and hx-trigger="live" is then fetched again, unless somebody is in the middle of using it.
const indicator = document.getElementById('live');
const banner = document.getElementById('stale');
const address = indicator?.dataset.changes;
const silence = 15000;
const patience = 31000; // longer than htmx waits for an answer

let source;
let heardOf = '';
let retryIn = 1000;
let retry;
let lastHeard = Date.now();
let openedAt = 0;

const clock = time => time.toISOString().slice(11, 19);

function open() {
  clearTimeout(retry);
  const before = source;
  heardOf = topics();
  const stream = new EventSource(`${address}?${new URLSearchParams(heardOf.split(' ').map(topic => ['topic', topic]))}`);
  source = stream;
  stream.addEventListener('open', () => { openedAt = Date.now(); });
  stream.addEventListener('beat', event => {
    before?.close(); // not sooner, so that nothing is missed between the two
    heard(new Date(event.data));
  });
  stream.addEventListener('changed', event => changed(event.data.split(' ')));
  stream.addEventListener('error', () => {
    before?.close();
    stream.close();
    if (stream === source) broken();
  });
}

const parts = () => [...document.querySelectorAll('[data-live][hx-get]')];

const topics = () => [...new Set(parts().flatMap(part => part.dataset.live.split(' ')))].sort().join(' ');

function heard(time) {
  lastHeard = Date.now();
  retryIn = 1000;
  for (const id of foreign) if (!document.getElementById(id)) foreign.delete(id);
  if (foreign.size) return;
  indicator.textContent = `Live, ${clock(time)} UTC`;
  delete indicator.dataset.stale;
  if (!banner.hidden) {
    banner.hidden = true;
    refreshAll();
  }
}

function broken() {
  source?.close();
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

function changed(some) {
  for (const part of parts()) {
    if (part.dataset.live.split(' ').some(topic => some.includes(topic))) refresh(part.id);
  }
}

function refreshAll() {
  for (const part of parts()) refresh(part.id);
}

// A part that changes while it is fetched is fetched once more afterwards, so what is shown last is right.
const asked = new Map();
const again = new Set();
const later = new Set();

function refresh(id) {
  const part = document.getElementById(id);
  if (!part || document.hidden) return;
  if (Date.now() - (asked.get(id) ?? 0) < patience) {
    again.add(id);
  } else if (inUse(part)) {
    wait(id);
  } else {
    asked.set(id, Date.now());
    htmx.trigger(part, 'live');
  }
}

function wait(id) {
  if (later.has(id)) return;
  later.add(id);
  setTimeout(() => {
    later.delete(id);
    refresh(id);
  }, 1000);
}

document.addEventListener('htmx:afterRequest', event => {
  const id = event.detail.requestConfig?.elt?.id;
  if (asked.delete(id) && again.delete(id)) refresh(id);
});

// A part that is replaced between the press of a button and its release would swallow the click.
let press;
document.addEventListener('pointerdown', ({ button, target, pointerId }) => {
  if (button === 0) press = { target, pointerId };
}, true);
document.addEventListener('pointermove', ({ buttons, pointerId }) => {
  if (!buttons && press?.pointerId === pointerId) press = undefined;
}, true);
for (const end of ['pointerup', 'pointercancel']) {
  document.addEventListener(end, ({ pointerId }) => {
    const ended = press;
    if (ended?.pointerId !== pointerId) return;
    setTimeout(() => { if (press === ended) press = undefined; }); // the click comes after it
  }, true);
}

function inUse(part) {
  const focused = document.activeElement;
  return part.querySelector('dialog[open], [popover]:popover-open')
    || (press && part.contains(press.target))
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

const kept = new Map();

// Parts for which a proxy answered in place of the portal, with an error page or its own sign-in: they stay as they are.
const foreign = new Set();

function isForeign({ target, requestConfig, serverResponse }) {
  return target?.id && target === requestConfig?.elt
    && target.matches('[data-live], [hx-trigger*=every]:not([data-testid=problem__part]), [hx-select] > [data-testid=problem__part]')
    && !serverResponse.includes(`id="${target.id}"`);
}

document.addEventListener('htmx:beforeSwap', event => {
  const part = event.detail.target;
  if (isForeign(event.detail)) {
    event.detail.shouldSwap = false;
    foreign.add(part.id);
    if (banner.hidden) stale();
    if (part.dataset.live) setTimeout(refresh, 10000, part.id);
    return;
  }
  if (foreign.delete(part?.id) && !address) banner.hidden = foreign.size === 0;
  if (press && part?.contains(press.target) && part.matches('[data-live], [hx-trigger*=every]:not([hx-trigger^="load,"])')) {
    event.detail.shouldSwap = false; // one that asks by the clock asks again
    if (part.dataset.live) wait(part.id);
    return;
  }
  if (!part?.dataset?.live) return;
  const focused = part.contains(document.activeElement) ? document.activeElement : null;
  kept.set(part.id, {
    focus: focused && same(focused),
    unfolded: [...part.querySelectorAll('details[open][id]')].map(details => details.id),
    scrolls: [...part.querySelectorAll('.scroll')].map(box => [box.scrollLeft, box.scrollTop]),
  });
});

document.addEventListener('htmx:afterSettle', () => {
  if (source && topics() !== heardOf) open();
  for (const [id, before] of kept) {
    kept.delete(id);
    const part = document.getElementById(id);
    if (part) restore(part, before);
  }
});

function restore(part, { focus, unfolded, scrolls }) {
  unfolded.forEach(id => document.getElementById(id)?.setAttribute('open', ''));
  part.querySelectorAll('.scroll').forEach((box, at) => scrolls[at] && box.scrollTo(...scrolls[at]));
  if (focus && !part.contains(document.activeElement)) part.querySelector(focus)?.focus({ preventScroll: true });
}

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
      source = undefined;
    } else {
      open();
      refreshAll();
    }
  });
  if (!document.hidden) open();
}
