### SKM for officers: rounds, sharing, paper, import, quality.

skm-daftar-judul = Surveys
skm-daftar-pembuka = Rounds of the satisfaction survey (SKM) that you can see. A round is one unit in one period of time.
skm-buka = Open a survey round
skm-kosong = No survey round yet
skm-kosong-isi = A round collects answers of service users by link, QR code, kiosk, paper or file. It is required at least once a year.
skm-kosong-pembaca = Rounds appear here once a unit in your scope opens one.
skm-langkah-1 = Open a round: choose the period and write the services. The minimum sample is worked out for you.
skm-langkah-2 = Print the poster and hang it in the service room. Citizens answer without signing in, in less than a minute.
skm-langkah-3 = Watch the answers come in until the minimum sample is reached, then check their quality.
skm-langkah-4 = Take the report, write the follow-up plan, publish the result.
skm-saring-cari = Name of round or unit
skm-saring-tahun = Year
skm-saring-kosong = No round fits
skm-saring-kosong-isi = Change or clear the filter.
skm-ronde = Round
skm-unit = Unit
skm-kurun-judul = Period
skm-kurun = { $mulai } – { $sampai }
skm-kurun-awal = { $mulai } – { $sampai } (closed early, planned until { $rencana })
skm-kolom-n = Answers
skm-kolom-jawaban = Answers
skm-kolom-porsi = Share
skm-n-dari-target = { $n } of { $target }
skm-target = Minimum sample
skm-target-tercapai = The minimum sample is reached.
skm-target-kurang = { $jumlah ->
    [one] { $jumlah } more answer to the minimum sample.
   *[other] { $jumlah } more answers to the minimum sample.
  }
skm-target-populasi = Worked out from { $populasi } service users.
skm-target-tanpa-populasi = The number of service users is not filled in, so the sample for the largest population is used.
skm-target-minimal = It is a minimum, not a limit: all answers count.
skm-populasi-diragukan = There are more answers than service users filled in. Correct the number of service users.
skm-keadaan = State
skm-keadaan-dijadwalkan = Scheduled
skm-keadaan-berjalan = Taking answers
skm-keadaan-selesai = Finished
skm-keadaan-ditutup = Closed
skm-terbit = Published

skm-ubah = Change
skm-ubah-judul = Change the survey round
skm-tanpa-unit = No unit for you yet
skm-tanpa-unit-isi = You have no role in any unit yet. An administrator can give it.
skm-salah-unit = Choose the unit of the survey.
skm-terisi-judul = There are answers already
skm-terisi-isi = Instrument, first day, element and answered services can no longer change, so that the answers keep their meaning.
skm-nama = Name of the round
skm-nama-bantu = Stands on poster and report, for example: SKM Semester I 2026.
skm-nama-bulan = SKM { $bulan }
skm-nama-triwulan = SKM Triwulan { $ke } { $tahun }
skm-nama-semester = SKM Semester { $ke } { $tahun }
skm-nama-tahun = SKM Tahun { $tahun }
skm-kurun-bantu = A button fills in the dates of the current period; you may change them.
skm-kurun-bulan = This month
skm-kurun-triwulan = This quarter
skm-kurun-semester = This half-year
skm-kurun-tahun = This year
skm-mulai = First day
skm-sampai = Last day
skm-salah-mulai = Fill in the first day of the survey.
skm-salah-sampai = Fill in the last day of the survey.
skm-layanan = Services in the survey
skm-layanan-bantu = One line a service, in the words of citizens. A citizen chooses one.
skm-layanan-ke = Service { $nomor }
skm-layanan-hapus = Remove
skm-layanan-hapus-ke = Remove service { $nomor }
skm-layanan-tambah = Add a service
skm-layanan-terkunci = A service that was answered can be neither renamed nor removed.
skm-populasi-label = Number of service users in that period
skm-populasi-bantu = An estimate from the guest book, the queue or last year. May stay empty and be filled in later.
skm-sampel = Minimum sample for { $populasi } service users: { $target } answers.
skm-sampel-tanpa-populasi = Without the number of service users the largest sample is used: { $target } answers.
skm-sampel-hitung = Work out the sample
skm-sampel-apa = What is a minimum sample?
skm-sampel-apa-isi = The smallest number of answers for which the result can stand for all service users, by the table of Krejcie and Morgan that the SKM guideline uses. More is always better; the survey does not stop at this number.
skm-edisi = Instrument
skm-edisi-bantu = The instrument of the regulation is chosen. The others only show a shape, for practice.
skm-edisi-ilustrasi = { $nama } (ILLUSTRATION)
skm-tanpa = Elements left out
skm-tanpa-bantu = Usually none. Without an element the IKM is worked out from those that remain, with equal weights: eight elements weigh 1/8 each.
skm-unsur-lengkap = None
skm-unsur-dipakai = Elements in use
skm-pratinjau = See what citizens are asked
skm-pratinjau-perbarui = Refresh the preview
skm-pratinjau-bobot = { $k } element, each with weight 1/{ $k } ({ $bobot }).
skm-pratinjau-berkurang = The result cannot simply be compared with a round that uses all element.
skm-pratinjau-nomor = (U{ $nomor } in the list of the regulation)
skm-pratinjau-layanan = The services written above
skm-pratinjau-tanpa-nama = Name, national id and telephone number are never asked.
skm-dibuka = The survey round is open. Share the link or print the poster.
skm-tersimpan = The changes of the round are saved.

