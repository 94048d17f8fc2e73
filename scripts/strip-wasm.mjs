// Trunk's post_build hook: in a release build, drops the custom sections of the modules it made. No browser needs
// them, and the function names alone would add a quarter to what a visitor downloads. (Cargo's `strip` is no way:
// it also drops the target features that wasm-bindgen reads.)
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const HEADER = 8;
const CUSTOM = 0;

/** The unsigned LEB128 number at `at`, and where it ends. */
function unsigned(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    if (byte === undefined) throw new Error("the module ends early");
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, end: at };
  }
}

function withoutCustomSections(bytes) {
  if (bytes.readUInt32BE(0) !== 0x0061736d) throw new Error("not a WebAssembly module");
  const kept = [bytes.subarray(0, HEADER)];
  for (let start = HEADER; start < bytes.length; ) {
    const size = unsigned(bytes, start + 1);
    const end = size.end + size.value;
    if (end > bytes.length) throw new Error("the module ends early");
    if (bytes[start] !== CUSTOM) kept.push(bytes.subarray(start, end));
    start = end;
  }
  return Buffer.concat(kept);
}

if (process.env.TRUNK_PROFILE === "release") {
  const folder = process.env.TRUNK_STAGING_DIR;
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".wasm"))) {
    const path = join(folder, name);
    writeFileSync(path, withoutCustomSections(readFileSync(path)));
  }
}
