// JSON read strictly (a doubled key is a fault, whole numbers only, kept as BigInt) and written in its one signed form.

const DALAM_MAKS = 100;

export function bacaJson(teks) {
  let i = 0;
  const salah = (apa) => { throw new SyntaxError(`huruf ke-${i + 1}: ${apa}`); };
  if (teks === "") throw new SyntaxError("berkasnya kosong");
  const lewati = () => { while (i < teks.length && " \t\n\r".includes(teks[i])) i += 1; };
  const pola = (re) => { re.lastIndex = i; const m = re.exec(teks); if (m) i += m[0].length; return m; };

  const string = () => {
    const m = pola(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y);
    if (!m) salah("teks tidak utuh");
    const t = JSON.parse(m[0]);
    // Half of a character, which no text has.
    if (/\p{Surrogate}/u.test(t)) salah("huruf yang tidak utuh");
    return t;
  };
  const nilai = (dalam) => {
    if (dalam > DALAM_MAKS) salah("terlalu dalam");
    lewati();
    const h = teks[i];
    if (h === '"') return string();
    if (h === "{") return objek(dalam);
    if (h === "[") return larik(dalam);
    const kata = pola(/(?:true|false|null)/y);
    if (kata) return { true: true, false: false, null: null }[kata[0]];
    const angka = pola(/(?:0|-?[1-9]\d*)(?![.eE\d])/y);
    if (angka) return BigInt(angka[0]);
    if (i >= teks.length) salah("terpotong: isinya berakhir di tengah");
    return salah(dalam ? "bukan JSON, atau bilangan yang tidak bulat" : "bukan JSON yang benar");
  };
  const isi = (tutup, satu) => {
    i += 1;
    lewati();
    if (teks[i] === tutup) { i += 1; return; }
    for (;;) {
      satu();
      lewati();
      if (teks[i] === tutup) { i += 1; return; }
      if (teks[i] !== ",") salah(`diharapkan , atau ${tutup}`);
      i += 1;
    }
  };
  const objek = (dalam) => {
    const m = new Map();
    isi("}", () => {
      lewati();
      const k = string();
      if (m.has(k)) salah(`kunci "${k}" ada dua kali`);
      lewati();
      if (teks[i] !== ":") salah("diharapkan :");
      i += 1;
      m.set(k, nilai(dalam + 1));
    });
    return m;
  };
  const larik = (dalam) => { const a = []; isi("]", () => a.push(nilai(dalam + 1))); return a; };

  const v = nilai(0);
  lewati();
  if (i < teks.length) salah("ada isi sesudah akhir");
  return v;
}

// By code point, as the signed form has it; the language itself compares halves of characters.
export const urut = (a, b) => {
  const x = [...a], y = [...b];
  for (let n = 0; n < Math.min(x.length, y.length); n += 1) {
    const d = x[n].codePointAt(0) - y[n].codePointAt(0);
    if (d) return d;
  }
  return x.length - y.length;
};

/** Sorted keys, no blanks. */
export function kanonik(v) {
  if (v instanceof Map) return `{${[...v.keys()].sort(urut).map((k) => `${JSON.stringify(k)}:${kanonik(v.get(k))}`).join(",")}}`;
  if (Array.isArray(v)) return `[${v.map(kanonik).join(",")}]`;
  return typeof v === "bigint" ? v.toString() : JSON.stringify(v);
}

/** A computed object in the shape that the reader gives: maps, arrays, BigInt, strings. */
export function sebagaiJson(v) {
  if (v === null || v === undefined) return null;
  if (typeof v?.toJSON === "function") return v.toJSON();
  if (typeof v === "number") return BigInt(v);
  if (Array.isArray(v)) return v.map(sebagaiJson);
  if (v instanceof Map) return new Map([...v].map(([k, x]) => [k, sebagaiJson(x)]));
  if (typeof v === "object") return new Map(Object.entries(v).map(([k, x]) => [k, sebagaiJson(x)]));
  return v;
}
