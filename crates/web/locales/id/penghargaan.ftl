# Penghargaan: syarat, usulan, putusan, pengumuman, dan piagam.

penghargaan-menu = Penghargaan
penghargaan-tab = Penghargaan
penghargaan-judul = Penghargaan
penghargaan-pembuka = Tetapkan penghargaan dan syaratnya, lihat siapa yang memenuhi, lalu catat keputusannya. Prima hanya mengusulkan; yang memutuskan pejabat, dengan keputusan.
penghargaan-kosong = Belum ada penghargaan
penghargaan-kosong-isi = Penyelenggara menambah penghargaan dengan syaratnya. Sesudah itu Prima menunjukkan siapa yang memenuhi dan mengapa.
penghargaan-buka-tahap = Buka kembali tahap pemeringkatan
penghargaan-tambah = Tambah penghargaan
penghargaan-ubah = Ubah penghargaan
penghargaan-hapus = Hapus dari daftar
penghargaan-nama = Nama penghargaan
penghargaan-nama-bantu = Nama ini tercetak di piagam.
penghargaan-untuk = Penerima
penghargaan-syarat = Syarat
penghargaan-diberi = Diberikan
penghargaan-bentuk = Bentuk
penghargaan-bentuk-piagam = Piagam
penghargaan-bentuk-piala = Piala
penghargaan-bentuk-lain = Bentuk lain
penghargaan-bentuk-apa = Jika bentuk lain, apa?
penghargaan-bentuk-apa-bantu = Misalnya uang pembinaan.
penghargaan-sasaran-unit = Unit lokus
penghargaan-sasaran-penyelenggara = Penyelenggara
penghargaan-sasaran-pembina = Pembina
penghargaan-isian-pembuka = Semua syarat yang diisi harus terpenuhi. Syarat tidak dapat diubah lagi sesudah ada putusan.
penghargaan-contoh = Mulai dari contoh
penghargaan-layanan = Kategori layanan
penghargaan-layanan-tiap = Tiap kategori sendiri-sendiri
penghargaan-layanan-bantu = Hanya untuk penerima unit lokus. Setiap kategori diperingkat terpisah.
penghargaan-instansi = Jenis instansi
penghargaan-instansi-semua = Semua
penghargaan-tanpa-batas = Tidak disyaratkan
penghargaan-syarat-bantu = Isi sedikitnya satu. Nilai dibandingkan dengan angka dua desimal yang diterbitkan; peringkat dari nilai tanpa pembulatan. Untuk Pembina dan Penyelenggara dipakai rata-rata nilai unitnya.
penghargaan-peringkat-maks = Peringkat sampai
penghargaan-peringkat-bantu = Angka 3 berarti tiga besar; unit dengan nilai sama mendapat peringkat yang sama.
penghargaan-kategori-min = Kategori nilai paling rendah
penghargaan-ipp-min = Nilai IPP paling rendah
penghargaan-ipp-bantu = Misalnya 4,01.
penghargaan-naik-min = Naik paling sedikit
penghargaan-naik-bantu = Dibanding hasil terbit tahun terakhir sebelumnya dengan skema yang sama. Misalnya 0,25.
penghargaan-beruntun = Tahun berturut-turut
penghargaan-beruntun-bantu = Termasuk tahun ini, kategori atau nilai di atas terpenuhi setiap tahun.
penghargaan-sumber-judul = Asal syarat
penghargaan-sumber = Sumber syarat
penghargaan-sumber-bantu = Peraturan, keputusan, atau kesepakatan tempat syarat ini tertulis. Dokumen nasional yang kami temukan tidak memuat syarat penghargaan.
penghargaan-kepastian = Seberapa pasti
penghargaan-kepastian-tinggi = Pasti: tertulis dalam keputusan atau peraturan
penghargaan-kepastian-sedang = Cukup pasti: dari satu sumber, misalnya berita
penghargaan-kepastian-rendah = Belum pasti
penghargaan-alasan = Alasan
penghargaan-salah-nama = Tulis nama penghargaan.
penghargaan-salah-sumber = Tulis asal syarat ini.
penghargaan-salah-angka = Tulis bilangan bulat, misalnya 3.
penghargaan-salah-nilai = Tulis nilai dengan paling banyak dua desimal, misalnya 4,01.
penghargaan-salah-wajib = Bagian ini wajib diisi.
penghargaan-pesan-ditambah = Penghargaan ditambahkan. Periksa usulan di bawah.
penghargaan-pesan-disimpan = Penghargaan disimpan.
penghargaan-pesan-dihapus = Penghargaan dihapus dari daftar.
penghargaan-pesan-diputus = Putusan dicatat.
penghargaan-pesan-dicabut = Putusan dicabut.
penghargaan-pesan-diumumkan = Penghargaan diumumkan.
penghargaan-pesan-ditarik = Pengumuman ditarik.
penghargaan-syarat-layanan = hanya kategori { $kategori }
penghargaan-syarat-instansi = hanya { $kelompok }
penghargaan-syarat-peringkat =
    { $n ->
        [1] peringkat 1
       *[other] peringkat 1 sampai { $n }
    }
