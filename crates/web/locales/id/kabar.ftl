# What people are told inside the program and by mail: one text a kind, `kabar-{jenis}`; its arguments come with the notice.
kabar-tl-diajukan = { $unit } meminta verifikasi tindak lanjut sebuah rekomendasi.
kabar-tl-diterima = Tindak lanjut indikator { $indikator } { $unit } diterima evaluator.
kabar-tl-dikembalikan = Tindak lanjut indikator { $indikator } { $unit } belum diterima; baca alasannya.
kabar-tl-dekat = { $unit }: { $jumlah } rencana tindak lanjut jatuh tempo pada { $tanggal }.
kabar-tl-lewat = { $unit }: { $jumlah } rencana tindak lanjut lewat tenggat { $tanggal }.
kabar-tl-batas-dekat = { $unit }: laporan tindak lanjut paling lambat { $tanggal }.
kabar-tl-batas-lewat = { $unit }: laporan tindak lanjut lewat batas { $tanggal }.
kabar-penyampaian-jadwal = Jadwal evaluasi { $unit } ({ $periode }) disampaikan kepada Anda.
kabar-penyampaian-lhe = Laporan Hasil Evaluasi { $unit } ({ $periode }) disampaikan kepada Anda.
kabar-penyampaian-tindak-lanjut = Laporan tindak lanjut { $unit } ({ $periode }) disampaikan kepada Anda.
