// Tells of alerts outside the page, for those who ask for it in this browser: how many fire stands in the window's title,
// and each time that they become more while the window is not looked at, a notification says so.
const kept = 'binnacle-alerts-told';
const title = document.title;
const button = document.getElementById('tell');

const badge = () => document.querySelector('.sidenav .count[data-live=alerts]');
const count = () => (badge()?.hidden ?? true) ? 0 : Number(badge().dataset.number);
const asked = () => localStorage.getItem(kept) === 'on';

let before = count();

function tell() {
  const now = count();
  document.title = asked() && now > 0 ? `(${now}) ${title}` : title;
  if (asked() && now > before && !document.hasFocus() && globalThis.Notification?.permission === 'granted') {
    const notification = new Notification(`${now} alerts fire`, { body: document.location.pathname.split('/')[2] ?? '', tag: 'binnacle-alerts' });
    notification.addEventListener('click', () => { window.focus(); notification.close(); });
  }
  before = now;
}

function show() {
  button?.setAttribute('aria-pressed', asked());
  tell();
}

if (button) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    if (asked()) {
      localStorage.removeItem(kept);
    } else {
      localStorage.setItem(kept, 'on');
      await globalThis.Notification?.requestPermission();
    }
    show();
  });
}

document.addEventListener('htmx:afterSettle', event => { if (event.target.matches?.('.count, .sidenav, .sidenav *')) tell(); });
show();
