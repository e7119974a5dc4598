// The pages of the chain, per role: what `ukur.mjs` measures. A slice that lands adds its pages here.
// `{lokus}`, `{periode}` and `{token}` are replaced by rows of the simulated data. A page that answers anything but 200
// is shown as such and counts as a failure.

export const HALAMAN = [
  { peran: "publik", jalur: ["/", "/masuk", "/f03/{token}"] },
  { peran: "admin", jalur: ["/", "/akun"] },
  { peran: "penyelenggara", jalur: ["/", "/lokus/{lokus}/f01", "/lokus/{lokus}/f02", "/lokus/{lokus}/f03"] },
  { peran: "penanggungjawab", jalur: ["/", "/lokus/{lokus}/f01"] },
  { peran: "unit-operator", jalur: ["/", "/lokus/{lokus}/f01", "/lokus/{lokus}/f01/I", "/lokus/{lokus}/f01/cetak"] },
  { peran: "unit-kepala", jalur: ["/", "/lokus/{lokus}/f01/pengiriman", "/lokus/{lokus}/f03"] },
  { peran: "evaluator", jalur: ["/", "/lokus/{lokus}/f02", "/lokus/{lokus}/f02/I", "/lokus/{lokus}/f02/konsensus"] },
];

// Documents: measured one at a time, in seconds, with the memory of the print worker. (LHE once its slice is in.)
export const DOKUMEN = [{ peran: "penyelenggara", jalur: "/lokus/{lokus}/f03/poster" }];
