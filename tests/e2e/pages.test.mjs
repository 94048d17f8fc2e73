// Every page, with a whole plant in it: for everyone, on a phone and on a desk, by day and by night.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";

import { LANGUAGES, test, visit } from "./support/journey.mjs";
import { fromMenu, openCase, openMenu } from "./support/steps.mjs";
import { words } from "./support/words.mjs";

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

/** The surface of the page, as the browser paints it. */
const surface = (app) => app.page.evaluate(() => getComputedStyle(document.body).backgroundColor);

for (const [scheme, other] of [["light", "dark"], ["dark", "light"]]) {
  test(`a theme chosen by hand holds against the device's: ${other} on ${scheme}`, () =>
    visit({ scheme }, async (app) => {
      const theme = () => app.page.locator("html").getAttribute("data-theme");
      const device = await surface(app);
      assert.equal(await theme(), scheme);
      await openMenu(app);
      await app.page.locator(`.lt-menu input[value="${other}"]`).check();
      const chosen = await surface(app);
      assert.notEqual(chosen, device);
      await app.accessible(`menu (${other} by hand)`);

      // Before the app has arrived: nothing may be painted in the other theme.
      let release;
      const held = new Promise((done) => (release = done));
      await app.page.route("**/*.wasm", (request) => held.then(() => request.continue()));
      await app.page.reload({ waitUntil: "domcontentloaded" });
      await app.page.locator(".boot__bar").waitFor({ state: "visible" });
      assert.deepEqual([await theme(), await surface(app)], [other, chosen]);
      release();
      await app.mounted();
      assert.deepEqual([await theme(), await surface(app)], [other, chosen]);

      await app.page.emulateMedia({ media: "print" });
      assert.equal(await surface(app), "rgb(255, 255, 255)", "on paper");
      await app.page.emulateMedia({ media: "screen" });
      await openMenu(app);
      await app.page.locator('.lt-menu input[value="system"]').check();
      assert.equal(await surface(app), device);
      await app.page.emulateMedia({ colorScheme: other });
      await app.page.waitForSelector(`html[data-theme="${other}"]`);
      assert.equal(await surface(app), chosen);
    }));
}

for (const lang of Object.keys(LANGUAGES)) {
  test(`on a phone the menu has what the bar has no room for: ${lang}`, () =>
    visit({ lang, width: 360 }, async (app) => {
      const say = words(lang);
      await openMenu(app);
      await app.accessible("menu");
      await fits(app, "menu");
      const small = await app.page.locator("header :is(button, a, label):visible").evaluateAll((all) =>
        all.map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
          .filter(([, box]) => box.height < 43.5)
          .map(([html]) => html),
      );
      assert.deepEqual(small, [], "too small under a finger");
      await app.page.keyboard.press("Escape");
      await app.page.locator(".lt-menu").waitFor({ state: "detached" });
      const back = await app.page.evaluate(() => document.activeElement.getAttribute("aria-haspopup"));
      assert.equal(back, "dialog", "the focus is lost");

      const [download] = await Promise.all([
        app.page.waitForEvent("download"),
        fromMenu(app, say("act.save_file")),
      ]);
      assert.match(download.suggestedFilename(), /\.json$/);
      const [chooser] = await Promise.all([
        app.page.waitForEvent("filechooser"),
        fromMenu(app, say("act.open_file")),
      ]);
      await chooser.setFiles([]);
      await fromMenu(app, say("nav.cases"));
      await app.page.locator(".lt-case a").first().waitFor();
    }));
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
