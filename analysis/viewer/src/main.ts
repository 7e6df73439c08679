/** The page. */

import { ReaderClient } from "./reader/client";
import { App } from "./ui/app";
import { listedFiles } from "./ui/sources";
import "./style.css";

const reader = new ReaderClient(document.getElementById("reader")!.textContent!);
const app = new App(document.getElementById("app")!, reader);
listedFiles().then(
  (files) => (files.length > 0 ? app.open(files) : undefined),
  (error: unknown) => app.report("", error),
);
