// Builds what runs in the compute workers, into target/compute: one script and two modules, for browsers with 128-bit
// SIMD and for those without. The page chooses (src/platform/compute). Called by scripts/assets.sh; a debug build of
// the page takes one debug module for both.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { withoutCustomSections } from "./wasm.mjs";

const TARGET = "wasm32-unknown-unknown";
const CRATE = "lantian-compute";
const target = process.env.CARGO_TARGET_DIR ?? "target";
const release = process.env.TRUNK_PROFILE === "release";

/** Builds one variant; gives wasm-bindgen's script and the module. */
function build(name, flags) {
  const profile = release ? "worker" : "dev";
  const options = { stdio: ["ignore", "ignore", "inherit"] };
  // The page's own flags ask for relocations, which only the cutter of its pieces needs.
  const env = { ...process.env };
  delete env.CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS;
  if (flags) env.CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS = flags;
  const cargo = ["build", "--quiet", "--locked", "--package", CRATE, "--bin", CRATE, "--target", TARGET];
  execFileSync("cargo", [...cargo, "--profile", profile], { ...options, env });
  const out = join(target, "compute-work", name);
  const made = join(target, TARGET, release ? "worker" : "debug", `${CRATE}.wasm`);
  const bindgen = ["--target=no-modules", "--no-typescript", "--out-name=compute", `--out-dir=${out}`];
  execFileSync("wasm-bindgen", [...bindgen, made], options);
  const module = readFileSync(join(out, "compute_bg.wasm"));
  return {
    script: readFileSync(join(out, "compute.js"), "utf8"),
    module: release ? withoutCustomSections(module) : module,
  };
}

const plain = build("plain", "");
const simd = release ? build("simd", "-Ctarget-feature=+simd128") : plain;
if (plain.script !== simd.script) throw new Error("the two builds of the worker need different scripts");

const folder = join("target", "compute");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const worker = readFileSync("compute/src/worker.js", "utf8");
writeFileSync(join(folder, "worker.js"), `${plain.script}\n${worker}`);
writeFileSync(join(folder, "plain.wasm"), plain.module);
writeFileSync(join(folder, "simd.wasm"), simd.module);
