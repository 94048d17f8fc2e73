// Reading a WebAssembly module as far as shipping it needs.

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

/**
 * The module without its custom sections: no browser needs them, and the function names alone would add a quarter to
 * what a visitor downloads. (Cargo's `strip` is no way: it also drops what wasm-bindgen and the cutter read.)
 */
export function withoutCustomSections(bytes) {
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
