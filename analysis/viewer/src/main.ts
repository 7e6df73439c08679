import { ReaderClient } from "./reader/client";
import { serve, type WorkerScope } from "./reader/worker";

if (typeof document === "undefined") {
  serve(self as unknown as WorkerScope);
} else {
  const script = document.getElementById("program")?.textContent ?? "";
  const client = new ReaderClient(script);
  const input = document.createElement("input");
  input.type = "file";
  document.body.append(input);
  input.onchange = async () => {
    const t = performance.now();
    try {
      const f = await client.open(input.files![0]!.name, input.files![0]!);
      const t2 = performance.now();
      const m = await f.map("control", 3);
      document.title = `worker ${await client.inWorker()} ${f.contents.about.title} ${f.contents.about.seal} open ${t2 - t} map ${performance.now() - t2} ${m.values.length}`;
    } catch (e) {
      document.title = "error " + e;
    }
  };
}
