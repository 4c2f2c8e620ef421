// A tail: asks for what has come, shows what is new, and says what was too much to show. Lines that came while it was
// paused, hidden or cut off are asked for together; those that are more than one answer holds are counted and linked to.

const KEPT = 2000; // rows; five times as many while somebody reads further up
const PAUSE = 700; // ms between two answers
const LONG = 5000; // ms without an answer, after which one may not hold all that came

// What asking on does not help against.
const OVER = {
  401: 'Your session has ended; sign in and load this page again. No more lines are asked for.',
  403: 'You may not see these lines any more. No more are asked for.',
  404: 'This environment is gone, or you may not see it any more. No more lines are asked for.',
};

const box = document.getElementById('tail-box');
const says = document.getElementById('tail-says');
const numbers = document.getElementById('tail-numbers');
const missed = document.getElementById('tail-missed');
const verdict = document.getElementById('tail-verdict');
const button = document.getElementById('tail-pause');
const body = box.querySelector('tbody');
const seen = new Set();
let newest = box.dataset.since;
let since = box.dataset.since; // from when the next answer counts
let total = 0; // lines from then on, as the last answer has it
let shown = 0;
let leftOut = 0; // lines too many at once, or too late
let paused = false;
let turns = 0; // how often it was paused or went on; what was asked for before the last time is not shown
let behind = false;
let answered = Date.now();
let over; // why nothing is asked for any more
let goOn = () => {};

async function ask() {
  if (paused || document.hidden) {
    behind = true;
    return;
  }
  behind ||= Date.now() - answered > LONG;
  const turn = turns;
  const address = box.dataset.lines + (box.dataset.lines.includes('?') ? '&' : '?')
    + 'since=' + encodeURIComponent(since) + '&newest=' + encodeURIComponent(newest)
    + (behind ? '&behind=true' : '');
  try {
    const response = await fetch(address);
    over = new URL(response.url).pathname === '/sign-in' ? OVER[401] : OVER[response.status];
    if (over) {
      trouble(over);
      return;
    }
    const piece = response.ok
      && new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('table[data-total]');
    if (!piece) throw new Error(response.status);
    if (turn === turns) take(piece);
  } catch {
    trouble('The portal does not answer; it is asked on.');
  }
}

function trouble(sentence) {
  behind = true;
  verdict.dataset.status = 'warning';
  if (over) button.hidden = true;
  if (over || !paused) tell(sentence);
}

function take(piece) {
  if (piece.dataset.trouble) {
    trouble(piece.dataset.trouble);
    return;
  }
  verdict.dataset.status = piece.dataset.partial ? 'warning' : 'progress';
  const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 40;
  const ids = (piece.dataset.ids ?? '').split(' ');
  const rows = [...piece.querySelectorAll('tbody > tr')].filter((row, at) => !seen.has(ids[at]));
  // Where a part of the index does not answer, its lines are not counted.
  const counted = piece.dataset.partial ? total + rows.length : Number(piece.dataset.total);
  const absent = Math.max(0, counted - total - rows.length);
  if (piece.dataset.missed && absent > 0) leave(absent, piece.dataset.missed);
  else leftOut += absent;
  for (const row of rows) body.append(document.importNode(row, true));
  for (const id of ids) seen.add(id);
  while (seen.size > 4 * KEPT) seen.delete(seen.values().next().value);
  while (body.rows.length > (atEnd ? KEPT : 5 * KEPT)) body.rows[0].remove();
  shown += rows.length;
  // A portal of the version before, which an upgrade may still run, says neither. A copy of the index that lags behind
  // another counts less.
  total = piece.dataset.partial ? counted : Number(piece.dataset.counted ?? counted) + Math.max(0, total - counted);
  since = piece.dataset.since ?? since;
  if (piece.dataset.newest) newest = piece.dataset.newest;
  behind = false;
  answered = Date.now();
  numbers.textContent = count(shown) + ' shown' + (leftOut > 0 ? '; ' + count(leftOut) + ' left out.' : '.')
    + (atEnd ? '' : ' It does not scroll while you read further up.');
  tell(((leftOut > 0 ? 'Some lines were left out, as more than ' + box.dataset.most + ' came at once, or late. ' : '')
    + (piece.dataset.partial ?? '')).trim() || (shown > 0 ? 'Lines are shown as they come.' : 'Waiting for lines.'));
  if (atEnd) box.scrollTop = box.scrollHeight;
}

/** Says in what state the tail is, which is read out when it changes; numbers change too often for that. */
function tell(sentence) {
  if (says.textContent !== sentence) says.textContent = sentence;
}

/** Says above the lines, and at their place among them, how many are not there, with a link to them. */
function leave(lines, address) {
  const link = Object.assign(document.createElement('a'), { href: address, textContent: 'Open them in log search' });
  missed.replaceChildren(count(lines) + ' that came meanwhile ' + (lines === 1 ? 'is' : 'are') + ' not shown. ', link);
  missed.hidden = false;
  const place = body.insertRow().insertCell();
  place.className = 'further';
  place.colSpan = box.querySelectorAll('thead th').length;
  place.append(...missed.cloneNode(true).childNodes);
}

function count(lines) {
  return lines.toLocaleString('en') + (lines === 1 ? ' line' : ' lines');
}

button.addEventListener('click', () => {
  paused = !paused;
  turns += 1;
  behind = true;
  button.setAttribute('aria-pressed', paused);
  button.querySelector('span').textContent = paused ? 'Go on' : 'Pause';
  tell(paused
    ? 'Paused. What comes meanwhile is shown when you go on: the newest ' + count(Number(box.dataset.mostMissed))
      + ', and a link to those before them.'
    : 'Asking for what came meanwhile.');
  if (!paused) goOn();
});

document.addEventListener('visibilitychange', () => { if (!document.hidden) goOn(); });

document.getElementById('tail-clear').addEventListener('click', () => {
  body.replaceChildren();
  missed.hidden = true;
});

while (!over) {
  await ask();
  await new Promise(resolve => {
    goOn = resolve;
    setTimeout(resolve, PAUSE);
  });
}
