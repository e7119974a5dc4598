// The pages of the chain, per role: what `ukur.mjs` measures. A slice that lands adds its pages here.
// `{lokus}`, `{periode}` and `{token}` are replaced by rows of the simulated data. A page that answers anything but 200
// is shown as such and counts as a failure.

export const HALAMAN = [
  { peran: "publik", jalur: ["/", "/masuk", "/f03/{token}", "/hasil", "/hasil/{kode_periode}", "/hasil/{kode_periode}/{kode_lokus}", "/instansi", "/peringkat", "/verifikasi"] },
  { peran: "admin", jalur: ["/", "/akun", "/admin/pengguna", "/admin/audit"] },
  {
    peran: "penyelenggara",
    jalur: [
      "/", "/periode", "/periode/{periode}", "/periode/{periode}/evaluator", "/periode/{periode}/peringkat",
      "/lokus/{lokus}", "/lokus/{lokus}/f01", "/lokus/{lokus}/f02", "/lokus/{lokus}/f03", "/lokus/{lokus}/hasil",
      "/lokus/{lokus}/hasil/turunan", "/lokus/{lokus}/berita-acara", "/lokus/{lokus}/lhe",
    ],
  },
  { peran: "penanggungjawab", jalur: ["/", "/periode/{periode}", "/lokus/{lokus}/f01"] },
  { peran: "unit-operator", jalur: ["/", "/lokus/{lokus}/f01", "/lokus/{lokus}/f01/I", "/lokus/{lokus}/f01/cetak"] },
  { peran: "unit-kepala", jalur: ["/", "/lokus/{lokus}/f01/pengiriman", "/lokus/{lokus}/f03"] },
  { peran: "evaluator", jalur: ["/", "/lokus/{lokus}/f02", "/lokus/{lokus}/f02/I", "/lokus/{lokus}/f02/konsensus"] },
];

// Documents: measured one at a time, in seconds, with the memory of the print worker.
export const DOKUMEN = [
  { peran: "penyelenggara", jalur: "/lokus/{lokus}/f03/poster" },
  { peran: "penyelenggara", jalur: "/lokus/{lokus}/lhe", kirim: { tempat: "Sangatta" } },
];