skm-tab = Parts of the survey round
skm-tab-ringkasan = Summary
skm-tab-hasil = Result
skm-tab-mutu = Quality of answers
skm-tab-laporan = Report
skm-tab-tindak-lanjut = Follow-up
skm-tab-penerbitan = Publication
skm-langsung-kabar = The number of answers changed.
skm-kemajuan = Answers received
skm-kemajuan-label = Complete answers against the minimum sample
skm-belum-jawaban = No answer yet. The figures here change by themselves when answers come in.
skm-saluran = Way of answering
skm-saluran-daring = Link and QR code
skm-saluran-kios = Kiosk at the service
skm-saluran-tautan = One-use link
skm-saluran-kertas = Paper
skm-saluran-impor = Imported file
skm-tidak-lengkap = Incomplete, not counted
skm-dikecualikan = Excluded with a reason
skm-bertanda = { $jumlah ->
    [one] { $jumlah } quality flag on answers that count: check
   *[other] { $jumlah } quality flags on answers that count: check
  }
skm-lanjut = Next step
skm-lanjut-poster = Print the poster and hang it at the service
skm-lanjut-kumpulkan = See the result so far while you invite citizens
skm-lanjut-cukup = The minimum sample is reached: see the result
skm-lanjut-mutu = Check the quality of the answers
skm-lanjut-laporan = Make the report
skm-lanjut-tindak-lanjut = Write and follow the follow-up plan
skm-lanjut-penerbitan = Publish the result
skm-tentang = About this round
skm-bagikan = Share the survey
skm-qr = QR code to the survey of { $unit }
skm-alamat = Link
skm-salin = Copy the link
skm-tersalin = Copied
skm-poster-a4 = Poster A4 (PDF)
skm-poster-a5 = Poster A5 (PDF)
skm-kuesioner = Paper form for citizens (PDF)
skm-kios = Kiosk mode: open on a tablet at the service
skm-isi-lain = Other ways to collect
skm-kertas = Type in paper answers
skm-impor = Import CSV or XLSX
skm-auditor = As an auditor you can see answers one by one, without changing them.
skm-lama-semenit = about 1 minute
skm-lama-menit = about { $jumlah } minutes

skm-tutup = Close the round
skm-tutup-isi = Once closed, link, kiosk and QR code take no answers. The round can be opened again while its period lasts.
skm-buka-lagi = Open the round again
skm-alasan-tutup = Reason for closing
skm-alasan-tutup-bantu = Citizens see it on the survey page, for example: The sample is large enough.
skm-alasan-buka = Reason for opening again
skm-alasan-buka-bantu = Goes into the audit log.
skm-alasan-wajib = Write the reason.
skm-ditutup-alasan = Closed because:
skm-sudah-ditutup = The round is closed. The survey takes no more answers.
skm-dibuka-lagi = The round is open again.
skm-lewat-judul = The last day is over
skm-lewat-isi = For it to take answers again, change the last day too.
skm-terbit-kunci = The result of this round is published
skm-terbit-kunci-isi = While the result is published, the round cannot change. Withdraw the publication first.

skm-tautan = One-use links
skm-tautan-isi = For queue tickets or case files: each link works once. Link and answer are not stored together, so the answer stays anonymous.
skm-tautan-sisa = One-use links not used yet
skm-tautan-berlaku = Good until
skm-tautan-banyak-label = How many links
skm-tautan-bentuk = Form
skm-tautan-pdf = Cards to cut apart (PDF)
skm-tautan-pdf-bantu = Twelve cards on an A4 page, at most { $maks } cards.
skm-tautan-csv = List (CSV)
skm-tautan-csv-bantu = To be printed on tickets by the queue machine, at most { $maks } links.
skm-tautan-kartu-maks = At most { $maks } cards at once. Choose CSV for more.
skm-tautan-sekali = The file is given once. If it is lost, make a new sheet; the old links stay good to the last day.
skm-tautan-buat = Make and download

