// Checks every file of a folder with the browser's module; one JSON line a file: name, the parts that do not hold, and those that only the
// reader can know. Beside the module: the folder, and the editions that are known, as JSON.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const [modul, folder, dikenal] = process.argv.slice(2);
const { periksa } = await import(modul);
for (const nama of readdirSync(folder).sort()) {
  const { butir } = await periksa(readFileSync(join(folder, nama), "utf8"), JSON.parse(dikenal));
  const ragu = butir.filter((b) => b.apa === "terbit" && b.sah === null).map((b) => b.apa);
  const salah = butir.filter((b) => b.sah !== true && !(b.apa === "terbit" && b.sah === null));
  console.log(JSON.stringify({ nama, ragu, salah: [...new Set(salah.map((b) => b.apa))], rinci: salah.flatMap((b) => b.rinci) }));
}
