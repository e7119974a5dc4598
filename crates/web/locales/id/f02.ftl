### F02: evaluator sheets, comparison, consensus, history.

f02-judul = Penilaian F02
f02-lanjut = Lanjutkan menilai
f02-mulai = Mulai menilai
f02-ikhtisar = Ikhtisar
f02-banding = Perbandingan dan konsensus
f02-pembuka = Nilai setiap indikator dari 0 sampai 5 setelah membaca isian dan bukti unit. Begitu Anda membuka salah satu aspek, unit tidak dapat lagi menarik F01-nya.
f02-tambahan = Informasi tambahan
f02-tambahan-isi = Tanpa bobot: tidak mengubah indeks dan boleh dikosongkan.
f02-lengkap = Semua sudah dinilai
f02-belum-dinilai = { $jumlah ->
    [1] Satu indikator belum dinilai
   *[other] { $jumlah } indikator belum dinilai
}
f02-lihat = Lihat
f02-periksa = Periksa lagi
f02-nilai-aspek = Nilai
f02-tandai-judul = Serahkan penilaian Anda
f02-tandai-isi = Setelah ditandai selesai, nilai Anda terkunci dan evaluator lain yang juga selesai dapat membandingkannya. Anda masih dapat membukanya kembali dengan alasan selama hasil belum dibekukan.
f02-tandai-kurang = { $jumlah ->
    [1] Masih satu indikator berbobot yang belum dinilai. Tombol untuk menandai selesai muncul setelah semuanya dinilai.
   *[other] Masih { $jumlah } indikator berbobot yang belum dinilai. Tombol untuk menandai selesai muncul setelah semuanya dinilai.
}
f02-tandai = Tandai penilaian saya selesai
f02-tandai-tutup = Saat ini penilaian tidak dapat diubah atau ditandai selesai.
f02-lembar-anda-selesai = Penilaian Anda sudah selesai
f02-ditandai-pada = Ditandai selesai { $pada }. Nilai Anda terkunci.
f02-ditandai-selesai = Penilaian Anda ditandai selesai.
f02-buka-kembali = Buka kembali penilaian saya
f02-dibuka-kembali = Penilaian Anda dibuka kembali. Tandai selesai lagi setelah memperbaiki.
f02-alasan-buka = Alasan membuka kembali
f02-alasan-buka-bantu = Tercatat dalam jejak audit. Kesepakatan atas nilai yang Anda ubah harus dibuat ulang.
f02-tim = Kemajuan evaluator
f02-evaluator = Evaluator
f02-dinilai = Sudah dinilai
f02-keadaan = Keadaan
f02-selesai = Selesai
f02-berjalan = Sedang menilai
f02-belum-mulai = Belum mulai
f02-tanpa-evaluator = Belum ada evaluator
f02-tanpa-evaluator-isi = Kemajuan F02 tampil di sini setelah penanggungjawab menetapkan evaluator dengan surat keputusan.
f02-kemajuan-judul = Hanya kemajuan yang ditampilkan
f02-kemajuan-isi = Supaya setiap evaluator menilai sendiri, nilainya baru dapat dibaca setelah semua evaluator selesai.
f02-ke-konsensus = Bandingkan dan sepakati nilai
f02-ke-banding = Bandingkan nilai
f02-tertutup-judul = Nilai F02 belum dapat dibaca
f02-tertutup-isi = Nilai dapat dibaca setelah evaluator selesai dan penyelenggara membekukan hasilnya.

