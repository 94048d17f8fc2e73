// Loading: in three languages, from any folder, with nothing asked of the network afterwards.
import assert from "node:assert/strict";

import { pageFiles, textTables } from "../budgets/payload.mjs";
import { LANGUAGES, test, visit } from "./support/journey.mjs";
import { ELECTRICITY, type } from "./support/steps.mjs";
import { DIST } from "./support/server.mjs";

for (const lang of Object.keys(LANGUAGES)) {
  test(`opens in the visitor's language: ${lang}`, () =>
    visit({ lang }, async (app) => {
      assert.equal(await app.page.locator("html").getAttribute("lang"), lang);
      assert.notEqual(await app.text("h1"), "");
      assert.equal(await app.page.locator("#boot").count(), 0, "what was painted before the app is still there");
    }));

  test(`is accessible: ${lang}`, () => visit({ lang }, (app) => app.accessible("first page")));
}

test("runs from the root of a host as well as from a folder", () => visit({ prefix: "/" }, () => {}));

test("loads what the size budget counts first, and only its own pieces and texts after it", () =>
  visit({}, async (app) => {
    await app.idle();
    const page = new Set(pageFiles(DIST));
    const tables = new Set(textTables(DIST));
    const decoration = /^(?:icon|manifest)/;
    const later =
      /^(?:app-[0-9a-f]+\/(?:(?:split|chunk)_\w+\.wasm|compute\/(?:worker\.js|\w+\.wasm))|texts\/(?:data\.[\w-]+\.json|more\.[\w-]+\.txt))$/;
    const loaded = app.requests
      .map(({ url }) => url.slice(app.server.url.length) || "index.html")
      .filter((name) => !decoration.test(name));
    const first = loaded.slice(0, loaded.findIndex((name) => later.test(name)));
    assert.deepEqual(new Set(first.filter((name) => !tables.has(name))), page);
    assert.equal(first.filter((name) => tables.has(name)).length, 1, "one language comes with the page");
    assert.deepEqual(
      loaded.slice(first.length).filter((name) => !later.test(name) && !tables.has(name)),
      [],
    );
    assert.equal(loaded.length, new Set(loaded).size, "something was loaded twice");
  }));

/** Everything the first screen says, with what is only read out and what can be chosen; not the answer beside it. */
const said = (app) =>
  app.page.evaluate(() => {
    const texts = [];
    for (const part of document.querySelectorAll("header, .lt-start__ask")) {
      texts.push(part.innerText);
      for (const element of part.querySelectorAll("*")) {
        for (const name of ["aria-label", "title", "placeholder"]) texts.push(element.getAttribute(name) ?? "");
        if (element.matches("option")) texts.push(element.textContent);
      }
    }
    return texts.filter((text) => text.trim() !== "");
  });

for (const lang of Object.keys(LANGUAGES)) {
  test(`the first screen does with the texts that come first, and pages wait for the rest: ${lang}`, () =>
    visit({ lang, load: false }, async (app) => {
      let release;
      const held = new Promise((done) => (release = done));
      await app.page.route("**/texts/more.*", (request) => held.then(() => request.continue()));
      await app.load();
      // Wrong on purpose: its message is one of the first texts.
      await type(app, ELECTRICITY, "12,3O0");
      await app.page.locator("#at-bill-1-0 select").first().selectOption("natural_gas");
      await app.page.locator(".lt-message--problem").first().waitFor();
      const first = await said(app);
      assert.ok(first.length > 60, `only ${first.length} texts are shown`);
      assert.equal(await app.page.locator("aside h2, aside p").count(), 0, "the answer did not wait");

      await app.goto("/upgrades");
      assert.equal(await app.page.locator("main h1").count(), 0, "the page did not wait");
      await app.goto("/");
      release();
      await app.page.locator("aside p").first().waitFor();
      assert.deepEqual(await said(app), first, "a text came with the rest");
      await app.goto("/upgrades");
      assert.notEqual(await app.text("main h1"), "");
    }));
}

test("says so when the rest of the texts does not come, and asks again", () =>
  visit({ load: false }, async (app) => {
    await app.page.route("**/texts/more.en.txt", (request) => request.abort());
    await app.load();
    await app.goto("/cases");
    await app.page.locator("main [role=alert]").waitFor();
    await app.page.unroute("**/texts/more.en.txt");
    await app.goto("/report");
    await app.page.locator("main h1, main h2").first().waitFor();
    await app.provoked(/more\.en\.txt|ERR_FAILED/);
  }));

test("asks the network for nothing once it has loaded, and works without one", () =>
  visit({}, async (app) => {
    await app.idle();
    const before = app.requests.length;
    await app.offline();
    for (const route of ["/plant", "/upgrades", "/results", "/report", "/"]) {
      await app.goto(route);
      assert.notEqual(await app.text("h1"), "", `nothing is shown at ${route}`);
    }
    // Long enough for a delayed beacon or a poll to show itself.
    await app.page.waitForTimeout(1_500);
    assert.deepEqual(app.requests.slice(before), []);
  }));

test("switches the language in place", () =>
  visit({ lang: "en" }, async (app) => {
    const english = await app.text("h1");
    await app.language("zh-Hant-HK");
    const traditional = await app.text("h1");
    await app.language("zh-Hans-CN");
    const simplified = await app.text("h1");
    assert.equal(new Set([english, traditional, simplified]).size, 3);
    await app.language("en");
    assert.equal(await app.text("h1"), english);
  }));

test("paints a page before the app has arrived", () =>
  visit({ load: false }, async (app) => {
    let release;
    const held = new Promise((done) => (release = done));
    await app.page.route("**/*.wasm", async (request) => {
      await held;
      await request.continue();
    });
    await app.page.goto(app.server.url, { waitUntil: "domcontentloaded" });
    await app.page.locator(".boot__bar").waitFor({ state: "visible" });
    assert.equal(await app.page.locator("#boot-failed").isVisible(), false);
    release();
    await app.mounted();
    assert.equal(await app.page.locator("#boot").count(), 0);
  }));

test("says so in three languages when it cannot start", () =>
  visit({ load: false }, async (app) => {
    await app.page.route("**/*.wasm", (request) => request.fulfill({ contentType: "application/wasm", body: "broken" }));
    await app.page.goto(app.server.url);
    await app.page.locator("#boot-failed").waitFor({ state: "visible" });
    for (const lang of Object.keys(LANGUAGES)) {
      assert.ok(await app.page.locator(`#boot-failed [lang="${lang}"]`).isVisible());
    }
    await app.provoked(/CompileError|WebAssembly/);
  }));

test("says so in three languages when JavaScript is off", () =>
  visit({ load: false, javaScript: false }, async (app) => {
    await app.page.goto(app.server.url);
    for (const lang of Object.keys(LANGUAGES)) {
      assert.ok(await app.page.locator(`noscript [lang="${lang}"]`).isVisible());
    }
    // The preloaded module counts as a script, which this visitor does not allow.
    await app.provoked(/request failed: .*\.js \(csp\)/);
  }));
