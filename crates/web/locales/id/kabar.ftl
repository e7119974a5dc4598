# What people are told inside the program and by mail: one text a kind, `kabar-{jenis}`; its arguments come with the notice.
kabar-serah-baru = Hasil { $periode } diserahkan ({ $jumlah } unit) dan menunggu validasi.
kabar-serah-valid = Hasil { $periode } sudah divalidasi kementerian ({ $jumlah } unit).
kabar-serah-kembali = Hasil { $periode } dikembalikan kementerian; alasannya ada di halaman penyerahan.
