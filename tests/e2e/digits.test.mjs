// The page and the command line compute the same numbers, to the last bit.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { before } from "node:test";
import { fileURLToPath } from "node:url";

import { test, visit } from "./support/journey.mjs";
import { figures, openFile } from "./support/steps.mjs";
import { words } from "./support/words.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const CARGO = ["--quiet", "--locked", "-p", "lantian-cli"];
const FILES = readdirSync(`${ROOT}cases`).filter((name) => name.endsWith(".json"));

function cargo(...args) {
  return execFileSync("cargo", args, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

before(() => void cargo("build", ...CARGO));

for (const name of FILES) {
  test(`browser and command line agree on every digit: ${name}`, () =>
    visit({}, async (app) => {
      const told = JSON.parse(cargo("run", ...CARGO, "--", "evaluate", `cases/${name}`, "--json"));
      await app.idle();
      await openFile(app, words("en"), { name, text: readFileSync(`${ROOT}cases/${name}`, "utf8") });
      await app.goto("/results");
      const shown = Object.entries(await figures(app));
      assert.ok(shown.length > 5, `only ${shown.length} figures are shown`);
      for (const [metric, values] of shown) {
        assert.equal(values.before, told.before[metric].value, `${metric} today`);
        assert.equal(values.after, told.after[metric].value, `${metric} with the plan`);
      }
    }));
}
