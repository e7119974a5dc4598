# Pemeriksaan virus dan batas unggahan.
berkas-ditahan-judul = Berkas tidak dapat dibuka
berkas-menu = Pemeriksaan berkas
berkas-judul = Pemeriksaan berkas
berkas-pembuka = Bila pemindai virus dipasang, berkas yang diunggah ditahan sampai pemindai virus menyatakannya bersih. Yang mengandung virus tidak pernah diberikan kepada siapa pun.
berkas-pemindai = Pemindai virus
berkas-pemindai-mati = Tidak dipasang
berkas-pemindai-mati-isi = Berkas yang diunggah tidak diperiksa dari virus. Cara memasang ada di panduan.
berkas-pemindai-hidup = Bekerja
berkas-pemindai-pergi = Tidak menjawab
berkas-pemindai-pergi-isi = Berkas baru menunggu dan diperiksa begitu pemindai hidup kembali. Minta petugas server memeriksa layanan clamav-daemon.
berkas-menunggu-jumlah =
    { $jumlah ->
        [0] Tidak ada berkas yang menunggu.
       *[other] { $jumlah } berkas menunggu.
    }
berkas-menunggu-sejak = Yang terlama sejak { $waktu }.
berkas-terinfeksi-jumlah =
    { $jumlah ->
        [0] Tidak ada berkas terinfeksi.
       *[other] { $jumlah } berkas terinfeksi ditahan.
    }
berkas-kosong = Tidak ada berkas yang ditahan
berkas-kosong-isi = Semua berkas sudah diperiksa atau tidak perlu diperiksa.
berkas-isi = Berkas
berkas-keadaan = Keadaan
berkas-temuan = Temuan
berkas-coba = Percobaan
berkas-sejak = Diunggah
berkas-menunggu-lencana = Menunggu
berkas-terinfeksi-lencana = Terinfeksi
berkas-catatan = Nomor di kolom pertama adalah awal nomor objek di catatan audit. Pengunggah yang punya akun sudah diberi tahu.
berkas-harian = Batas unggahan hari ini sudah tercapai. Kirim tanpa berkas, atau coba lagi besok.
berkas-tanda-menunggu = Sedang diperiksa dari virus
berkas-tanda-terinfeksi = Ditahan: mengandung virus
berkas-lama =
    { $jumlah ->
        [0] Tidak ada berkas yang belum pernah diperiksa.
       *[other] { $jumlah } berkas belum pernah diperiksa (dari sebelum pemindai dipasang, atau dicetak program ini). Diperiksa sedikit demi sedikit, dan selama itu tetap dapat dibuka.
    }
