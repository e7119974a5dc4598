### Periods: opening, phases, unit lokus, evaluators, decrees.

periode-lembar = { $mulai }–{ $akhir } of { $dari }
periode-lembar-label = Pages of the list
periode-lembar-sebelum = Previous
periode-lembar-berikut = Next
periode-x-dari-y = { $x } of { $y }
periode-daftar-judul = Evaluation periods
periode-buka = Open a period
periode-ubah = Change
periode-ubah-judul = Change the period
periode-kosong = No period yet
periode-kosong-isi = A period is one round of evaluation: the edition of the instrument, the schedule, the unit lokus and the team of evaluators. Begin by opening one.
periode-kosong-lain = There is no period that you can read with your roles. Your own work is on the start page.
periode-nama = Name of the period
periode-nama-bantu = A name that everyone will recognise, for example "PEKPPP Mandiri 2026".
periode-instansi = Organiser
periode-tahun = Year
periode-tahun-bantu = The year whose performance is evaluated.
periode-skema = Scheme
periode-skema-bantu = Values of different schemes are not compared with each other.
periode-skema-kementerian = National and special periods are opened by an account of the ministry with the role nasional; once open, the organiser in that ministry runs them from here.
periode-lokus = Unit lokus
periode-kolom-evaluator = Evaluator
periode-kolom-f01 = F01 submitted
periode-kolom-hasil = Result
periode-keadaan = State
periode-terbit = Published
periode-belum-terbit = Running
periode-edisi = Edition of the instrument
periode-edisi-a = Edition for form A (services face to face)
periode-edisi-b = Edition for form B (purely online services)
periode-edisi-bantu = The text of the edition is kept with the period and does not change when the edition is corrected later.
periode-edisi-tidak = This form is not used
periode-edisi-tak-dapat = Cannot be chosen yet: its data is incomplete.
periode-edisi-sumber = Sources and how certain they are
periode-edisi-formulir = Form { $formulir }
periode-penyatuan = If there are several evaluators
periode-penyatuan-bantu = Each evaluator scores alone first. This rule says how the scores become one.
periode-penyatuan-konsensus = Consensus
periode-penyatuan-konsensus-isi = Differing scores are settled per indicator, and the difference is recorded.
periode-penyatuan-rata = Mean
periode-penyatuan-rata-isi = The scores of the evaluators are averaged per indicator.
periode-jadwal = Schedule of the phases
periode-jadwal-bantu = A phase does not close by itself: you close it. A phase past its date is marked. All eight dates are required.
periode-mulai = First day
periode-selesai = Last day
periode-fase-persiapan = Preparation
periode-fase-pelaksanaan = Evaluation
periode-fase-penyampaian = Results and follow-up
periode-fase-pemeringkatan = Ranking and awards
periode-salah-nama = Give the period a name.
periode-salah-tahun = Give the year in four digits, from 2015 to 2100.
periode-tanpa-instansi = No ministry is registered here yet, so a national period cannot be opened. Ask the administrator to add it first under Institutions.
periode-salah-instansi = Choose the instansi that organises this period.
periode-salah-tanggal = Enter a full date with day, month and year.
periode-salah-selesai = { $fase }, last day: it cannot be before the first day.
periode-salah-urutan = { $fase }, first day: it cannot begin or end before the phase above it.
periode-dibuka = The period is open. Next, add unit lokus.
periode-tersimpan = The changes of the period are saved.
periode-bagian = Parts of the period
periode-tab-ringkasan = Overview
periode-tab-persiapan = Preparation
periode-tab-pelaksanaan = Evaluation
periode-tab-penyampaian = Delivery
periode-tab-pemeringkatan = Ranking
periode-tab-kesiapan = Readiness
periode-tab-sk-pendek = Decrees
periode-tab-evaluator = Evaluators
periode-tab-sk = Decrees
periode-lokus-tambah = Add a unit lokus
periode-lokus-kosong = No unit lokus yet
periode-lokus-kosong-isi = Choose the service units to be evaluated from the register, with their form and ranking category.
periode-lokus-kosong-lain = Unit lokus are chosen by the organiser in the preparation phase.
periode-cari = Find a unit
periode-formulir = Form
periode-formulir-a = Form A
periode-formulir-b = Form B
periode-formulir-a-isi = For services at a counter or face to face.
periode-formulir-b-isi = For services that are wholly online.
periode-formulir-bantu = Decides the questions of F01, the rubric of F02 and the statements of F03.
periode-kategori = Ranking category
periode-kategori-bantu = A unit is ranked only with units of the same category. Suggestions: { $saran }.
periode-cakupan = Scope of the service
periode-cakupan-bantu = The main kind of service of this unit.
periode-cakupan-administratif = Administrative service
periode-cakupan-barang = Goods
periode-cakupan-jasa = Services
periode-tahap = Still waiting for
periode-saring = Filter
periode-saring-hapus = Show all
periode-saring-kosong = No unit fits
periode-saring-kosong-isi = Change the words or clear the filter.
periode-saring-tanpa-evaluator = Appointment of evaluators
periode-saring-belum-kirim = Submission of F01
periode-saring-dinilai = Scoring of F02
periode-saring-ber-hasil = Has a result
periode-saring-belum-bersegel = Result frozen, minutes not sealed
periode-unit = Unit
periode-berikut = Next step
periode-kemajuan = Progress
periode-maju-evaluator = Evaluators appointed
periode-maju-f01 = F01 submitted
periode-maju-hasil = Results frozen
periode-maju-ba = Minutes of results sealed
periode-maju-lhe = Reports (LHE) made
periode-rentang = { $mulai } – { $selesai }
periode-rentang-lewat = { $mulai } – { $selesai } · past its date, not closed
periode-fase-ditutup = Closed
periode-fase-lewat = Past its date
periode-fase-berjalan = Running
periode-fase-belum = Not begun
periode-fase-tutup = Close the phase
periode-fase-buka = Reopen
periode-fase-ditutup-oleh = Closed by
periode-fase-dibuka-oleh = Reopened by
periode-fase-alasan = Reason
periode-fase-alasan-buka = Required. The reason is shown in the schedule, and the reopening goes into the audit log.
periode-fase-alasan-tutup = Shown in the schedule of the period.
periode-fase-catatan = Note
periode-fase-riwayat = History of this phase
periode-fase-dibuka = The phase is open again.
periode-fase-terdahului = This phase was closed already by { $nama }, { $waktu }
periode-fase-terdahului-isi = There is nothing left for you to do.
periode-fase-catatan-sisa = Your note was not stored. Copy it from here if you need it: “{ $catatan }”
periode-fase-sudah-ditutup = The phase is closed.
periode-akibat-persiapan = While preparation is closed, the period and the choice of unit lokus cannot be changed.
periode-akibat-pelaksanaan = While evaluation is closed, F01, evidence, F02, F03 and appointments cannot be changed.
periode-akibat-penyampaian = While this phase is closed, minutes of results and reports cannot be made.
periode-akibat-pemeringkatan = While this phase is closed, ranking and publication cannot be changed.
periode-salah-unit = Choose a unit from the list.
periode-salah-kategori = Give the ranking category, for example "Puskesmas".
periode-unit-sudah = This unit is a lokus of this period already.
periode-cari-unit = Name or code of the unit
periode-cari-tombol = Search
periode-unit-kosong = No unit can be added
periode-unit-kosong-isi = All units that fit are lokus already, or the unit is not in the register. Ask an administrator to add it, singly or with a file.
periode-unit-jumlah = Showing { $ada } of { $dari } units. Search to narrow them down.
periode-selesai-tambah = Done, to the period
periode-lokus-ditambah = The unit lokus was added. You can add another.
periode-lokus-tersimpan = The changes of the unit lokus are saved.
periode-lokus-dihapus = The unit lokus was taken out of the period.
periode-lokus-hapus = Take out of the period
periode-lokus-hapus-judul = Take this unit out
periode-lokus-hapus-isi = Only while no evaluator is appointed and nothing is entered. Proposals for it go too.
periode-evaluator-judul = Team of evaluators
periode-evaluator-kosong = No evaluator yet
periode-evaluator-kosong-isi = Propose evaluators for each unit lokus below. The Penanggungjawab then appoints them by decree.
periode-evaluator-kosong-lain = The organiser proposes evaluators, then the Penanggungjawab appoints them by decree.
periode-evaluator-tutup = New evaluators cannot be proposed or appointed now: phase evaluation is closed
periode-evaluator-tutup-isi = If somebody has to be replaced: the organiser reopens the phase with a reason and proposes the successor, the Penanggungjawab appoints him by decree, then the phase is closed again.
periode-evaluator-tutup-buka = Reopen phase evaluation
periode-evaluator-diusulkan = Proposed
periode-evaluator-ditetapkan = Appointed
periode-evaluator-berakhir = Ended
periode-evaluator-usul = Propose an evaluator
periode-evaluator-tarik = Withdraw
periode-evaluator-ganti = End
periode-evaluator-terusul = The proposal is saved and waits for its decree.
periode-evaluator-ditarik = The proposal was withdrawn.
periode-evaluator-diakhiri = The appointment ended. Propose a replacement if one is needed.
periode-usulan-menunggu = { $jumlah ->
    [1] One proposal waits for a decree
   *[other] { $jumlah } proposals wait for a decree
}
periode-usulan-menunggu-isi = The Penanggungjawab appoints them by decree.
periode-tindakan = Actions
periode-calon = { $nama } ({ $beban } units in this period)
periode-calon-bantu = Active accounts with the role evaluator in your instansi. Nobody can evaluate the unit where he serves.
periode-calon-kosong = No evaluator account yet
periode-calon-kosong-isi = Ask an administrator to give the role evaluator for your instansi to the people you will propose.
periode-usul-lokus-bantu = Choose one or several. Below a unit stand the evaluators it has already.
periode-salah-evaluator = Choose an evaluator.
periode-salah-lokus = Choose at least one unit lokus.
periode-akhir-judul = End an appointment
periode-akhir-isi = The evaluator can no longer open the unit. The sheet he filled stays as history. To replace him, the organiser proposes somebody else and you appoint that person by decree.
periode-akhir-alasan = For example a transfer. The reason is shown in the list of evaluators.
periode-akhir-tombol = End the appointment
periode-sk-judul = Decrees that appoint evaluators
periode-sk-nomor = Number of the decree
periode-sk-nomor-bantu = As it stands in the decree.
periode-sk-tanggal = Date of the decree
periode-sk-jumlah = Appointments
periode-sk-oleh = Recorded by
periode-sk-berkas = File of the decree
periode-sk-berkas-bantu = PDF, at most 20 MB.
periode-sk-kosong = No decree yet
periode-sk-kosong-isi = A decree is recorded by the Penanggungjawab once the organiser has proposed evaluators.
periode-sk-tetapkan = Appoint by decree
periode-sk-usulan = Proposals to appoint
periode-sk-usulan-bantu = One decree can appoint several people for several units.
periode-sk-salah-nomor = Give the number of the decree.
periode-sk-salah-besar = The file is larger than 20 MB.
periode-sk-salah-berkas = This file is not a whole PDF. Save it as PDF again, then choose it.
periode-sk-berkas-wajib = Choose the file of the decree.
periode-sk-berkas-ulang = Choose the file once more: the browser does not keep it.
periode-sk-sudah = One of the proposals was appointed by another decree. Look at the choice again.
periode-sk-ditetapkan = The evaluators are appointed. They now see their units on their start page.
periode-kosong-judul-lain = No period for you
periode-edisi-sebab = Why not
periode-evaluator-cari = Find a unit or an evaluator
periode-evaluator-cari-kosong = Nothing fits
periode-evaluator-cari-kosong-isi = Change the words to find a unit or an evaluator.
periode-usul-lokus-banyak = Showing { $ada } of { $dari } units. Search a unit above to narrow them.
periode-salah-persiapan-mulai = { periode-fase-persiapan }, start: enter its date in full (day, month, year).
periode-salah-persiapan-selesai = { periode-fase-persiapan }, end: enter its date in full (day, month, year).
periode-salah-pelaksanaan-mulai = { periode-fase-pelaksanaan }, start: enter its date in full (day, month, year).
periode-salah-pelaksanaan-selesai = { periode-fase-pelaksanaan }, end: enter its date in full (day, month, year).
periode-salah-penyampaian-mulai = { periode-fase-penyampaian }, start: enter its date in full (day, month, year).
periode-salah-penyampaian-selesai = { periode-fase-penyampaian }, end: enter its date in full (day, month, year).
periode-salah-pemeringkatan-mulai = { periode-fase-pemeringkatan }, start: enter its date in full (day, month, year).
periode-salah-pemeringkatan-selesai = { periode-fase-pemeringkatan }, end: enter its date in full (day, month, year).
periode-halangan-bobot = The weights of { $jumlah } indicators are not known yet.
periode-halangan-rubrik = The rubrics of { $jumlah } indicators were not collected.
periode-halangan-f03 = The F03 statements of this edition were not collected.
periode-halangan-kode = The codes of these indicators
periode-salah-formulir = Choose the form of this unit, A or B.
periode-salah-cakupan = Choose the kind of service of this unit.
periode-salah-skema = Choose the scheme of the period.
periode-salah-penyatuan = Choose how the scores of several evaluators become one.
periode-tab-tindak-lanjut = Follow-up
periode-tab-kesepakatan = Agreement
periode-tanpa-instansi-wilayah = Your role holds for a region: you can read the periods of all instansi in it, but not open one. The organiser of each instansi opens them.
periode-luar-judul = Check the dates
periode-luar-satu = Phase { $fase } ({ $mulai } – { $selesai }) lies outside the year of the period, { $tahun }.
periode-luar-label = Dates outside the year of the period
periode-luar-benar = These dates are right
periode-luar-fase = Outside the year of the period, { $tahun }.
periode-luar-salah = Correct the year of the period or the dates that are marked, or tick the box if they are meant.
periode-luar-ubah = Change the year or the dates
periode-lewat-semua = All phases are past their dates; the last one ended on { $tanggal }.
periode-pantau-langkah = Check the follow-up of recommendations
periode-hanya-baca = You read this period. It is run by { $instansi }.
periode-saring-judul = Search and filter units
periode-kategori-judul = Categories are spelled differently
periode-kategori-beda = { $ejaan } are the same category.
periode-kategori-isi = Units are ranked within their category, and its spellings count as one. So that every page also names it alike, all of them take the spelling that most units have.
periode-kategori-samakan = Use one spelling
periode-kategori-disamakan = Each category has one spelling now.
periode-sisa-judul = Not done yet
periode-sisa-lihat = See the units
periode-sisa-f01 = { $jumlah ->
    [1] One unit has not submitted F01
   *[other] { $jumlah } units have not submitted F01
}
periode-sisa-hasil = { $jumlah ->
    [1] One unit has no result (scoring in F02 or the survey F03 is not done)
   *[other] { $jumlah } units have no result (scoring in F02 or the survey F03 is not done)
}
periode-sisa-ba = { $jumlah ->
    [1] One unit has no minutes of its result signed by all parties
   *[other] { $jumlah } units have no minutes of their result signed by all parties
}
periode-sisa-lhe = { $jumlah ->
    [1] One unit has no report (LHE)
   *[other] { $jumlah } units have no report (LHE)
}
periode-sisa-lokus = { $jumlah ->
    [1] No unit lokus was chosen yet
   *[other] { $jumlah } periods without a unit lokus
}
periode-sisa-sk-lokus = { $jumlah ->
    [1] One unit is not named by a decree on the unit lokus
   *[other] { $jumlah } units are not named by a decree on the unit lokus
}
periode-sisa-usulan = { $jumlah ->
    [1] One proposed evaluator is not appointed by a decree
   *[other] { $jumlah } proposed evaluators are not appointed by a decree
}
periode-sisa-evaluator = { $jumlah ->
    [1] One unit has no appointed evaluator
   *[other] { $jumlah } units have no appointed evaluator
}
periode-sisa-nyata = { $jumlah ->
    [1] One appointment has no declaration on conflicts of interest
   *[other] { $jumlah } appointments have no declaration on conflicts of interest
}
periode-sisa-benturan = { $jumlah ->
    [1] One evaluator declared a conflict of interest and was not replaced
   *[other] { $jumlah } evaluators declared a conflict of interest and were not replaced
}
periode-sisa-akun = { $jumlah ->
    [1] One unit has no operator and head who can sign in
   *[other] { $jumlah } units have no operator and head who can sign in
}
periode-sisa-jadwal = { $jumlah ->
    [1] One unit was not told its schedule
   *[other] { $jumlah } units were not told their schedule
}
periode-sisa-pantau = { $jumlah ->
    [1] The follow-up of one unit was not checked
   *[other] { $jumlah } units whose follow-up was not checked
}
periode-sisa-terbit = { $jumlah ->
    [1] One result is frozen and not published
   *[other] { $jumlah } results are frozen and not published
}
periode-sisa-umum = { $jumlah ->
    [1] One award is not announced
   *[other] { $jumlah } awards are not announced
}
