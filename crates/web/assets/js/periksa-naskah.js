// The part of TOML that an edition is written in: tables, lists of tables, texts, numbers (kept as they are written),
// true and false, lists. Anything else is a fault, never a guess.

export class Angka { constructor(teks) { this.teks = teks; } }

const ESCAPE = { b: "\b", t: "\t", n: "\n", f: "\f", r: "\r", '"': '"', "\\": "\\" };

export function bacaNaskah(teks) {
  const akar = new Map();
  let i = 0, kini = akar;
  const salah = (apa) => { throw new SyntaxError(`naskah baris ${teks.slice(0, i).split("\n").length}: ${apa}`); };
  const pola = (re) => { re.lastIndex = i; const m = re.exec(teks); if (m) i += m[0].length; return m; };
  const sela = () => pola(/(?:[ \t\r\n]+|#[^\n]*)*/y);
  const habisBaris = () => { if (!pola(/[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/y)) salah("ada sisa di akhir baris"); };

  const teksPolos = () => {
    const m = pola(/"((?:[^"\\\n]|\\.)*)"/y) ?? salah("teks tidak utuh");
    return m[1].replace(/\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)/g, (_, k) => {
      if (k.length > 1) return String.fromCodePoint(parseInt(k.slice(1), 16));
      return ESCAPE[k] ?? salah(`tanda \\${k}`);
    });
  };
  const kunci = () => {
    const bagian = [];
    do {
      pola(/[ \t]*/y);
      const m = pola(/[A-Za-z0-9_-]+/y);
      bagian.push(m ? m[0] : teks[i] === '"' ? teksPolos() : salah("kunci"));
      pola(/[ \t]*/y);
    } while (pola(/\./y));
    return bagian;
  };
  const nilai = () => {
    if (teks.startsWith('"""', i) || teks[i] === "'") salah("bentuk ini tidak dibaca di sini");
    if (teks[i] === '"') return teksPolos();
    if (teks[i] === "[") return larik();
    if (teks[i] === "{") return sebaris();
    const kata = pola(/(?:true|false)\b/y);
    if (kata) return kata[0] === "true";
    const angka = pola(/-?\d+(?:\.\d+)?(?![\w.:-])/y);
    return angka ? new Angka(angka[0]) : salah("nilai tidak dikenal");
  };
  const larik = () => {
    const a = [];
    i += 1;
    for (;;) {
      sela();
      if (pola(/\]/y)) return a;
      a.push(nilai());
      sela();
      if (pola(/\]/y)) return a;
      if (!pola(/,/y)) salah("diharapkan , atau ]");
    }
  };
  const sebaris = () => {
    const t = new Map();
    i += 1;
    if (pola(/[ \t]*\}/y)) return t;
    do {
      pasang(t);
      pola(/[ \t]*/y);
    } while (pola(/,/y));
    return pola(/\}/y) ? t : salah("diharapkan , atau }");
  };
  // The last table of a list is the one that a longer name goes on from.
  const turun = (t, k) => {
    if (!t.has(k)) t.set(k, new Map());
    const v = t.get(k);
    const ke = Array.isArray(v) ? v.at(-1) : v;
    return ke instanceof Map ? ke : salah(`"${k}" bukan tabel`);
  };

  const pasang = (t) => {
    const nama = kunci();
    if (!pola(/=[ \t]*/y)) salah("diharapkan =");
    const akhir = nama.pop();
    const di = nama.reduce(turun, t);
    if (di.has(akhir)) salah(`kunci "${akhir}" ada dua kali`);
    di.set(akhir, nilai());
  };

  const dibuka = new Set();
  for (;;) {
    sela();
    if (i >= teks.length) return akar;
    const daftar = pola(/\[\[/y);
    if (daftar || pola(/\[/y)) {
      const nama = kunci();
      if (!pola(daftar ? /\]\]/y : /\]/y)) salah("kepala tabel");
      habisBaris();
      const akhir = nama.pop();
      const induk = nama.reduce(turun, akar);
      if (daftar) {
        if (!induk.has(akhir)) induk.set(akhir, []);
        if (!Array.isArray(induk.get(akhir))) salah(`"${akhir}" bukan daftar tabel`);
        kini = new Map();
        induk.get(akhir).push(kini);
      } else {
        kini = turun(induk, akhir);
        if (dibuka.has(kini)) salah(`tabel "${akhir}" ada dua kali`);
        dibuka.add(kini);
      }
      continue;
    }
    pasang(kini);
    habisBaris();
  }
}
