# What people are told inside the program and by mail: one text a kind, `kabar-{jenis}`; its arguments come with the notice.

kabar-evaluator-ditetapkan =
  You were appointed evaluator of { $jumlah } { $jumlah ->
    [one] unit
   *[other] units
  } in { $periode }.
kabar-evaluator-berakhir = Your appointment as evaluator of { $unit } in { $periode } ended. What you filled in is kept, and you can read it.
kabar-fase-ditutup =
  The phase { $fase ->
    [persiapan] Preparation
    [pelaksanaan] Evaluation
    [penyampaian] Results and follow-up
   *[pemeringkatan] Ranking and awards
  } of { $periode } was closed.
kabar-fase-dibuka =
  The phase { $fase ->
    [persiapan] Preparation
    [pelaksanaan] Evaluation
    [penyampaian] Results and follow-up
   *[pemeringkatan] Ranking and awards
  } of { $periode } was opened again.
kabar-fase-tanggal =
  The dates of the phase { $fase ->
    [persiapan] Preparation
    [pelaksanaan] Evaluation
    [penyampaian] Results and follow-up
   *[pemeringkatan] Ranking and awards
  } of { $periode } changed: { $mulai } to { $tanggal }.
kabar-fase-tujuh-hari =
  The phase { $fase ->
    [persiapan] Preparation
    [pelaksanaan] Evaluation
    [penyampaian] Results and follow-up
   *[pemeringkatan] Ranking and awards
  } of { $periode } ends on { $tanggal }.
kabar-fase-besok =
  Almost over: the phase { $fase ->
    [persiapan] Preparation
    [pelaksanaan] Evaluation
    [penyampaian] Results and follow-up
   *[pemeringkatan] Ranking and awards
  } of { $periode } lasts only until { $tanggal }.
kabar-f01-siap = The operator handed over the F01 of { $unit }; it waits for you to submit it.
kabar-f01-kirim = The F01 of { $unit } was submitted ({ $periode }).
kabar-f01-tarik = The head of { $unit } took its F01 back ({ $periode }).
kabar-f01-buka = An evaluator began to check the F01 of { $unit }; it cannot be taken back any more.
kabar-f02-sepakat = All evaluators of { $unit } are done and some scores differ. Agree on them so that the result can be computed.
kabar-f02-semua-selesai = All evaluators of { $unit } are done ({ $periode }).
kabar-ba-tanda =
  { $ba ->
    [hasil] The minutes of the result
    [pelaksanaan] The minutes of the evaluation
   *[other] The minutes
  } of { $unit } wait for your signature.
kabar-ba-lengkap =
  All parties have signed { $ba ->
    [hasil] the minutes of the result
    [pelaksanaan] the minutes of the evaluation
   *[other] the minutes
  } of { $unit }.
kabar-hasil-beku = The result of { $unit } is settled ({ $periode }).
kabar-hasil-batal = The result of { $unit } was annulled ({ $periode }). The reason is on the page of the result.
kabar-lhe-jadi = The evaluation report of { $unit } was made ({ $periode }).
kabar-terbit-hasil = The results of { $periode } were published.
kabar-terbit-tarik = The results of { $periode } were taken back from the public pages.
kabar-skm-kurang = The survey { $ronde } of { $unit } ends on { $tanggal } and has { $jumlah } of { $target } answers.
kabar-skm-rencana = A follow-up activity of the survey of { $unit } is due on { $tanggal }: { $kegiatan }
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
kabar-jadwal-pj = The units were told the schedule of { $periode }. Look at it and confirm.
kabar-benturan-ada = { $nama } declared a conflict of interest with { $unit }. The evaluator needs to be replaced.

kabar-perpanjangan-unit = { $unit } has been given more time, until { $sampai }.
kabar-titipan-lapangan = An evaluator handed in late field work for { $unit }. It is a note, not a score.
kabar-serah-baru = Results of { $periode } were handed in ({ $jumlah } units) and wait for validation.
kabar-serah-valid = The ministry has validated the results of { $periode } ({ $jumlah } units).
kabar-serah-kembali = The ministry returned the results of { $periode }; the reason is on the hand-in page.
kabar-serah-surat-tarik = The entry of the ministry's letter { $nomor } about the results of { $periode } was taken back; the hand-in waits again and the values are provisional. Reason: { $alasan }

