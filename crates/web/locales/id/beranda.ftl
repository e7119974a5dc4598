### Start pages.

beranda-lihat-hasil = Lihat hasil evaluasi
beranda-baca-panduan = Baca panduan
beranda-salam = Selamat datang, { $nama }
beranda-menunggu = { $jumlah ->
    [1] Satu hal menunggu Anda.
   *[other] { $jumlah } hal menunggu Anda.
}
beranda-tidak-menunggu = Tidak ada yang menunggu tindakan Anda saat ini.
beranda-giliran = Giliran Anda
beranda-tanpa-peran = Akun Anda belum memiliki peran
beranda-tanpa-peran-isi = Minta pengelola sistem instansi Anda memberi peran. Sambil menunggu, hasil yang terbit dapat dibaca siapa saja.
beranda-unit-bagian = Evaluasi unit Anda
beranda-unit-kosong = Unit Anda belum menjadi lokus pada periode mana pun. Jika terpilih, F01 muncul di sini.
beranda-evaluator-bagian = Unit yang Anda nilai
beranda-evaluator-kosong = Belum ada unit untuk Anda. Unit muncul di sini setelah penanggungjawab menetapkan Anda dengan SK.
beranda-evaluator-semua = Hanya 100 unit ditampilkan; buka semuanya
beranda-tanda-bagian = Berita acara menunggu tanda tangan Anda
beranda-tanda-kosong = Tidak ada berita acara yang menunggu tanda tangan Anda.
beranda-terima-bagian = Dokumen menunggu tanda terima Anda
beranda-terima-lain = Ada yang lain: lihat kabar
beranda-sk-pembina = SK yang belum ditetapkan
beranda-sk-dicatat = dicatat penanggungjawab sesudah ditandatangani
beranda-sk-bagian = SK menunggu tanda tangan
beranda-sk-kosong = Tidak ada SK yang menunggu. SK muncul di sini setelah penyelenggara menyusun rancangannya atau mengusulkan evaluator.
beranda-semua-periode = Semua periode
beranda-sepakat-bagian = Unit yang menunggu kesepakatan evaluator
beranda-penyelenggara-bagian = Unit yang menunggu Anda
beranda-ba-macet = Berita acara hasil tidak dapat selesai: seorang penanda tangannya tidak berhak lagi. Batalkan, lalu buat lagi
beranda-ba-macet-pelaksanaan = Berita acara pelaksanaan tidak dapat selesai: seorang penanda tangannya tidak berhak lagi. Batalkan, lalu buat lagi
beranda-ba-bersama = { $jumlah } hasil yang dibekukan belum punya berita acara; buat sekaligus
beranda-lhe-bersama = { $jumlah } unit siap dibuatkan LHE; buat sekaligus
beranda-sampai-bersama = { $jumlah } LHE belum disampaikan kepada unitnya; sampaikan sekaligus
beranda-sebagian = { $tampil } dari { $semua } ditampilkan.
beranda-sebagian-semua = Buka periode yang paling banyak menunggu
beranda-f01-mulai = Isi F01 mulai { $tanggal }
beranda-periode-bagian = Periode
beranda-periode-kosong = Belum ada periode. Mulai dengan membuka periode: pilih edisi instrumen dan jadwalnya.
beranda-periode-kosong-lain = Belum ada periode dalam lingkup Anda.
beranda-periode-jumlah = { $lokus } unit, { $f01 } F01 terkirim, { $hasil } hasil
beranda-kurang-lokus = Belum ada unit lokus
beranda-kurang-evaluator = Ada unit tanpa evaluator
beranda-kurang-sk = Evaluator menunggu SK
beranda-kurang-f01 = Menunggu F01 dari unit
beranda-kurang-hasil = Penilaian berjalan
beranda-kurang-terbit = Hasil lengkap, belum terbit
beranda-lengkap = Sudah terbit
beranda-terbit-menyusul = Sudah terbit, tetapi ada hasil yang belum
beranda-ba-hasil = Berita acara hasil
beranda-ba-pelaksanaan = Berita acara pelaksanaan
beranda-auditor-bagian = Pengawasan
beranda-admin-bagian = Administrasi
beranda-audit = Jejak audit
beranda-audit-isi = Siapa mengubah apa dan kapan, tersegel berantai.
beranda-periode-baca = Baca periode dan unit lokus dalam lingkup Anda.
beranda-akun = Pengguna
beranda-akun-isi = Buat akun, beri peran, dan berikan tautan sekali pakai.
beranda-instansi = Instansi dan unit
beranda-instansi-isi = Daftar yang menjadi dasar lingkup peran dan unit lokus.
beranda-instansi-pertama = Daftarkan instansi Anda
beranda-instansi-pertama-isi = Langkah pertama: belum ada instansi. Sesudahnya tambahkan unit dan akun, satu per satu atau impor dari berkas.
beranda-impor = Impor dari berkas
beranda-impor-isi = Masukkan banyak unit atau akun sekaligus dari XLSX atau CSV.
beranda-apa-isi = Unit menyatakan keadaannya dengan bukti (F01), evaluator menilainya (F02), dan pengguna layanan menjawab survei (F03). F02 dan F03 menjadi Indeks Pelayanan Publik dari 0 sampai 5, dan setiap angkanya dapat ditelusuri sampai buktinya.
beranda-terbit-bagian = Hasil siap diterbitkan
beranda-terbit-kosong = Tidak ada hasil baru untuk diterbitkan.
beranda-terbit-siap = { $jumlah ->
    [1] Hasil satu unit sudah dibekukan dan belum terbit
   *[other] Hasil { $jumlah } unit sudah dibekukan dan belum terbit
}
beranda-keamanan-isi = Langkah kedua yang wajib, dan masuk lewat layanan instansi (SSO).
beranda-data-pribadi-isi = Daftar data, permintaan pemilik data, lama simpan, dan insiden.
beranda-pdp-bagian = Data pribadi: tenggat 3 x 24 jam
beranda-pdp-insiden = Insiden: pemilik data dan lembaga diberi tahu paling lambat { $waktu }
beranda-pdp-insiden-lewat = Insiden: pemilik data dan lembaga seharusnya sudah diberi tahu { $waktu }
beranda-pdp-minta = Permintaan pemilik data ({ $tentang }): dijawab paling lambat { $waktu }
beranda-pdp-minta-lewat = Permintaan pemilik data ({ $tentang }): seharusnya sudah dijawab { $waktu }
beranda-berkas-isi = Berkas yang menunggu pemindai virus atau mengandung virus.
beranda-kait-isi = Alamat program yang diberi tahu begitu sesuatu terjadi (webhook).
beranda-gerbang-isi = WhatsApp dan SMS: keadaan gerbang, biaya, dan yang gagal.
beranda-surat = Pengiriman surel
beranda-surat-isi = Apakah surel terkirim, dan yang gagal.
beranda-surat-gagal = Ada yang gagal
beranda-survei-bagian = Survei yang perlu diperhatikan
beranda-survei-kosong = Tidak ada yang mendesak.
beranda-survei-semua = Semua survei
beranda-survei-rencana-dekat = rencana tindak lanjut, tenggat { $tanggal }
beranda-survei-rencana-lewat = rencana tindak lanjut, tenggatnya { $tanggal } sudah lewat
beranda-survei-lewat = Lewat tenggat
beranda-survei-dekat = Segera
beranda-survei-kurang = { $n } dari { $target } jawaban, berakhir { $tanggal }
beranda-survei-target = Kurang jawaban
beranda-ringkas-menunggu = menunggu Anda
beranda-ringkas-telat = terlambat
beranda-ringkas-berubah = kabar baru
beranda-telat = Terlambat
beranda-telat-bagian = Terlambat
beranda-telat-kosong = Tidak ada yang terlambat. Di sini muncul pekerjaan yang melewati tanggalnya: F01, penilaian, tahap, tindak lanjut, permohonan, laporan warga, atau data pribadi.
beranda-telat-isian = F01 belum dikirim, padahal tahapnya sampai { $tanggal }
beranda-telat-nilai = Penilaian Anda (F02) belum selesai, padahal tahapnya sampai { $tanggal }
beranda-telat-fase-satu = { $fase } (sampai { $tanggal })
beranda-telat-fase-beberapa = { $jumlah } tahap sudah lewat tanggalnya dan belum ditutup: { $fase }
beranda-telat-fase = Tahap { $fase } sampai { $tanggal } dan belum ditutup
beranda-telat-rencana = { $jumlah } rencana tindak lanjut lewat tenggat sejak { $tanggal }
beranda-telat-laporan = Laporan tindak lanjut lewat batas { $tanggal }
beranda-telat-lanjut = Tindak lanjut terlambat di { $jumlah } unit
beranda-berubah-bagian = Yang berubah sejak Anda terakhir melihat
beranda-berubah-kosong = Tidak ada kabar baru. Kabar tentang pekerjaan Anda muncul di sini sampai Anda menandainya sudah dilihat.
beranda-berubah-semua = Semua pemberitahuan
beranda-ditolak = { $jumlah } akses ditolak
beranda-ditolak-isi = Dalam { $jumlah } hari terakhir
beranda-validasi-bagian = Hasil daerah
beranda-validasi-kosong = Tidak ada hasil mandiri yang menunggu validasi.
beranda-diterima-kosong = Tidak ada berkas yang menunggu validasi. Berkas dari daerah yang memakai Prima sendiri diterima di sini.
beranda-dicabut = Kunci berkas yang divalidasi sudah dicabut
beranda-dicabut-isi = { $jumlah } berkas masih ikut dihitung. Tarik validasinya atau minta versi baru.
beranda-tak-terbukti = Putusan atau isi berkas daerah tidak terbukti
beranda-tak-terbukti-isi = { $jumlah } berkas tidak ditampilkan dan tidak dihitung sampai diputuskan lagi atau isinya dipulihkan.
beranda-kunci-isi = Kunci penanda tangan instalasi ini dan kunci daerah yang dipercaya.
beranda-kunci-palsu = Ada yang tidak terbukti
beranda-kunci-palsu-isi = { $jumlah } kunci daerah tidak seperti yang dicatat, jadi tidak dipercaya. Lihat kunci mana, lalu pulihkan dari cadangan atau cabut.
beranda-token-isi = Izin bagi program daerah untuk menyerahkan berkasnya.
beranda-validasi-menunggu = { $jumlah ->
    [1] Satu menunggu validasi
   *[other] { $jumlah } menunggu validasi
}
beranda-pantau-periode = Tindak lanjut dipantau
beranda-pantau-jumlah = { $lokus } unit, tanpa F01, F02, dan F03
beranda-pantau-semua = Tidak ada rekomendasi yang tersisa
beranda-pantau-diperiksa = Menunggu pemeriksaan evaluator
beranda-pantau-unit = Menunggu unit menyelesaikan rekomendasi
beranda-pantau-kerjakan = { $jumlah } rekomendasi belum selesai
beranda-pantau-periksa = { $jumlah } rekomendasi siap diperiksa
beranda-portal-judul = Layanan publik dari satu tempat
beranda-portal-bantu = Tulis keperluan Anda, atau nomor tiket, permohonan, aduan, atau dokumen.
beranda-fitur = Yang dapat dilakukan di sini
beranda-fitur-informasi = Informasi layanan
beranda-fitur-informasi-isi = Yang perlu dibawa, langkah, waktu, dan biaya.
beranda-fitur-antrean = Nomor antrean dan janji datang
beranda-fitur-antrean-isi = Pilih mal pelayanan, ambil nomor atau pesan waktu.
beranda-fitur-permohonan = Ajukan dan lacak berkas
beranda-fitur-permohonan-isi = Cari layanannya untuk mengajukan; tulis nomornya di kotak pencarian untuk melacak.
beranda-fitur-pengaduan = Konsultasi dan pengaduan
beranda-fitur-pengaduan-isi = Bertanya atau mengadu, boleh tanpa nama, dan ikuti jawabannya.
beranda-fitur-survei = Survei kepuasan
beranda-fitur-survei-isi = Bagaimana warga menilai pelayanan.
beranda-fitur-kinerja = Kinerja dan hasil evaluasi
beranda-fitur-kinerja-isi = Nilai tiap unit, dan dari mana setiap angka berasal.
beranda-pengumuman = Pengumuman
beranda-pengumuman-semua = Semua pengumuman
beranda-evaluasi-judul = Evaluasi pelayanan publik (PEKPPP)
beranda-pengumuman-kosong = Tidak ada pengumuman
beranda-pengumuman-kosong-isi = Kabar dari unit dan mal pelayanan tampil di sini.
beranda-telat-perbaikan = F01 dikembalikan dan belum dikirim lagi, padahal perbaikannya sampai { $tanggal }
beranda-kembali-unit = F01 dikembalikan: perbaiki { $jumlah } indikator sampai { $tanggal }
beranda-kembali-evaluator = F01 dikembalikan ({ $jumlah } indikator); menunggu perbaikan unit sampai { $tanggal }
beranda-verifikasi-bagian = Tindak lanjut menunggu verifikasi Anda
beranda-verifikasi-jumlah = { $jumlah } rekomendasi dilaporkan selesai
beranda-pihak-bagian = Survei pengguna (F03) yang Anda kumpulkan
beranda-pihak-kosong = Belum ada unit. Unit muncul di sini setelah penyelenggara memilihnya untuk periode Anda.
beranda-pihak-buka = Survei belum dibuka
beranda-pihak-kurang = { $n } dari paling sedikit { $min } responden
beranda-pihak-cukup = Cukup: { $n } responden, paling sedikit { $min }
beranda-pihak-tutup = Survei ditutup dengan { $n } responden
beranda-pihak-beku = Hasil unit sudah dibekukan; survei selesai
beranda-tl-rencana = { $jumlah ->
    [1] Buat rencana tindak lanjut untuk satu rekomendasi
   *[other] Buat rencana tindak lanjut untuk { $jumlah } rekomendasi
}
beranda-tl-kembali = { $jumlah ->
    [1] Satu tindak lanjut dikembalikan evaluator; lengkapi lalu laporkan lagi
   *[other] { $jumlah } tindak lanjut dikembalikan evaluator; lengkapi lalu laporkan lagi
}
beranda-sk-lokus = { $jumlah ->
    [1] SK unit lokus: satu unit belum ditetapkan
   *[other] SK unit lokus: { $jumlah } unit belum ditetapkan
}
beranda-penghargaan-siap = { $jumlah ->
    [1] Satu penghargaan diputuskan dan belum diumumkan
   *[other] { $jumlah } penghargaan diputuskan dan belum diumumkan
}
beranda-penghargaan-gugur = { $jumlah ->
    [1] Satu penghargaan yang diumumkan berdasar angka yang sudah dibatalkan atau berubah: lihat apakah masih tepat
   *[other] { $jumlah } penghargaan yang diumumkan berdasar angka yang sudah dibatalkan atau berubah: lihat apakah masih tepat
}
beranda-serah-terima = Hasil diserahkan { $waktu }: nyatakan sudah menerima
beranda-serah-terutang = { $jumlah ->
    [1] Serahkan hasil kepada penanggungjawab dan kementerian: satu unit belum
   *[other] Serahkan hasil kepada penanggungjawab dan kementerian: { $jumlah } unit belum
}
beranda-pembinaan-belum = { $jumlah ->
    [1] Satu pembinaan atau sanksi belum diputus
   *[other] { $jumlah } pembinaan atau sanksi belum diputus
}
beranda-serah-usang = Hasil yang sudah diserahkan ada yang dibatalkan: bekukan lagi, lalu serahkan lagi
beranda-serah-usang-beku = Hasil yang sudah diserahkan ada yang dibatalkan, dan sudah dibekukan lagi: serahkan lagi
beranda-serah-sampaikan = Hasil sudah diserahkan: sampaikan berkasnya kepada kementerian, lalu catat surat keputusannya
beranda-serah-kembali = Hasil dikembalikan kementerian: baca alasannya, perbaiki, lalu serahkan lagi
