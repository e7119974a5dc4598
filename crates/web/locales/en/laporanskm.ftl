### Report, follow-up plan and publication of an SKM round.

laporanskm-rtl-judul = Follow-up plan
laporanskm-rtl-pembuka = The follow-up plan answers the unsur with the lowest scores: what will be done, who is responsible, when it is finished, and what proves it.
laporanskm-rtl-rencana = Plan
laporanskm-rtl-kosong = No plan yet
laporanskm-rtl-kosong-isi = Begin with the unsur with the lowest score. Usually at least the three lowest have a plan.
laporanskm-rtl-kemajuan = Activities done
laporanskm-rtl-unsur = Unsur to improve
laporanskm-rtl-unsur-bantu = The lowest scores stand first.
laporanskm-rtl-opsi = { $nama } – NRR { $nrr } ({ $mutu })
laporanskm-rtl-kegiatan = Activity
laporanskm-rtl-kegiatan-bantu = One clear activity. For example: one more counter from 09:00 to 12:00.
laporanskm-rtl-keluaran = Output
laporanskm-rtl-keluaran-bantu = What shows that it is done. For example: the new counter schedule is on display.
laporanskm-rtl-tenggat = Due
laporanskm-rtl-pj = Responsible
laporanskm-rtl-pj-bantu = A position, not the name of a person.
laporanskm-rtl-salah-unsur = Choose the unsur to improve.
laporanskm-rtl-salah-kegiatan = Write the activity.
laporanskm-rtl-salah-keluaran = Write the output.
laporanskm-rtl-salah-tenggat = Choose the last day.
laporanskm-rtl-salah-pj = Write the responsible position.
laporanskm-rtl-selesai = Done
laporanskm-rtl-lewat = Overdue
laporanskm-rtl-dekat = Due soon
laporanskm-rtl-berjalan = Under way
laporanskm-rtl-lihat = See the proof
laporanskm-rtl-tandai = Mark as done
laporanskm-rtl-tambah = Add an activity
laporanskm-rtl-usulan = No plan yet for these lowest unsur
laporanskm-rtl-usulan-isi = Choose one to fill the form below with it.
laporanskm-rtl-sebelum = Plan of the round before
laporanskm-rtl-ditambah = The activity was added to the plan.
laporanskm-rtl-diubah = The activity was saved.
laporanskm-rtl-dihapus = The activity was taken out of the plan.
laporanskm-rtl-dibuka = The activity is open again.
laporanskm-rtl-diselesaikan = The activity was marked as done.
laporanskm-rtl-ubah = Change activity
laporanskm-rtl-hapus = Take out of the plan
laporanskm-rtl-hapus-isi = An activity that is not done can be taken out of the plan. Who did it and when stays on record.
laporanskm-rtl-penyelesaian = Completion
laporanskm-rtl-catatan = What was done
laporanskm-rtl-catatan-bantu = Write a note, upload a proof, or both.
laporanskm-rtl-berkas = Proof
laporanskm-rtl-berkas-bantu = Picture, PDF, Word or Excel, 20 MB at most. Place and camera data of pictures are removed.
laporanskm-rtl-berkas-ulang = Choose the file again; the browser does not keep it.
laporanskm-rtl-tanpa-berkas = No proof file.
laporanskm-rtl-selesaikan = Mark as done
laporanskm-rtl-alasan = Reason for opening it again
laporanskm-rtl-alasan-bantu = The earlier completion stays on record.
laporanskm-rtl-buka-lagi = Open this activity again
laporanskm-rtl-pdf = Plan (PDF)
laporanskm-rtl-xlsx = Plan (Excel)
laporanskm-terbit-judul = Publication
laporanskm-terbit-pembuka = SKM results must be announced to the public. Once published, the figures are frozen, digitally signed, and open to anyone.
laporanskm-terbit-kini = The result of this round is published
laporanskm-terbit-kini-isi = Anyone can see it. While it is published, answers and data of the round cannot change; the follow-up plan still can.
laporanskm-terbit-buka = Open the public page
laporanskm-terbit-lembar = Announcement sheet (PDF)
laporanskm-terbit-bundel = Signed bundle
laporanskm-terbit-bundel-isi = The bundle can be checked without a network by prima verify: the signature is compared and the IKM computed again.
laporanskm-terbit-isi = What will be published
laporanskm-terbit-isi-lain = Also the score of each unsur, and numbers of respondents by sex, age, education and occupation. Scores of groups with fewer than 10 respondents are left out. Remarks of respondents are not published.
laporanskm-terbitkan = Publish the result
laporanskm-terbitkan-isi = The figures published are those of the moment this button is pressed. If something is wrong, the publication can be withdrawn with a reason.
laporanskm-terbit-ingat = To know first
laporanskm-terbit-paham = I have read the warnings above and publish all the same.
laporanskm-terbit-paham-wajib = Tick that you have read the warnings above.
laporanskm-terbit-siapa = Results are published by the head of the unit or the organiser.
laporanskm-diterbitkan = The result was published.
laporanskm-ditarik = The publication was withdrawn.
laporanskm-tarik = Withdraw publication
laporanskm-tarik-isi = The public page then says that the result was withdrawn, and why.
laporanskm-tarik-alasan = Reason
laporanskm-tarik-alasan-bantu = Shown on the public page; do not name a person.
laporanskm-tarik-alasan-wajib = Write the reason.
laporanskm-syarat = Before publishing
laporanskm-syarat-baik = Fine
laporanskm-syarat-ingat = To know
laporanskm-syarat-info = Note
laporanskm-syarat-halangan = Cannot be published yet
laporanskm-syarat-usai = The round is over or closed.
laporanskm-syarat-belum-usai = The round is scheduled or still takes answers. Wait for its last day, or close it.
laporanskm-syarat-jawaban = { $jumlah ->
    [0] No answer counts yet.
    [one] One answer counts.
   *[other] { $jumlah } answers count.
}
laporanskm-syarat-target = { $n } respondents, the minimum sample of { $target } is reached.
laporanskm-syarat-target-kurang = { $n } respondents, the minimum sample of { $target } is not reached.
laporanskm-syarat-tanda = { $jumlah ->
    [0] No answer carries a quality flag.
    [one] One flagged answer still counts. Look at the quality first.
   *[other] At least { $jumlah } flagged answers still count. Look at the quality first.
}
laporanskm-syarat-sedikit = Fewer than 10 respondents: somebody's answer could be guessed from the published figures.
laporanskm-syarat-kecuali = { $jumlah ->
    [one] One answer was left out with a reason; the number is published too.
   *[other] { $jumlah } answers were left out with a reason; the number is published too.
}
laporanskm-riwayat = History of publication
laporanskm-riwayat-kosong = Never published.
laporanskm-riwayat-terbit = Published
laporanskm-keadaan-ditarik = Withdrawn
laporanskm-kode = Verification code
laporanskm-judul = Report
laporanskm-pembuka = The report holds the result, how it was computed, who answered, analysis and follow-up plan, as PDF and Excel. The workbook computes the IKM again from the counts.
laporanskm-basi = The figures have changed
laporanskm-basi-isi = The answers that count changed since the last report was made. Make it again so that it agrees with the result page.
laporanskm-kosong = Nothing to report yet
laporanskm-kosong-isi = A report can be made once an answer counts.
laporanskm-belum = No report yet
laporanskm-belum-isi = Each making is a version; old versions are kept.
laporanskm-versi = Versions
laporanskm-dibuat-pada = Made
laporanskm-berkas = Files
laporanskm-buat = Make the report
laporanskm-buat-lagi = Make the report again
laporanskm-dibuat = The report was made.
laporanskm-tanpa-rtl = The follow-up plan is still empty, so that chapter will be empty too.
laporanskm-nomor = Report number
laporanskm-nomor-bantu = Leave empty if there is none; the report prints a line to write on.
laporanskm-tempat = Place
laporanskm-tempat-bantu = For example: Sangatta.
laporanskm-kepala = Name of the head of the unit
laporanskm-kepala-bantu = Printed in the signature box.
laporanskm-pelaksana = Conducted by
laporanskm-pelaksana-bantu = For example: SKM team of the Social Service. Empty: the unit itself.
laporanskm-saran = Remarks to print
laporanskm-saran-bantu = Choose those that explain the result. Do not print remarks that name a person.
laporanskm-saran-kosong = No remarks yet.
laporanskm-saran-lebih = { $jumlah ->
    [one] One more remark is not shown here.
   *[other] { $jumlah } more remarks are not shown here.
}
laporanskm-siapa = Reports are made by the operator or head of the unit, or the organiser.
laporanskm-cetak-kepala = Head of { $unit }
laporanskm-cetak-latar = Background
laporanskm-cetak-latar-isi = Providers of public services must survey the satisfaction of users regularly, at least once a year, to learn how users judge the service and to improve it.
laporanskm-cetak-tujuan = Aim
laporanskm-cetak-tujuan-isi = This survey measures the satisfaction of the users of { $unit }, finds what most needs to improve, and is the basis of the follow-up plan.
laporanskm-cetak-pelaksana = Conducted by
laporanskm-cetak-pelaksana-isi = The survey was conducted by { $unit }.
laporanskm-cetak-waktu = Time
laporanskm-cetak-waktu-isi = Answers were taken from { $kurun }.
laporanskm-cetak-instrumen = Instrument
laporanskm-cetak-instrumen-isi = { $nama }, { $k } unsur.
laporanskm-cetak-sampel = Sample
laporanskm-cetak-unsur = { $nama } (NRR { $nrr }, class { $mutu })
laporanskm-cetak-terendah = Lowest unsur
laporanskm-cetak-tertinggi = Highest unsur
laporanskm-cetak-tren = Compared with the round before
laporanskm-cetak-tren-tidak-ada = There is no earlier round to compare with.
laporanskm-cetak-kecuali = Answers left out
laporanskm-cetak-simpul = IKM { $ikm }, class { $mutu } ({ $kinerja }), from { $n } respondents.
laporanskm-cetak-simpul-rtl = The follow-up plan has { $semua } activities; { $selesai } were done when this report was made.
laporanskm-cetak-simpul-tanpa-rtl = No follow-up plan had been made when this report was made.
laporanskm-cetak-kemajuan = { $selesai } of { $semua } activities done.
laporanskm-cetak-dasar = IKM { $ikm } ({ $mutu }) from { $n } respondents
laporanskm-cetak-saran = { $dimuat } of { $semua } remarks are printed, chosen by the analyst. They were written by respondents.
laporanskm-cetak-tetap-dihitung = flagged to be looked at, still counted
laporanskm-cetak-sumber-edisi = Instrument
laporanskm-cetak-sumber-nilai = Formula and rounding
laporanskm-cetak-sumber-sampel = Sample table
laporanskm-cetak-sumber-laporan = Structure of the report
laporanskm-cetak-sumber-rtl = Horizons of the plan
