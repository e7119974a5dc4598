### Pengukuran kondisi terkini: a provisional sheet, never F02.

kondisi-judul = Measurement of the present state
kondisi-lencana = Not an F02 score
kondisi-bukan-f02 = This measurement is no F02 score
kondisi-bukan-f02-isi = It serves coaching before the evaluation. It is not computed with, not copied to F02 and not published.
kondisi-belum = No measurement yet
kondisi-belum-isi = Evaluators can record the present state by indicator, also only some of them.
kondisi-daftar = Recorded measurements
kondisi-kolom-nomor = No.
kondisi-kolom-oleh = Recorded by
kondisi-kolom-terisi = Filled
kondisi-kolom-perkiraan = Estimate (0 to 5)
kondisi-terisi = { $ada } of { $semua }
kondisi-belum-lengkap = not complete
kondisi-catatan = Note
kondisi-catatan-bantu = For example: coaching visit, who was met.
kondisi-ukur = Record a new measurement
kondisi-ukur-isi = Fill what is known; leave what was not looked at empty. Earlier measurements stay.
kondisi-skor = Estimate now
kondisi-skor-lalu = Last three (newest first)
kondisi-skor-salah = Choose 0 to 5.
kondisi-simpan = Save measurement
kondisi-tersimpan = Measurement saved.
kondisi-per-indikator = By indicator
