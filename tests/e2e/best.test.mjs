// The best plan for a budget: searched in a worker, proven, taken over, given up, and without a network.
import assert from "node:assert/strict";

import { LANGUAGES, test, visit } from "./support/journey.mjs";
import { figures, openCase, seen } from "./support/steps.mjs";
import { words } from "./support/words.mjs";

const button = (app, name) => app.page.locator(".lt-best").getByRole("button", { name, exact: true });

async function openSearch(app, slug) {
  await app.idle();
  await openCase(app, slug, "/upgrades");
  await app.page.locator(".lt-best summary").first().click();
  await app.page.locator(".lt-best__form").waitFor();
}

async function find(app, say, { budget } = {}) {
  if (budget) await app.page.locator(".lt-best__form input").first().fill(budget);
  await button(app, say("best.find")).click();
  await button(app, say("best.find")).waitFor({ timeout: 60_000 });
  await app.settle();
}

for (const lang of Object.keys(LANGUAGES)) {
  test(`finds the best plan for a budget and takes it over: ${lang}`, () =>
    visit({ lang, width: 360 }, async (app) => {
      const say = words(lang);
      await openSearch(app, "plastics");
      const before = app.requests.length;
      await app.offline();
      await find(app, say, { budget: "3000000" });
      assert.equal(await seen(app, ".lt-best__finding"), say("best.proven"));
      const names = await app.page.locator(".lt-best__upgrades li > :first-child").allInnerTexts();
      assert.ok(names.length > 3, names.join());
      await app.accessible("best plan");
      const wide = await app.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `the page is ${wide} px too wide`);
      await button(app, say("best.adopt")).click();
      await app.page.getByText(say("best.adopted"), { exact: true }).waitFor();
      const ticked = await app.page.locator(".lt-toggle-card input:checked").count();
      assert.equal(ticked, names.length);
      const requests = app.requests.slice(before).filter(({ url }) => !url.startsWith("blob:"));
      assert.deepEqual(requests, []);
      await app.goto("/results");
      const { co2e } = await figures(app);
      assert.ok(co2e.after < co2e.before);
    }));
}

test("shows cost against what is saved, and takes a plan of it over", () =>
  visit({ lang: "zh-Hant-HK", width: 360 }, async (app) => {
    const say = words("zh-Hant-HK");
    await openSearch(app, "plastics");
    // A small budget, so that the search comes to its end.
    await app.page.locator(".lt-best__form input").first().fill("100000");
    await button(app, say("best.front_show")).click();
    await app.page.getByText(say("best.front_complete"), { exact: true }).waitFor({ timeout: 60_000 });
    await app.settle();
    await app.accessible("front");
    const wide = await app.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `the page is ${wide} px too wide`);
    const choice = app.page.locator(".lt-best").getByRole("combobox", { name: say("best.front_choose"), exact: true });
    const plans = await choice.locator("option").count();
    assert.ok(plans > 3, `${plans} plans`);
    await choice.selectOption({ index: plans - 1 });
    const names = await app.page.locator(".lt-best__upgrades li > :first-child").allInnerTexts();
    await button(app, say("best.adopt")).click();
    await app.page.getByText(say("best.adopted"), { exact: true }).waitFor();
    assert.equal(await app.page.locator(".lt-toggle-card input:checked").count(), names.length);
  }));

test("says why there is no plan, and keeps what was entered", () =>
  visit({}, async (app) => {
    const say = words("en");
    await openSearch(app, "plastics");
    const role = say("names.measure.solar_pv");
    await app.page.locator(".lt-best .lt-disclosure .lt-disclosure summary").click();
    await app.page.locator(".lt-best").getByRole("combobox", { name: role, exact: true }).selectOption("must");
    await find(app, say, { budget: "10" });
    const said = await seen(app, ".lt-best .lt-notice");
    assert.match(said, /^What must be in the plan costs .+, more than the budget\.$/);
    assert.equal(await app.page.locator(".lt-best__form input").first().inputValue(), "10");
    await app.page.locator(".lt-best__form input").first().fill("much");
    await app.settle();
    assert.ok(await button(app, say("best.find")).isDisabled());
    assert.notEqual(await app.text(".lt-best .lt-message--problem"), "");
  }));

test("a search that is given up ends its worker and leaves the last good plan", () =>
  visit({ load: false }, async (app) => {
    const say = words("en");
    // Workers that can be made to hear nothing: a search that takes as long as one likes.
    await app.page.addInitScript(() => {
      globalThis.workers = 0;
      globalThis.Worker = class extends Worker {
        constructor(address) {
          super(address);
          globalThis.workers += 1;
        }
        postMessage(message) {
          if (!globalThis.deaf) super.postMessage(message);
        }
      };
    });
    await app.load();
    await openSearch(app, "plastics");
    await find(app, say, { budget: "3,000,000" });
    const plan = await app.page.locator(".lt-best__upgrades").innerText();
    assert.notEqual(plan, "");
    await app.page.evaluate(() => (globalThis.deaf = true));
    await app.page.locator(".lt-best__form input").first().fill("90,000");
    await button(app, say("best.find")).click();
    await button(app, say("best.stop")).click();
    await button(app, say("best.find")).waitFor();
    assert.equal(await app.page.locator(".lt-best__upgrades").innerText(), plan);
    await app.page.evaluate(() => (globalThis.deaf = false));
    await find(app, say);
    assert.equal(await seen(app, ".lt-best__finding"), say("best.proven"));
    assert.notEqual(await app.page.locator(".lt-best__upgrades").innerText(), plan);
    assert.equal(await app.page.evaluate(() => globalThis.workers), 2);
  }));
