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
diterima-belum = Received, not validated
diterima-belum-isi = The figures were computed again and hold. That does not mean that the scoring is right: validation is the ministry's decision.
diterima-kunci-dicabut-judul = The key that signed this file was revoked
diterima-unduh = Download the file as received
diterima-hasil = { $jumlah ->
    [1] One result
   *[other] { $jumlah } results
}
diterima-putusan = Decision
diterima-putuskan = Decide
diterima-valid-isi = Once validated, these results are no longer marked as not validated.
diterima-validasi = Validate
diterima-kembalikan = Return with a reason
diterima-alasan = Reason for returning
diterima-alasan-bantu = Write what has to be corrected. The region hands in a new version.
diterima-diputus = Decision recorded.
