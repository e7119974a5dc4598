# What people are told inside the program and by mail: one text a kind, `kabar-{jenis}`; its arguments come with the notice.
kabar-jadwal-sampai = The schedule of { $unit } in { $periode } was announced. Look at it and confirm.
kabar-benturan-ada = { $nama } declared a conflict of interest with { $unit }. The evaluator needs to be replaced.