## Closed
f02-tutup-belum-dikirim-judul = Menunggu F01 dari unit
f02-tutup-belum-dikirim = Unit belum mengirim F01, jadi belum ada yang dapat dinilai. Halaman ini terbuka begitu kepala unit mengirimkannya.
f02-tutup-dikembalikan-judul = F01 dikembalikan
f02-tutup-dikembalikan = F01 dikembalikan ke unit untuk diperbaiki; menunggu perbaikan sampai { $tanggal }. Penilaian terbuka lagi begitu kepala unit mengirimkannya.
f02-tutup-fase-judul = Tahap pelaksanaan ditutup
f02-tutup-dibekukan-judul = Hasil sudah dibekukan
f02-tutup-dibekukan = Nilai F02 sudah menjadi bagian dari hasil yang dibekukan dan tidak dapat diubah lagi.
f02-lembar-selesai = Penilaian yang sudah ditandai selesai terkunci. Buka kembali dari ikhtisar F02 bila perlu memperbaiki.
f02-belum-lengkap = Masih ada indikator berbobot yang belum dinilai.
f02-skor-di-luar = Nilai harus dari 0 sampai 5.
f02-skor-wajib = Pilih nilai dari 0 sampai 5.
f02-alasan-wajib = Alasan wajib diisi.
f02-versi-tak-dikenal = Isian ini didasarkan pada versi yang tidak ada. Muat ulang halaman, lalu coba lagi.
f02-isi-tak-sah = Isian tidak dapat dibaca. Muat ulang halaman, lalu coba lagi.
f02-sepakat-belum-semua = Kesepakatan dibuat setelah semua evaluator menandai penilaiannya selesai.
f02-sepakat-tak-beda = Para evaluator memberi nilai yang sama untuk indikator ini, jadi tidak perlu disepakati.
f02-sepakat-rata-rata = Periode ini memakai rata-rata nilai evaluator, jadi tidak ada yang perlu disepakati.

## Working page
f02-aspek = Aspek
f02-bobot = bobot { $bobot }%
f02-riwayat = Riwayat
f02-kata-unit = Isian F01 dan bukti unit
f02-jumlah-bukti = { $jumlah ->
    [0] tanpa bukti
    [1] 1 bukti
   *[other] { $jumlah } bukti
}
f02-f01-kosong = Unit tidak mengisi apa pun untuk indikator ini.
f02-tidak-dijawab = tidak dijawab
f02-ya = Ya
f02-tidak = Tidak
f02-bukti = Bukti dukung
f02-tanpa-bukti = Tidak ada bukti yang diunggah.
f02-tab-baru = membuka tab baru
f02-bukti-luar = Tautan di luar Prima; isinya dapat berubah.
f02-contoh-bukti = Contoh bukti dan alasan indikator ini
f02-penilaian = Penilaian { $kode }
f02-usulan-nilai = Usulan rubrik: { $nilai }
f02-usulan-tidak-diatur = Tidak diatur rubrik
f02-usulan-belum-lengkap = Belum ada usulan: F01 belum lengkap
f02-usulan-tanpa-aturan = Tidak ada aturan untuk mengusulkan nilai
f02-pakai-usulan = Pakai usulan
f02-usulan-bukan-nilai = Hanya usulan dari isian unit; Anda yang menilai.
f02-skor = Nilai
f02-tanpa-skor = belum ada
f02-tanpa-rubrik = Teks tingkat rubrik edisi ini tidak dikumpulkan; pilih angkanya.
f02-kepastian-rubrik = Kepastian rubrik:
f02-sumber = Sumber data
f02-sumber-bantu = Dari mana Anda tahu? Boleh lebih dari satu.
f02-cara-dokumen = Dokumen
f02-cara-wawancara = Wawancara
f02-cara-observasi = Observasi lapangan
f02-sumber-rincian = Rincian sumber
f02-catatan = Catatan
f02-catatan-bantu = Tercetak pada LHE hanya bila Anda satu-satunya evaluator unit ini. Bila evaluatornya beberapa, catatan masing-masing tidak dicetak.
f02-rekomendasi = Rekomendasi
f02-rekomendasi-bantu = Disarankan bila nilainya di bawah 5: apa yang sebaiknya dilakukan unit? Tercetak pada LHE, kecuali bila kesepakatan menetapkan nilai atau rekomendasi lain.
f02-simpan-semua = Simpan semua di aspek ini
f02-aspek-berikut = Aspek berikutnya
f02-ke-ikhtisar = Kembali ke ikhtisar
f02-tersimpan = Tersimpan.
f02-tersimpan-pada = Tersimpan { $pada }
f02-belum-diisi = Belum diisi
f02-status-tersimpan = Tersimpan
f02-status-menyimpan = Menyimpan …
f02-status-belum = Belum tersimpan
f02-status-luring = Belum terkirim; disimpan di peramban ini dan dikirim lagi otomatis
f02-status-masuk = Sesi berakhir. Isian aman di peramban ini dan dikirim setelah Anda masuk.
f02-status-masuk-tautan = Masuk lagi di tab baru
f02-status-usulan = Usulan dipilih, belum disimpan. Tekan Simpan bila Anda setuju.
f02-status-gagal = Belum tersimpan. Isian tetap ada di peramban ini.
f02-tertinggal-judul = Ada isian Anda yang belum terkirim
f02-tertinggal-isi = Isian itu tidak hilang: tersimpan di peramban perangkat ini dan dikirim sendiri saat lembar indikatornya dibuka setelah dapat diisi lagi. Indikatornya:
f02-status-semua = Semua tersimpan
f02-status-sisa = Belum tersimpan:
f02-bentrok-judul = Ada versi lain yang lebih baru
f02-bentrok-halaman = Isian lain sudah disimpan. Untuk indikator yang ditandai di bawah, bandingkan kedua versi dan pilih.
f02-bentrok-isi = Akun Anda menyimpan versi lain dari tab atau peranti lain pada { $pada }:
f02-bentrok-oleh = { $nama } menyimpan kesepakatan lebih dulu pada { $pada }:
f02-bentrok-pilih = Yang Anda ketik masih ada di formulir. Pilih yang dipakai:
f02-bentrok-konsensus = Yang Anda ketik masih ada di formulir dan belum disimpan. Simpan lagi untuk menggantikannya, atau
f02-bentrok-isian-saya = Simpan isian saya
f02-bentrok-tersimpan = Pakai yang tersimpan
f02-pintasan = Pintasan papan tik
f02-pintasan-nilai = Memilih nilai indikator yang sedang dibuka
f02-pintasan-berikut = Ke indikator berikutnya
f02-pintasan-sebelum = Ke indikator sebelumnya
f02-pintasan-bantu = Menampilkan daftar ini
f02-pintasan-aktif = Pintasan aktif di peramban ini
f02-tutup-dialog = Tutup

