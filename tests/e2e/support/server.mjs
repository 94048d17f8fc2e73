// The built app, served on a free port; under a sub-folder unless told otherwise, since it must run from any.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { serveFolder } from "../../../scripts/static-server.mjs";

export const DIST = process.env.LANTIAN_DIST ?? fileURLToPath(new URL("../../../dist", import.meta.url));

export function serveApp({ prefix = "/any/folder/" } = {}) {
  if (!existsSync(DIST)) throw new Error("dist/ is missing: run `make build` first");
  return serveFolder(DIST, { prefix });
}
