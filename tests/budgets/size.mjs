// Prints what a built page weighs and fails above the hard budget: node tests/budgets/size.mjs DIST
import { readFileSync } from "node:fs";

import { brotliSize, payload } from "./payload.mjs";

const { page, api } = JSON.parse(readFileSync(new URL("budgets.json", import.meta.url), "utf8"));
const kilo = (bytes) => (bytes / 1000).toFixed(1).padStart(10);

const files = payload(process.argv[2] ?? "dist");
const total = files.reduce((sum, file) => sum + file.brotli, 0);
console.log(`${"raw kB".padStart(10)}${"brotli kB".padStart(10)}  file`);
for (const { name, raw, brotli } of files) console.log(`${kilo(raw)}${kilo(brotli)}  ${name}`);
console.log(`${" ".repeat(10)}${kilo(total)}  all; hard limit ${page.hard}, goal ${page.goal}`);
if (total > page.hard * 1000) {
  console.error(`The page weighs ${kilo(total).trim()} kB, more than the limit of ${page.hard} kB.`);
  process.exitCode = 1;
}

// The JavaScript API: what a page that uses it loads.
const module = ["lantian.js", "lantian_bg.wasm"].map((name) => brotliSize(readFileSync(`dist-api/${name}`)));
const apiTotal = module.reduce((sum, size) => sum + size);
console.log(`${" ".repeat(10)}${kilo(apiTotal)}  JavaScript API; hard limit ${api.hard}, goal ${api.goal}`);
if (apiTotal > api.hard * 1000) {
  console.error(`The JavaScript API weighs ${kilo(apiTotal).trim()} kB, more than the limit of ${api.hard} kB.`);
  process.exitCode = 1;
}
