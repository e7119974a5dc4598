### Rankings: the national view from published values, the ranking of a period, its publication.

peringkat-judul = Peringkat menurut pemberitaan
peringkat-tabel = { $kelompok }, { $skema } { $tahun }
peringkat-bukan-resmi = Daftar ini hanya memuat nilai yang kami temukan di pemberitaan, jadi tidak lengkap. Urutan di sini bukan peringkat resmi nasional; peringkat menurut sumber ada pada keterangan.
peringkat-hanya = { $jumlah } instansi yang nilainya ditemukan.
peringkat-dua-desimal = Sumber hanya memuat dua angka di belakang koma, jadi nilai yang sama berbagi urutan.
peringkat-kolom-urutan = Urutan
peringkat-nihil = Belum ada urutan
peringkat-nihil-isi = Semua nilai kelompok ini bertentangan antarsumber; lihat di bawah.
peringkat-bertentangan = Sumber yang bertentangan
peringkat-bertentangan-isi = Untuk instansi ini sumber memuat nilai yang berbeda pada tahun yang sama, jadi tidak diurutkan.
peringkat-acuan = Rata-rata yang dimuat sumber, { $tahun }
peringkat-tanpa-riwayat = Belum ada nilai dari sumber terbuka
peringkat-tanpa-riwayat-isi = Pengelola sistem dapat memasukkannya lewat menu impor.
peringkat-periode-judul = Peringkat
peringkat-belum-terbit = Belum diterbitkan
peringkat-terbit = Diterbitkan
peringkat-ditarik = Ditarik kembali
peringkat-belum-terbit-berkas = Keadaan saat diunduh; belum tentu sama dengan yang diterbitkan.
peringkat-beku = Hasil yang sudah dibekukan
peringkat-kosong = Belum ada yang dapat diperingkat
peringkat-kosong-isi = Peringkat terisi setelah hasil unit dibekukan. Lihat unit mana yang masih dinilai.
peringkat-ke-periode = Ke halaman periode
peringkat-penerbitan-judul = Penerbitan hasil
peringkat-lihat-publik = Lihat halaman publiknya
peringkat-jadi-publik = Yang menjadi publik
peringkat-publik-hasil = Hasil { $jumlah } unit yang sudah dibekukan
peringkat-publik-nilai = IPP, kategori, nilai tiap aspek dan indikator, beserta perhitungannya
peringkat-publik-f03 = Jumlah jawaban F03 dan bagian kertasnya, tanpa jawaban perorangan
peringkat-publik-peringkat = Peringkat tiap kelompok, rata-rata instansi, dan nama unit yang belum selesai
peringkat-tetap-tertutup = Yang tetap tertutup
peringkat-tetap-tertutup-isi = Isian F01, berkas bukti dukung, catatan dan nama evaluator.
peringkat-lihat-dulu = Lihat peringkatnya dahulu
peringkat-keputusan = Keputusan penanggungjawab
peringkat-bukan-anda = Hanya penanggungjawab periode ini yang dapat menerbitkan atau menarik hasil.
peringkat-terbitkan-isi = Setelah diterbitkan, siapa pun dapat membaca hasil ini tanpa akun. Hasil dapat ditarik kembali dengan alasan yang ikut tampil.
peringkat-terbitkan = Terbitkan hasil { $jumlah } unit
peringkat-ada-baru = Ada { $jumlah } hasil yang dibekukan setelah penerbitan terakhir dan belum publik.
peringkat-semua-terbit = Semua hasil yang dibekukan sudah publik.
peringkat-tarik-judul = Tarik kembali hasil
peringkat-tarik-alasan = Alasan penarikan
peringkat-tarik-bantu = Tampil untuk umum sebagai ganti hasil, misalnya: nilai RSUD dihitung ulang. Jangan menulis nama orang.
peringkat-tarik = Tarik dari halaman publik
peringkat-pesan-terbit = Hasil diterbitkan dan dapat dibaca siapa pun.
peringkat-pesan-ditarik = Hasil ditarik dari halaman publik.
peringkat-riwayat = Riwayat penerbitan
peringkat-tanpa-ba = Tanpa berita acara bertanda tangan: { $jumlah } unit
peringkat-tanpa-ba-isi = Berita acara hasil unit ini belum ditandatangani ketiga pihak. Lengkapi tanda tangannya dahulu, atau terbitkan dengan alasan; alasan tampil untuk umum di samping nama unit.
peringkat-tanpa-ba-lihat = Lihat { $jumlah } unit
peringkat-tanpa-ba-alasan = Alasan menerbitkan tanpa berita acara bertanda tangan
peringkat-periksa-terbitkan = Periksa, lalu terbitkan
peringkat-perlu-alasan = Ada unit tanpa berita acara bertanda tangan (daftar di bawah). Alasannya diminta pada halaman berikut.
peringkat-konfirmasi-judul = Periksa sebelum terbit
peringkat-konfirmasi-isi = Belum ada yang diterbitkan. Periksa apa saja yang dapat dibaca siapa pun setelah Anda menekan tombol di bawah.
peringkat-konfirmasi-isi-versi = Versi baru ini belum diterbitkan. Periksa apa saja yang dapat dibaca siapa pun setelah Anda menekan tombol di bawah.
peringkat-konfirmasi-unit = { $jumlah ->
    [1] Hasil satu unit
   *[other] Hasil { $jumlah } unit
}
peringkat-konfirmasi-keadaan = Keadaan
peringkat-konfirmasi-baru = Menjadi publik
peringkat-konfirmasi-sudah = Sudah publik
peringkat-konfirmasi-tanpa-ba = Berita acara hasil belum ditandatangani ketiga pihak
peringkat-konfirmasi-ikut = Yang ikut terbaca
peringkat-konfirmasi-belum = { $jumlah ->
    [1] Nama satu unit yang penilaiannya belum selesai
   *[other] Nama { $jumlah } unit yang penilaiannya belum selesai
}
peringkat-konfirmasi-sementara = Yang sementara dan belum pasti
peringkat-konfirmasi-alasan-bantu = Berlaku untuk unit di atas yang berita acaranya belum ditandatangani. Tampil untuk umum dan masuk jejak audit. Jangan menulis nama orang.
peringkat-konfirmasi-berubah = Periksa dahulu daftar ini: isinya belum Anda lihat, atau berubah sejak halaman dibuka. Tombol tadi belum menerbitkan apa pun.
peringkat-konfirmasi-lain = dan { $jumlah } unit lain. Semuanya ada di berkas
