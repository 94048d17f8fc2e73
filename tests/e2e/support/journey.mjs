// What a test file imports. The browser it used is closed when its last test has ended.
import { after } from "node:test";

import { closeBrowser } from "./browser.mjs";

after(closeBrowser);

export { test } from "node:test";
export { LANGUAGES, visit } from "./page.mjs";
