// Starts the app. A file of its own, so that the content security policy needs no inline script.
const { dataset } = document.querySelector("script[data-wasm]");
const boot = document.getElementById("boot");

// The app sets data-ready when it has mounted; what was painted until then goes.
function removeWhenReady() {
  if (!("ready" in document.documentElement.dataset)) return;
  watcher.disconnect();
  boot.remove();
}
const watcher = new MutationObserver(removeWhenReady);
watcher.observe(document.documentElement, { attributeFilter: ["data-ready"] });

try {
  const { default: start } = await import(dataset.js);
  await start({ module_or_path: new URL(dataset.wasm, import.meta.url) });
} catch (error) {
  document.getElementById("boot-failed").hidden = false;
  throw error;
}
