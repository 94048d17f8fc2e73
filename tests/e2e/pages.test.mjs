// Every page, with a whole plant in it: for everyone, on a phone and on a desk, by day and by night.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";

import { LANGUAGES, test, visit } from "./support/journey.mjs";
import { openCase } from "./support/steps.mjs";

const ROUTES = ["/", "/plant", "/upgrades", "/results", "/report", "/cases"];
const CASES = readdirSync(new URL("../../cases", import.meta.url)).map((file) => file.replace(".json", ""));

/** Fails if the page can be scrolled sideways; names what sticks out. */
async function fits(app, where) {
  const { wide, culprits } = await app.page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const sticksOut = (element) => element.getBoundingClientRect().right > width + 1;
    const all = [...document.querySelectorAll("body *")].filter(sticksOut);
    return {
      wide: document.documentElement.scrollWidth - width,
      culprits: all.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)),
    };
  });
  assert.ok(wide <= 0, `${where} is too wide by ${wide} px:\n    ${culprits.join("\n    ")}`);
}

/** Shows each page and calls `look(where)` once it stands. */
async function everyPage(app, look) {
  await app.idle();
  await openCase(app, "dyeing_mill");
  for (const route of ROUTES) {
    await app.goto(route);
    await app.page.locator("main h1").first().waitFor();
    await app.settle();
    await look(route);
  }
}

for (const scheme of ["light", "dark"]) {
  test(`every page is accessible: ${scheme}`, () =>
    visit({ scheme }, (app) => everyPage(app, (where) => app.accessible(`${where} (${scheme})`))));
}

for (const lang of Object.keys(LANGUAGES)) {
  test(`every page fits a phone and a desk: ${lang}`, () =>
    visit({ lang }, (app) =>
      everyPage(app, async (where) => {
        for (const width of [360, 1280]) {
          await app.page.setViewportSize({ width, height: 800 });
          await app.settle();
          await fits(app, `${where} at ${width} px`);
        }
      }),
    ));
}

test("an open explanation is accessible and fits a phone", () =>
  visit({ width: 360 }, async (app) => {
    await app.idle();
    await openCase(app, "dyeing_mill");
    await app.page.locator("h1 .lt-why").first().click();
    await app.page.locator("dialog[open] .lt-why-formula").first().waitFor();
    await app.accessible("explanation");
    await fits(app, "explanation");
  }));

for (const slug of CASES) {
  test(`a worked case opens by its address: ${slug}`, () =>
    visit({ route: `/case/${slug}` }, async (app) => {
      await app.page.waitForURL(/#\/results$/);
      await app.page.locator("h1 .lt-why").first().waitFor();
      assert.ok((await app.page.locator("[data-metric]").count()) > 5);
    }));
}

test("the list of cases leads to every case", () =>
  visit({ route: "/cases" }, async (app) => {
    await app.page.locator(".lt-case a").first().waitFor();
    const links = await app.page.locator(".lt-case a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    assert.deepEqual(links.toSorted(), CASES.map((slug) => `#/case/${slug}`).toSorted());
  }));
