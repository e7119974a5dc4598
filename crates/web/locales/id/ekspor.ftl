### Files of single answers that are made in the background.

ekspor-judul = Berkas jawaban
ekspor-isi = Berkas yang besar dibuat di latar belakang. Halaman ini boleh ditinggalkan: berkasnya ditemukan lagi di sini, dan terhapus sendiri sehari setelah jadi.
ekspor-milik = Berkas Anda
ekspor-kosong = Belum ada berkas. Pilih bentuknya, lalu tekan Buat berkas.
ekspor-tanpa-jawaban = Belum ada jawaban
ekspor-tanpa-jawaban-isi = Berkas dapat dibuat setelah ada yang menjawab.
ekspor-siap = { $jumlah ->
    [1] Siap diunduh: 1 baris.
   *[other] Siap diunduh: { $jumlah } baris.
}
ekspor-sampai = Terhapus sendiri pada { $waktu }.
ekspor-sejak = Diminta { $waktu }.
ekspor-gagal = Terhenti, akan dicoba lagi dengan sendirinya.
ekspor-unduh = Unduh
ekspor-hapus = Hapus sekarang
ekspor-batalkan = Batalkan
ekspor-perbarui = Lihat kemajuannya
ekspor-tinggal = Anda boleh menutup halaman ini. Pembuatannya tetap berjalan.
ekspor-buat-judul = Buat berkas
ekspor-baris = { $jumlah ->
    [1] Ronde ini berisi 1 jawaban.
   *[other] Ronde ini berisi { $jumlah } jawaban, termasuk yang tidak dihitung.
}
ekspor-bentuk = Bentuk berkas
ekspor-pilih = Pilih bentuk berkasnya.
ekspor-xlsx = Excel (XLSX)
ekspor-csv-excel = CSV untuk Excel berbahasa Indonesia
ekspor-csv = CSV untuk program lain
ekspor-json = JSON untuk program lain
ekspor-dicatat = Setiap pengambilan jawaban dicatat: siapa, ronde mana, berapa baris.
ekspor-buat = Buat berkas
ekspor-diminta = Berkas sedang dibuat.
ekspor-dibuang = Berkas sudah dihapus.
ekspor-besar = Ronde ini besar, jadi berkasnya dibuat di latar belakang.
