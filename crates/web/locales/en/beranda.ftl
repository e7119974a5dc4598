### Start pages.

beranda-lihat-hasil = See the results
beranda-baca-panduan = Read the guide
beranda-salam = Welcome, { $nama }
beranda-menunggu = { $jumlah ->
    [1] One thing waits for you.
   *[other] { $jumlah } things wait for you.
}
beranda-tidak-menunggu = Nothing waits for you at the moment.
beranda-giliran = Your turn
beranda-tanpa-peran = Your account has no role yet
beranda-tanpa-peran-isi = Ask the administrator of your instansi for a role. Meanwhile everyone can read the published results.
beranda-unit-bagian = Evaluation of your unit
beranda-unit-kosong = Your unit is not a lokus of any period yet. Once it is, F01 appears here.
beranda-evaluator-bagian = Units that you evaluate
beranda-evaluator-kosong = No unit for you yet. Units appear here once the Penanggungjawab has appointed you by decree.
beranda-evaluator-semua = Only 100 units are shown; open all of them
beranda-tanda-bagian = Minutes that wait for your signature
beranda-tanda-kosong = No minutes wait for your signature.
beranda-terima-bagian = Documents that wait for your receipt
beranda-terima-lain = There are more: see the notices
beranda-sk-pembina = Decrees not issued yet
beranda-sk-dicatat = recorded by the penanggungjawab once it is signed
beranda-sk-bagian = Decrees to be signed
beranda-sk-kosong = No decree is waiting. One appears here once the organiser has drafted it or proposed evaluators.
beranda-semua-periode = All periods
beranda-sepakat-bagian = Units waiting for their evaluators to agree
beranda-penyelenggara-bagian = Units waiting for you
beranda-ba-macet = The minutes of the result cannot be finished: one who has to sign may not any more. Annul them and make new ones
beranda-ba-macet-pelaksanaan = The minutes of the evaluation cannot be finished: one who has to sign may not any more. Annul them and make new ones
beranda-ba-bersama = { $jumlah } frozen results have no minutes yet; make them at once
beranda-lhe-bersama = { $jumlah } units can be given their report; make them at once
beranda-sampai-bersama = { $jumlah } reports were not conveyed to their unit; convey them at once
beranda-sebagian = { $tampil } of { $semua } are shown.
beranda-sebagian-semua = Open the period in which most of them wait
beranda-f01-mulai = Fill in F01 from { $tanggal }
beranda-periode-bagian = Periods
beranda-periode-kosong = No period yet. Begin by opening one: choose the edition of the instrument and the schedule.
beranda-periode-kosong-lain = No period in your scope yet.
beranda-periode-jumlah = { $lokus } units, { $f01 } F01 submitted, { $hasil } results
beranda-kurang-lokus = No unit lokus yet
beranda-kurang-evaluator = Some units have no evaluator
beranda-kurang-sk = Evaluators wait for their decree
beranda-kurang-f01 = Waiting for F01 of the units
beranda-kurang-hasil = Scoring is under way
beranda-kurang-terbit = Results complete, not published
beranda-lengkap = Published
beranda-terbit-menyusul = Published, but not every result
beranda-ba-hasil = Minutes of the result
beranda-ba-pelaksanaan = Minutes of the evaluation
beranda-auditor-bagian = Oversight
beranda-admin-bagian = Administration
beranda-audit = Audit log
beranda-audit-isi = Who changed what and when, sealed in a chain.
beranda-periode-baca = Read the periods and unit lokus in your scope.
beranda-akun = Accounts
beranda-akun-isi = Make accounts, give roles, hand out one-time links.
beranda-instansi = Instansi and units
beranda-instansi-isi = The register on which scopes and unit lokus stand.
beranda-instansi-pertama = Register your agency
beranda-instansi-pertama-isi = The first step: there is no agency yet. Then add units and accounts, one by one or by importing a file.
beranda-impor = Import from a file
beranda-impor-isi = Bring in many units or accounts at once from XLSX or CSV.
beranda-apa-isi = The unit declares its state with evidence (F01), evaluators score it (F02), and users of the service answer a survey (F03). F02 and F03 become the Indeks Pelayanan Publik from 0 to 5, and each figure can be traced to its evidence.
beranda-terbit-bagian = Results ready to publish
beranda-terbit-kosong = There are no new results to publish.
beranda-terbit-siap = { $jumlah ->
    [1] The result of one unit is frozen and not published yet
   *[other] The results of { $jumlah } units are frozen and not published yet
}
beranda-keamanan-isi = Second steps that are required, and sign-in through the agency (SSO).
beranda-data-pribadi-isi = The register, requests of holders, retention, and breaches.
beranda-pdp-bagian = Personal data: 3 x 24 hours
beranda-pdp-insiden = Breach: holders and the authority are to be told by { $waktu }
beranda-pdp-insiden-lewat = Breach: holders and the authority should have been told by { $waktu }
beranda-pdp-minta = Request of a holder ({ $tentang }): to be answered by { $waktu }
beranda-pdp-minta-lewat = Request of a holder ({ $tentang }): should have been answered by { $waktu }
beranda-berkas-isi = Files that wait for the virus scanner, or are infected.
beranda-kait-isi = Addresses of programs that are told of events (webhooks).
beranda-gerbang-isi = WhatsApp and SMS: state of the gateways, cost, and what failed.
beranda-surat = Sending of mail
beranda-surat-isi = Whether mail leaves, and what failed
beranda-surat-gagal = Some failed
beranda-survei-bagian = Surveys that need attention
beranda-survei-kosong = Nothing is urgent.
beranda-survei-semua = All surveys
beranda-survei-rencana-dekat = follow-up plan, due { $tanggal }
beranda-survei-rencana-lewat = follow-up plan, was due { $tanggal }
beranda-survei-lewat = Overdue
beranda-survei-dekat = Soon
beranda-survei-kurang = { $n } of { $target } answers, ends { $tanggal }
beranda-survei-target = Too few answers
beranda-ringkas-menunggu = waiting for you
beranda-ringkas-telat = late
beranda-ringkas-berubah = new notices
beranda-telat = Late
beranda-telat-bagian = Late
beranda-telat-kosong = Nothing is late. Work past its date appears here: an F01, a scoring, a phase, follow-up, applications, reports of citizens or personal data.
beranda-telat-isian = F01 is not submitted, though its phase ended on { $tanggal }
beranda-telat-nilai = Your scoring (F02) is not done, though its phase ended on { $tanggal }
beranda-telat-fase-satu = { $fase } (until { $tanggal })
beranda-telat-fase-beberapa = { $jumlah } phases are past their day and not closed: { $fase }
beranda-telat-fase = The phase { $fase } ended on { $tanggal } and is not closed
beranda-telat-rencana = { $jumlah ->
    [one] One follow-up plan is past its last day, { $tanggal }
   *[other] { $jumlah } follow-up plans are past their last day, the first since { $tanggal }
}
beranda-telat-laporan = The follow-up report is missing, though it was due on { $tanggal }
beranda-telat-lanjut = Follow-up is late in { $jumlah ->
    [one] one unit
   *[other] { $jumlah } units
}
beranda-berubah-bagian = What changed since you last looked
beranda-berubah-kosong = No news. News about your work stays here until you mark it as seen.
beranda-berubah-semua = All notifications
beranda-ditolak = { $jumlah } refused accesses
beranda-ditolak-isi = In the last { $jumlah } days
beranda-validasi-bagian = Results of regions
beranda-validasi-kosong = No result of a region waits for validation.
beranda-diterima-kosong = No file waits for validation. Files of regions with a Prima of their own are received here.
beranda-dicabut = The key of a validated file was revoked
beranda-dicabut-isi = { $jumlah ->
    [1] One file still counts. Withdraw the validation, or ask for a new version.
   *[other] { $jumlah } files still count. Withdraw the validation, or ask for a new version.
}
beranda-tak-terbukti = A decision on a region's file, or its content, is not proved
beranda-tak-terbukti-isi = { $jumlah ->
    [1] One file is neither shown nor counted until it is decided again or its content is restored.
   *[other] { $jumlah } files are neither shown nor counted until they are decided again or their content is restored.
}
beranda-kunci-isi = The key by which this installation signs, and the keys of regions that are trusted.
beranda-kunci-palsu = Some are not proved
beranda-kunci-palsu-isi = { $jumlah ->
    [1] One key of a region is not what was registered, so it is not believed. See which, then restore from a backup or revoke it.
   *[other] { $jumlah } keys of regions are not what was registered, so they are not believed. See which, then restore from a backup or revoke them.
}
beranda-token-isi = Permission for a region's program to hand in its files.
beranda-validasi-menunggu = { $jumlah ->
    [1] One waits for validation
   *[other] { $jumlah } wait for validation
}
beranda-pantau-periode = Follow-up is checked
beranda-pantau-jumlah = { $lokus } units, without F01, F02 and F03
beranda-pantau-semua = No recommendation is left
beranda-pantau-diperiksa = Waiting for the evaluator to check
beranda-pantau-unit = Waiting for the unit to finish the recommendations
beranda-pantau-kerjakan = { $jumlah ->
    [one] { $jumlah } recommendation not done yet
   *[other] { $jumlah } recommendations not done yet
}
beranda-pantau-periksa = { $jumlah ->
    [one] { $jumlah } recommendation ready to be checked
   *[other] { $jumlah } recommendations ready to be checked
}
beranda-portal-judul = Public services from one place
beranda-portal-bantu = Write what you need, or the number of a ticket, an application, a complaint or a document.
beranda-fitur = What you can do here
beranda-fitur-informasi = About services
beranda-fitur-informasi-isi = What to bring, the steps, the time and the cost.
beranda-fitur-antrean = Queue numbers and bookings
beranda-fitur-antrean-isi = Choose a mall of services, take a number or book a time.
beranda-fitur-permohonan = Apply and follow
beranda-fitur-permohonan-isi = Find the service to apply; write its number in the search box to follow.
beranda-fitur-pengaduan = Questions and complaints
beranda-fitur-pengaduan-isi = Ask or complain, without a name if you wish, and follow the answer.
beranda-fitur-survei = Satisfaction surveys
beranda-fitur-survei-isi = What citizens think of the services.
beranda-fitur-kinerja = Performance and results
beranda-fitur-kinerja-isi = The value of each unit, and where each figure comes from.
beranda-pengumuman = Announcements
beranda-pengumuman-semua = All announcements
beranda-evaluasi-judul = Evaluation of public services (PEKPPP)
beranda-pengumuman-kosong = No announcements
beranda-pengumuman-kosong-isi = News of units and malls is shown here.
beranda-telat-perbaikan = F01 was returned and not submitted again, although it was to be repaired by { $tanggal }
beranda-kembali-unit = F01 was returned: repair { $jumlah } indicators by { $tanggal }
beranda-kembali-evaluator = F01 was returned ({ $jumlah } indicators); the unit repairs it by { $tanggal }
beranda-verifikasi-bagian = Follow-up waiting for your verification
beranda-verifikasi-jumlah = { $jumlah } recommendations reported as done
beranda-pihak-bagian = User surveys (F03) that you collect
beranda-pihak-kosong = No units yet. They appear here once the organiser has chosen them for your period.
beranda-pihak-buka = Survey not opened yet
beranda-pihak-kurang = { $n } of at least { $min } respondents
beranda-pihak-cukup = Enough: { $n } respondents, at least { $min } needed
beranda-pihak-tutup = Survey closed with { $n } respondents
beranda-pihak-beku = The unit's result is frozen; the survey is over
beranda-tl-rencana = { $jumlah ->
    [1] Plan the follow-up of one recommendation
   *[other] Plan the follow-up of { $jumlah } recommendations
}
beranda-tl-kembali = { $jumlah ->
    [1] One follow-up came back from the evaluator; complete it and report again
   *[other] { $jumlah } follow-ups came back from the evaluator; complete them and report again
}
beranda-sk-lokus = { $jumlah ->
    [1] Decree of the unit lokus: one unit is not named yet
   *[other] Decree of the unit lokus: { $jumlah } units are not named yet
}
beranda-penghargaan-siap = { $jumlah ->
    [1] One award is decided and not announced
   *[other] { $jumlah } awards are decided and not announced
}
beranda-penghargaan-gugur = { $jumlah ->
    [1] One announced award rests on figures that were annulled or changed: see whether it is still right
   *[other] { $jumlah } announced awards rest on figures that were annulled or changed: see whether they are still right
}
beranda-serah-terima = Results were handed in { $waktu }: say that you have them
beranda-serah-terutang = { $jumlah ->
    [1] Hand in the results to the penanggungjawab and the ministry: one unit is missing
   *[other] Hand in the results to the penanggungjawab and the ministry: { $jumlah } units are missing
}
beranda-pembinaan-belum = { $jumlah ->
    [1] One coaching or sanction is not decided
   *[other] { $jumlah } coachings or sanctions are not decided
}
beranda-serah-usang = A result that was handed in is annulled: freeze it again, then hand in again
beranda-serah-usang-beku = A result that was handed in is annulled, and was frozen again: hand in again
beranda-serah-sampaikan = Results handed in: bring the file to the ministry, then enter its letter
beranda-serah-kembali = The ministry returned the results: read why, correct them and hand them in again
