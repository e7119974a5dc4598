# What people are told inside the program and by mail: one text a kind, `kabar-{jenis}`; its arguments come with the notice.

kabar-perpanjangan-unit = { $unit } has been given more time, until { $sampai }.
kabar-titipan-lapangan = An evaluator handed in late field work for { $unit }. It is a note, not a score.
