// Joins the style sheets that MAIN imports into the one that is shipped, after FIRST (the page before the app):
//   node scripts/styles.mjs FIRST MAIN OUT
// MAIN holds nothing but comments and `@import "file.css" [layer(name)] [media];` lines; their order is the order
// of the rules. A sheet that lies beside MAIN and is not imported is an error: it would silently not be shipped.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const IMPORT = /^@import\s+(?:url\()?["']([^"']+)["']\)?\s*(?:layer\(([\w.-]+)\))?\s*([^;]*);$/;
const COMMENT = /\/\*[\s\S]*?\*\//g;

function sheet(folder, name, layer, media) {
  let css = readFileSync(join(folder, name), "utf8").trim();
  if (css.replace(COMMENT, "").includes("@import")) throw new Error(`${name}: only the main sheet may import`);
  if (layer) css = `@layer ${layer} {\n${css}\n}`;
  if (media) css = `@media ${media} {\n${css}\n}`;
  return css;
}

function joinSheets(main) {
  const folder = dirname(main);
  const imported = new Set([basename(main)]);
  const parts = [];
  for (const line of readFileSync(main, "utf8").replace(COMMENT, "").split("\n")) {
    const text = line.trim();
    if (text === "") continue;
    if (/^@layer [^{]*;$/.test(text)) {
      parts.push(text);
      continue;
    }
    const match = IMPORT.exec(text);
    if (!match) throw new Error(`${main}: expected @import "file.css"; found: ${text}`);
    const [, name, layer, media] = match;
    imported.add(name);
    parts.push(sheet(folder, name, layer, media.trim()));
  }
  const orphans = readdirSync(folder).filter((name) => name.endsWith(".css") && !imported.has(name));
  if (orphans.length > 0) throw new Error(`${main} does not import ${orphans.join(", ")}`);
  return `${parts.join("\n")}\n`;
}

const [first, main, out] = process.argv.slice(2);
if (!out) {
  console.error("usage: node scripts/styles.mjs FIRST MAIN OUT");
  process.exit(2);
}
try {
  const css = `${readFileSync(first, "utf8").trim()}\n${joinSheets(main)}`;
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, css);
} catch (error) {
  console.error(`styles: ${error.message}`);
  process.exit(1);
}
