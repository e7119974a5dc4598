# What people are told inside the program and by mail: one text a kind, `kabar-{jenis}`; its arguments come with the notice.

kabar-evaluator-ditetapkan =
  You were appointed evaluator of { $jumlah } { $jumlah ->
    [one] unit
   *[other] units
  } in { $periode }.
kabar-fase-ditutup =
  The phase { $fase ->
    [persiapan] Preparation
    [pelaksanaan] Evaluation
    [penyampaian] Delivery of results
   *[pemeringkatan] Ranking
  } of { $periode } was closed.
kabar-fase-dibuka =
  The phase { $fase ->
    [persiapan] Preparation
    [pelaksanaan] Evaluation
    [penyampaian] Delivery of results
   *[pemeringkatan] Ranking
  } of { $periode } was opened again.
kabar-fase-tanggal =
  The dates of the phase { $fase ->
    [persiapan] Preparation
    [pelaksanaan] Evaluation
    [penyampaian] Delivery of results
   *[pemeringkatan] Ranking
  } of { $periode } changed: { $mulai } to { $tanggal }.
kabar-fase-tujuh-hari =
  The phase { $fase ->
    [persiapan] Preparation
    [pelaksanaan] Evaluation
    [penyampaian] Delivery of results
   *[pemeringkatan] Ranking
  } of { $periode } ends on { $tanggal }.
kabar-fase-besok =
  Almost over: the phase { $fase ->
    [persiapan] Preparation
    [pelaksanaan] Evaluation
    [penyampaian] Delivery of results
   *[pemeringkatan] Ranking
  } of { $periode } lasts only until { $tanggal }.
kabar-f01-siap = The operator handed over the F01 of { $unit }; it waits for you to submit it.
kabar-f01-kirim = The F01 of { $unit } was submitted ({ $periode }).
kabar-f01-tarik = The head of { $unit } took its F01 back ({ $periode }).
kabar-f01-buka = An evaluator began to check the F01 of { $unit }; it cannot be taken back any more.
kabar-f02-sepakat = All evaluators of { $unit } are done and some scores differ. Agree on them so that the result can be computed.
kabar-f02-semua-selesai = All evaluators of { $unit } are done ({ $periode }).
kabar-ba-tanda = The minutes of { $unit } wait for your signature.
kabar-ba-lengkap = All parties have signed the minutes of { $unit }.
kabar-hasil-beku = The result of { $unit } is settled ({ $periode }).
kabar-hasil-batal = The result of { $unit } was annulled ({ $periode }). The reason is on the page of the result.
kabar-lhe-jadi = The evaluation report of { $unit } was made ({ $periode }).
kabar-terbit-hasil = The results of { $periode } were published.
kabar-terbit-tarik = The results of { $periode } were taken back from the public pages.
kabar-skm-kurang = The survey { $ronde } of { $unit } ends on { $tanggal } and has { $jumlah } of { $target } answers.
kabar-skm-rencana = A follow-up activity of the survey of { $unit } is due on { $tanggal }: { $kegiatan }
