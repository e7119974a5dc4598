### Schemes in words.

skema-oleh-nasional = Diselenggarakan kementerian di unit mana pun.
skema-oleh-instansi = Diselenggarakan bagian organisasi untuk unitnya sendiri.
skema-oleh-keduanya = Diselenggarakan kementerian atau bagian organisasi.
skema-memberi-nasional = Nilainya angka nasional.
skema-memberi-lokal = Nilainya angka lokal.
skema-memberi-tidak = Tidak ada nilai: hanya tindak lanjut rekomendasi periode sebelumnya yang diperiksa.
skema-untuk-nasional = Untuk evaluasi nasional satu tahun.
skema-untuk-khusus = Untuk wilayah prioritas dan BUMN di luar evaluasi nasional tahun itu.
skema-divalidasi = Hasil diserahkan kepada penanggungjawab dan kementerian, dan sementara sampai divalidasi.
skema-unit-terdahulu = Hanya unit yang pernah dievaluasi yang dapat dipilih.
skema-pantau-judul = Pemantauan tindak lanjut
skema-pantau-isi = Periode ini tidak menilai unit. Yang diperiksa hanya tindak lanjut rekomendasi dari evaluasi sebelumnya.
skema-dilewati = Yang tidak dikerjakan pada skema ini
skema-lewat-f01 = Unit tidak mengisi F01 dan tidak melampirkan bukti per indikator.
skema-lewat-f02 = Evaluator tidak memberi nilai F02.
skema-lewat-f03 = Survei F03 tidak dibuka.
skema-lewat-ipp = IPP, kategori, dan peringkat tidak ada. Nilai lama unit tidak berubah.
skema-dari = Evaluasi sebelumnya
skema-dari-kosong = Evaluasi sebelumnya tidak ditemukan di program ini.
skema-dari-tanpa-hasil = belum ada hasil
skema-sumber = Sumber dan kepastian skema ini
