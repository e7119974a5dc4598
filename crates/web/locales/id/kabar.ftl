# What people are told inside the program and by mail: one text a kind, `kabar-{jenis}`; its arguments come with the notice.
kabar-jadwal-sampai = Jadwal evaluasi { $unit } pada { $periode } disampaikan. Periksa lalu nyatakan sudah diterima.
kabar-benturan-ada = { $nama } menyatakan ada benturan kepentingan dengan { $unit }. Evaluatornya perlu diganti.
