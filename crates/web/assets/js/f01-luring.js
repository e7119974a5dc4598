// F01 in one file on a disk: fills, hides what does not apply, takes evidence along, and saves all of it as one JSON file that
// Prima reads back. Nothing is sent from here.

(() => {
  const form = document.querySelector("[data-acuan]");
  const acuan = JSON.parse(form.dataset.acuan);
  const kabar = document.querySelector("[data-kabar]");
  const kartu = [...form.querySelectorAll("[data-kode]")];
  const bukti = new Map();
  const op = new Map();
  let kotor = false;

  const idBaru = () => {
    const b = crypto.getRandomValues(new Uint8Array(16));
    b[6] = (b[6] & 15) | 64;
    b[8] = (b[8] & 63) | 128;
    const h = [...b].map((x) => x.toString(16).padStart(2, "0")).join("");
    return [h.slice(0, 8), h.slice(8, 12), h.slice(12, 16), h.slice(16, 20), h.slice(20)].join("-");
  };
  const medan = (k) => [...k.querySelectorAll("input:not([type=file]), textarea, select")];
  const nilai = (k) => {
    const isi = {};
    for (const m of medan(k)) {
      if (m.closest("[hidden]") || ((m.type === "radio" || m.type === "checkbox") && !m.checked) || m.value === "") continue;
      (isi[m.name.slice(k.dataset.kode.length + 1)] ??= []).push(m.value);
    }
    return isi;
  };
  const awal = new Map();
  const dari = (nama) => [...form.elements].filter((m) => m.name === nama && (m.type === "radio" || m.type === "checkbox" ? m.checked : m.value !== "")).map((m) => m.value);
  const berlaku = ([jenis, ...isi]) => ({
    dan: () => isi[0].every(berlaku), atau: () => isi[0].some(berlaku), bukan: () => !berlaku(isi[0]),
    memuat: () => dari(isi[0]).includes(isi[1]), terisi: () => dari(isi[0]).length > 0,
  })[jenis]?.() ?? true;
  const tampilkan = () => { for (const b of form.querySelectorAll("[data-jika]")) b.hidden = !berlaku(JSON.parse(b.dataset.jika)); };

  const daftarBukti = (k) => {
    const isi = bukti.get(k.dataset.kode) ?? [];
    k.querySelector("[data-daftar]").replaceChildren(...isi.map((x) => {
      const hapus = Object.assign(document.createElement("button"), { type: "button", className: "tombol tombol--kecil tombol--tautan", textContent: form.dataset.tHapus });
      hapus.onclick = () => { bukti.set(k.dataset.kode, isi.filter((y) => y !== x)); kotor = true; daftarBukti(k); };
      const li = document.createElement("li");
      li.append(`${x.nama} `, hapus);
      return li;
    }));
  };
  const jumlah = () => [...bukti.values()].flat().reduce((n, x) => n + x.isi.length, 0);
  const baca = (berkas) => new Promise((jadi, gagal) => {
    const r = new FileReader();
    r.onload = () => jadi(r.result.slice(r.result.indexOf(",") + 1));
    r.onerror = () => gagal(r.error);
    r.readAsDataURL(berkas);
  });

  for (const k of kartu) {
    k.querySelector("[data-bukti]").addEventListener("change", async (e) => {
      for (const b of e.target.files) {
        const isi = b.size > 0 && b.size <= acuan.berkas_maks ? await baca(b) : "";
        if (!isi || jumlah() + isi.length > acuan.bundel_maks - 1_000_000) { kabar.textContent = `${b.name}: ${form.dataset.tBesar}`; continue; }
        bukti.set(k.dataset.kode, [...(bukti.get(k.dataset.kode) ?? []), { op: idBaru(), indikator: k.dataset.kode, nama: b.name, keterangan: "", isi }]);
        kotor = true;
      }
      e.target.value = "";
      daftarBukti(k);
    });
  }
  form.addEventListener("input", (e) => {
    if (e.target.type === "file") return;
    kotor = true;
    kabar.textContent = form.dataset.tBelum;
    tampilkan();
  });
  form.addEventListener("submit", (e) => e.preventDefault());
  addEventListener("beforeunload", (e) => { if (kotor) e.preventDefault(); });

  const bundel = () => {
    const indikator = kartu.map((k) => [k, nilai(k)]).filter(([k, isi]) => JSON.stringify(isi) !== awal.get(k)).map(([k, isi]) => {
      const teks = JSON.stringify(isi);
      const lama = op.get(k);
      if (lama?.teks !== teks) op.set(k, { teks, op: idBaru() });
      return { kode: k.dataset.kode, op: op.get(k).op, versi: Number(k.dataset.versi), isi };
    });
    return { format: acuan.format, lokus: acuan.lokus, edisi: acuan.edisi, indikator, bukti: [...bukti.values()].flat() };
  };
  document.querySelector("[data-simpan]").addEventListener("click", () => {
    const url = URL.createObjectURL(new Blob([JSON.stringify(bundel())], { type: "application/json" }));
    Object.assign(document.createElement("a"), { href: url, download: `F01-${acuan.unit.replace(/[^A-Za-z0-9]+/g, "-")}.prima.json` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    kotor = false;
    kabar.textContent = form.dataset.tSimpan;
  });
  // Going on with a file that was saved before.
  document.querySelector("[data-buka]").addEventListener("change", async (e) => {
    try {
      const b = JSON.parse(await e.target.files[0].text());
      if (b.format !== acuan.format || b.lokus !== acuan.lokus || b.edisi !== acuan.edisi) throw new Error("another unit");
      for (const x of b.indikator) {
        const k = kartu.find((y) => y.dataset.kode === x.kode);
        if (!k) continue;
        for (const m of medan(k)) {
          const isi = x.isi[m.name.slice(x.kode.length + 1)] ?? [];
          if (m.type === "radio" || m.type === "checkbox") m.checked = isi.includes(m.value);
          else m.value = isi[0] ?? "";
        }
        k.dataset.versi = x.versi;
        op.set(k, { teks: JSON.stringify(x.isi), op: x.op });
      }
      bukti.clear();
      for (const x of b.bukti) bukti.set(x.indikator, [...(bukti.get(x.indikator) ?? []), x]);
      tampilkan();
      kartu.forEach(daftarBukti);
      kabar.textContent = "";
    } catch {
      kabar.textContent = form.dataset.tSalah;
    }
    e.target.value = "";
  });
  tampilkan();
  for (const k of kartu) awal.set(k, JSON.stringify(nilai(k)));
})();
