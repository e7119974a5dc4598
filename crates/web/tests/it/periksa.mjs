// Checks every file of a folder with the browser's module; one JSON line a file: name and the parts that do not hold.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const [modul, folder] = process.argv.slice(2);
const { periksa } = await import(modul);
for (const nama of readdirSync(folder).sort()) {
  const { butir } = await periksa(readFileSync(join(folder, nama), "utf8"));
  const salah = butir.filter((b) => b.sah !== true);
  console.log(JSON.stringify({ nama, salah: [...new Set(salah.map((b) => b.apa))], rinci: salah.flatMap((b) => b.rinci) }));
}
