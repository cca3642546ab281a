// Runs in a page before its own scripts: marks the moment at which both charts are drawn and painted.
const isDrawn = () =>
  document.querySelector('.recharts-line-curve') !== null &&
  document.querySelector('.recharts-bar-rectangle path') !== null;

new MutationObserver((_changes, observer) => {
  if (!isDrawn()) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => performance.mark('drawn')));
}).observe(document, { childList: true, subtree: true });
