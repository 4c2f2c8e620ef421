// Follows the browser's colours where the reader has not chosen any. Loaded before the page is drawn, so that nothing flashes.
const root = document.documentElement;
if (!root.dataset.bsTheme) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => {
    root.dataset.bsTheme = dark.matches ? 'dark' : 'light';
    const button = document.getElementById('theme');
    if (button) {
      button.value = dark.matches ? 'light' : 'dark';
      button.setAttribute('aria-label', `Change to the ${button.value} theme`);
    }
  };
  follow();
  dark.addEventListener('change', follow);
  document.addEventListener('DOMContentLoaded', follow);
}
