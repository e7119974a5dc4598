### Publications that regions handed in to the ministry.

diterima-judul = Publication files from regions
diterima-pembuka = Results that a region's installation published, checked and computed again when received. They are not validated until you decide.
diterima-kosong = No file received yet
diterima-kosong-isi = Files appear here once uploaded, or handed in directly by a region's program.
diterima-dari = Received from { $pemilik }
diterima-pada = Received
diterima-menunggu = Not validated yet
diterima-valid = Validated
diterima-kembali = Returned
diterima-usang = There is a newer version
diterima-unggah = Receive a file
diterima-unggah-isi = A file is received only when it is signed by a registered key, its content is whole, and all figures are computed again alike. See
diterima-berkas = Publication file
diterima-berkas-bantu = The ZIP file from the region's page Publication file, 64 MB at most.
diterima-kirim = Check and receive
diterima-pilih = Choose a publication file.
diterima-bukan = This is no whole publication file of Prima. Ask the region to download it again and send it unchanged.
diterima-tidak-sah = This file was not received. Its faults are named below.
diterima-temuan = { $jumlah ->
    [1] One fault
   *[other] { $jumlah } faults
}
diterima-pesan = File received. All its figures were computed again.
diterima-sudah = This file was received before; nothing was added.
diterima-rinci = Details of the check ({ $jumlah })
diterima-salah-kunci = The key that signed this file is not registered here. Compare its mark with that region, then ask the administrator to register it.
diterima-salah-instansi = The key that signed this file is registered for another instansi. Make sure that the file is from the right region; if the code was registered wrongly, the administrator can correct it.
diterima-salah-dicabut = The key that signed this file was revoked. Ask the region to publish again with the key in force.
diterima-salah-masa = This file was signed outside the days of use that are recorded here for its key. Compare them with the region's list of keys: if they were registered wrongly, the administrator can correct them under Manage keys, then hand in this file again; if they are right, ask the region to publish again with the key in force.
diterima-salah-tanda = The content changed since it was signed. Ask the region to download it once more and to send it unopened and unedited.
diterima-salah-angka = Some figures are not the same when computed again. Send these details to that region and ask for the file as Prima publishes it.
diterima-salah-naskah = The text of the instrument in the file was changed or is missing, so the figures cannot be computed again. Ask the region to download the file once more and to send it unchanged.
diterima-salah-edisi = The text of the instrument in the file is not the one that was issued under its id: weights or rules differ, so the figures cannot be received. Ask the region to publish with the issued edition, or to register its own under another id.
diterima-salah-berkas = Parts of the file are missing, superfluous or changed. Ask the region to download it once more and to send it unchanged.
diterima-belum = Received, not validated
diterima-belum-isi = The figures were computed again and hold. That does not mean that the scoring is right: validation is the ministry's decision.
diterima-kunci-palsu = The key of this region is not proved
diterima-kunci-palsu-isi = What is stored of the key that signed this file is not what was registered, so its content is neither shown nor counted. Ask the administrator to restore or revoke the key first. Once it is restored, the decision that stands counts again.
diterima-kunci-palsu-hasil = They are not shown while the key is not proved.
diterima-tak-terbukti = This decision is not proved
diterima-tak-terbukti-isi = The decision that is stored, or the file under it, is not what this program recorded. Its results are not shown to the public and do not count in the national ranking. Ask the system administrator to run prima check to find what changed, then decide again below.
diterima-label-tak-terbukti = Not proved
diterima-berubah = This file cannot be validated: what is stored is no longer what was received. Ask the system administrator to restore it from a backup, or return this file so that the region hands in a new version.
diterima-berubah-valid = This file was validated, but what is stored is no longer what was received: its figures do not count and its units are not listed for the public. Ask the system administrator to restore it from a backup, or withdraw the validation below so that the region hands in a new version.
diterima-berubah-diputus = What is stored is no longer what was received, so it is not shown. Ask the system administrator to restore it from a backup.
diterima-label-dicabut = Its key was revoked
diterima-kunci-dicabut-isi = The reason: { $alasan }. This file cannot be validated.
diterima-kunci-dicabut-sah = The reason: { $alasan }. This file was validated before, so its results still count in recap, ranking and the national report. Ask the region to publish again with the key in force; a validated new version takes its place. If its content cannot be trusted any more, withdraw the validation below.
diterima-kunci-dicabut-judul = The key that signed this file was revoked
diterima-kunci-dicabut-ditarik = The reason: { $alasan }. The validation of this file was withdrawn, so its results do not count.
diterima-versi-alasan = Why there is this version, says the region
diterima-edisi = Instrument
diterima-edisi-ditetapkan = Issued edition
diterima-edisi-tak-dikenal = Not known here
diterima-edisi-bukan = Not the issued text
diterima-edisi-tak-terbaca = The file cannot be read now, so it cannot be validated yet.
diterima-edisi-asing-judul = The instrument is not known here
diterima-edisi-asing-isi = The figures were computed by the text that the file itself brings, such as an edition that a region derived. Ask for the text, and check its weights and rules before validating.
diterima-edisi-lihat = Before validating
diterima-edisi-dilihat = I checked the text of the instrument although it is not known here
diterima-unduh = Download the file as received
diterima-hasil = { $jumlah ->
    [1] One result
   *[other] { $jumlah } results
}
diterima-putusan = Decision
diterima-putusan-tak-terbukti = Decision that is not proved
diterima-digantikan = Replaced by a new decision on { $waktu }
diterima-putuskan = Decide
diterima-putuskan-lagi = Decide again
diterima-putuskan-lagi-isi = The new decision takes the place of the one that is not proved. The old one stays recorded on this page.
diterima-putuskan-lagi-bantuan = What not proved means
diterima-hilang = { $jumlah ->
    [1] One unit of the validated version is no longer in this file.
   *[other] { $jumlah } units of the validated version are no longer in this file.
}
diterima-hilang-isi = Once this file is validated, their figures do not count any more.
diterima-hilang-lihat = See version { $nomor }
diterima-terdahulu = { $jumlah ->
    [1] One unit in this file counts already from another period of the same year.
   *[other] { $jumlah } units in this file count already from another period of the same year.
}
diterima-terdahulu-isi = That period is the newer one, so validating this file does not change its figure in the ranking.
diterima-valid-isi = Once validated, these results are no longer marked as not validated.
diterima-validasi = Validate
diterima-kembalikan = Return with a reason
diterima-alasan = Reason for returning
diterima-alasan-bantu = Write what has to be corrected. The region hands in a new version.
diterima-ditarik = Validation withdrawn
diterima-tarik = Withdraw the validation
diterima-tarik-isi = Once withdrawn, the results of this file no longer count in the recap, the ranking, and national reports made from then on. An older version of the period does not take their place: the region hands in a new version. A national report that was settled does not change.
diterima-tarik-tetap = A withdrawal cannot be undone: this file cannot be validated again, not even when it is handed in once more. Only a new version from the region can.
diterima-tarik-alasan = Reason
diterima-tarik-alasan-bantu = For example: the key that signed it was stolen. The reason is kept and shown here and on the file's public page.
diterima-pernah = The validation of this file was withdrawn
diterima-pernah-isi = The audit log tells that it was withdrawn on { $waktu }, but the row of that withdrawal was removed or changed outside the program. This file cannot be validated again. Record the withdrawal again so that it stands as before, or return this file; once returned, an older validated version counts again.
diterima-pernah-alasan = Reason
diterima-pernah-alasan-bantu = The audit log does not hold the reason: write it again. The reason of a withdrawal is shown here and on the file's public page.
diterima-pernah-catat = Record the withdrawal again
diterima-didahului-kembali = This file was not returned: { $oleh } validated it already, { $waktu }.
diterima-didahului-valid = This file was not validated: { $oleh } returned it already, { $waktu }.
diterima-didahului-lain = another officer
diterima-diputus = Decision recorded.