## Comparison and consensus
f02-cara-konsensus = Setiap evaluator menilai sendiri. Bila nilainya sama, nilai itu yang dipakai. Bila berbeda, evaluator menyepakati satu nilai dengan alasannya.
f02-cara-rata-rata = Setiap evaluator menilai sendiri. Nilai indikator adalah rata-rata semua evaluator: jumlah nilai dibagi banyaknya evaluator, dihitung tepat dan baru dibulatkan saat ditampilkan. Tidak ada yang perlu disepakati.
f02-sendiri-judul = Selesaikan penilaian Anda dahulu
f02-sendiri-isi = Nilai evaluator lain baru tampil setelah Anda menandai penilaian Anda selesai, supaya setiap nilai diberikan sendiri-sendiri.
f02-menunggu-judul = Menunggu evaluator lain
f02-menunggu-isi = Nilai yang belum selesai tidak ditampilkan. Kesepakatan dibuat setelah semua evaluator selesai.
f02-sepakat-bagian = Nilai yang sama
f02-sama-dari = { $sama } dari { $dari } indikator berbobot
f02-selisih-terbesar = Selisih terbesar
f02-selisih-tidak-ada = Tidak ada perbedaan.
f02-selisih-di = { $jumlah ->
    [1] pada satu indikator
   *[other] pada { $jumlah } indikator
}
f02-kemajuan-konsensus = Kesepakatan
f02-disepakati-hitung = Indikator berbeda yang disepakati
f02-konsensus-tuntas = Tidak ada yang perlu disepakati lagi
f02-perlu-disepakati = Indikator yang berbeda
f02-skor-disepakati = Nilai yang disepakati
f02-alasan = Alasan
f02-alasan-bantu = Mengapa nilai ini yang dipakai? Ditampilkan pada laporan. Tercetak pada LHE bersama rekomendasi kesepakatan ini; catatan masing-masing evaluator tidak dicetak.
f02-sepakati = Simpan kesepakatan
f02-ubah-kesepakatan = Ubah kesepakatan
f02-disepakati = Kesepakatan tersimpan.
f02-gugur-judul = Perlu disepakati ulang
f02-gugur-isi = Nilai evaluator berubah setelah kesepakatan sebelumnya, jadi kesepakatan itu tidak berlaku lagi.
f02-lihat-rubrik = Lihat rubrik
f02-semua-indikator = Semua indikator
f02-indikator = Indikator
f02-tanpa-bobot = tanpa bobot
f02-perbandingan = Perbandingan
f02-skor-akhir = Nilai akhir
f02-terbuka = belum ada
f02-lihat-catatan = Catatan dan rekomendasi
f02-banding-belum = Belum dapat dibandingkan
f02-banding-satu = Satu evaluator
f02-banding-sama = Sama
f02-banding-beda = Berbeda { $selisih }, belum disepakati
f02-banding-berbeda = Berbeda { $selisih }
f02-banding-disepakati = Berbeda { $selisih }, disepakati
f02-riwayat-kesepakatan = Kesepakatan
f02-riwayat-kosong = Belum ada perubahan
f02-riwayat-kosong-isi = Riwayat tampil di sini setelah ada nilai yang boleh Anda lihat.
f02-diganti-judul = Lembar yang tidak dihitung
f02-diganti-isi = Evaluatornya diganti sebelum hasil dibekukan. Lembarnya disimpan utuh untuk dibaca, dan tidak masuk ke nilai.
f02-diganti-tidak-dihitung = Tidak dihitung
f02-diganti-berakhir = Penugasannya berakhir { $pada }.
f02-diganti-nama = { $nama } (tidak dihitung, sudah diganti)
f02-diganti-dinilai = { $jumlah ->
    [0] belum menilai indikator
    [1] satu indikator dinilai
   *[other] { $jumlah } indikator dinilai
}
f02-diganti-kosong = Tidak ada nilai atau catatan di lembar ini.
f02-berakhir-saya = Lembar Anda
f02-berakhir-saya-isi = Penugasan Anda untuk unit ini sudah berakhir, sesudah hasilnya dibekukan. Lembar Anda ikut dihitung dalam hasil itu; Anda dapat membacanya, tetapi tidak dapat mengubahnya.
f02-berakhir-dihitung = Ikut dihitung
f02-diganti-saya = Lembar Anda yang tidak dihitung
f02-diganti-saya-isi = Penugasan Anda untuk unit ini sudah berakhir. Yang Anda isi tetap tersimpan dan dapat Anda baca, tetapi tidak dihitung dan tidak dapat diubah.
f02-kembali = Kembali
f02-kapan = Kapan
f02-siapa = Siapa
f02-yang-berubah = Yang berubah
f02-versi = versi { $nomor }
f02-dari-ke = dari { $dari } menjadi { $ke }
f02-dikosongkan = dikosongkan
f02-sisa = Isian lain yang baru diketik belum lengkap, jadi belum disimpan. Lengkapi nilai dan alasannya, lalu simpan.
f02-banding-tanpa-bobot = Tidak perlu disepakati
f02-pustaka = Contoh rekomendasi
f02-pustaka-isi = Kalimat susunan Prima, bukan kalimat resmi. Salin yang sesuai, lalu ubah menurut keadaan unit.
f02-pustaka-menuju = Agar mencapai { $nilai }:
f02-diukur = Diukur Prima ({ $pada }): { $isi }
