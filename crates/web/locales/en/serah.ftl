### Handing in results of PEKPPP mandiri and their validation.

serah-menu = Validation
serah-tab = Hand-in
serah-judul = Hand-in of results
serah-pembuka = Results of PEKPPP mandiri are reported to the person in charge and the ministry. Until they are validated the values are provisional.
serah-sumber = Basis: PermenPANRB 29/2022 article 11. How the ministry validates was not found in an official text.
serah-belum = Not handed in
serah-belum-isi = Once results of units are frozen, the organiser hands them in here.
serah-menunggu-validasi = Waits for validation
serah-divalidasi = Validated
serah-dikembalikan = Returned
serah-ke = Hand-in no. { $nomor }
serah-isi = { $jumlah ->
    [one] One unit
   *[other] { $jumlah } units
}
serah-oleh = Handed in by { $nama }, { $waktu }
serah-diterima = Received by the person in charge, { $nama }, { $waktu }
serah-belum-diterima = The person in charge has not confirmed the receipt.
serah-divalidasi-oleh = Validated by { $nama }, { $waktu }
serah-dikembalikan-oleh = Returned by { $nama }, { $waktu }
serah-alasan = Reason for returning it
serah-alasan-bantu = Say what has to be mended. The organiser reads it.
serah-catatan = Note to the ministry
serah-catatan-bantu = May be empty. For instance the number of the covering letter.
serah-tombol = Hand in the results
serah-lagi = Hand in again
serah-terima = Confirm receipt
serah-validasi = Validate
serah-kembalikan = Return
serah-unit = Units in this hand-in
serah-kolom-unit = Unit
serah-kolom-nilai = IPP
serah-kolom-kategori = Category
serah-batal = annulled after it was handed in
serah-pesan-kirim = The results are handed in. The person in charge and the ministry are told.
serah-pesan-terima = The receipt is recorded.
serah-pesan-valid = The results are validated; the provisional mark is gone.
serah-pesan-kembali = The hand-in is returned with a reason.
serah-antre-judul = Hand-ins of mandiri results
serah-antre-pembuka = Those that wait for a decision stand first, the oldest on top.
serah-antre-kosong = No hand-in yet
serah-antre-kosong-isi = Results of PEKPPP mandiri that regions hand in appear here.
serah-antre-menunggu = { $jumlah ->
    [one] One hand-in waits for a decision.
   *[other] { $jumlah } hand-ins wait for a decision.
}
serah-kolom-instansi = Instansi
serah-kolom-periode = Period
serah-kolom-jumlah = Units
serah-kolom-diserahkan = Handed in
serah-kolom-keadaan = State
serah-menunggu-mereka = It waits for the ministry. Nothing has to be done meanwhile.
serah-putus = The ministry's decision
serah-putus-isi = Look at the units and values above. Once validated, the provisional mark goes from all pages.
serah-kembalikan-judul = Return with a reason
serah-ke-diterima = Files published by regions with a Prima of their own
serah-riwayat = Earlier hand-ins
