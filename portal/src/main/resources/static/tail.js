// A tail: asks for what has come, shows what is new, and says what was too much to show.

const KEPT = 2000; // rows
const PAUSE = 700; // ms between two answers

const box = document.getElementById('tail-box');
const says = document.getElementById('tail-says');
const verdict = document.getElementById('tail-verdict');
const button = document.getElementById('tail-pause');
const body = box.querySelector('tbody');
const seen = new Set();
let newest = box.dataset.since;
let shown = 0;
let paused = false;

async function ask() {
  if (paused || document.hidden) return;
  const address = box.dataset.lines + (box.dataset.lines.includes('?') ? '&' : '?')
    + 'since=' + encodeURIComponent(box.dataset.since) + '&newest=' + encodeURIComponent(newest);
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(response.status);
    take(new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('table'));
  } catch {
    verdict.dataset.status = 'warning';
    says.textContent = 'The portal does not answer; it is asked on.';
  }
}

function take(piece) {
  if (!piece || paused) return;
  if (piece.dataset.trouble) {
    verdict.dataset.status = 'warning';
    says.textContent = piece.dataset.trouble;
    return;
  }
  verdict.dataset.status = 'progress';
  const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 40;
  const ids = (piece.dataset.ids ?? '').split(' ');
  [...piece.querySelectorAll('tbody > tr')].forEach((row, at) => {
    if (seen.has(ids[at])) return;
    seen.add(ids[at]);
    shown++;
    body.append(document.importNode(row, true));
  });
  while (seen.size > 4 * KEPT) seen.delete(seen.values().next().value);
  while (body.rows.length > KEPT) body.rows[0].remove();
  if (piece.dataset.newest) newest = piece.dataset.newest;
  const dropped = Math.max(0, Number(piece.dataset.total) - shown);
  says.textContent = shown.toLocaleString('en') + (shown === 1 ? ' line' : ' lines') + ' shown'
    + (dropped > 0 ? '; ' + dropped.toLocaleString('en') + ' came faster than can be read, and were left out.' : '.')
    + (atEnd ? '' : ' It does not scroll while you read further up.');
  if (atEnd) box.scrollTop = box.scrollHeight;
}

button.addEventListener('click', () => {
  paused = !paused;
  button.setAttribute('aria-pressed', paused);
  button.querySelector('span').textContent = paused ? 'Go on' : 'Pause';
  if (paused) says.textContent = 'Paused. What comes meanwhile is shown when you go on.';
});

document.getElementById('tail-clear').addEventListener('click', () => body.replaceChildren());

for (;;) {
  await ask();
  await new Promise(resolve => { setTimeout(resolve, PAUSE); });
}
