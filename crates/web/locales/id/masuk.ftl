### masuk
masuk-judul = Masuk
masuk-pembuka = Untuk petugas instansi. Warga tidak memerlukan akun.
masuk-surel = Alamat surel
masuk-sandi = Kata sandi
masuk-surel-wajib = Isi alamat surel yang benar, misalnya nama@instansi.go.id.
masuk-sandi-wajib = Isi kata sandi.
masuk-gagal = Belum dapat masuk
masuk-salah = Surel atau kata sandi tidak cocok. Periksa lagi keduanya.
masuk-tahan = Terlalu banyak percobaan. Coba lagi dalam { $menit } menit.
masuk-lupa = Lupa kata sandi?
masuk-tertahan = Sesi Anda sudah berakhir, tetapi isian Anda tidak hilang
masuk-tertahan-isi = Masuk lagi. Setelah itu isian Anda ditampilkan untuk dikirim.
masuk-lanjut-judul = Isian Anda masih ada
masuk-lanjut-isi = Ini yang Anda ketik sebelum sesi berakhir. Belum ada yang disimpan. Berkas dan kata sandi perlu diisi ulang.
masuk-lanjut-kirim = Kirim isian ini
masuk-lanjut-buang = Jangan kirim
masuk-lanjut-medan = Isian
masuk-lanjut-nilai = Yang Anda ketik
masuk-sudah-keluar = Anda sudah keluar.
masuk-lupa-judul = Lupa kata sandi
masuk-lupa-isi = Kami kirim tautan sekali pakai ke surel Anda untuk membuat kata sandi baru.
masuk-lupa-kirim = Kirim tautan
masuk-lupa-terkirim = Periksa surel Anda
masuk-lupa-terkirim-isi = Jika alamat itu milik sebuah akun, tautannya tiba dalam beberapa menit dan berlaku 30 menit.
masuk-lupa-tanpa-surat = Surel belum diatur di sistem ini
masuk-lupa-tanpa-surat-isi = Hubungi pengelola di instansi Anda. Ia dapat memberi tautan sekali pakai untuk membuat kata sandi baru.
masuk-surat-perihal = Prima: buat kata sandi baru
masuk-setel-judul = Buat kata sandi baru
masuk-setel-untuk = Untuk akun { $surel }.
masuk-setel-basi = Tautan ini sudah tidak berlaku
masuk-setel-basi-isi = Tautan hanya dapat dipakai sekali dan dalam waktu terbatas. Minta tautan baru.
masuk-mulai-judul = Siapkan Prima
masuk-mulai-isi = Buat akun pengelola pertama. Akun ini mendaftarkan instansi, unit, dan pengguna lain. Tautan halaman ini hanya berlaku sekali.
masuk-mulai-buat = Buat akun dan masuk
masuk-selamat-datang = Akun pengelola sudah dibuat. Selamat datang.
masuk-surat-isi =
    Yth. { $nama },

    seseorang meminta kata sandi baru untuk akun Anda di Prima. Buka tautan ini dalam { $menit } menit:

    { $tautan }

    Jika bukan Anda yang meminta, abaikan surat ini: kata sandi Anda tidak berubah.
masuk-lanjut-berkas = Pilih berkasnya sekali lagi
masuk-lanjut-berkas-isi = Berkas tidak ikut tersimpan. Tekan Kirim: halamannya terbuka lagi dengan isian ini, lalu pilih berkasnya.
masuk-medan-catatan = Catatan
masuk-medan-skor = Nilai
masuk-medan-sumber = Sumber
masuk-medan-rekomendasi = Rekomendasi
masuk-medan-alasan = Alasan
masuk-medan-keterangan = Keterangan
masuk-medan-nomor = Nomor
masuk-medan-nama = Nama
masuk-medan-jabatan = Jabatan
masuk-medan-tanggal = Tanggal
masuk-medan-tempat = Tempat
masuk-medan-jawaban = Jawaban
masuk-medan-bahasa = Bahasa
masuk-medan-cari = Pencarian
masuk-medan-indikator = { $label } (indikator { $nomor })
masuk-kode-judul = Langkah kedua
masuk-kode-isi = Kata sandi Anda cocok. Buka aplikasi kode di ponsel Anda, lalu tulis angka yang tampil untuk Prima.
masuk-kode = Kode
masuk-kode-bantu = 6 angka dari aplikasi, atau salah satu kode pemulihan Anda.
masuk-kode-wajib = Tulis kodenya.
masuk-kode-salah = Kode tidak cocok atau sudah dipakai. Tunggu angka berikutnya di aplikasi, lalu coba lagi.
masuk-kode-basi = Terlalu lama. Masuk sekali lagi dari awal.
masuk-kode-mulai = Mulai dari awal
masuk-kode-hilang = Ponsel dan kode pemulihan hilang? Pengelola sistem di instansi Anda dapat menghapus langkah kedua.
masuk-pulih-dipakai = Anda masuk dengan kode pemulihan. Kode itu tidak dapat dipakai lagi.
masuk-ulang-judul = Pastikan ini Anda
masuk-ulang-isi = Langkah ini penting, jadi kami bertanya sekali lagi. Sesudahnya tidak ditanya lagi selama 10 menit.
masuk-ulang-tertahan = Isian Anda tidak hilang
masuk-ulang-tertahan-isi = Sesudah ini isian Anda ditampilkan untuk dikirim.
masuk-ulang-sandi = Kata sandi Anda
masuk-ulang-sandi-kode = Kata sandi Anda, atau 6 angka dari aplikasi kode
masuk-ulang-wajib = Tulis kata sandi Anda.
masuk-ulang-salah = Tidak cocok. Periksa lagi.
masuk-ulang-kirim = Lanjutkan
masuk-ulang-terbukti = Terima kasih. Silakan lanjutkan.
masuk-ulang-lanjut = Ini yang Anda ketik. Belum ada yang disimpan. Berkas dan kata sandi perlu diisi ulang.
