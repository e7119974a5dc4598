// What the person is told about waiting and refused answers, above every survey page. Texts come from the page.

const t = (nama, isi = {}) => {
  const teks = document.getElementById("teks").content.querySelector(`[data-t="${nama}"]`).textContent;
  return teks.replace(/\{(\w+)\}/g, (utuh, k) => isi[k] ?? utuh);
};
const wadahKabar = document.getElementById("antrean");
const UNDUH_SETELAH_MS = 10 * 60_000;
// On the screen at the counter anybody could press the buttons; the staff open the survey without /kios for them.
const DI_LOKET = document.getElementById("kios") !== null;
let baruTerkirim = 0;

function unsur(nama, isi = {}, ...anak) {
  const u = Object.assign(document.createElement(nama), isi);
  u.append(...anak);
  return u;
}

function tombol(teks, kerja) {
  return unsur("button", { type: "button", className: "tombol tombol--sepi tombol--kecil", textContent: teks, onclick: kerja });
}

// "5 menit yang lalu", in the language of the page where the browser knows it.
function umur(pada) {
  const menit = Math.round((pada - Date.now()) / 60_000);
  const [nilai, satuan] = menit > -60 ? [menit, "minute"] : menit > -1440 ? [Math.round(menit / 60), "hour"] : [Math.round(menit / 1440), "day"];
  return new Intl.RelativeTimeFormat([document.documentElement.lang, "id"], { numeric: "auto" }).format(nilai, satuan);
}

// A one-use link is for one person: nothing leads on to another answer.
const SEKALI = document.querySelector('input[name="tautan"]') !== null;

function keTerimaKasih() {
  const cara = SEKALI ? "&cara=tautan" : "";
  location.replace(`${document.body.dataset.dasar}/terima-kasih?bahasa=${document.documentElement.lang}${cara}`);
}

let terakhir = "";
async function tampilkanKabar() {
  let semua;
  try { semua = await semuaJawaban(); } catch { semua = []; }
  const menunggu = semua.filter((j) => j.keadaan === "menunggu");
  const ditolak = semua.filter((j) => j.keadaan === "ditolak");
  const kotak = [];
  const selesai = document.getElementById("tersimpan");
  if (!navigator.onLine && !selesai) kotak.push(unsur("div", { className: "perhatian" }, unsur("p", { textContent: t("luring") })));
  if (menunggu.length) kotak.push(kotakMenunggu(menunggu));
  else if (baruTerkirim) kotak.push(unsur("div", { className: "baik" }, unsur("p", { textContent: t("terkirim") })));
  if (ditolak.length) kotak.push(kotakDitolak(ditolak));
  if (!menunggu.length && baruTerkirim && selesai) return keTerimaKasih();
  // A status region speaks when it changes; the same words are not said again.
  const kini = kotak.map((k) => k.textContent).join("|");
  if (kini === terakhir) return;
  terakhir = kini;
  wadahKabar.replaceChildren(...kotak);
  wadahKabar.hidden = !kotak.length;
}

function kotakMenunggu(menunggu) {
  const n = menunggu.length;
  const [{ dibuat }] = menunggu;
  const teks = unsur("strong", { textContent: n === 1 ? t("menunggu-satu") : t("menunggu", { jumlah: n }) });
  const lama = Date.now() - dibuat;
  const kotak = unsur("div", { id: "menunggu" }, unsur("p", {}, teks, lama < 60_000 ? "" : ` (${t("menunggu-umur", { umur: umur(dibuat) })})`));
  if (DI_LOKET) return kotak;
  if (navigator.onLine) kotak.append(tombol(t("kirim-sekarang"), () => kirimDanKabari(true)));
  // What waits for long can be carried away in another way.
  if (lama > UNDUH_SETELAH_MS) kotak.append(tombol(t("unduh"), () => unduh(menunggu)));
  return kotak;
}

function kotakDitolak(ditolak) {
  const kotak = unsur("div", { className: "bahaya", id: "ditolak" }, unsur("p", {}, unsur("strong", { textContent: t("ditolak") })));
  for (const j of ditolak) {
    const nama = j.status === 410 || j.status === 404 ? "ditolak-410" : j.status === 422 ? "ditolak-422" : "ditolak-lain";
    kotak.append(unsur("p", { textContent: `${t(nama, { jalur: j.unit ?? j.jalur, kode: j.alasan })} (${umur(j.dibuat)})` }));
  }
  if (DI_LOKET) return kotak;
  kotak.append(tombol(t("unduh"), () => unduh(ditolak)));
  kotak.append(tombol(t("hapus"), async () => {
    if (!confirm(t("hapus-yakin"))) return;
    for (const j of ditolak) await hapusJawaban(j.id);
    await tampilkanKabar();
  }));
  return kotak;
}

// The answers as a file, for the person or for the staff to send in another way.
function unduh(daftar) {
  const isi = daftar.map(({ jalur, unit, dibuat, isi: jawaban, alasan }) => ({ jalur, unit, dibuat: new Date(dibuat).toISOString(), alasan, jawaban }));
  const url = URL.createObjectURL(new Blob([JSON.stringify(isi, null, 2)], { type: "application/json" }));
  unsur("a", { href: url, download: "jawaban-survei.json" }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

let jam;
async function kirimDanKabari(abaikan = false) {
  clearTimeout(jam);
  const lapor = (_, hasil) => { if (hasil === "diterima") baruTerkirim += 1; };
  try { await kirimSemua({ abaikan, lapor }); } catch { /* IndexedDB is refused: then nothing is waiting either */ }
  await tampilkanKabar();
  await jadwalkan();
}

async function jadwalkan() {
  const menunggu = (await semuaJawaban().catch(() => [])).filter((j) => j.keadaan === "menunggu");
  if (!menunggu.length) return;
  const pada = Math.min(...menunggu.map((j) => Math.max(j.lagi ?? 0, j.tahan ?? 0)));
  jam = setTimeout(() => kirimDanKabari(), Math.max(1_000, pada - Date.now()));
}

addEventListener("online", () => kirimDanKabari(true));
addEventListener("offline", tampilkanKabar);
addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") kirimDanKabari(true); });
navigator.serviceWorker?.addEventListener("message", (e) => {
  baruTerkirim += e.data?.terkirim ?? 0;
  tampilkanKabar();
});
setInterval(tampilkanKabar, 60_000);
