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
serah-diganti = Replaced by the next hand-in
serah-usang = { $jumlah ->
    [one] One result in this hand-in is annulled. Freeze the corrected one again, then hand in again. This hand-in is kept.
   *[other] { $jumlah } results in this hand-in are annulled. Freeze the corrected ones again, then hand in again. This hand-in is kept.
}
serah-usang-lain = { $jumlah ->
    [one] One result in this hand-in is annulled. The organiser freezes it again and hands in again. This hand-in is kept.
   *[other] { $jumlah } results in this hand-in are annulled. The organiser freezes them again and hands in again. This hand-in is kept.
}
serah-valid-batal-lain = { $jumlah ->
    [one] One result in this hand-in was annulled after it was validated. The organiser freezes it again and hands in again.
   *[other] { $jumlah } results in this hand-in were annulled after they were validated. The organiser freezes them again and hands in again.
}
serah-bekukan-dahulu = There is no new result to hand in. Freeze again first: { $unit }.
serah-valid-batal = { $jumlah ->
    [one] One result in this hand-in was annulled after it was validated. Freeze the corrected one again, then hand in again.
   *[other] { $jumlah } results in this hand-in were annulled after they were validated. Freeze the corrected ones again, then hand in again.
}
serah-valid-batal-luar = The ministry's Prima still counts the old figures until it receives the new publication file:
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
serah-pesan-kirim-luar = The results are handed in and the person in charge is told. Bring the file to the ministry too; how is said below.
serah-luar-judul = Bring it to the ministry
serah-luar-isi = The ministry does not use this Prima, so the results have not reached it by themselves. What to do:
serah-luar-unduh = Download the signed publication file:
serah-luar-berkas = publication file, version { $nomor }
serah-luar-terbitkan = Publish the results of this period first. The signed file is made then.
serah-luar-penerbitan = To the publication
serah-luar-unggah = Hand that file in at the Prima of the ministry: send it to the ministry's officer, who uploads it, or send it from a program with an API token that the ministry gave.
serah-luar-bantuan = How to
serah-luar-kunci = The ministry checks the file's signature with the key of this Prima. If the key is not registered there yet, give it first.
serah-luar-kunci-buka = See the key
serah-luar-catat = When the ministry's letter has come, the organiser enters it on this page. Until then the values are provisional.
serah-surat-judul = Enter the ministry's decision
serah-surat-isi = Fill it in by the letter that came. Public pages name its number and date.
serah-surat-versi = Hand-in that this letter decides
serah-surat-versi-bantu = A letter written before the results were handed in again decides the older hand-in. Results frozen since stay provisional.
serah-surat-versi-wajib = Choose the hand-in that this letter decides.
serah-surat-putusan = Decision of the ministry
serah-surat-putusan-wajib = Choose the decision that the letter states.
serah-surat-pilih-valid = Valid
serah-surat-pilih-kembali = Returned to be mended
serah-surat-nomor = Number of the letter
serah-surat-nomor-bantu = If it is no letter, another reference that the ministry can be asked by.
serah-surat-nomor-wajib = Fill in the number of the letter, or a reference.
serah-surat-tanggal = Date of the letter
serah-surat-lebih-tua = If that date is right
serah-surat-lebih-tua-ya = These results had reached the ministry before their hand-in was recorded here
serah-surat-pejabat = Who decided
serah-surat-pejabat-bantu = Position or office at the ministry, as the letter says.
serah-surat-pejabat-wajib = Fill in the position or office that decided.
serah-surat-alasan-bantu = Needed when it is returned: say what has to be mended.
serah-surat-berkas = Scan of the letter
serah-surat-berkas-bantu = May be empty. PDF, 20 MB at most.
serah-surat-catat = Enter the decision
serah-surat-valid = Validated by the ministry according to letter { $nomor } of { $tanggal } from { $pejabat }
serah-surat-kembali = Returned by the ministry according to letter { $nomor } of { $tanggal } from { $pejabat }
serah-surat-dicatat = Entered here from that letter by { $nama }, { $waktu }
serah-surat-tarik = Take this entry back
serah-surat-tarik-isi = For a wrong entry. This hand-in waits again, and its values are provisional again.
serah-surat-tarik-isi-lama = For a wrong entry. Values that rest on this letter only are provisional again; newer hand-ins do not change.
serah-surat-tarik-alasan = Why the entry is taken back
serah-surat-lagi = This entry was taken back after you opened the page, so it is not entered again. If you mean to enter it again, check it and press the button once more.
serah-surat-pesan = The ministry's decision is entered.
serah-surat-ditarik-judul = Letters taken back
serah-surat-ditarik-isi = They decide nothing any more. What was entered stays here.
serah-surat-ditarik = Taken back
serah-surat-ditarik-oleh = Taken back by { $nama }, { $waktu }
serah-surat-tarik-pesan = The entry is taken back. Values that rested on that letter only are provisional again.
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
serah-putus-usang = This hand-in cannot be validated, as results in it are annulled. Wait for the new one, or return it with a reason.
serah-kembalikan-judul = Return with a reason
serah-ke-diterima = Files published by regions with a Prima of their own
serah-riwayat = Earlier hand-ins
