// Serves a folder of files on 127.0.0.1, as any static host would. Used by `make serve` and by the tests.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
};

/** The file of `root` that `pathname` names, or nothing: never one outside of `root`. */
function find(root, prefix, pathname) {
  let path;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (!path.startsWith(prefix) || path.includes("\0")) return undefined;
  let file = join(root, normalize(`/${path.slice(prefix.length)}`));
  if (file !== root && !file.startsWith(root + sep)) return undefined;
  let stat = statSync(file, { throwIfNoEntry: false });
  if (stat?.isDirectory()) {
    file = join(file, "index.html");
    stat = statSync(file, { throwIfNoEntry: false });
  }
  return stat?.isFile() ? { file, size: stat.size } : undefined;
}

/**
 * Starts serving `folder`; port 0 takes any free one, `prefix` puts it under a path such as "/some/folder/".
 * Resolves to `{ origin, url, close }`.
 */
export function serveFolder(folder, { port = 0, prefix = "/" } = {}) {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    const found = find(root, prefix, pathname);
    if (!found || !["GET", "HEAD"].includes(request.method)) {
      response.writeHead(found ? 405 : 404, { "content-type": "text/plain" });
      response.end(found ? "Method not allowed\n" : "Not found\n");
      return;
    }
    response.writeHead(200, {
      "cache-control": "no-cache",
      "content-length": found.size,
      "content-type": TYPES[extname(found.file)] ?? "application/octet-stream",
      "x-content-type-options": "nosniff",
    });
    if (request.method === "HEAD") response.end();
    else createReadStream(found.file).pipe(response);
  });
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => {
      const origin = `http://127.0.0.1:${server.address().port}`;
      const close = () => {
        server.closeAllConnections();
        return new Promise((closed) => server.close(closed));
      };
      done({ origin, url: origin + prefix, close });
    });
  });
}
