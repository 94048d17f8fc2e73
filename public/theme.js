// Sets the theme before anything is painted: the one chosen here, else the device's. The app follows later changes.
// A classic script of its own: a module, as boot.js is, runs only after the first paint.
let theme;
try {
  theme = JSON.parse(localStorage.getItem("lantian/1/prefs"))?.theme;
} catch {
  // Blocked, or damaged: as the device.
}
if (theme !== "light" && theme !== "dark") {
  theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
document.documentElement.dataset.theme = theme;