kabar-standar-usul = The service standard of { $layanan } ({ $unit }) is ready for you to issue.
kabar-standar-ditetapkan = The service standard of { $layanan } was issued and is in force from { $tanggal }.
kabar-standar-tinjau = The service standard of { $layanan } is to be reviewed by { $tanggal }.
kabar-tte-tak-diketahui = What became of an electronic signature on the minutes of { $unit } is not known. Check at the service and record it.
kabar-tte-diputuskan = Your electronic signature on the minutes of { $unit } was checked at the service and recorded.
kabar-penghargaan-umum = { $unit } receives the award { $penghargaan } ({ $periode }).
kabar-penghargaan-tarik = The award { $penghargaan } for { $unit } was withdrawn ({ $periode }). The reason stands on the page of its certificate.
kabar-pembinaan-dicatat =
  { $macam ->
    [sanksi] A sanction
   *[other] Coaching
  } for { $unit } was recorded ({ $periode }).
kabar-pembinaan-diputus =
  { $macam ->
    [sanksi] A sanction
   *[other] Coaching
  } for { $unit } was decided ({ $periode }).
kabar-pembinaan-berakhir =
  { $macam ->
    [sanksi] A sanction
   *[other] Coaching
  } for { $unit } was ended ({ $periode }).
kabar-permohonan-baru = New case: { $layanan } at { $gerai }.
kabar-permohonan-diperbaiki = Correction received: { $layanan } at { $gerai }.
kabar-permohonan-dialihkan = A case of { $layanan } was passed on to { $gerai }.
kabar-permohonan-dibatalkan = The applicant cancelled a case of { $layanan } at { $gerai }.
kabar-permohonan-lewat = A case of { $layanan } at { $gerai } is past the promise.
kabar-tagihan-lunas = Bill paid: { $layanan } at { $gerai }.
kabar-pembayaran-batal = A payment recorded wrongly was taken back: { $layanan } at { $gerai }. See its bill: to be paid again, or called off where the case came to nothing.
kabar-aduan-baru = Report { $nomor } of a citizen came in; check it by { $tanggal }.
kabar-aduan-diteruskan = Report { $nomor } was forwarded to you; answer by { $tanggal }.
kabar-aduan-dilengkapi = Report { $nomor } was completed by the complainant.
kabar-aduan-ditanggapi = The complainant is not satisfied with the answer to report { $nomor }; answer again by { $tanggal }.
kabar-aduan-selesai = The complainant closed report { $nomor }.
kabar-aduan-dicabut = Report { $nomor } was withdrawn.
kabar-aduan-dibuka = Report { $nomor } was reopened.
kabar-aduan-dekat = Report { $nomor } is due soon: { $tanggal }.
kabar-aduan-lewat = Report { $nomor } is overdue ({ $tanggal }).
kabar-aduan-eskalasi = Report { $nomor } needs your attention: due { $tanggal }.
kabar-konsultasi-baru = There is a new consultation for { $unit }.
kabar-konsultasi-pesan = There is news from an applicant of { $unit }.
kabar-pesanan-terdampak = Bookings of { $layanan } that can no longer be served because the schedule changed: { $jumlah }. Without an e-mail address, to be told by you: { $tanpa }.
kabar-mpp-libur-buka = { $tanggal } was made a day off ({ $libur }), but { $mpp } stays open by your decision for that day. { $jumlah ->
    [0] Nobody has booked a time.
    *[other] Bookings that still hold: { $jumlah }.
    } If the mall is to be closed too, take the decision back.
