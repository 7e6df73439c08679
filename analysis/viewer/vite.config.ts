import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { build, defineConfig, type Plugin } from "vite";

/** Puts the script, the style sheet and the packed reader into the page, and a policy that lets nothing else in. */
function onePage(): Plugin {
  return {
    name: "one-page",
    enforce: "post",
    async generateBundle(_options, bundle) {
      const page = bundle["viewer.html"];
      if (page?.type !== "asset") throw new Error("no viewer.html was built");
      let [script, style] = ["", ""];
      for (const [name, item] of Object.entries(bundle)) {
        if (item.type === "chunk") script += item.code;
        else if (name.endsWith(".css")) style += item.source;
        if (item !== page) delete bundle[name];
      }
      if (style === "") throw new Error("no style sheet was built");
      if (/<\/script|<!--|[\0\r]/.test(script)) throw new Error("the script has text that HTML reads otherwise");
      const html = String(page.source).replace(/\s*<(script|link)[^>]*(src|href)="[^"]*"[^>]*>(<\/script>)?/g, "");
      if (/(src|href)="/.test(html)) throw new Error("the page still refers to another file");
      const reader = packed(await readerScript());
      page.source = html
        .replace("<title>", () => `<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}" />\n    <title>`)
        .replace("</head>", () => `  <style>${style}</style>\n  </head>`)
        .replace(
          "</body>",
          () => `  <script type="text/plain" id="reader">${reader}</script>\n    <script>${script}</script>\n  </body>`,
        );
    },
  };
}

/** What the page may do: run this script, start its worker and the library in it, and ask the server that
 *  sent it for results. Nothing from elsewhere, and nothing that a name in a file could smuggle in. */
function policy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src '${hash(script)}' 'wasm-unsafe-eval'`,
    `style-src '${hash(style)}'`,
    "worker-src blob:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function hash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** The reader and the HDF5 library as one classic script: from file:// only such workers start. */
async function readerScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "warn",
    // The library asks where it lies only to find a file that is inside it here.
    plugins: [{ name: "no-address", resolveImportMeta: () => '""' }],
    build: { ...shared, write: false, rollupOptions: { input: "src/reader/worker.ts", output: { format: "iife" } } },
  });
  const [chunk] = "output" in built ? built.output : [];
  if (chunk?.type !== "chunk") throw new Error("no reader was built");
  return chunk.code;
}

/** gzip, then base64; src/reader/client.ts undoes it. A quarter of the size. */
function packed(script: string): string {
  return gzipSync(script, { level: 9 }).toString("base64");
}

const shared = {
  target: "es2022",
  modulePreload: false,
  reportCompressedSize: false,
  chunkSizeWarningLimit: 6000,
} as const;

export default defineConfig({
  base: "./",
  plugins: [onePage()],
  build: {
    ...shared,
    cssCodeSplit: false, // else the script would bring the style, which the policy forbids
    outDir: process.env["AZALAI_VIEWER_OUT"] ?? "../../build/viewer",
    emptyOutDir: true,
    rollupOptions: { input: "viewer.html", output: { format: "iife" } },
  },
});
