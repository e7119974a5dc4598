### F01 as it is to be entered into SIPPN.

sippn-unduh = Unduh untuk SIPPN
sippn-nomor = No.
sippn-kode = Kode
sippn-aspek = Aspek
sippn-indikator = Indikator
sippn-pertanyaan = Pertanyaan
sippn-jawaban = Jawaban
sippn-bukti = Bukti dukung (nama berkas dalam arsip, atau tautan)
sippn-catatan = Urutan mengikuti formulir F01 pada instrumen; nama berkas: nomor indikator, garis bawah, nama. Kolom SIPPN sendiri belum diperiksa.
