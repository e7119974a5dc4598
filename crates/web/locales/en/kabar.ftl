# What people are told inside the program and by mail: one text a kind, `kabar-{jenis}`; its arguments come with the notice.
kabar-f01-kembali = F01 of { $unit } was returned: { $jumlah } indicators to repair until { $tenggat }.
kabar-f01-diterima = F01 of { $unit } was accepted by the team.
kabar-f01-perbaikan-dekat = The repair of F01 of { $unit } is due soon: { $tenggat }.
kabar-f01-perbaikan-lewat = The repair of F01 of { $unit } is overdue: { $tenggat }.
kabar-hak-jawab-dibuka = The draft scores of { $unit } can be read and objected to until { $tenggat }.
kabar-hak-jawab-dekat = The time to object to the scores of { $unit } is nearly over: { $tenggat }.
kabar-sanggahan-masuk = { $unit } objects to the score of { $indikator }.
kabar-sanggahan-selesai = { $unit } declared that nothing more comes.
kabar-sanggahan-dijawab = The objection of { $unit } to { $indikator } was answered.
kabar-sanggahan-menunggu = The time of { $unit } to object is over and objections wait for an answer.
