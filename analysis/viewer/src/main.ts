/** The page, and the worker that is made of the page's own script. */

import { ReaderClient } from "./reader/client";
import { serve, type WorkerScope } from "./reader/worker";
import { App } from "./ui/app";
import { listedFiles } from "./ui/sources";
import "./style.css";

if (typeof document === "undefined") {
  serve(self as unknown as WorkerScope);
} else {
  const script = document.getElementById("program")?.textContent ?? "";
  const app = new App(document.getElementById("app")!, new ReaderClient(script));
  listedFiles().then(
    (files) => (files.length > 0 ? app.open(files) : undefined),
    (error: unknown) => app.report("", error),
  );
}
