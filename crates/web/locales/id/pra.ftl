### Pra-evaluasi: the check of F01.

pra-judul = Pra-evaluasi
pra-pengantar = Sebelum menilai, tim evaluator memeriksa F01 yang dikirim: jawaban dan bukti tiap indikator. Yang kurang dikembalikan dengan catatan dan tenggat. Pra-evaluasi tidak memberi nilai.
pra-keadaan-belum = F01 belum dikirim
pra-keadaan-diperiksa = Sedang diperiksa
pra-keadaan-dikembalikan = Dikembalikan
pra-keadaan-diterima = Diterima
pra-sesuai = Sesuai
pra-perbaiki = Perlu diperbaiki
pra-berubah = Berubah
pra-tetap = Diminta, tidak berubah
pra-tetap-jumlah =
    { $jumlah ->
        [1] Satu indikator diminta diperbaiki, tetapi isinya tidak berubah:
       *[other] { $jumlah } indikator diminta diperbaiki, tetapi isinya tidak berubah:
    }
pra-belum = Belum ada yang diperiksa
pra-belum-isi = Pemeriksaan dimulai setelah kepala unit mengirim F01.
pra-sedang = F01 sedang diperiksa
pra-sedang-isi = Catatan tim tampil di sini setelah F01 diterima atau dikembalikan.
pra-tunggu-perbaikan = Perbaikan ditunggu sampai { $tenggat }
pra-terlambat = Tenggat perbaikan sudah lewat
pra-ke-f01 = Perbaiki F01
pra-beda-judul =
    { $jumlah ->
        [1] Satu indikator berubah sejak dikembalikan
       *[other] { $jumlah } indikator berubah sejak dikembalikan
    }
pra-beda = Perubahan sejak dikembalikan
pra-diminta = Diminta diperbaiki:
pra-tanpa-beda = Tidak ada yang berubah
pra-tanpa-beda-isi = Isi kiriman ini sama dengan yang dikembalikan.
pra-semula = Semula:
pra-menjadi = Menjadi:
pra-bukti-tambah = Bukti ditambahkan
pra-bukti-hapus = Bukti dihapus
pra-bukti-ubah = Keterangan bukti diubah:
pra-per-indikator = Per indikator
pra-kemajuan = Indikator diperiksa
pra-putuskan = Selesaikan pemeriksaan
pra-putuskan-isi = Terima bila dapat dinilai, atau kembalikan supaya unit memperbaiki.
pra-jumlah-perbaiki =
    { $jumlah ->
        [0] Belum ada indikator yang ditandai perlu diperbaiki.
        [1] Satu indikator ditandai perlu diperbaiki.
       *[other] { $jumlah } indikator ditandai perlu diperbaiki.
    }
pra-catatan-umum = Catatan umum
pra-catatan-umum-bantu = Dibaca operator dan kepala unit.
pra-hari = Tenggat perbaikan dalam hari kerja
pra-hari-bantu = Hanya untuk pengembalian. Dihitung menurut kalender kerja penyelenggara, mulai besok.
pra-terima = Terima F01
pra-kembalikan = Kembalikan ke unit
pra-riwayat = Riwayat pemeriksaan
pra-dikembalikan-oleh = Kiriman ke-{ $nomor } dikembalikan oleh { $nama }, { $pada }, dengan tenggat { $tenggat }.
pra-diterima-oleh = Kiriman ke-{ $nomor } diterima oleh { $nama }, { $pada }.
pra-dikembalikan-singkat = Dikembalikan oleh { $nama }, { $pada }.
pra-f01-kembali = F01 dikembalikan: perbaiki sampai { $tenggat }
pra-f01-semua-terbuka = Semua indikator dapat diubah; yang diminta diperbaiki ditandai.
pra-catatan-oleh = { $nama }, { $pada }
pra-versi = versi { $versi }
pra-putusan = Hasil pemeriksaan indikator ini
pra-putusan-wajib = Pilih sesuai atau perlu diperbaiki.
pra-pilih-sesuai = Sesuai
pra-pilih-perbaiki = Perlu diperbaiki
pra-catatan = Catatan
pra-catatan-bantu = Wajib bila perlu diperbaiki: sebutkan apa yang kurang.
pra-simpan-catatan = Simpan catatan
pra-catatan-tersimpan = Catatan tersimpan.
pra-bentrok = Rekan satu tim baru saja menulis catatan lain. Baca di bawah, lalu simpan lagi bila catatan Anda yang dipakai.
pra-bentrok-judul = Catatan yang tersimpan sekarang:
pra-ke-ringkasan = Ke ringkasan pra-evaluasi
pra-riwayat-catatan = Riwayat catatan
pra-riwayat-kosong = Belum ada catatan
pra-riwayat-kosong-isi = Indikator ini belum diberi catatan, atau pemeriksaannya masih berjalan.
pra-dikembalikan-pesan = F01 dikembalikan; unit diberi tahu.
pra-diterima-pesan = F01 diterima; unit diberi tahu.
pra-keadaan-selesai = Selesai, hasil sudah dibekukan
pra-keadaan-lewat = Dilewati, F02 sudah selesai
pra-selesai = Pemeriksaan sudah berakhir
pra-selesai-isi = Hasil unit ini sudah dibekukan, jadi F01 dan catatan pemeriksaannya tidak berubah lagi.
