// Sets the chosen color scheme before the first paint, so that the page never flashes the other one.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('countinghouse-color-scheme');
  } catch {
    // Storage may be denied; the system's scheme then holds.
  }
  const isDark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light');
})();