kabar-mpp-tahap =
  { $mpp } ({ $instansi }) entered the stage { $tahap ->
    [kajian] Study
    [usulan-diajukan] Proposal submitted
    [usulan-lengkap] Proposal complete
    [verifikasi] Verification
    [keputusan] The Minister's decision
    [persiapan] Preparation
    [teknis-pelayanan] Service design
    [sarana-prasarana] Facilities
    [uji-coba] Trial
    [perbaikan] Repairs
    [usul-peresmian] Proposal to open
    [beroperasi] In operation
   *[penambahan-pelayanan] Added services
  }.
kabar-mpp-putusan =
  The proposal of { $mpp } was { $keputusan ->
    [disetujui] approved by the Minister
   *[dikembalikan] given back
  }.
kabar-mpp-berhenti = The proposal of { $mpp } was given up by { $instansi }.
kabar-mpp-rapat = A coordination meeting on { $mpp } is planned for { $tanggal }.
kabar-mpp-masukan = { $dari } commented on { $mpp } in the coordination meeting.
kabar-mpp-titik = The additional service point { $titik } of { $mpp } was announced.
kabar-mpp-tenggat =
  { $keadaan ->
    [lewat] The limit of { $mpp } is over since { $tanggal }.
   *[dekat] The limit of { $mpp } is { $tanggal }.
  }
kabar-mpp-perjanjian = The agreement with { $tenan } ends { $tanggal }.
kabar-mpp-kompetensi = The certificate { $kompetensi } ends { $tanggal }.
kabar-aduan-naik = Report number { $nomor } of a citizen is overdue ({ $tanggal }) and was not handled since.
kabar-mpp-izin-minta = { $mpp } ({ $instansi }) asks for consent to give the service { $layanan }.
kabar-mpp-izin-jawab =
  { $unit } { $putusan ->
    [setuju] consented to
    [tolak] refused
   *[cabut] withdrew its consent to
  } the service { $layanan } at { $mpp }.
kabar-mpp-izin-akhir =
  { $mpp } { $putusan ->
    [batal] took back its request for
   *[akhir] no longer gives
  } the service { $layanan }.
kabar-mpp-penanggap = You are asked to comment on the proposal { $mpp }.
kabar-mpp-penanggap-rapat = The coordination meeting on { $mpp } is planned for { $tanggal }.
kabar-mpp-penanggap-jawab = The local government answered a comment on { $mpp }.
kabar-faktor-tebakan = Somebody used your password and typed wrong second-step codes several times. If it was not you, change the password at once.
kabar-faktor-pulih = A recovery code of your account was used to sign in. If it was not you, change the password at once and call the system administrator.
kabar-faktor-dihapus = The second step of your account was taken off by the system administrator. If you did not ask for it, call the administrator at once.
kabar-kait-mati = News to { $nama } failed again and again, so the address was switched off.
kabar-berkas-terinfeksi = A file that you uploaded is held back: the virus scanner found { $temuan }. Nobody can open it; upload a clean one.
kabar-gerbang-batas = The limit of { $batas } messages a day by { $saluran } is reached. Other news of today is not sent.
kabar-gerbang-gagal = Short messages by { $saluran } failed again and again.
kabar-surel-pental = Mail to an address cannot be delivered (code { $status }), so no more is sent to it.
kabar-faktor-kunci-baru = A passkey was added to your account. If it was not you, change your password at once and remove the passkey.
kabar-faktor-kunci-tiruan = A passkey of your account was refused because somebody may have copied it. Remove it and call the system administrator.
kabar-sso-taut = Your account was connected with the sign-in service of the agency. If it was not you who signed in, call the system administrator.
kabar-pdp-permintaan = There is a new request about personal data. Answer within 3 x 24 hours.
kabar-pdp-permintaan-dekat = A request about personal data is due within a day.
kabar-pdp-putusan = Your request about personal data is answered.
kabar-insiden-baru = A personal data breach was entered. Notices are due within 3 x 24 hours.
kabar-insiden-dekat = A personal data breach is not told, a day or less is left.
kabar-jejak-hilang = Records that the audit log speaks of are gone from the database: { $jumlah }. Somebody may have changed the database past Prima. Run prima check on the server; it says which.
