### F01 without a line, and more time for one unit.

luring-judul = Isi tanpa jaringan
luring-pembuka = Bila jaringan sedang terputus, F01 dapat diisi dari satu berkas di komputer atau ponsel, lalu dibawa kembali ke Prima.
luring-ambil = 1. Ambil formulirnya
luring-ambil-isi = Satu berkas HTML berisi semua pertanyaan dan isian yang sudah ada. Buka dengan peramban apa pun, tanpa jaringan. Siapa pun yang memegang berkas ini dapat membaca isinya.
luring-unduh = Unduh formulir
luring-bawa = 2. Bawa hasilnya kembali
luring-bawa-isi = Pilih berkas .prima.json yang disimpan formulir itu. Berkas tidak ditandatangani siapa pun; yang dicatat sebagai pengisi adalah Anda. Setiap isian dan bukti diperiksa seperti biasa.
luring-berkas = Berkas hasil isian
luring-berkas-bantu = Paling besar 60 MB. Berkas yang sama boleh dimasukkan lagi; isinya tidak dihitung dua kali.
luring-masukkan = Masukkan ke Prima
luring-tutup = F01 tidak dapat diisi sekarang
luring-tidak-dapat-diisi = F01 sudah dikirim atau tahapnya ditutup. Berkas Anda tidak berubah; minta penyelenggara memperpanjang waktu bila masih perlu.
luring-hasil = Hasil pemasukan
luring-tersimpan = { $jumlah ->
    [0] Tidak ada isian baru yang tersimpan.
    [1] Satu indikator tersimpan.
   *[other] { $jumlah } indikator tersimpan.
}
luring-bukti-tersimpan = { $jumlah ->
    [0] Tidak ada bukti baru.
    [1] Satu bukti tersimpan.
   *[other] { $jumlah } bukti tersimpan.
}
luring-sudah-ada = Isi berkas ini sudah ada di Prima; tidak ada yang berubah.
luring-sama = { $jumlah ->
    [1] Satu indikator sudah ada dan tidak berubah.
   *[other] { $jumlah } indikator sudah ada dan tidak berubah.
}
luring-pakai-berkas = Pakai isian dari berkas
luring-pakai-tersimpan = Bila tidak ditekan, yang tersimpan di Prima tetap berlaku.
luring-ke-f01 = Lihat F01
luring-salah-besar = Berkas lebih besar dari 60 MB.
luring-salah-bentuk = Berkas ini bukan hasil formulir F01 Prima, atau rusak.
luring-salah-unit = Berkas ini untuk unit atau periode lain.
luring-salah-edisi = Berkas ini dibuat dengan instrumen lain. Unduh formulirnya lagi.
luring-salah-banyak = Isi berkas melebihi batas.
luring-salah-indikator = Indikator ini tidak ada dalam instrumen.

## The file
luring-form-judul = F01: isian mandiri (tanpa jaringan)
luring-form-isi = Isian hanya ada di halaman ini sampai Anda menekan "Simpan berkas". Simpan sesering mungkin; berkas simpanan dapat dibuka lagi di sini. Setelah selesai, masukkan berkas itu ke Prima.
luring-form-simpan = Simpan berkas
luring-form-buka = Buka simpanan
luring-form-belum = Ada isian yang belum disimpan.
luring-form-tersimpan = Berkas disimpan ke folder unduhan.
luring-form-besar = terlalu besar atau kosong (paling besar 20 MB per berkas, 60 MB seluruhnya).
luring-form-buang = Buang
luring-form-bukti = Bukti dukung
luring-form-ada = Sudah ada di Prima:

## More time
luring-perpanjangan = Perpanjang waktu
luring-perpanjangan-isi = Memberi unit ini waktu untuk F01 dan F02 setelah tahap pelaksanaan ditutup, misalnya karena jaringan terputus. Untuk semua unit, ubah tanggal tahap atau buka kembali tahapnya.
luring-perpanjangan-terbuka = Tahap pelaksanaan masih terbuka
luring-perpanjangan-terbuka-isi = Perpanjangan mulai berarti setelah tahap ditutup.
luring-perpanjangan-sampai = Sampai tanggal
luring-perpanjangan-sampai-bantu = Termasuk hari itu, paling lama 90 hari lagi.
luring-perpanjangan-tanggal = Pilih tanggalnya.
luring-perpanjangan-alasan = Alasan
luring-perpanjangan-alasan-bantu = Tercatat dalam jejak audit.
luring-perpanjangan-beri = Perpanjang
luring-perpanjangan-diberi = Waktu diperpanjang.
luring-perpanjangan-diakhiri = Perpanjangan diakhiri.
luring-perpanjangan-daftar = Perpanjangan unit ini
luring-perpanjangan-kosong = Belum ada perpanjangan
luring-perpanjangan-kosong-isi = Semua unit mengikuti tanggal tahap periodenya.
luring-perpanjangan-hingga = Sampai { $tanggal }
luring-perpanjangan-berlaku = Berlaku
luring-perpanjangan-lewat = Tidak berlaku lagi
luring-perpanjangan-akhiri = Akhiri sekarang
luring-perpanjangan-beberapa = Untuk beberapa unit sekaligus:
luring-perpanjangan-banyak = Perpanjang waktu beberapa unit
luring-perpanjangan-banyak-isi = Memberi unit yang Anda pilih waktu untuk F01 dan F02 setelah tahap pelaksanaan ditutup, misalnya karena jaringan di satu wilayah terputus. Unit yang hasilnya sudah dibekukan tidak ditampilkan.
luring-perpanjangan-banyak-bantu = Satu tanggal dan satu alasan untuk semua unit yang dipilih. Unit yang sudah punya waktu sampai tanggal itu atau lebih lama tidak berubah. Operator, kepala unit, dan evaluatornya diberi tahu.
luring-perpanjangan-banyak-sekali = Lebih dari 1.000 unit cocok. Saring dahulu untuk memperpanjang sekaligus, atau buka kembali tahapnya untuk semua unit.
luring-perpanjangan-kolom = Waktu sekarang
luring-perpanjangan-ikut = Mengikuti tahap
luring-perpanjangan-pilihan = Perpanjang yang dicentang
luring-perpanjangan-semua = { $jumlah ->
    [1] Perpanjang unit yang cocok
   *[other] Perpanjang semua { $jumlah } unit yang cocok
}
luring-perpanjangan-tanpa-unit = Tidak ada unit yang dapat diperpanjang
luring-perpanjangan-tanpa-unit-isi = Belum ada unit lokus, atau hasil semua unit sudah dibekukan.
