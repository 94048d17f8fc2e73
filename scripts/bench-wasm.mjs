// Times the engine in the browser's machine (V8, through node), built as it ships and at other
// optimisation levels. All builds take turns in one process, so that their ratios hold although
// the machine's speed drifts; times are also given as multiples of the limit kernel.
//   node scripts/bench-wasm.mjs [rounds]

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const root = path.resolve(import.meta.dirname, "..");
const target = "wasm32-unknown-unknown";
const crate = "lantian_bench_wasm";
const rounds = Number(process.argv[2] ?? 40);

const engine = (level) => ["--config", `profile.release.package.lantian-engine.opt-level=${level}`];
const builds = [
  { name: "as shipped", config: [] },
  { name: 'engine at "z"', config: engine('"z"') },
  { name: 'engine at "s"', config: engine('"s"') },
  { name: "engine at 2", config: engine("2") },
  { name: "engine at 3", config: engine("3") },
  // Reference, and the build whose limit kernel all are measured against.
  { name: "everything at 3", config: ["--config", "profile.release.opt-level=3", ...engine("3")] },
];
// How often each loop runs within one turn: some milliseconds.
const loops = { kernel: 20000, evaluate: 4000, money: 1000, quick: 10, explain: 10, shapley: 1, best24: 1 };

async function build({ name, config }, index) {
  process.stdout.write(`Building: ${name}\n`);
  const run = (program, args) => execFileSync(program, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  run("cargo", ["build", "--quiet", "--release", "--target", target, "--package", "lantian-bench-wasm", ...config]);
  const out = path.join(root, "target", "bench-wasm", String(index));
  run("wasm-bindgen", ["--target", "web", "--out-dir", out, path.join(root, "target", target, "release", `${crate}.wasm`)]);
  const wasm = readFileSync(path.join(out, `${crate}_bg.wasm`));
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } };
  const brotli = brotliCompressSync(wasm, quality).length;
  const { Bench, initSync } = await import(pathToFileURL(path.join(out, `${crate}.js`)));
  initSync({ module: wasm });
  const bench = Bench.start();
  if (!bench) throw new Error("the worked case does not load");
  return { name, bench, brotli, times: {} };
}

function time(bench, loop) {
  const started = performance.now();
  bench[loop](loops[loop]);
  return ((performance.now() - started) * 1e6) / loops[loop];
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

function show(ns) {
  if (ns < 1e4) return `${ns.toFixed(0)} ns`;
  return ns < 1e7 ? `${(ns / 1e3).toFixed(0)} µs` : `${(ns / 1e6).toFixed(0)} ms`;
}

const modules = [];
for (const [index, variant] of builds.entries()) modules.push(await build(variant, index));
// The first turns are V8's: it compiles once more what is hot.
for (const module of modules) for (const loop of Object.keys(loops)) for (let i = 0; i < 3; i++) time(module.bench, loop);
for (let round = 0; round < rounds; round++) {
  for (const loop of Object.keys(loops)) {
    if (["shapley", "best24"].includes(loop) && round % 8 !== 0) continue;
    for (const module of modules) (module.times[loop] ??= []).push(time(module.bench, loop));
  }
}

const reference = modules.at(-1);
const kernel = median(reference.times.kernel);
// Ratios are taken within a round, where both builds saw the same machine.
const ratio = (module, loop) => median(module.times[loop].map((value, i) => value / reference.times[loop][i]));

console.log(`\nLimit kernel: ${show(kernel)}. Medians of ${rounds} rounds; in brackets the ratio to everything at 3.`);
for (const loop of Object.keys(loops).filter((loop) => loop !== "kernel")) {
  console.log(`\n${loop}`);
  for (const module of modules) {
    const ns = median(module.times[loop]);
    const multiple = loop === "evaluate" || loop === "money" ? `  ${(ns / kernel).toFixed(1)} × kernel` : "";
    console.log(`  ${module.name.padEnd(16)} ${show(ns).padStart(9)}  (${ratio(module, loop).toFixed(2)})${multiple}`);
  }
}
console.log("\nSize of this module, brotli");
for (const module of modules) console.log(`  ${module.name.padEnd(16)} ${(module.brotli / 1024).toFixed(1).padStart(9)} KB`);

const shipped = modules[0];
const [single, shares, best] = ["money", "shapley", "best24"].map((loop) => median(shipped.times[loop]));
console.log(
  `\nAs shipped: evaluation with money ${show(single)} (budget 5 µs), shares of 16 ${show(shares)} (budget 100 ms), ` +
    `best of 24 ${show(best)} (budget 1 s)`,
);
if (single > 5e3 || shares > 1e8 || best > 1e9) process.exitCode = 1;
