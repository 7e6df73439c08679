import { defineConfig, type Plugin } from "vite";

/** Writes the one script and the one style sheet into the page. The script is a classic one: the page
 *  starts its reader as a worker from its own text, and from file:// only classic workers load. */
function onePage(): Plugin {
  return {
    name: "one-page",
    enforce: "post",
    // The library only asks where it lies to find a file that is inside it here.
    resolveImportMeta: () => '""',
    generateBundle(_options, bundle) {
      const page = bundle["viewer.html"];
      if (page?.type !== "asset") throw new Error("no viewer.html was built");
      let [script, style] = ["", ""];
      for (const [name, item] of Object.entries(bundle)) {
        if (item.type === "chunk") script += item.code;
        else if (name.endsWith(".css")) style += item.source;
        if (item !== page) delete bundle[name];
      }
      const html = String(page.source)
        .replace(/\s*<(script|link)[^>]*(src|href)="[^"]*"[^>]*>(<\/script>)?/g, "")
        .replace("</head>", () => `  <style>${style}</style>\n  </head>`)
        .replace("</body>", () => `  <script id="program">${asInline(script)}</script>\n  </body>`);
      if (/(src|href)="/.test(html.replace(asInline(script), ""))) {
        throw new Error("the page still refers to another file");
      }
      page.source = html;
    },
  };
}

/** A script that ends where it should when it stands in a page. */
function asInline(script: string): string {
  if (/[\0\r]/.test(script)) throw new Error("the script has characters that HTML changes");
  return script.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
}

export default defineConfig({
  base: "./",
  plugins: [onePage()],
  build: {
    outDir: process.env["AZALAI_VIEWER_OUT"] ?? "../../build/viewer",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    minify: false, // nearly all of it is a library that is minified already
    reportCompressedSize: false,
    chunkSizeWarningLimit: 6000,
    rollupOptions: { input: "viewer.html", output: { format: "iife" } },
  },
});
