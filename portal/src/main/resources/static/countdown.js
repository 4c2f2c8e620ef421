// Counts down to when a confirmed change is made, by the server's clock: how far this browser's is off does not matter.
const ends = new WeakMap();

function tick() {
  for (const place of document.querySelectorAll('.countdown[data-until]')) {
    if (!ends.has(place)) ends.set(place, Date.now() + Date.parse(place.dataset.until) - Date.parse(place.dataset.now));
    const seconds = Math.max(0, Math.ceil((ends.get(place) - Date.now()) / 1000));
    const text = seconds > 0 ? `, in ${seconds} s` : ', now';
    if (place.textContent !== text) place.textContent = text;
  }
}

tick();
setInterval(tick, 250);
