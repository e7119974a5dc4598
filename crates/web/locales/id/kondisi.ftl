### Pengukuran kondisi terkini: a provisional sheet, never F02.

kondisi-judul = Pengukuran kondisi terkini
kondisi-lencana = Bukan nilai F02
kondisi-bukan-f02 = Pengukuran ini bukan nilai F02
kondisi-bukan-f02-isi = Dipakai untuk pendampingan sebelum evaluasi. Tidak ikut dihitung, tidak disalin ke F02, dan tidak terbit.
kondisi-belum = Belum ada pengukuran
kondisi-belum-isi = Evaluator dapat mencatat keadaan sekarang per indikator, sebagian pun boleh.
kondisi-daftar = Pengukuran yang dicatat
kondisi-kolom-nomor = Ke-
kondisi-kolom-oleh = Dicatat oleh
kondisi-kolom-terisi = Terisi
kondisi-kolom-perkiraan = Perkiraan (0 sampai 5)
kondisi-terisi = { $ada } dari { $semua }
kondisi-belum-lengkap = belum lengkap
kondisi-catatan = Catatan
kondisi-catatan-bantu = Misalnya: kunjungan pendampingan, siapa yang ditemui.
kondisi-ukur = Catat pengukuran baru
kondisi-ukur-isi = Isi yang diketahui; indikator yang belum dilihat biarkan kosong. Pengukuran sebelumnya tetap tersimpan.
kondisi-skor = Perkiraan sekarang
kondisi-skor-lalu = Tiga terakhir (terbaru dulu)
kondisi-skor-salah = Pilih 0 sampai 5.
kondisi-simpan = Simpan pengukuran
kondisi-tersimpan = Pengukuran tersimpan.
kondisi-per-indikator = Per indikator
