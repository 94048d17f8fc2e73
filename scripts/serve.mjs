// Serves a built app until interrupted: node scripts/serve.mjs FOLDER PORT
import { serveFolder } from "./static-server.mjs";

const [folder = "dist", port = "8080"] = process.argv.slice(2);
try {
  const { url } = await serveFolder(folder, { port: Number(port) });
  console.log(`\nLantian is at ${url}  (stop with Ctrl+C)`);
} catch (error) {
  const inUse = `Port ${port} is in use. Choose another: make serve PORT=${Number(port) + 1}`;
  console.error(error.code === "EADDRINUSE" ? inUse : error.message);
  process.exit(1);
}
