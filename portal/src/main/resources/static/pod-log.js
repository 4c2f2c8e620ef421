// Shows a container's log while it is written, or those of all containers of a workload. Lines are text and nothing else.
const panel = document.getElementById('log');
const most = 2000;

if (panel) {
  const box = document.getElementById('log-box');
  const body = document.getElementById('log-lines');
  const says = document.getElementById('log-says'); // is read out
  const count = document.getElementById('log-count');
  const pause = document.getElementById('log-pause');
  const find = document.getElementById('log-find');
  const named = 'named' in panel.dataset;
  const known = new Set();
  let dropped = 0;
  let arrived = [];
  let held = false;
  let drawing = false;
  let ended = '';

  let source;
  listen();
  addEventListener('pagehide', () => source.close());

  function listen() {
    source = new EventSource(panel.dataset.log);
    source.addEventListener('open', () => { if (!held) goesOn(); });
    source.addEventListener('message', event => {
      if (named && known.has(event.data)) return;
      if (named) remember(event.data);
      arrived.push(event.data);
      if (arrived.length > most) arrived = arrived.slice(-most);
      if (!held) draw();
      else count.textContent = `${arrived.length} new lines`;
    });
    source.addEventListener('dropped', event => {
      dropped += Number(event.data);
      if (!held) goesOn();
    });
    source.addEventListener('end', event => {
      source.close();
      if (event.data === 'bound') ended = 'Stopped: too much to show; open it in Logs';
      else ended = dropped ? 'The log ends here; some lines were too many to show:' : 'The log ends here';
      if (!held) goesOn();
    });
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) explain();
      else if (!held) says.textContent = 'Connecting';
    });
  }

  // A stream that is refused does not say why; the same address, asked for a page, does.
  async function explain() {
    const stop = new AbortController();
    let reason = 'The portal does not answer.';
    let wait = 10_000;
    try {
      const response = await fetch(panel.dataset.log, { signal: stop.signal });
      if (new URL(response.url).pathname === '/sign-in') [reason, wait] = ['Your session has ended; sign in again.', 0];
      else if (response.ok) [reason, wait] = ['Connecting', 1_000];
      else [reason, wait] = [problemOf(await response.text()), response.status === 409 || response.status >= 500 ? wait : 0];
    } catch { /* it is asked again */ }
    stop.abort();
    says.textContent = wait > 1_000 ? `${reason} Asked again in ${wait / 1_000} s.` : reason;
    if (wait) setTimeout(again, wait);
  }

  function problemOf(page) {
    const problem = new DOMParser().parseFromString(page, 'text/html').querySelectorAll('[data-testid=problem__page] p');
    return [...problem].map(sentence => sentence.textContent).join(' ')
      || 'There is no log to show: the container has none, or may not be read.';
  }

  // What a container wrote last comes once more.
  function again() {
    if (!named) {
      arrived = [];
      body.replaceChildren();
    }
    listen();
  }

  pause.addEventListener('click', () => {
    held = !held;
    pause.setAttribute('aria-pressed', held);
    pause.textContent = held ? 'Go on' : 'Pause';
    if (held) [says.textContent, count.textContent] = ['Paused', ''];
    else {
      goesOn();
      draw();
    }
  });

  find?.addEventListener('input', () => { for (const line of body.rows) line.hidden = !fits(line); });

  function fits(line) { return !find?.value || line.textContent.toLowerCase().includes(find.value.toLowerCase()); }

  function goesOn() {
    const state = ended || (dropped ? 'Live; some lines were too many to show:' : 'Live');
    if (says.textContent !== state) says.textContent = state;
    count.textContent = dropped || '';
  }

  // After a reconnection some lines come again.
  function remember(line) {
    known.add(line);
    if (known.size > 2 * most) for (const old of [...known].slice(0, most)) known.delete(old);
  }

  function draw() {
    if (drawing) return;
    drawing = true;
    requestAnimationFrame(() => {
      drawing = false;
      const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 40;
      const rows = document.createDocumentFragment();
      for (const line of arrived) rows.append(row(line));
      arrived = [];
      body.append(rows);
      while (body.rows.length > most) body.deleteRow(0);
      if (atEnd) box.scrollTop = box.scrollHeight;
    });
  }

  function row(whole) {
    const writer = named ? whole.slice(0, whole.indexOf(' ')) : '';
    const line = named ? whole.slice(writer.length + 1) : whole;
    const space = line.indexOf(' ');
    const element = document.createElement('tr');
    const time = element.insertCell();
    time.className = 'second';
    time.textContent = line.slice(11, 23);
    time.title = line.slice(0, space);
    if (named) {
      const pod = element.insertCell();
      pod.className = 'from';
      pod.textContent = writer.split('/')[0].split('-').pop();
      pod.title = writer;
    }
    element.insertCell().textContent = line.slice(space + 1);
    element.hidden = !fits(element);
    return element;
  }
}
