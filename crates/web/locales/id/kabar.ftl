# What people are told inside the program and by mail: one text a kind, `kabar-{jenis}`; its arguments come with the notice.
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
