// Runs before the first paint: there is a script, and perhaps a chosen brightness.
document.documentElement.classList.remove("no-script");
try {
  const theme = localStorage.getItem("draht:theme");
  if (theme === "day" || theme === "night") document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be switched off; then the system decides.
}
