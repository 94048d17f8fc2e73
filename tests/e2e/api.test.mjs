// The JavaScript API: the same digits as the command line, errors that say where, an example in a browser, and types
// that fit what is answered.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { before } from "node:test";
import { fileURLToPath } from "node:url";

import { serveFolder } from "../../scripts/static-server.mjs";
import * as lantian from "../../dist-api/lantian.js";
import { browser } from "./support/browser.mjs";
import { test } from "./support/journey.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const CASES = readdirSync(`${ROOT}cases`).filter((name) => name.endsWith(".json"));
const MILL = JSON.parse(readFileSync(`${ROOT}cases/dyeing_mill.json`, "utf8"));

function cli(...args) {
  const command = ["run", "--quiet", "--locked", "-p", "lantian-cli", "--", ...args, "--json"];
  return JSON.parse(execFileSync("cargo", command, { cwd: ROOT, encoding: "utf8", maxBuffer: 2 ** 26, stdio: ["ignore", "pipe", "ignore"] }));
}

before(() => {
  lantian.initSync({ module: readFileSync(`${ROOT}dist-api/lantian_bg.wasm`) });
});

for (const name of CASES) {
  test(`API and command line agree on every digit: ${name}`, () => {
    const text = readFileSync(`${ROOT}cases/${name}`, "utf8");
    const told = cli("evaluate", `cases/${name}`);
    assert.deepEqual(lantian.evaluate(JSON.parse(text)), told);
    assert.deepEqual(lantian.evaluate(text), told, "the text of a file");
    assert.deepEqual(lantian.validate(text), cli("validate", `cases/${name}`));
  });
}

test("API and command line list the same measures and factors", () => {
  assert.deepEqual(lantian.measures(), cli("measures"));
  assert.deepEqual(lantian.factors(), cli("factors"));
});

test("what is no project is thrown with code and field", () => {
  const thrown = (project, expected) =>
    assert.throws(
      () => lantian.evaluate(project),
      (error) => {
        assert.ok(error instanceof Error && error.message !== "");
        assert.deepEqual({ name: error.name, code: error.code, field: error.field }, { name: "LantianError", ...expected });
        return true;
      },
    );
  const bills = (amount) => ({ format: 1, bills: [{ carrier: "water" }, { carrier: "electricity", amount }] });
  const circle = { format: 1 };
  circle.self = circle;
  thrown(undefined, { code: "not_an_object", field: undefined });
  thrown([MILL], { code: "not_an_object", field: undefined });
  thrown(circle, { code: "not_plain", field: undefined });
  thrown(bills(10n), { code: "not_plain", field: undefined });
  thrown(bills(NaN), { code: "not_finite", field: "bills[1].amount" });
  thrown(bills(Infinity), { code: "not_finite", field: "bills[1].amount" });
  thrown(bills("many"), { code: "not_a_project", field: "bills[1].amount" });
  thrown({}, { code: "not_a_project", field: "format" });
  thrown({ format: 99 }, { code: "newer", field: "format" });
  thrown('{"format": 1', { code: "damaged", field: undefined });
});

test("what is wrong inside a project is told, not thrown", () => {
  const answer = lantian.evaluate({ ...MILL, site: { ...MILL.site, region: "moon" } });
  assert.ok(answer.problems.some(({ field, kind }) => field === "site.region" && kind === "unknown"));
  assert.equal("before" in answer, false);
});

test("the types fit what is answered and what is asked", () => {
  const folder = `${ROOT}target/api-types`;
  mkdirSync(folder, { recursive: true });
  // As literals, so that a property too many fails as well as one too few.
  const literal = (name, type, value) => `export const ${name}: ${type} = ${JSON.stringify(value)};\n`;
  let source = 'import type { Evaluation, FactorList, MeasureList, Project, Validation } from "../../dist-api/lantian.js";\n';
  CASES.forEach((name, at) => {
    const project = JSON.parse(readFileSync(`${ROOT}cases/${name}`, "utf8"));
    source += literal(`project${at}`, "Project", project) + literal(`answer${at}`, "Evaluation", lantian.evaluate(project));
  });
  source += literal("checked", "Validation", lantian.validate({ format: 1 }));
  source += literal("measures", "MeasureList", lantian.measures());
  const { factors, ...head } = lantian.factors();
  // A few of each table: thousands of literals only make the checker slow.
  source += literal("factors", "FactorList", { ...head, factors: factors.filter((_, at) => at % 50 === 0) });
  writeFileSync(`${folder}/answers.ts`, source);
  const tsc = `${ROOT}node_modules/typescript/bin/tsc`;
  const options = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--lib", "es2022,dom,esnext.disposable"];
  const files = [`${folder}/answers.ts`, `${ROOT}dist-api/example/example.ts`];
  try {
    execFileSync(process.execPath, [tsc, ...options, ...files], { encoding: "utf8" });
  } catch (error) {
    assert.fail(error.stdout);
  }
});

test("the example answers in a browser", async () => {
  const server = await serveFolder(`${ROOT}dist-api`);
  const page = await (await browser()).newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => request.url().startsWith(server.origin) || problems.push(request.url()));
  try {
    await page.goto(`${server.url}example/`);
    const answer = page.locator("#answer");
    await answer.filter({ hasText: /^\d+ t_co2e a year; the plan saves 0$/ }).waitFor();
    await page.getByLabel("LED lighting").check();
    await answer.filter({ hasText: /saves [1-9]\d*$/ }).waitFor();
    await page.getByLabel("Electricity").fill("");
    await answer.filter({ hasText: "not_finite bills[0].amount" }).waitFor();
    assert.deepEqual(problems.filter((problem) => !problem.endsWith("/favicon.ico")), []);
  } finally {
    await page.close();
    await server.close();
  }
});
