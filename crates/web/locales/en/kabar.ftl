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
