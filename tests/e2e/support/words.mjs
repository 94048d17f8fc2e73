// The texts and names as the page words them, so that a test can name a button or a message in any language.
import { readFileSync } from "node:fs";

const FILES = { "zh-Hant-HK": "zh-Hant", "zh-Hans-CN": "zh-Hans", en: "en" };
const COLUMNS = { "zh-Hant-HK": "name_zh_hant", "zh-Hans-CN": "name_zh_hans", en: "name_en" };

function read(path) {
  return readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
}

/** The rows of a table of data/, by column. */
function rows(file) {
  const cells = (line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain);
  const [head, ...lines] = read(`data/${file}`).trim().split(/\r?\n/).map(cells);
  return lines.map((line) => Object.fromEntries(head.map((column, place) => [column, line[place]])));
}

/** Names come from the tables, as in the app; a locale may replace single ones. */
function tableNames(lang) {
  const measures = rows("measures.csv").map((row) => [`measure.${row.id}`, row[COLUMNS[lang]]]);
  const keys = rows("keys.csv").map((row) => [`key.${row.list}.${row.slug}`, row[COLUMNS[lang]]]);
  return Object.fromEntries([...measures, ...keys]);
}

/** One space between Chinese and Latin, as the app sets it. */
function spaced(text) {
  return text
    .replace(/(\p{Script=Han})([-−\dA-Za-z])/gu, "$1 $2")
    .replace(/([\dA-Za-z])(\p{Script=Han})/gu, "$1 $2");
}

/** A text by its key ("error.file_empty", "names.measure.lighting_led"), with its gaps filled. */
export function words(lang) {
  const { names, ...groups } = JSON.parse(read(`locales/${FILES[lang]}.json`));
  const texts = new Map();
  const add = (prefix, entries) =>
    Object.entries(entries).forEach(([name, text]) => texts.set(`${prefix}.${name}`, text));
  add("names", tableNames(lang));
  Object.entries(names).forEach(([kind, entries]) => add(`names.${kind}`, entries));
  Object.entries(groups).forEach(([group, entries]) => add(group, entries));
  return (key, gaps = {}) => {
    const text = texts.get(key);
    if (text === undefined) throw new Error(`${lang} has no text ${key}`);
    return spaced(text.replace(/\{(\w+)\}/g, (gap, name) => gaps[name] ?? gap));
  };
}

/** Matches a text with the gaps that are left filled by anything. */
export function shaped(text) {
  const parts = text.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^]+?")}$`);
}