skm-ketik-pengantar = One line a sheet. Type a digit from { $min } to { $maks }: the cursor moves on by itself. Enter goes to the next sheet. An empty cell means not answered; such a sheet is stored but not counted.
skm-ketik-pertanyaan = Numbers and their questions
skm-ketik-tabel = Answers by sheet
skm-ketik-lembar = Sheet { $nomor }
skm-ketik-sel = Sheet { $lembar }, question { $nomor }
skm-ketik-profil = Sheet { $lembar }, { $bidang }
skm-ketik-saran = Suggestion
skm-ketik-saran-lembar = Sheet { $nomor }, suggestion
skm-ketik-sel-salah = Sheet { $lembar }, question { $nomor }: a digit from { $min } to { $maks }, or leave it empty.
skm-ketik-tersimpan = The paper bundle is stored. Its complete sheets are counted.
skm-bundel = Bundles typed in
skm-bundel-belum = No bundle yet
skm-bundel-belum-isi = Each bundle is kept with its scan, so that it can be checked again.
skm-bundel-porsi = Paper sheets that count: { $porsi } % of all answers that count.

skm-impor-pembuka = Answers collected elsewhere. The file is read and shown first; it is stored only when you agree.
skm-impor-berkas = XLSX or CSV file
skm-impor-berkas-bantu = At most 50,000 rows, 256 columns, 10 MB. The first sheet is read.
skm-impor-urutan = Meaning of u1 to u9 in the file
skm-impor-urutan-bantu = Reports use two orders: numbers 8 and 9 change places. Look at the headings of the report it comes from.
skm-impor-urutan-kuesioner = Order of the questionnaire
skm-impor-urutan-kuesioner-isi = 8 facilities, 9 handling of complaints
skm-impor-urutan-peraturan = Order of the regulation
skm-impor-urutan-peraturan-isi = 8 handling of complaints, 9 facilities
skm-impor-urutan-kunci = Columns are named by element (persyaratan, prosedur, …), not by number
skm-impor-periksa = Read and check
skm-impor-kolom = Columns that are understood
skm-impor-kolom-isi = In any order. Profile, day and suggestion may be missing. Other columns are ignored. Name, national id and telephone number must be removed first.
skm-impor-templat = Download the headings (CSV)
skm-impor-tanggal = Day of the answer, for example 2026-01-31 or 31/1/2026
skm-impor-saran = Suggestion of the citizen
skm-impor-sudah-judul = Imported files
skm-impor-belum = No file imported yet
skm-impor-belum-isi = An imported file is kept as it came, so that it can be checked again.
skm-impor-baik = Rows imported
skm-impor-ditolak = Rows rejected
skm-impor-pratinjau = Check before importing
skm-impor-siap = { $jumlah ->
    [one] { $jumlah } row ready to import
   *[other] { $jumlah } rows ready to import
  }
skm-impor-siap-tolak = { $jumlah ->
    [one] { $jumlah } row will not be imported because something is wrong in it.
   *[other] { $jumlah } rows will not be imported because something is wrong in them.
  }
skm-impor-siap-isi = Nothing is stored yet.
skm-impor-tanpa-hari = { $jumlah ->
    [1] One row does not name its day.
   *[other] { $jumlah } rows do not name their day.
}
skm-impor-hari-isian = Day of the answers in those rows
skm-impor-hari-bantu = If the exact day is unknown, take the last day on which they were collected.
skm-impor-hari-wajib = Give the day for the rows that do not name one.
skm-impor-hari-luar = Choose a day between the first day of the round and today.
skm-impor-hari = Days of the answers: { $kurun }
skm-impor-simpan = { $jumlah ->
    [one] Import { $jumlah } row
   *[other] Import { $jumlah } rows
  }
skm-impor-ulang = Choose another file
skm-impor-salah-judul = { $jumlah ->
    [one] { $jumlah } fault
   *[other] { $jumlah } faults
  }
