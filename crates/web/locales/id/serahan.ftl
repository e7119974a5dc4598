### A publication that was handed in and validated, as anyone may read it.

serahan-judul = Berkas hasil yang diserahkan
serahan-pembuka = Instansi ini menilai unitnya di instalasi lain dan menyerahkan hasilnya sebagai berkas bertanda tangan. Kementerian menyatakannya valid, sehingga angkanya masuk peringkat nasional. Siapa pun dapat mengunduh dan menghitung ulang isinya.
serahan-berkas = Berkas yang diterima
serahan-dari = Ditandatangani oleh
serahan-divalidasi = Dinyatakan valid
serahan-asal = Angka ini dari berkas yang ditandatangani { $pemilik }.
serahan-validasi = Kementerian menyatakannya valid pada { $waktu }.
serahan-periksa-isi = Berkas bertanda tangan hasil ini dapat diperiksa di peramban Anda sendiri. Yang dihitung ulang: setiap nilai, dari lembar penilaian dan jawaban warga sampai IPP.
serahan-cara-satu = Satu hasil: buka unitnya di peringkat nasional, lalu periksa di peramban. Semua sekaligus: tekan tombol di atas, atau unduh berkasnya dan jalankan perintah ini.
serahan-ke-peringkat = Unit instansi ini di peringkat
serahan-ditarik = Kementerian menarik validasi berkas ini pada { $waktu }. Angkanya tidak lagi dihitung dan berkasnya tidak lagi dibagikan di sini.
serahan-kunci-dicabut = Kunci penanda tangan dicabut
serahan-kunci-dicabut-isi = Kunci yang menandatangani berkas ini dicabut sesudah divalidasi. Angkanya masih dihitung selama kementerian belum menarik validasinya.
serahan-usang = Ada versi yang lebih baru
serahan-usang-isi = Instansi ini sudah menyerahkan versi yang lebih baru. Angka peringkat mengikutinya setelah versi itu dinyatakan valid.