penghargaan-syarat-kategori = kategori { $kategori } atau lebih tinggi
penghargaan-syarat-ipp = nilai paling rendah { $nilai }
penghargaan-syarat-naik = naik paling sedikit { $nilai }
penghargaan-syarat-beruntun = { $n } tahun berturut-turut
penghargaan-temuan-peringkat =
    Peringkat { $ada } (syarat: { $harus ->
        [1] peringkat 1
       *[other] { $harus } atau lebih baik
    })
penghargaan-temuan-kategori = Kategori { $ada } (syarat: { $harus } atau lebih tinggi)
penghargaan-temuan-ipp = Nilai { $ada } (syarat: paling rendah { $harus })
penghargaan-temuan-naik = Naik { $ada } dari tahun { $dari } (syarat: paling sedikit { $harus })
penghargaan-temuan-turun = Turun { $ada } dari tahun { $dari } (syarat: naik paling sedikit { $harus })
penghargaan-temuan-tanpa-lalu = Belum ada hasil terbit tahun sebelumnya (syarat: naik paling sedikit { $harus })
penghargaan-temuan-beruntun = Terpenuhi { $ada } tahun berturut-turut (syarat: { $harus } tahun)
penghargaan-edisi-lain = Instrumen tahun itu lain, jadi perbandingannya tidak sepenuhnya setara.
penghargaan-terpenuhi = Terpenuhi
penghargaan-tak-terpenuhi = Belum terpenuhi
penghargaan-usulan = Usulan
penghargaan-usulan-isi = Yang memenuhi semua syarat, menurut hasil yang berlaku sekarang. Usulan bukan putusan.
penghargaan-usulan-kosong = Belum ada yang diperingkat
penghargaan-usulan-kosong-isi = Usulan muncul sesudah ada hasil yang dibekukan dengan nilai IPP untuk penerima penghargaan ini.
penghargaan-tanpa-calon = Tidak ada yang memenuhi semua syarat.
penghargaan-tanpa-nilai =
    { $jumlah ->
       *[other] { $jumlah } unit belum punya nilai IPP, jadi tidak ikut diperingkat.
    }
penghargaan-hampir =
    { $jumlah ->
       *[other] { $jumlah } berikutnya belum memenuhi: lihat sebabnya
    }
penghargaan-lainnya =
    { $jumlah ->
       *[other] { $jumlah } lainnya juga belum memenuhi.
    }
