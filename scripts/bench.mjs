// The table of benchmarks: every loop natively and in the browser's machine (V8, through node), as the worker
// with and without 128-bit SIMD and as the page builds it. A cell is the time of one item and, in brackets,
// how often the limit kernel's: natively that of the native build, as wasm that of the build with SIMD, timed
// in turns with it. Times are the least of all turns: what else the machine does only adds. Growth is the time of the whole size over that of the size before, with SIMD.
//   node scripts/bench.mjs [--levels]     with builds at other optimisation levels, and their sizes

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const root = path.resolve(import.meta.dirname, "..");
const target = "wasm32-unknown-unknown";
const crate = "lantian_bench_wasm";
const TURN = 4; // ms, at least
const ROUNDS = 25;
const LONG_ROUNDS = 4; // of loops that take longer than 100 ms

const engine = (level) => ["--config", `profile.release.package.lantian-engine.opt-level=${level}`];
// The first is the one whose limit kernel all others are measured against.
const builds = [
  { name: "wasm, SIMD", profile: "worker", flags: "-Ctarget-feature=+simd128" },
  { name: "wasm, no SIMD", profile: "worker" },
  { name: "wasm of the page", profile: "release" },
];
if (process.argv.includes("--levels")) {
  for (const level of ['"z"', "2", "3"]) {
    builds.push({ name: `engine at ${level}`, profile: "release", config: engine(level) });
  }
}

function run(program, args, env = {}, stdout = "ignore") {
  const options = { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", stdout, "inherit"] };
  return execFileSync(program, args, options);
}

async function build({ name, profile, flags = "", config = [] }, index) {
  process.stderr.write(`Building: ${name}\n`);
  const cargo = ["build", "--quiet", "--profile", profile, "--target", target, "--package", "lantian-bench-wasm"];
  run("cargo", [...cargo, ...config], { CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: flags });
  const out = path.join(root, "target", "bench-wasm", String(index));
  const made = path.join(root, "target", target, profile, `${crate}.wasm`);
  run("wasm-bindgen", ["--target", "web", "--out-dir", out, made]);
  const wasm = readFileSync(path.join(out, `${crate}_bg.wasm`));
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } };
  const { Bench, initSync } = await import(pathToFileURL(path.join(out, `${crate}.js`)));
  initSync({ module: wasm });
  const bench = Bench.start();
  if (!bench) throw new Error("the case does not load, or the generic engine disagrees with the program of trials");
  return { name, bench, brotli: brotliCompressSync(wasm, quality).length, loops: Bench.loops() };
}

/** Milliseconds of one run. */
function time(bench, place, size, times) {
  const started = performance.now();
  bench.run(place, size, times);
  return (performance.now() - started) / times;
}

/** Runs that make a turn. The first are V8's: it compiles once more what is hot. */
function turn(bench, place, size) {
  let times = 1;
  while (time(bench, place, size, times) * times < TURN) times *= 2;
  return times;
}

const modules = [];
for (const [index, variant] of builds.entries()) modules.push(await build(variant, index));
const loops = modules[0].loops.split("\n").map((line) => {
  const [name, counts, item, limit, ...sizes] = line.split("\t");
  return { name, counts, item, limit: Number(limit), sizes: sizes.map((size) => size.split(":").map(Number)) };
});

/** Cells of one loop at one size: the item's time in ns and its multiple of the limit, for each build. */
function measure(place, [size, items]) {
  const { limit } = loops[place];
  const [limitSize, limitItems] = loops[limit].sizes[0];
  const reference = modules[0].bench;
  const limitTimes = turn(reference, limit, limitSize);
  const long = time(reference, place, size, 1) > 100;
  const cells = modules.map(({ bench }) => ({ bench, times: turn(bench, place, size), ms: Infinity }));
  let least = Infinity;
  for (let round = 0; round < (long ? LONG_ROUNDS : ROUNDS); round++) {
    least = Math.min(least, time(reference, limit, limitSize, limitTimes));
    for (const cell of cells) cell.ms = Math.min(cell.ms, time(cell.bench, place, size, cell.times));
  }
  return cells.map(({ ms }) => ({ ns: (ms * 1e6) / items, ratio: ms / items / (least / limitItems) }));
}

process.stderr.write("Timing as wasm\n");
const timed = loops.map((loop, place) => loop.sizes.map((size) => measure(place, size)));

process.stderr.write("Building and timing natively\n");
const native = run("cargo", ["bench", "--quiet", "--package", "lantian-engine"], {}, "pipe").toString();
const natively = new Map(
  native.trim().split("\n").map((line) => {
    const [name, size, , , ns, ratio] = line.split("\t");
    return [`${name} ${size}`, { ns: Number(ns), ratio: Number(ratio) }];
  }),
);

function show(ns) {
  if (ns < 1e3) return `${ns.toPrecision(3)} ns`;
  if (ns < 1e6) return `${(ns / 1e3).toPrecision(3)} µs`;
  return ns < 1e9 ? `${(ns / 1e6).toPrecision(3)} ms` : `${(ns / 1e9).toPrecision(3)} s`;
}
const cell = ({ ns, ratio }) => `${show(ns)} (${ratio < 10 ? ratio.toFixed(1) : ratio.toFixed(0)})`;

const head = ["loop", "size", "whole, SIMD", "growth", "item", "native", ...modules.map((module) => module.name)];
console.log(`| ${head.join(" | ")} |\n|${head.map(() => "---").join("|")}|`);
for (const [place, loop] of loops.entries()) {
  let before;
  for (const [index, [size, items]] of loop.sizes.entries()) {
    const cells = timed[place][index];
    const whole = cells[0].ns * items;
    const growth = before ? `× ${(whole / before).toFixed(2)}` : "";
    before = whole;
    const sized = loop.counts ? `${size.toLocaleString("en")} ${loop.counts}` : "";
    const times = [natively.get(`${loop.name} ${size}`), ...cells].map(cell);
    console.log(`| ${[loop.name, sized, show(whole), growth, loop.item, ...times].join(" | ")} |`);
  }
}

if (modules.length > 3) {
  console.log("\nSize of these modules, brotli");
  for (const { name, brotli } of modules) console.log(`  ${name.padEnd(18)} ${(brotli / 1000).toFixed(1)} kB`);
}

// The budgets, where the loops run: an evaluation in the page, the rest in the worker.
const place = (name) => loops.findIndex((loop) => loop.name === name);
const last = (name, build, of = "ns") => timed[place(name)].at(-1)[build][of];
const budgets = [
  ["an evaluation with money", last("evaluation with money", 2), 5e3],
  ["exact shares of 16", last("exact shares", 2) * 2 ** 16, 1e8],
  ["best of 24", last("proven best plan", 0), 1e9],
  ["10,000 plants", last("portfolio", 2) * 1e4, 3e9],
  ["trials against their limit", last("trials", 0, "ratio"), 4],
];
console.log();
for (const [what, found, most] of budgets) {
  const told = most < 10 ? [`${found.toFixed(1)} ×`, `${most} ×`] : [show(found), show(most)];
  console.log(`${found <= most ? "within" : "BEYOND"} its budget: ${what}, ${told[0]} of ${told[1]}`);
  if (found > most) process.exitCode = 1;
}
