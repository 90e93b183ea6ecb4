/** Runs before the page is drawn: takes the light or dark that the reader chose, and says that scripts run. */
document.documentElement.classList.add('js')
try {
  const chosen = localStorage.getItem('scansion-theme')
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
} catch {
  // Storage may be forbidden; then the system decides.
}
