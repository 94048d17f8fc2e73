// Trunk's post_build hook: in a release build, cuts the module that cargo made into the one the first screen needs
// and pieces that load on their own (src/features/chunk.rs), runs wasm-bindgen on the former, and puts all of them
// into one folder named after their content, so that no cache can mix two builds. Trunk's own module, which holds
// everything, is taken away.
//
// The compute worker (scripts/compute.mjs) goes into the same folder.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { withoutCustomSections } from "./wasm.mjs";

const NAME = "lantian-app";

/** Cuts cargo's module; the files that ship are then in `folder`. */
function cut(module, folder) {
  const whole = join(folder, "whole");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(whole, { recursive: true });
  const run = (command, ...args) => execFileSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });
  run("wasm-split-cli", module, folder, "--out-name", NAME, "--target", "web");
  const main = join(whole, `${NAME}.wasm`);
  renameSync(join(folder, `${NAME}.wasm`), main);
  const options = ["--target=web", "--keep-lld-exports", "--no-demangle", "--no-typescript"];
  run("wasm-bindgen", ...options, `--out-name=${NAME}`, `--out-dir=${folder}`, main);
  rmSync(whole, { recursive: true });
  const pieces = readdirSync(folder).filter((name) => /^split_.*\.wasm$/.test(name));
  if (pieces.length === 0) throw new Error("nothing was cut: was the app built with the feature `split`?");
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".wasm"))) {
    const path = join(folder, name);
    writeFileSync(path, withoutCustomSections(readFileSync(path)));
  }
}

/** A short name of everything in these folders. */
function contentName(...folders) {
  const hash = createHash("sha256");
  for (const folder of folders) {
    for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest("hex").slice(0, 16);
}

if (process.env.TRUNK_PROFILE === "release") {
  const staging = process.env.TRUNK_STAGING_DIR;
  const target = process.env.CARGO_TARGET_DIR ?? "target";
  const folder = join(target, "pieces");
  cut(join(target, "wasm32-unknown-unknown", "release", `${NAME}.wasm`), folder);
  const compute = join(staging, "compute");
  const place = `app-${contentName(folder, compute)}`;
  mkdirSync(join(staging, place));
  for (const name of readdirSync(folder)) {
    writeFileSync(join(staging, place, name), readFileSync(join(folder, name)));
  }
  renameSync(compute, join(staging, place, "compute"));

  const page = join(staging, "index.html");
  let html = readFileSync(page, "utf8");
  const old = readdirSync(staging).filter((name) => new RegExp(`^${NAME}-[0-9a-f]+(?:_bg\\.wasm|\\.js)$`).test(name));
  if (old.length !== 2) throw new Error(`expected Trunk's script and module, found: ${old.join(", ")}`);
  for (const name of old) {
    html = html.replaceAll(name, `${place}/${NAME}${name.endsWith(".wasm") ? "_bg.wasm" : ".js"}`);
    rmSync(join(staging, name));
  }
  writeFileSync(page, html);
}
