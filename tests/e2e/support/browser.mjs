// The system's Chromium, driven by playwright-core; one per test file.
import { existsSync } from "node:fs";

import { chromium } from "playwright-core";

const CANDIDATES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

function findChromium() {
  const path = process.env.CHROMIUM ?? CANDIDATES.find((candidate) => existsSync(candidate));
  if (!path) throw new Error("no Chromium found: install Debian's chromium, or set CHROMIUM to its path");
  return path;
}

let running;

/** The browser, started when first asked for. */
export function browser() {
  running ??= chromium.launch({ executablePath: findChromium(), args: FLAGS });
  return running;
}

export async function closeBrowser() {
  const started = running;
  running = undefined;
  await (await started)?.close();
}
