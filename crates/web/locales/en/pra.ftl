### Pra-evaluasi: the check of F01.

pra-judul = Pre-evaluation
pra-pengantar = Before scoring, the team checks the submitted F01: answers and evidence of each indicator. What is missing is returned with remarks and a deadline. Pre-evaluation gives no scores.
pra-keadaan-belum = F01 not submitted
pra-keadaan-diperiksa = Being checked
pra-keadaan-dikembalikan = Returned
pra-keadaan-diterima = Accepted
pra-sesuai = In order
pra-perbaiki = To be repaired
pra-berubah = Changed
pra-tetap = Asked for, unchanged
pra-tetap-jumlah =
    { $jumlah ->
        [1] One indicator was asked to be mended and did not change:
       *[other] { $jumlah } indicators were asked to be mended and did not change:
    }
pra-belum = Nothing to check yet
pra-belum-isi = The check begins once the head of the unit has submitted F01.
pra-sedang = F01 is being checked
pra-sedang-isi = The team's remarks appear here once F01 is accepted or returned.
pra-tunggu-perbaikan = Repair is awaited until { $tenggat }
pra-terlambat = The repair is overdue
pra-ke-f01 = Repair F01
pra-beda-judul =
    { $jumlah ->
        [one] One indicator changed since it was returned
       *[other] { $jumlah } indicators changed since it was returned
    }
pra-beda = Changes since it was returned
pra-diminta = Repair asked for:
pra-tanpa-beda = Nothing changed
pra-tanpa-beda-isi = This submission holds the same as the one that was returned.
pra-semula = Was:
pra-menjadi = Is:
pra-bukti-tambah = Evidence added
pra-bukti-hapus = Evidence removed
pra-bukti-ubah = Caption of evidence changed:
pra-per-indikator = By indicator
pra-kemajuan = Indicators checked
pra-putuskan = End the check
pra-putuskan-isi = Accept it if it can be scored, or return it so that the unit repairs it.
pra-jumlah-perbaiki =
    { $jumlah ->
        [0] No indicator is marked for repair yet.
        [one] One indicator is marked for repair.
       *[other] { $jumlah } indicators are marked for repair.
    }
pra-catatan-umum = General remark
pra-catatan-umum-bantu = Read by operators and head of the unit.
pra-hari = Working days for the repair
pra-hari-bantu = Only for a return. Counted by the organiser's working calendar, from tomorrow.
pra-terima = Accept F01
pra-kembalikan = Return to the unit
pra-riwayat = History of checks
pra-dikembalikan-oleh = Submission { $nomor } was returned by { $nama }, { $pada }, with the deadline { $tenggat }.
pra-diterima-oleh = Submission { $nomor } was accepted by { $nama }, { $pada }.
pra-dikembalikan-singkat = Returned by { $nama }, { $pada }.
pra-f01-kembali = F01 was returned: repair it until { $tenggat }
pra-f01-semua-terbuka = All indicators can be changed; those to be repaired are marked.
pra-catatan-oleh = { $nama }, { $pada }
pra-versi = version { $versi }
pra-putusan = Check of this indicator
pra-putusan-wajib = Choose in order or to be repaired.
pra-pilih-sesuai = In order
pra-pilih-perbaiki = To be repaired
pra-catatan = Remark
pra-catatan-bantu = Needed for a repair: say what is missing.
pra-simpan-catatan = Save remark
pra-catatan-tersimpan = Remark saved.
pra-bentrok = A colleague of the team has just written another remark. Read it below, then save again if yours is to stand.
pra-bentrok-judul = Remark as saved now:
pra-ke-ringkasan = To the overview of the check
pra-riwayat-catatan = History of the remark
pra-riwayat-kosong = No remark yet
pra-riwayat-kosong-isi = This indicator has no remark, or the check is still running.
pra-dikembalikan-pesan = F01 was returned; the unit is notified.
pra-diterima-pesan = F01 was accepted; the unit is notified.
pra-keadaan-selesai = Over, the result is frozen
pra-keadaan-lewat = Passed over, F02 is done
pra-selesai = The check is over
pra-selesai-isi = The result of this unit is frozen, so F01 and the remarks of the check no longer change.
