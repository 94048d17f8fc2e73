// Entering: from what is still missing to its field, on the same page and on another; the strip of a phone.
import assert from "node:assert/strict";

import { test, visit } from "./support/journey.mjs";
import { ELECTRICITY, enterMill, type } from "./support/steps.mjs";

/** Where the focus is: the id of the nearest field, and whether it can be seen. */
function focus(app) {
  return app.page.evaluate(() => {
    const { top, bottom } = document.activeElement.getBoundingClientRect();
    return {
      field: document.activeElement.closest('[id^="at-"]')?.id,
      seen: top >= 0 && bottom <= innerHeight,
    };
  });
}

async function arrivesAt(app, field) {
  await app.page.waitForFunction(
    (id) => document.activeElement?.closest('[id^="at-"]')?.id === id,
    field,
  );
  assert.deepEqual(await focus(app), { field, seen: true });
}

for (const width of [360, 1280]) {
  test(`what is missing leads to its field: ${width} px`, () =>
    visit({ width, height: 640 }, async (app) => {
      await app.idle();
      const lines = app.page.locator(".lt-unfinished__line a");
      await lines.nth(2).click();
      await arrivesAt(app, "at-bill-0-0");
      await lines.nth(0).click();
      await arrivesAt(app, "at-site-0-0-region");
    }));

  test(`a problem leads to a field of the plant page from anywhere: ${width} px`, () =>
    visit({ width, height: 640 }, async (app) => {
      await app.idle();
      await enterMill(app);
      await app.goto("/plant");
      await type(app, "#at-site-0-0-hours input", "9,000");
      for (const from of ["/", "/results", "/upgrades"]) {
        await app.goto(from);
        const line = app.page.locator('main a[href*="?at=site-0-0-hours"]');
        await line.click();
        await arrivesAt(app, "at-site-0-0-hours");
        assert.match(app.page.url(), /#\/plant$/, "the address keeps no field behind it");
      }
      // As a link alone, too, into a section that is closed.
      await app.load("/plant?at=finance-0-0-discount_rate");
      await arrivesAt(app, "at-finance-0-0-discount_rate");
    }));
}

test("on a phone the answer shows while the form is filled in, and moves nothing", () =>
  visit({ width: 360, height: 640 }, async (app) => {
    await app.idle();
    const strip = app.page.locator(".lt-strip");
    assert.equal(await strip.isVisible(), false);
    const before = await app.page.evaluate(() => document.documentElement.scrollHeight);
    await enterMill(app);
    await strip.waitFor({ state: "visible" });
    assert.ok((await app.page.evaluate(() => document.documentElement.scrollHeight)) > before);
    // Every control of the form that takes the focus by keyboard stays above the strip.
    await app.page.evaluate(() => scrollTo(0, 0));
    const hidden = [];
    await app.page.locator("main .lt-start__form input").first().focus();
    for (let steps = 0; steps < 30; steps += 1) {
      await app.page.keyboard.press("Tab");
      const covered = await app.page.evaluate(() => {
        const here = document.activeElement;
        if (!here.closest(".lt-start__ask") || here.closest(".lt-strip")) return false;
        const top = document.querySelector(".lt-strip").getBoundingClientRect().top;
        return here.getBoundingClientRect().bottom > top + 1 && (here.textContent || here.outerHTML);
      });
      if (covered) hidden.push(covered);
    }
    assert.deepEqual(hidden, []);
    await strip.locator("button").click();
    await app.settle();
    const { y: top } = await app.page.locator("#first-answer").boundingBox();
    assert.ok(top >= 0 && top < 320, `the answer begins at ${top}`);
  }));

test("a returning visitor sees nothing jump when the engine arrives", () =>
  visit({ width: 360, height: 740 }, async (app) => {
    await app.idle();
    await enterMill(app);
    await app.page.addInitScript(() => {
      globalThis.shifts = [];
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries())
          if (!shift.hadRecentInput) globalThis.shifts.push([shift.value, shift.sources.map(({ node }) => node?.className)]);
      }).observe({ type: "layout-shift", buffered: true });
    });
    await app.load();
    await app.page.locator(".lt-strip--there").waitFor();
    await app.idle();
    assert.equal(await app.page.locator(ELECTRICITY).inputValue(), "820,000");
    const shifts = await app.page.evaluate(() => globalThis.shifts);
    const sum = shifts.reduce((all, [value]) => all + value, 0);
    assert.ok(sum < 0.005, `the page moved by ${sum}: ${JSON.stringify(shifts)}`);
  }));
