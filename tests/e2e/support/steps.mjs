// What a visitor does on the pages, in words short enough to read a journey.
import { readFile } from "node:fs/promises";

/** The first boxes of the two bills of the first screen. */
export const ELECTRICITY = '#at-bill-0-0 > .lt-field input[type="text"]';
export const FUEL = '#at-bill-1-0 > .lt-field input[type="text"]';

/** The visible text of an element, without what only a screen reader hears. */
export async function seen(app, selector) {
  const text = await app.page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const copy = element.cloneNode(true);
      for (const hidden of copy.querySelectorAll(".lt-hidden")) hidden.remove();
      return copy.textContent;
    });
  return text.trim();
}

/** Types into a box and leaves it. */
export async function type(app, selector, text) {
  const box = app.page.locator(selector);
  await box.fill(text);
  await box.blur();
  await app.settle();
}

/** A dyeing mill in Guangzhou with an electricity and a gas bill, entered as typed. */
export async function enterMill(app, electricity = "820,000", gas = "1,200,000") {
  await app.idle();
  await app.page.locator('#at-site-0-0-sector input[value="textile_dyeing"]').check();
  await app.page.locator("#at-site-0-0-region select").selectOption("cn_guangzhou");
  await type(app, ELECTRICITY, electricity);
  await app.page.locator("#at-bill-1-0 select").first().selectOption("natural_gas");
  await type(app, FUEL, gas);
}

/** Opens a worked case and shows a page of it. */
export async function openCase(app, slug, route) {
  await app.goto(`/case/${slug}`);
  await app.page.waitForURL(/#\/results$/);
  await app.page.locator("[data-metric]").first().waitFor();
  if (route) await app.goto(route);
}

/** The tick box of an upgrade. */
export function upgrade(app, say, slug) {
  return app.page.getByRole("checkbox", { name: say(`names.measure.${slug}`), exact: true });
}

/** Ticks or unticks upgrades, one after the other. */
export async function tick(app, say, slugs, on = true) {
  for (const slug of slugs) {
    await upgrade(app, say, slug).setChecked(on);
    await app.settle();
  }
}

/** A button of the bar at the top, by its text. */
export function inBar(app, say, key) {
  return app.page.locator("header").getByRole("button", { name: say(key), exact: true });
}

/** Opens the menu at the end of the bar. */
export async function openMenu(app) {
  await app.page.locator('header button[aria-haspopup="dialog"]').click();
  await app.page.locator(".lt-menu").waitFor();
}

/** Chooses an item of the menu, by its text. */
export async function fromMenu(app, text) {
  await openMenu(app);
  await app.page.locator(".lt-menu__item").filter({ hasText: text }).click();
}

/** The exact figures of the results page by metric. */
export async function figures(app) {
  const lines = app.page.locator("[data-metric]");
  await lines.first().waitFor();
  return Object.fromEntries(
    await lines.evaluateAll((all) =>
      all.map(({ dataset: line }) => [line.metric, { before: Number(line.before), after: Number(line.after) }]),
    ),
  );
}

/** What the results page says: its finding and its exact figures. */
export async function results(app) {
  await app.goto("/results");
  return { figures: await figures(app), finding: await seen(app, "h1") };
}

/** Saves the project as a file, and reads it. */
export async function saveFile(app, say) {
  const [download] = await Promise.all([app.page.waitForEvent("download"), inBar(app, say, "act.save").click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

/** Chooses a file to be opened. */
export async function openFile(app, say, { name, text }) {
  const [chooser] = await Promise.all([
    app.page.waitForEvent("filechooser"),
    inBar(app, say, "act.open_file").click(),
  ]);
  await chooser.setFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
}
