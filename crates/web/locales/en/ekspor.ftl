### Files of single answers that are made in the background.

ekspor-judul = Files of answers
ekspor-isi = Large files are made in the background. You may leave this page: the file is found here again, and goes a day after it is ready.
ekspor-milik = Your files
ekspor-kosong = No file yet. Choose its form, then press Make the file.
ekspor-tanpa-jawaban = No answers yet
ekspor-tanpa-jawaban-isi = A file can be made once someone has answered.
ekspor-siap = { $jumlah ->
    [1] Ready: 1 row.
   *[other] Ready: { $jumlah } rows.
}
ekspor-sampai = Goes by itself on { $waktu }.
ekspor-sejak = Asked for { $waktu }.
ekspor-gagal = It stopped and will be tried again by itself.
ekspor-unduh = Download
ekspor-hapus = Delete now
ekspor-batalkan = Cancel
ekspor-perbarui = See how far it is
ekspor-tinggal = You may close this page. The work goes on.
ekspor-buat-judul = Make a file
ekspor-baris = { $jumlah ->
    [1] This round holds 1 answer.
   *[other] This round holds { $jumlah } answers, those not counted included.
}
ekspor-bentuk = Form of the file
ekspor-pilih = Choose the form of the file.
ekspor-xlsx = Excel (XLSX)
ekspor-csv-excel = CSV for Excel in Indonesian
ekspor-csv = CSV for other programs
ekspor-json = JSON for other programs
ekspor-dicatat = Every taking of answers is recorded: who, which round, how many rows.
ekspor-buat = Make the file
ekspor-diminta = The file is being made.
ekspor-dibuang = The file is deleted.
ekspor-besar = This round is large, so its file is made in the background.
