# What people are told inside the program and by mail: one text a kind, `kabar-{jenis}`; its arguments come with the notice.
kabar-tl-diajukan = { $unit } asks for the verification of a follow-up.
kabar-tl-diterima = The follow-up on indicator { $indikator } of { $unit } was accepted.
kabar-tl-dikembalikan = The follow-up on indicator { $indikator } of { $unit } was not accepted yet; read the reason.
kabar-tl-dekat = { $unit }: { $jumlah } follow-up plans are due on { $tanggal }.
kabar-tl-lewat = { $unit }: { $jumlah } follow-up plans are past their last day, { $tanggal }.
kabar-tl-batas-dekat = { $unit }: the follow-up report is due by { $tanggal }.
kabar-tl-batas-lewat = { $unit }: the follow-up report is past its deadline, { $tanggal }.
kabar-penyampaian-jadwal = The evaluation schedule of { $unit } ({ $periode }) was sent to you.
kabar-penyampaian-lhe = The evaluation report of { $unit } ({ $periode }) was sent to you.
kabar-penyampaian-tindak-lanjut = The follow-up report of { $unit } ({ $periode }) was sent to you.
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
kabar-jadwal-sampai = The schedule of { $unit } in { $periode } was announced. Look at it and confirm.
kabar-benturan-ada = { $nama } declared a conflict of interest with { $unit }. The evaluator needs to be replaced.

kabar-perpanjangan-unit = { $unit } has been given more time, until { $sampai }.
kabar-titipan-lapangan = An evaluator handed in late field work for { $unit }. It is a note, not a score.
