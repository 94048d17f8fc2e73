// What a built page loads before the first interaction.
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/** The size of `bytes` as a host sends them: brotli at its best quality. */
export function brotliSize(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}

/** The texts that the first screen may show, one file a language, in the folder of a built app. */
export function textTables(dist) {
  const names = readdirSync(join(dist, "texts")).filter((name) => /^ui\..+\.txt$/.test(name));
  if (names.length === 0) throw new Error(`${dist}/texts has no ui.*.txt`);
  return names.map((name) => `texts/${name}`);
}

/** The files that index.html itself names and that every visitor loads: no icons, no manifest. */
export function pageFiles(dist) {
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const names = new Set(["index.html"]);
  for (const [, address] of html.matchAll(/(?:href|src|data-js|data-wasm)=["']?([^"'\s>]+)/g)) {
    if (address.startsWith("data:")) continue;
    if (/^(?:[a-z]+:|\/)/.test(address)) throw new Error(`index.html names ${address}: it must be relative`);
    const name = address.replace(/^\.\//, "");
    if (/\.(?:css|js|wasm)$/.test(name)) names.add(name);
  }
  // What the script imports by name comes with it; pieces that arrive later are not named.
  for (const script of [...names].filter((name) => name.endsWith(".js"))) {
    for (const [, address] of readFileSync(join(dist, script), "utf8").matchAll(/\bfrom\s*["']\.\/([^"']+)["']/g)) {
      names.add(join(dirname(script), address));
    }
  }
  for (const kind of [".css", ".js", ".wasm"]) {
    if (![...names].some((name) => name.endsWith(kind))) throw new Error(`index.html names no ${kind} file`);
  }
  return [...names];
}

/** Each file loaded before the first interaction, with sizes; of the languages the one that weighs most. */
export function payload(dist) {
  const measure = (name) => {
    const bytes = readFileSync(join(dist, name));
    return { name: basename(name), raw: bytes.length, brotli: brotliSize(bytes) };
  };
  const texts = textTables(dist).map(measure);
  const largest = texts.reduce((most, table) => (table.brotli > most.brotli ? table : most));
  return [...pageFiles(dist).map(measure), largest];
}
