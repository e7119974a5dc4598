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
kabar-f01-kembali = F01 { $unit } dikembalikan: { $jumlah } indikator perlu diperbaiki sampai { $tenggat }.
kabar-f01-diterima = F01 { $unit } diterima tim evaluator.
kabar-f01-perbaikan-dekat = Tenggat perbaikan F01 { $unit } sudah dekat: { $tenggat }.
kabar-f01-perbaikan-lewat = Tenggat perbaikan F01 { $unit } sudah lewat: { $tenggat }.
kabar-hak-jawab-dibuka = Nilai sementara { $unit } dapat dibaca dan disanggah sampai { $tenggat }.
kabar-hak-jawab-dekat = Waktu menyanggah nilai { $unit } hampir habis: { $tenggat }.
kabar-sanggahan-masuk = { $unit } menyanggah nilai { $indikator }.
kabar-sanggahan-selesai = { $unit } menyatakan tidak ada sanggahan lagi.
kabar-sanggahan-dijawab = Sanggahan { $unit } atas { $indikator } sudah dijawab.
kabar-sanggahan-menunggu = Waktu menyanggah { $unit } habis dan ada sanggahan yang belum dijawab.
kabar-jadwal-sampai = Jadwal evaluasi { $unit } pada { $periode } disampaikan. Periksa lalu nyatakan sudah diterima.
kabar-benturan-ada = { $nama } menyatakan ada benturan kepentingan dengan { $unit }. Evaluatornya perlu diganti.

kabar-perpanjangan-unit = Waktu untuk { $unit } diperpanjang sampai { $sampai }.
kabar-titipan-lapangan = Evaluator menitipkan isian lapangan yang terlambat untuk { $unit }. Isinya hanya catatan, bukan nilai.
