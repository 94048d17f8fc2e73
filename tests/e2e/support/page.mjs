// A visitor with the app open. A test says what the visitor does; what must hold in every test is checked here:
// no error in the console, no uncaught error, no failed request, and nothing asked of any other host.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { browser } from "./browser.mjs";
import { serveApp } from "./server.mjs";

/** Where pictures go. */
export const PICTURES = fileURLToPath(new URL("../../../target/screenshots", import.meta.url));

/** The three languages: `lang` of the page, and the browser setting of a visitor who reads it. */
export const LANGUAGES = {
  "zh-Hant-HK": { browser: "zh-HK" },
  "zh-Hans-CN": { browser: "zh-CN" },
  en: { browser: "en-HK" },
};

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

class App {
  /** Every request of the page, as `{ url, type }`, oldest first. */
  requests = [];
  #problems = [];

  constructor(page, server) {
    this.page = page;
    this.server = server;
    page.on("console", (message) => {
      if (message.type() === "error") this.#problems.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.#problems.push(`uncaught: ${error.name}: ${error.message}\n${error.stack}`));
    page.on("request", (request) => {
      this.requests.push({ url: request.url(), type: request.resourceType() });
      const local = request.url().startsWith(server.origin) || /^(?:blob|data):/.test(request.url());
      if (!local) this.#problems.push(`request to another host: ${request.url()}`);
    });
    page.on("requestfailed", (request) => {
      this.#problems.push(`request failed: ${request.url()} (${request.failure()?.errorText})`);
    });
  }

  /** Loads the page at a hash route such as "/results", and waits until the app has mounted. */
  async load(route = "") {
    await this.page.goto(this.#address(route));
    await this.mounted();
  }

  /** Follows a hash route inside the loaded page. */
  async goto(route) {
    await this.page.evaluate((hash) => (location.hash = hash), `#${route}`);
    await this.settle();
  }

  async reload() {
    await this.page.reload();
    await this.mounted();
  }

  async mounted() {
    await this.page.waitForSelector("html[data-ready]", { timeout: 20_000 });
    await this.settle();
  }

  /** Waits until what was just changed is on the screen: the app redraws within two frames. */
  async settle() {
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    );
  }

  /** Waits until no request has been made for half a second. */
  async idle() {
    await this.page.waitForLoadState("networkidle");
  }

  /** Switches the language with the page's own buttons, which carry the `lang` they lead to. */
  async language(lang) {
    await this.page.locator(`header :is(a, button, label)[lang="${lang}"]`).click();
    await this.page.waitForSelector(`html[lang="${lang}"]`);
    await this.settle();
  }

  async offline(value = true) {
    await this.page.context().setOffline(value);
  }

  /** The text a reader sees of the first element that matches. */
  async text(selector) {
    return (await this.page.locator(selector).first().innerText()).trim();
  }

  /** A picture of the whole page, in target/screenshots. */
  async screenshot(name) {
    mkdirSync(PICTURES, { recursive: true });
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  }

  /** Fails on any violation of WCAG 2.2 A and AA that axe-core finds. */
  async accessible(where = "page") {
    // Evaluated, not added as a script: the content security policy rightly refuses an inline one.
    await this.page.evaluate(AXE);
    const { violations } = await this.page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags }), WCAG);
    const found = violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}\n      ${node.target.join(" ")}\n      ${node.html.slice(0, 160)}`),
    );
    assert.equal(found.length, 0, `${where} is not accessible:\n    ${found.join("\n    ")}`);
  }

  /** Waits for a problem that the test provokes, and takes those like it off the list; any other still fails it. */
  async provoked(pattern) {
    for (const end = Date.now() + 5_000; !this.#problems.some((problem) => pattern.test(problem)); ) {
      assert.ok(Date.now() < end, `expected a problem like ${pattern}; there are: ${this.#problems.join("; ") || "none"}`);
      await this.page.waitForTimeout(20);
    }
    this.#problems = this.#problems.filter((problem) => !pattern.test(problem));
  }

  /** Fails if anything went wrong that no test asked for. */
  sound() {
    assert.deepEqual(this.#problems, [], "the page has problems");
  }

  #address(route) {
    return route === "" ? this.server.url : `${this.server.url}#${route}`;
  }
}

/**
 * Opens the app as a visitor, runs `journey(app)`, and checks what must always hold.
 * Options: `lang` (one of LANGUAGES), `route`, `width`, `height`, `scheme` ("light" or "dark"), `prefix` (folder it
 * is served from), `javaScript`, and `load: false` to leave loading to the journey.
 */
export async function visit(options, journey) {
  const { lang = "en", route, width = 1280, height = 800, scheme = "light", prefix, javaScript, load = true } = options;
  const server = await serveApp({ prefix });
  const context = await (await browser()).newContext({
    acceptDownloads: true,
    colorScheme: scheme,
    javaScriptEnabled: javaScript,
    locale: LANGUAGES[lang].browser,
    reducedMotion: "reduce",
    timezoneId: "Asia/Hong_Kong",
    viewport: { width, height },
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const app = new App(page, server);
  try {
    if (load) await app.load(route);
    await journey(app);
    app.sound();
  } catch (error) {
    // What was on the screen says more than the message. The page may be gone: then there is no picture.
    await app.screenshot("failed").catch(() => {});
    throw error;
  } finally {
    await context.close();
    await server.close();
  }
}
