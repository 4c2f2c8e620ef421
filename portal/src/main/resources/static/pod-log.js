// Shows a container's log while it is written. Lines are text and nothing else.
const panel = document.getElementById('log');
const most = 2000;

if (panel) {
  const box = document.getElementById('log-box');
  const body = document.getElementById('log-lines');
  const says = document.getElementById('log-says');
  const pause = document.getElementById('log-pause');
  let arrived = [];
  let held = false;
  let drawing = false;

  const source = new EventSource(panel.dataset.log);
  source.addEventListener('open', () => { if (!held) says.textContent = 'Live'; });
  source.addEventListener('message', event => {
    arrived.push(event.data);
    if (arrived.length > most) arrived = arrived.slice(-most);
    if (!held) draw();
    else says.textContent = `Paused, ${arrived.length} new lines`;
  });
  source.addEventListener('end', event => {
    source.close();
    says.textContent = event.data === 'bound' ? 'Stopped: too much to show; open it in Logs' : 'The log ends here';
  });
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) says.textContent = 'There is no log to show: the container has none, or may not be read';
    else if (!held) says.textContent = 'Connecting';
  });
  addEventListener('pagehide', () => source.close());

  pause.addEventListener('click', () => {
    held = !held;
    pause.setAttribute('aria-pressed', held);
    pause.textContent = held ? 'Go on' : 'Pause';
    says.textContent = held ? 'Paused' : 'Live';
    if (!held) draw();
  });

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

  function row(line) {
    const space = line.indexOf(' ');
    const element = document.createElement('tr');
    const time = element.insertCell();
    time.className = 'second';
    time.textContent = line.slice(11, 23);
    time.title = line.slice(0, space);
    element.insertCell().textContent = line.slice(space + 1);
    return element;
  }
}