penghargaan-peringkat-n = Peringkat { $n }
penghargaan-seri = nilai sama
penghargaan-sudah-diputus-lencana = Sudah diputus
penghargaan-catat = Catat putusan
penghargaan-catat-isi = Yang dicentang diberi penghargaan. Usulan yang tidak dicentang dicatat dilewati. Isi keputusan pejabat yang menetapkannya; isian ini tercetak di piagam.
penghargaan-sk = Keputusan
penghargaan-sk-nomor = Nomor keputusan
penghargaan-sk-tanggal = Tanggal keputusan
penghargaan-sk-tempat = Tempat
penghargaan-sk-jabatan = Jabatan yang memutuskan
penghargaan-sk-jabatan-bantu = Misalnya Bupati Kutai Timur.
penghargaan-sk-nama = Nama pejabat
penghargaan-sk-pangkat = Pangkat (jika dicetak)
penghargaan-menyimpang = Alasan berbeda dari usulan
penghargaan-menyimpang-bantu = Wajib jika ada yang diberi padahal tidak diusulkan, atau dilewati padahal diusulkan.
penghargaan-menyimpang-karena = Berbeda dari usulan: { $alasan }
penghargaan-putusan = Putusan
penghargaan-penerima = Diberikan kepada
penghargaan-di = Instansi
penghargaan-angka = Dasar angka
penghargaan-keadaan = Keadaan
penghargaan-diberikan = Diberikan
penghargaan-dilewati = Dilewati
penghargaan-dicabut = Dicabut
penghargaan-hasil-batal = Hasilnya dibatalkan
penghargaan-milik-batal = Hasil evaluasi yang mendasarinya sudah dibatalkan.
penghargaan-hasil-batal-isi = Hasil evaluasi yang mendasari penghargaan ini sudah dibatalkan. Periksa apakah penghargaannya masih tepat.
penghargaan-gugur = Angkanya berubah
penghargaan-dasar-gugur = Dasar angkanya berubah
penghargaan-gugur-kini = Angka ini sudah berubah. Menurut hasil yang terbit sekarang: peringkat { $peringkat } kategori { $kelompok }, nilai { $nilai } ({ $kategori }).
penghargaan-gugur-hilang = Angka ini tidak ada lagi dalam hasil yang terbit sekarang.
penghargaan-gugur-sama = Hasil yang mendasarinya dibatalkan. Hasil yang terbit sekarang memuat angka yang sama.
penghargaan-dasar = Peringkat { $peringkat } kategori { $kelompok }, nilai { $nilai } ({ $kategori })
penghargaan-dicatat = Dicatat
penghargaan-kode = Kode pemeriksaan
penghargaan-cabut = Cabut putusan
penghargaan-cabut-isi = Piagam yang sudah dicetak tetap dapat diperiksa, dan halamannya menyebut bahwa penghargaan ini dicabut.
penghargaan-pengumuman = Pengumuman
penghargaan-pengumuman-isi = Sesudah diumumkan, daftar penghargaan tampil di halaman umum di samping hasil yang terbit, dan para penerima diberi tahu. Putusan sesudahnya menunggu diumumkan lagi.
penghargaan-pengumuman-bukan-anda = Penanggungjawab yang mengumumkan.
penghargaan-belum-diumumkan = Belum diumumkan
penghargaan-diumumkan = Diumumkan
penghargaan-pengumuman-ditarik = Pengumuman ditarik
penghargaan-diumumkan-oleh = Diumumkan { $waktu } oleh { $nama }.
penghargaan-ditarik-oleh = Ditarik { $waktu } oleh { $nama }.
penghargaan-lihat-umum = Lihat daftar penghargaan
penghargaan-umumkan =
    { $jumlah ->
       *[other] Umumkan { $jumlah } penghargaan
    }
penghargaan-semua-diumumkan = Semua penghargaan sudah diumumkan.
penghargaan-tarik-umum = Tarik pengumuman
penghargaan-jumlah-penerima =
    { $jumlah ->
       *[other] { $jumlah } penerima
    }
penghargaan-piagam-ke = Piagam
penghargaan-piagam-pembuka = Cetak piagam semua penerima sekaligus menjadi satu berkas ZIP. Setiap piagam punya kode QR untuk memeriksa keasliannya.
penghargaan-piagam-kosong = Belum ada yang dapat dicetak
penghargaan-piagam-kosong-isi = Piagam dicetak untuk penghargaan yang putusannya sudah dicatat.
penghargaan-piagam-berkas = Berkas piagam
penghargaan-piagam-belum = Belum ada berkas yang dibuat.
penghargaan-piagam-semua = Semua penghargaan periode ini
penghargaan-piagam-untuk = Piagam untuk
penghargaan-piagam-buat = Buat piagam
penghargaan-piagam-pilih = Pilih penghargaan yang piagamnya dibuat.
penghargaan-piagam-siap =
    { $jumlah ->
       *[other] { $jumlah } piagam siap diunduh
    }