skm-impor-salah-csv = Download the list of faults (CSV)
skm-impor-salah-sebagian = The first { $jumlah } faults are shown; all of them are in the CSV.
skm-impor-dikenal = Columns understood in this file
skm-impor-diabaikan = Ignored: { $kolom }
skm-impor-tersimpan = The answers of the file are stored and counted.
skm-impor-tanpa-unsur = No headings of elements were found in the first ten rows. Use the names of the elements or u1, u2, …
skm-impor-urutan-wajib = The file uses u1, u2, …: choose which order it follows.
skm-impor-kolom-hilang = These columns are missing: { $apa }.
skm-impor-kolom-ganda = Column { $apa } stands twice.
skm-impor-kolom-pribadi = Remove the columns about the person first: { $apa }. This survey is anonymous, and the file is kept as it came.
skm-impor-banyak-kolom = The file has { $apa } columns; 256 at most.
skm-impor-banyak-baris = The file has more than { $apa } rows. Split it into several files.
skm-impor-salah-kosong = Not answered. Write a digit { $harap }.
skm-impor-salah-nilai = Write a digit { $harap }, or the answer as it stands in the questionnaire.
skm-impor-salah-pilihan = Write one of: { $harap }. May stay empty.
skm-impor-salah-tanggal = Write the day like 2026-01-31, not later than today.
skm-impor-salah-saran = A suggestion has at most 1,000 characters.

skm-mutu-pembuka = A flag shows an answer that deserves another look. It proves nothing, and no answer disappears by itself. An answer that you exclude stays stored, and the IKM with and without it stands in result and report.
skm-mutu-tanpa-jawaban = No answer yet
skm-mutu-tanpa-jawaban-isi = Quality can be checked once the first answer has come in.
skm-mutu-dipakai = IKM in use
skm-mutu-dengan-semua = IKM with the excluded answers
skm-mutu-tanpa-angka = No answer counts yet.
skm-mutu-n = { $jumlah ->
    [one] From { $jumlah } answer.
   *[other] From { $jumlah } answers.
  }
skm-mutu-n-kecuali = { $jumlah } of them excluded.
skm-mutu-kurang-isi = A question was left open. Not counted, and never taken for zero.
skm-mutu-tanda = Flags on answers
skm-mutu-kolom-tanda = Flag
skm-mutu-kolom-pakai = Counted
skm-tanda-lurus = All answers the same
skm-tanda-lurus-isi = One value for every question. Often honest: many are content with everything.
skm-tanda-cepat = Too fast
skm-tanda-cepat-isi = Sent faster than the questions can be read.
skm-tanda-beruntun = Many at once from one network
skm-tanda-beruntun-isi = Many answers from one network in a short time. A kiosk or an office network looks like this too.
skm-tanda-saran-sama = Twin suggestion
skm-tanda-saran-sama-isi = The suggestion is word for word that of another answer.
skm-tanda-waktu = Impossible time
skm-tanda-waktu-isi = The survey page was opened before the round began, or the clock of the phone is wrong.
skm-tanda-stempel = One page used many times
skm-tanda-stempel-isi = One survey page sent many answers. Natural where one phone is passed around.
skm-tanda-luar-hari = Outside the survey days
skm-tanda-luar-hari-isi = Typed from paper or imported with a day before or after the survey.
skm-mutu-kelompok = See by way of answering
skm-mutu-bundel = Paper bundle: { $nama }
skm-mutu-impor = Imported file: { $nama }
skm-mutu-hanya-pengelola = Answers one by one are shown only to officers of the unit, organisers and auditors.
skm-mutu-jawaban = Answers: { $nama }
skm-mutu-jawaban-isi = Their order is random and only the day is stored, so an answer cannot be joined to a person.
skm-mutu-kelompok-kosong = No answer here
skm-mutu-kelompok-kosong-isi = Choose another flag or way of answering.
skm-mutu-pilih = Choose
skm-mutu-pilih-ke = Choose the answer in row { $nomor }
skm-mutu-kolom-hari = Day
skm-mutu-kolom-nilai = Values
skm-mutu-kolom-profil = Profile
skm-mutu-lencana-kecuali = Excluded
skm-mutu-alasan = Reason
skm-mutu-alasan-bantu = Stands in the history and the report, for example: Test sheets of staff, no answers of citizens.
skm-mutu-kecualikan = Exclude the chosen
skm-mutu-pulihkan = Count the chosen again
skm-mutu-semua = All answers of this group
skm-mutu-semua-isi = Also those on other pages of this list. Write the reason first.
skm-mutu-kecualikan-semua = Exclude all
skm-mutu-pulihkan-semua = Count all again
skm-mutu-dikecualikan = The answers are excluded. The IKM with and without them stands below.
skm-mutu-dipulihkan = The answers count again.
skm-mutu-riwayat = History of exclusions
skm-mutu-kolom-putusan = Decision
skm-mutu-kolom-alasan = Reason
skm-mutu-putusan-kecuali = Excluded
skm-mutu-putusan-pulih = Counted again
skm-tautan-lewat-isi = One-use links are good to the last day of the round, so no more can be made.
skm-kertas-kurang = of them on paper
