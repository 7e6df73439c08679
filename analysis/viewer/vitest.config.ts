import { defineConfig } from "vitest/config";

// h5wasm has one build for pages and one for Node; both have the same functions.
export default defineConfig({
  resolve: { alias: [{ find: /^h5wasm$/, replacement: "h5wasm/node" }] },
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: "tests/make_files.ts",
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
