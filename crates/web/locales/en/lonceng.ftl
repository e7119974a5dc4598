### The bell, the list of notices, how a person is told, and the mails. The text of each kind of notice is in kabar.ftl.

lonceng-judul = Notifications
lonceng-isi = News about your work. What can be stopped is the mail; on this page every notice still appears.
lonceng-belum = { $jumlah } unseen
lonceng-baru = New
lonceng-tandai = Mark all as seen
lonceng-semua-dilihat = All notifications are marked as seen.
lonceng-atur = Notification settings
lonceng-kosong = No notifications yet
lonceng-kosong-isi = News appears here when an F01 is submitted, minutes wait for a signature, or a phase is about to end.
lonceng-ke-beranda = To the start page
lonceng-habis = Nothing older
lonceng-habis-isi = You have reached the first notification.
lonceng-ke-awal = To the newest
lonceng-lebih-lama = Older
lonceng-tanpa-teks = Something about your work changed.
lonceng-henti = Stop mails like this
lonceng-henti-label = Stop mails like this: { $kalimat }
lonceng-tanpa-surel = In the program only
lonceng-dihentikan = Mails of that kind are stopped, in the daily digest too. The notices still appear here.

lonceng-sebab-operator = You get this because you are an operator of that unit.
lonceng-sebab-kepala = You get this because you head that unit.
lonceng-sebab-evaluator = You get this because you are its evaluator.
lonceng-sebab-penyelenggara = You get this because your office organises that evaluation.
lonceng-sebab-penanggungjawab = You get this because you are responsible for that evaluation.
lonceng-sebab-pembina = You get this because you head that institution.
lonceng-sebab-pihak-lain = You get this because you have a task in that period.
lonceng-sebab-nasional = You get this because you work at the national level.
lonceng-sebab-akun = You get this because it is meant for you personally.

lonceng-atur-judul = Notification settings
lonceng-atur-isi = All news always appears in the program. Choose here what is also sent to { $surel }.
lonceng-mati-judul = Mail is not switched on in this program
lonceng-mati-isi = Your choices are kept and count as soon as the administrator switches mail on. Until then news appears in the program only.
lonceng-ringkasan = Daily digest
lonceng-ringkasan-isi = One mail at 07:00 in your office's time zone, only when there is news that you have not seen.
lonceng-ringkasan-ya = Send me the daily digest
lonceng-cara-program = In the program only
lonceng-cara-ringkasan = Daily digest
lonceng-cara-surel = Mail at once
lonceng-cara-wajib = Choose a way for each kind of news.
lonceng-tersimpan = Your notification settings are saved.
lonceng-bagian-persiapan = Team, phases and schedule
lonceng-bagian-isian = Self-assessment (F01)
lonceng-bagian-penilaian = Evaluators' scores (F02) and objections
lonceng-bagian-hasil = Minutes, results and reports
lonceng-bagian-tindak-lanjut = Delivery and follow-up
lonceng-bagian-survei = Satisfaction surveys

lonceng-henti-judul = Stop mails
lonceng-henti-tanya = Stop mails about: { $nama }?
lonceng-henti-sudah = Mails are stopped about: { $nama }.
lonceng-henti-tetap = Notices of this kind are no longer sent by mail, nor in the daily digest. Inside the program they still appear, and you can change this at any time.
lonceng-henti-ya = Stop mails

lonceng-surel-perihal = Prima: { $jumlah } { $jumlah ->
    [one] notification
   *[other] notifications
  } for you
lonceng-surel-salam = Dear { $nama },
lonceng-surel-sisa = … and { $jumlah } more at { $alamat }
lonceng-surel-kaki =
  Stop mails like this: { $henti }
  All notification settings: { $atur }