penghargaan-piagam-sampai = Tersimpan sampai { $waktu }.
penghargaan-piagam-sejak = Diminta { $waktu }.
penghargaan-piagam-gagal = Percobaan terakhir gagal; akan dicoba lagi.
penghargaan-piagam-unduh = Unduh ZIP
penghargaan-piagam-hapus = Hapus berkas
penghargaan-piagam-batal = Batalkan
penghargaan-piagam-perbarui = Lihat kemajuan terbaru
penghargaan-piagam-tinggal = Halaman ini boleh ditinggalkan; pembuatan terus berjalan dan berkasnya ditemukan di sini.
penghargaan-piagam-diminta = Piagam sedang dibuat.
penghargaan-piagam-dibuang = Berkas piagam dihapus.
penghargaan-piagam-satu = Piagam (PDF)
penghargaan-piagam-judul = Piagam Penghargaan
penghargaan-piagam-dasar = Keputusan { $jabatan } Nomor { $nomor } tanggal { $tanggal }
penghargaan-piagam-angka-nasional = angka nasional
penghargaan-piagam-angka-lokal = angka lokal
penghargaan-piagam-uraian =
    { $periode } ({ $skema }, { $angka }): peringkat { $peringkat } kategori { $kelompok }, { $sasaran ->
        [unit] Indeks Pelayanan Publik
       *[other] rata-rata Indeks Pelayanan Publik unitnya
    } { $nilai } kategori { $kategori }.
penghargaan-piagam-sementara = Nilai bersifat sementara sampai divalidasi kementerian.
penghargaan-berkas-judul = Keputusan dan berkasnya
penghargaan-berkas-tersimpan = Berkas keputusan tersimpan.
penghargaan-berkas-unduh = Unduh berkas keputusan
penghargaan-berkas-belum = Berkas keputusan yang bertanda tangan belum diunggah.
penghargaan-berkas-unggah = Unggah berkas keputusan
penghargaan-berkas-pilih = Pilih keputusan yang mana.
penghargaan-berkas-medan = Berkas keputusan yang bertanda tangan
penghargaan-berkas-bantu = PDF, paling besar 20 MB. Boleh menyusul sesudah tahap ditutup.
penghargaan-berkas-oleh = Diunggah { $nama }, { $waktu }
penghargaan-logo = Lambang pada piagam
penghargaan-logo-isi = Lambang instansi tercetak di atas namanya pada setiap piagam.
penghargaan-logo-kini = Lambang yang dipakai sekarang
penghargaan-logo-berkas = Berkas gambar
penghargaan-logo-bantu = PNG atau JPEG, paling besar 300 kB.
penghargaan-logo-pilih = Pilih berkas gambar dahulu.
penghargaan-logo-pasang = Pasang lambang
penghargaan-logo-lepas = Lepas lambang
penghargaan-logo-disimpan = Lambang disimpan.
penghargaan-milik-judul = Penghargaan dan pembinaan
penghargaan-milik-unduh = Unduh piagam (PDF)
penghargaan-milik-ditarik = Hasil periode ini sedang tidak diterbitkan, jadi piagamnya belum dapat diunduh. Tanyakan kepada penyelenggara.
penghargaan-milik-pembuka = Penghargaan yang sudah diumumkan, serta pembinaan dan sanksi, dalam lingkup Anda.
penghargaan-milik-semua = Semua
penghargaan-milik-kosong = Belum ada penghargaan
penghargaan-milik-kosong-isi = Penghargaan tampil di sini sesudah diumumkan.
penghargaan-umum-pembuka = Diumumkan { $waktu }. Tekan nama penghargaan untuk memeriksa piagamnya.
penghargaan-umum-dicabut = Dicabut sesudah diumumkan
penghargaan-umum-kosong = Belum ada penghargaan yang diumumkan
penghargaan-umum-kosong-isi = Daftar penghargaan tampil di sini sesudah diumumkan penyelenggara.
penghargaan-umum-kembali = Kembali ke hasil
penghargaan-umum-menyimpang = Belum memenuhi semua syarat; diberikan dengan pertimbangan pejabat yang memutuskan.
