// A visitor's way through the calculator in each language: from two bills to savings that stay, travel and come back.
import assert from "node:assert/strict";

import { LANGUAGES, test, visit } from "./support/journey.mjs";
import {
  ELECTRICITY,
  enterMill,
  inBar,
  openCase,
  openFile,
  results,
  saveFile,
  seen,
  tick,
  type,
  upgrade,
} from "./support/steps.mjs";
import { shaped, words } from "./support/words.mjs";

/** The same two bills as three visitors type them: 820,000 kWh a month, 1.2 million m³ a year. */
const TYPED = {
  "zh-Hant-HK": ["８２０，０００", "１２０００００"],
  "zh-Hans-CN": ["82万", "120 万"],
  en: ["820,000", "1,200,000"],
};
const THREE = ["lighting_led", "steam_insulation", "fan_vsd"];
const PLAN = ".lt-plan-bar__figures";

for (const lang of Object.keys(LANGUAGES)) {
  const say = words(lang);

  /** A mill of two bills with three upgrades, on its results. */
  async function planned(app) {
    await enterMill(app);
    await app.goto("/upgrades");
    await tick(app, say, THREE);
    return results(app);
  }

  test(`two bills give a first answer: ${lang}`, () =>
    visit({ lang }, async (app) => {
      await enterMill(app, ...TYPED[lang]);
      assert.match(await seen(app, ".lt-answer__label"), shaped(say("start.result_saves")));
      assert.match(await seen(app, ".lt-answer__figure"), /\d/);
      const { bills } = JSON.parse((await saveFile(app, say)).text);
      assert.deepEqual(
        bills.map(({ carrier, amount }) => [carrier, amount]),
        [["electricity", 820_000], ["natural_gas", 1_200_000]],
      );
    }));

  test(`a wrong entry is told at its field and stays: ${lang}`, () =>
    visit({ lang }, async (app) => {
      await enterMill(app);
      const field = say("names.key.carrier.electricity");
      const told = {
        "12,3O0": say("error.input.letter", { field, typed: "12,3O0", letter: "O" }),
        "-5": say("error.input.negative", { field, value: "−5" }),
      };
      for (const [typed, message] of Object.entries(told)) {
        await type(app, ELECTRICITY, typed);
        assert.equal(await app.text("#at-bill-0-0 .lt-field__message"), message);
        assert.equal(await app.page.locator(ELECTRICITY).getAttribute("aria-invalid"), "true");
      }
      await app.reload();
      assert.equal(await app.page.locator(ELECTRICITY).inputValue(), "-5");
      await type(app, ELECTRICITY, "820,000");
      assert.equal(await app.text("#at-bill-0-0 .lt-field__message"), "");
      assert.match(await seen(app, ".lt-answer__figure"), /\d/);
    }));

  test(`upgrades add up to the same in any order: ${lang}`, () =>
    visit({ lang }, async (app) => {
      await enterMill(app);
      await app.goto("/upgrades");
      await tick(app, say, THREE);
      const sum = await seen(app, PLAN);
      assert.match(sum, /−\d/);
      await tick(app, say, THREE, false);
      assert.equal(await app.page.locator(PLAN).count(), 0);
      await tick(app, say, THREE.toReversed());
      assert.equal(await seen(app, PLAN), sum);
    }));

  test(`an upgrade unticks its rival: ${lang}`, () =>
    visit({ lang }, async (app) => {
      await openCase(app, "plastics", "/upgrades");
      const [servo, electric] = ["imm_servo_retrofit", "imm_all_electric"];
      assert.ok(await upgrade(app, say, servo).isChecked());
      await tick(app, say, [electric]);
      assert.deepEqual(
        [await upgrade(app, say, servo).isChecked(), await upgrade(app, say, electric).isChecked()],
        [false, true],
      );
      const names = { other: say(`names.measure.${servo}`), measure: say(`names.measure.${electric}`) };
      await app.page.getByText(say("upgrades.rival_removed", names)).first().waitFor();
    }));

  test(`a figure of the results opens its steps and sources: ${lang}`, () =>
    visit({ lang }, async (app) => {
      const { finding } = await planned(app);
      assert.match(finding, shaped(say("finding.saving")));
      const figure = app.page.locator("h1 .lt-why").first();
      await figure.click();
      const panel = app.page.locator("dialog[open]");
      await panel.locator(".lt-why-formula").first().waitFor();
      assert.match(await panel.locator(".lt-why-result").innerText(), /\d/);
      await panel.getByText(say("why.all_inputs")).click();
      await panel.locator('a[href^="https://"]').first().waitFor();
      await app.page.keyboard.press("Escape");
      await panel.waitFor({ state: "detached" });
      assert.ok(await figure.evaluate((element) => element === document.activeElement), "focus is lost");
    }));

  test(`a reload and a link keep every digit: ${lang}`, () =>
    visit({ lang }, async (app) => {
      const before = await planned(app);
      await app.reload();
      assert.deepEqual(await results(app), before);
      await app.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await inBar(app, say, "act.share").click();
      await app.page.getByText(say("share.copied")).first().waitFor();
      const link = await app.page.evaluate(() => navigator.clipboard.readText());
      assert.ok(link.startsWith(`${app.server.url}#/s/1/`), link);
      await visit({ lang, route: link.split("#")[1] }, async (other) => {
        assert.deepEqual(await results(other), before);
      });
    }));

  test(`a step is taken back and done again: ${lang}`, () =>
    visit({ lang }, async (app) => {
      await planned(app);
      await app.goto("/upgrades");
      const [first] = THREE;
      const sum = await seen(app, PLAN);
      await tick(app, say, [first], false);
      const less = await seen(app, PLAN);
      assert.notEqual(less, sum);
      await inBar(app, say, "act.undo").click();
      await app.settle();
      assert.ok(await upgrade(app, say, first).isChecked());
      assert.equal(await seen(app, PLAN), sum);
      await inBar(app, say, "act.redo").click();
      await app.settle();
      assert.equal(await seen(app, PLAN), less);
    }));

  test(`a project travels as a file, and a bad file does no harm: ${lang}`, () =>
    visit({ lang }, async (app) => {
      const before = await planned(app);
      const file = await saveFile(app, say);
      const { format } = JSON.parse(file.text);
      const refused = [
        [file.text.slice(0, file.text.length / 2), shaped(say("error.file_damaged", { file: "bad.json" }))],
        [
          JSON.stringify({ ...JSON.parse(file.text), format: 99 }),
          shaped(say("error.file_newer", { file_version: "99", own_version: String(format) })),
        ],
        ["", shaped(say("error.file_empty", { file: "bad.json" }))],
      ];
      for (const [text, message] of refused) {
        await openFile(app, say, { name: "bad.json", text });
        await app.page.getByRole("alert").getByText(message).waitFor();
      }
      assert.deepEqual(await results(app), before);

      await visit({ lang }, async (other) => {
        await other.idle();
        await openFile(other, say, file);
        await other.page.getByText(say("file.opened", { file: file.name })).first().waitFor();
        assert.deepEqual(await results(other), before);
      });
    }));

  test(`a bad link is refused in words: ${lang}`, () =>
    visit({ lang }, async (app) => {
      const before = await planned(app);
      const refused = { "/s/1/": "link_cut", "/s/1/abcdefgh": "link_damaged", "/s/99/abc": "link_newer" };
      for (const [link, message] of Object.entries(refused)) {
        await app.goto(link);
        await app.page.getByRole("alert").getByText(say(`error.${message}`), { exact: true }).waitFor();
      }
      assert.deepEqual(await results(app), before);
    }));
}