lonceng-nama-lain = Other news
lonceng-nama-evaluator-ditetapkan = I am appointed evaluator
lonceng-nama-fase-ditutup = A phase is closed
lonceng-nama-fase-dibuka = A phase is opened again
lonceng-nama-fase-tanggal = Dates of a phase change
lonceng-nama-fase-tujuh-hari = A phase ends within seven days
lonceng-nama-fase-besok = A phase ends tomorrow
lonceng-nama-jadwal-sampai = The schedule arrives
lonceng-nama-benturan-ada = An evaluator declares a conflict of interest
lonceng-nama-perpanjangan-unit = A unit gets more time
lonceng-nama-f01-siap = F01 is handed over by the operator
lonceng-nama-f01-kirim = F01 is submitted
lonceng-nama-f01-tarik = F01 is taken back
lonceng-nama-f01-buka = The check of F01 begins
lonceng-nama-f01-kembali = F01 is returned
lonceng-nama-f01-diterima = F01 is accepted
lonceng-nama-f01-perbaikan-dekat = The deadline of a returned F01 is near
lonceng-nama-f01-perbaikan-lewat = The deadline of a returned F01 is over
lonceng-nama-f02-sepakat = Scores wait for agreement
lonceng-nama-f02-semua-selesai = All evaluators are done
lonceng-nama-titipan-lapangan = Late field notes are left
lonceng-nama-hak-jawab-dibuka = Draft scores can be objected to
lonceng-nama-hak-jawab-dekat = The time to object is almost over
lonceng-nama-sanggahan-masuk = An objection arrives
lonceng-nama-sanggahan-menunggu = An objection waits for an answer
lonceng-nama-sanggahan-dijawab = An objection is answered
lonceng-nama-sanggahan-selesai = A unit has no more objections
lonceng-nama-ba-tanda = Minutes wait for my signature
lonceng-nama-ba-lengkap = Minutes are signed by all
lonceng-nama-hasil-beku = A result is settled
lonceng-nama-hasil-batal = A result is annulled
lonceng-nama-lhe-jadi = An evaluation report is made
lonceng-nama-terbit-hasil = Results are published
lonceng-nama-terbit-tarik = Results are taken back
lonceng-nama-serah-baru = Results of a region are handed in
lonceng-nama-serah-kembali = The ministry returns results
lonceng-nama-serah-valid = The ministry validates results
lonceng-nama-penyampaian-jadwal = A schedule is delivered to me
lonceng-nama-penyampaian-lhe = An evaluation report is delivered to me
lonceng-nama-penyampaian-tindak-lanjut = A follow-up report is delivered to me
lonceng-nama-tl-diajukan = A follow-up waits for verification
lonceng-nama-tl-dikembalikan = A follow-up is returned
lonceng-nama-tl-diterima = A follow-up is accepted
lonceng-nama-tl-dekat = A follow-up plan is due soon
lonceng-nama-tl-lewat = A follow-up plan is overdue
lonceng-nama-tl-batas-dekat = The follow-up report is due soon
lonceng-nama-tl-batas-lewat = The follow-up report is overdue
lonceng-nama-skm-kurang = A survey ends soon with too few answers
lonceng-nama-skm-rencana = A follow-up activity of a survey is due soon

lonceng-bagian-layanan = Services and service standards
lonceng-nama-standar-usul = A draft service standard is ready
lonceng-nama-standar-ditetapkan = Service standard issued
lonceng-nama-standar-tinjau = Service standard is due for review
lonceng-nama-penghargaan-umum = Awards announced
lonceng-nama-penghargaan-tarik = Award withdrawn
lonceng-nama-pembinaan-dicatat = Coaching or sanction recorded
lonceng-nama-pembinaan-diputus = Coaching or sanction decided
lonceng-nama-pembinaan-berakhir = Coaching or sanction ended
lonceng-henti-tetap-ringkasan = Only the daily digest is stopped. Mails at once, such as when minutes wait for a signature, still come. Inside the program every notice still appears, and you can change this at any time.
lonceng-nama-tte-tak-diketahui = An electronic signature has no known end
lonceng-nama-tte-diputuskan = My electronic signature was checked
lonceng-nama-mpp-tahap = A mall enters a new stage
lonceng-nama-mpp-putusan = The Minister's decision on a mall
lonceng-nama-mpp-berhenti = Proposal of a mall given up
lonceng-nama-mpp-rapat = Coordination meeting on a mall
lonceng-nama-mpp-masukan = A ministry comments on a mall
lonceng-nama-mpp-titik = Additional point of a mall
lonceng-nama-mpp-tenggat = Limit on a mall's way
lonceng-nama-mpp-perjanjian = An organisation's agreement ends
lonceng-nama-mpp-kompetensi = An officer's certificate ends
