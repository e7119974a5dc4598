### Publications that regions handed in to the ministry.

diterima-judul = Berkas terbitan dari daerah
diterima-pembuka = Hasil yang diterbitkan instalasi daerah, diperiksa dan dihitung ulang saat diterima. Hasilnya belum divalidasi sampai Anda memutuskan.
diterima-kosong = Belum ada berkas yang diterima
diterima-kosong-isi = Berkas tampil di sini setelah diunggah, atau diserahkan langsung oleh program daerah.
diterima-dari = Diterima dari { $pemilik }
diterima-pada = Diterima
diterima-menunggu = Belum divalidasi
diterima-valid = Divalidasi
diterima-kembali = Dikembalikan
diterima-usang = Sudah ada versi lebih baru
diterima-unggah = Terima sebuah berkas
diterima-unggah-isi = Berkas diterima hanya bila ditandatangani kunci yang terdaftar, isinya utuh, dan semua angkanya dihitung ulang dengan hasil yang sama. Lihat
diterima-berkas = Berkas terbitan
diterima-berkas-bantu = Berkas ZIP dari halaman Berkas terbitan daerah itu, paling besar 64 MB.
diterima-kirim = Periksa dan terima
diterima-pilih = Pilih berkas terbitan.
diterima-bukan = Ini bukan berkas terbitan Prima yang utuh. Minta daerah mengunduhnya sekali lagi dan mengirimnya tanpa diubah.
diterima-tidak-sah = Berkas ini tidak diterima. Kesalahannya disebut di bawah.
diterima-temuan = { $jumlah ->
    [1] Satu kesalahan
   *[other] { $jumlah } kesalahan
}
diterima-pesan = Berkas diterima. Semua angkanya sudah dihitung ulang.
diterima-sudah = Berkas ini sudah diterima sebelumnya; tidak ada yang ditambahkan.
diterima-rinci = Rincian pemeriksaan ({ $jumlah })
diterima-salah-kunci = Kunci yang menandatangani berkas ini belum terdaftar di sini. Cocokkan tanda pengenalnya dengan daerah itu, lalu minta pengelola sistem mendaftarkannya.
diterima-salah-instansi = Kunci yang menandatangani berkas ini terdaftar untuk instansi lain. Pastikan berkasnya dari daerah yang benar; bila kodenya salah didaftarkan, pengelola sistem dapat memperbaikinya.
diterima-salah-dicabut = Kunci yang menandatangani berkas ini sudah dicabut. Minta daerah menerbitkan lagi dengan kuncinya yang berlaku.
diterima-salah-masa = Berkas ini ditandatangani di luar tanggal pakai kuncinya yang tercatat di sini. Cocokkan tanggal itu dengan daftar kunci daerah: bila salah didaftarkan, pengelola sistem dapat membetulkannya di Kelola kunci, lalu serahkan berkas ini lagi; bila sudah benar, minta daerah menerbitkan lagi dengan kuncinya yang berlaku.
diterima-salah-tanda = Isi berkas berubah sejak ditandatangani. Minta daerah mengunduhnya sekali lagi dan mengirimnya tanpa dibuka atau disunting.
diterima-salah-angka = Ada angka yang tidak sama ketika dihitung ulang. Kirim rincian ini kepada daerah itu dan minta berkas yang diterbitkan langsung dari Prima.
diterima-salah-naskah = Naskah instrumen di dalam berkas diubah atau tidak ada, jadi angkanya tidak dapat dihitung ulang. Minta daerah mengunduh berkasnya sekali lagi dan mengirimnya tanpa diubah.
diterima-salah-edisi = Naskah instrumen di dalam berkas bukan yang ditetapkan dengan nama pengenal (id) itu: bobot atau aturannya berbeda, jadi angkanya tidak dapat diterima. Minta daerah menerbitkan dengan edisi yang ditetapkan, atau mendaftarkan edisinya sendiri dengan id lain.
diterima-salah-berkas = Bagian berkas ada yang hilang, berlebih, atau berubah. Minta daerah mengunduhnya sekali lagi dan mengirimnya tanpa diubah.
diterima-belum = Diterima, belum divalidasi
diterima-belum-isi = Angkanya sudah dihitung ulang dan cocok. Itu belum berarti penilaiannya benar: validasi adalah keputusan kementerian.
diterima-kunci-palsu = Kunci daerah ini tidak terbukti
diterima-kunci-palsu-isi = Yang tersimpan dari kunci penanda tangan berkas ini bukan yang didaftarkan, jadi isinya tidak ditampilkan dan tidak dihitung. Minta pengelola sistem memulihkan atau mencabut kuncinya dahulu. Setelah pulih, putusan yang ada berlaku lagi.
diterima-kunci-palsu-hasil = Hasilnya tidak ditampilkan selama kuncinya tidak terbukti.
diterima-tak-terbukti = Putusan ini tidak terbukti
diterima-tak-terbukti-isi = Putusan yang tersimpan, atau berkas di bawahnya, bukan yang dicatat program ini. Hasilnya tidak ditampilkan untuk umum dan tidak ikut peringkat nasional. Minta pengelola sistem menjalankan prima check untuk mencari apa yang berubah, lalu putuskan lagi di bawah.
diterima-label-tak-terbukti = Tidak terbukti
diterima-berubah = Berkas ini tidak dapat divalidasi: isi yang tersimpan bukan lagi yang diterima. Minta pengelola sistem memulihkannya dari cadangan, atau kembalikan berkas ini agar daerah menyerahkan versi baru.
diterima-berubah-valid = Berkas ini sudah divalidasi, tetapi isi yang tersimpan bukan lagi yang diterima: angkanya tidak dihitung dan daftar unitnya tidak tampil untuk umum. Minta pengelola sistem memulihkannya dari cadangan, atau tarik validasinya di bawah agar daerah menyerahkan versi baru.
diterima-berubah-diputus = Isi yang tersimpan bukan lagi yang diterima, jadi tidak ditampilkan. Minta pengelola sistem memulihkannya dari cadangan.
diterima-label-dicabut = Kuncinya dicabut
diterima-kunci-dicabut-judul = Kunci penanda tangan berkas ini sudah dicabut
diterima-kunci-dicabut-isi = Alasannya: { $alasan }. Berkas ini tidak dapat divalidasi.
diterima-kunci-dicabut-sah = Alasannya: { $alasan }. Berkas ini divalidasi sebelum itu, jadi hasilnya masih ikut rekap, peringkat, dan Laporan Nasional. Minta daerah menerbitkan lagi dengan kuncinya yang berlaku; versi baru yang divalidasi menggantikannya. Bila isinya tidak dapat dipercaya lagi, tarik validasinya di bawah.
diterima-kunci-dicabut-ditarik = Alasannya: { $alasan }. Validasi berkas ini sudah ditarik, jadi hasilnya tidak ikut dihitung.
diterima-versi-alasan = Alasan versi ini menurut daerah
diterima-edisi = Instrumen
diterima-edisi-ditetapkan = Edisi yang ditetapkan
diterima-edisi-tak-dikenal = Tidak dikenal di sini
diterima-edisi-bukan = Bukan naskah yang ditetapkan
diterima-edisi-tak-terbaca = Berkasnya tidak dapat dibaca sekarang, jadi belum dapat divalidasi.
diterima-edisi-asing-judul = Instrumennya tidak dikenal di sini
diterima-edisi-asing-isi = Angkanya dihitung menurut naskah yang dibawa berkas itu sendiri, misalnya edisi yang disusun daerah. Minta naskahnya dan periksa bobot serta aturannya sebelum memvalidasi.
diterima-edisi-lihat = Sebelum validasi
diterima-edisi-dilihat = Naskah instrumennya sudah saya periksa walau tidak dikenal di sini
diterima-unduh = Unduh berkas seperti diterima
diterima-hasil = { $jumlah ->
    [1] Satu hasil
   *[other] { $jumlah } hasil
}
diterima-putusan = Putusan
diterima-putusan-tak-terbukti = Putusan yang tidak terbukti
diterima-digantikan = Digantikan putusan baru pada { $waktu }
diterima-putuskan = Putuskan
diterima-putuskan-lagi = Putuskan lagi
diterima-putuskan-lagi-isi = Putusan baru menggantikan yang tidak terbukti. Yang lama tetap tercatat di halaman ini.
diterima-putuskan-lagi-bantuan = Arti tidak terbukti
diterima-hilang = { $jumlah ->
    [1] Satu unit dari versi yang sudah divalidasi tidak ada lagi di berkas ini.
   *[other] { $jumlah } unit dari versi yang sudah divalidasi tidak ada lagi di berkas ini.
}
diterima-hilang-isi = Bila berkas ini divalidasi, nilainya tidak ikut dihitung lagi.
diterima-hilang-lihat = Lihat versi { $nomor }
diterima-terdahulu = { $jumlah ->
    [1] Satu unit di berkas ini sudah dihitung dari periode lain pada tahun yang sama.
   *[other] { $jumlah } unit di berkas ini sudah dihitung dari periode lain pada tahun yang sama.
}
diterima-terdahulu-isi = Periode itu yang lebih baru, jadi validasi berkas ini tidak mengubah nilainya di peringkat.
diterima-valid-isi = Dengan validasi, hasil ini tidak lagi bertanda belum divalidasi.
diterima-validasi = Validasi
diterima-kembalikan = Kembalikan dengan alasan
diterima-alasan = Alasan pengembalian
diterima-alasan-bantu = Tulis apa yang perlu diperbaiki. Daerah menyerahkan versi baru.
diterima-ditarik = Validasi ditarik
diterima-tarik = Tarik validasi
diterima-tarik-isi = Sesudah ditarik, hasil berkas ini tidak lagi ikut rekap, peringkat, dan Laporan Nasional yang disusun sesudahnya. Versi lama periode itu tidak menggantikannya: daerah perlu menyerahkan versi baru. Laporan Nasional yang sudah ditetapkan tidak berubah.
diterima-tarik-tetap = Penarikan tidak dapat dibatalkan: berkas ini tidak dapat divalidasi lagi, juga bila diserahkan sekali lagi. Hanya versi baru dari daerah yang dapat.
diterima-tarik-alasan = Alasan penarikan
diterima-tarik-alasan-bantu = Misalnya: kunci penanda tangan dicuri. Alasan ini tersimpan dan tampil di sini dan di halaman umum berkas ini.
diterima-pernah = Validasi berkas ini sudah ditarik
diterima-pernah-isi = Log audit mencatat penarikannya pada { $waktu }, tetapi baris penarikan itu hilang atau diubah dari luar program. Berkas ini tidak dapat divalidasi lagi. Catat lagi penarikannya agar tampil seperti semula, atau kembalikan berkas ini; bila dikembalikan, versi lebih lama yang sudah divalidasi dihitung lagi.
diterima-pernah-alasan = Alasan
diterima-pernah-alasan-bantu = Log audit tidak menyimpan alasannya: tulis lagi. Alasan penarikan tampil di sini dan di halaman umum berkas ini.
diterima-pernah-catat = Catat lagi penarikan
diterima-didahului-kembali = Berkas ini tidak jadi dikembalikan: { $oleh } sudah memvalidasinya pada { $waktu }.
diterima-didahului-valid = Berkas ini tidak jadi divalidasi: { $oleh } sudah mengembalikannya pada { $waktu }.
diterima-didahului-lain = petugas lain
diterima-diputus = Putusan dicatat.
