# What people are told inside the program and by mail: one text a kind, `kabar-{jenis}`; its arguments come with the notice.

kabar-perpanjangan-unit = Waktu untuk { $unit } diperpanjang sampai { $sampai }.
kabar-titipan-lapangan = Evaluator menitipkan isian lapangan yang terlambat untuk { $unit }. Isinya hanya catatan, bukan nilai.
