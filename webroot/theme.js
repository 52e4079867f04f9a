/*
 * Morning or night: what was chosen last, otherwise what the system prefers. A classic script in the
 * head, so that no page flashes.
 */
(() => {
  const night = matchMedia('(prefers-color-scheme: dark)');
  const chosen = () => {
    try {
      return localStorage.getItem('theme');
    } catch {
      return null; // storage may be forbidden; the choice then lasts for one page
    }
  };
  const wear = () => {
    document.documentElement.dataset.theme = chosen() ?? (night.matches ? 'dark' : 'light');
  };
  night.addEventListener('change', wear);
  wear();
})();
