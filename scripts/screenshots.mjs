// Takes pictures of the built app for people to look at, into target/screenshots:
//   node scripts/screenshots.mjs [ROUTE…]        such as /plant /results; all pages by default
// Each page at four widths, in three languages, light; in dark at 1280; and as printed. A worked case is opened
// first, so that the pages have something to show; CASE=slug chooses another.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { closeBrowser } from "../tests/e2e/support/browser.mjs";
import { LANGUAGES, PICTURES, visit } from "../tests/e2e/support/page.mjs";
import { openCase } from "../tests/e2e/support/steps.mjs";

const CASE = process.env.CASE ?? "dyeing-mill";
const ROUTES = ["/", "/plant", "/upgrades", "/results", "/report", "/cases"];
const WIDTHS = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

const nameOf = (route) => route.slice(1).replaceAll("/", "-") || "start";

async function open(app, route) {
  if (route === "/") return app.idle();
  await openCase(app, CASE, route);
  // Shares, names and sources follow when the browser is idle.
  await app.idle();
  await app.page.locator("main h1").first().waitFor();
  await app.settle();
}

/** The pages of the report as paper, through PDF, as a person prints it. */
async function print(app, name) {
  const pdf = join(PICTURES, `${name}.pdf`);
  await app.page.pdf({ path: pdf, format: "A4", printBackground: true, preferCSSPageSize: true });
  execFileSync("pdftoppm", ["-r", "70", "-png", pdf, join(PICTURES, name)]);
}

const routes = process.argv.length > 2 ? process.argv.slice(2) : ROUTES;
mkdirSync(PICTURES, { recursive: true });
let problems = 0;
for (const lang of Object.keys(LANGUAGES)) {
  for (const route of routes) {
    const page = `${nameOf(route)}-${lang}`;
    const views = WIDTHS.map((size) => ({ ...size, scheme: "light", name: `${page}-${size.width}` }));
    views.push({ ...WIDTHS[2], scheme: "dark", name: `${page}-1280-dark` });
    try {
      for (const { name, ...view } of views) {
        await visit({ lang, ...view }, async (app) => {
          await open(app, route);
          await app.screenshot(name);
          if (view.width === 1280 && view.scheme === "light") await print(app, `${page}-print`);
        });
      }
      console.log(`${page}: ${views.length} pictures and print`);
    } catch (error) {
      problems += 1;
      console.error(`${page}: ${error.message}`);
    }
  }
}
await closeBrowser();
console.log(`Pictures are in ${PICTURES}`);
process.exitCode = problems === 0 ? 0 : 1;
