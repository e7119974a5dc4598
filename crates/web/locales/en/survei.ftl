### The public survey page.

survei-nama-bahasa = English
survei-bahasa = Choose a language
survei-lompat = Skip to content
survei-belum-diperiksa = Not checked by a speaker.
survei-terjemahan = Unofficial translation. The official text is in Indonesian.
survei-ilustrasi = ILLUSTRATION.
survei-ilustrasi-isi = An example to try out, not a real survey.

survei-judul-skm = Public satisfaction survey
survei-judul-f03 = Survey of service users
survei-judul-salah = Needs correction:
survei-sapaan = { $jumlah } questions, about { $menit ->
    [one] 1 minute
   *[other] { $menit } minutes
  }. Choose one answer for each question.
survei-janji-nama = No name, phone number or identity number. Nobody can tell which answer is yours.
survei-guna-skm = Your answer is used to improve this service.
survei-guna-f03 = Your answer decides { $porsi } per cent of this office's score.
survei-nol = worst
survei-lima = best
survei-layanan = Which service did you receive?
survei-profil-jenis-kelamin = Sex
survei-profil-usia = Age
survei-profil-pendidikan = Highest education
survei-profil-pekerjaan = Occupation
survei-tentang = A little about you
survei-tentang-isi = You may leave this part empty.
survei-tidak-diisi = Not filled in
survei-pilih = Choose one
survei-saran = Suggestions for this office
survei-saran-bantu = Do not write a name, phone number or identity number.
survei-huruf = { $jumlah } characters left
survei-kirim = Send answers
survei-kirim-bantu = Pressing twice is safe: the same answer is counted once.
survei-terjawab = { $jumlah } of { $semua } answered
survei-pertanyaan-nomor = Question { $nomor }

survei-salah-judul = Not sent yet. Please check:
survei-salah-kosong = Choose one answer.
survei-salah-pilihan = Choose one of the answers on this page.
survei-salah-panjang = Too long: at most 1,000 characters.
survei-kurang = Questions still without an answer: { $jumlah }.
survei-pesan-sudah = We already have the answer from this page
survei-pesan-sudah-isi = If this is another person's answer, press Send answers once more. If not, you may close this page.
survei-pesan-banyak = Too many answers from this network
survei-pesan-banyak-isi = Nothing you filled in is lost. Press Send answers in a few minutes, or use another network.
survei-pesan-penuh = Very busy just now, not sent yet
survei-pesan-penuh-isi = Nothing you filled in is lost. Press Send answers once more.
survei-pesan-palsu = This page was not recognised
survei-pesan-palsu-isi = Nothing you filled in is lost and the page is fresh now. Press Send answers once more.
survei-pesan-lama = This page was kept too long
survei-pesan-lama-isi = Nothing you filled in is lost and the page is fresh now. Press Send answers once more.

survei-terima = Thank you, we have your answer
survei-terima-isi = Your answer counts for the service of { $unit }.
survei-terima-tutup = You may close this page.
survei-isi-lagi = Fill in for another person

survei-tutup-belum = This survey is not open yet
survei-tutup-belum-isi = The survey of { $unit } opens on { $tanggal }.
survei-tutup-belum-lakukan = Keep the link or a photo of the QR code and come back on that day.
survei-tutup-selesai = This survey has ended
survei-tutup-selesai-isi = The survey of { $unit } ended on { $tanggal }. Thank you for your interest.
survei-tutup-ditutup = This survey is closed
survei-tutup-ditutup-isi = The survey of { $unit } takes no more answers. Thank you for your interest.
survei-tutup-alasan = Note by the staff:
survei-tutup-lakukan = If you have a suggestion or a complaint, please tell the staff of this office.
survei-tutup-hasil = See the results
survei-tidak-ada = Survey not found
survei-tidak-ada-isi = There is no survey at this address.
survei-tidak-ada-pindai = Scan the QR code again.
survei-tidak-ada-ketik = If you typed the address, check each letter and digit.
survei-tidak-ada-tanya = If it still does not open, ask the staff.
survei-tautan-dipakai = This link was used or is not valid
survei-tautan-dipakai-isi = This link can be used only once. If you have sent an answer, we have it.
survei-tautan-lewat = This link has run out
survei-tautan-lewat-isi = The link is valid for a few days after the service was finished.
survei-tautan-terbuka = You can still answer through the open survey of this office.
survei-tautan-isi = Fill in the survey
survei-tautan-tanya = If you want to give your opinion, ask the staff for a new link.

survei-luring = Your phone has no connection. Just fill in: answers are kept on this phone and sent later.
survei-menunggu-satu = 1 answer is waiting to be sent
survei-menunggu = { $jumlah } answers are waiting to be sent
survei-menunggu-umur = kept { $umur }
survei-kirim-sekarang = Send now
survei-terkirim = The answer that was waiting has been sent. Thank you.
survei-ditolak = An answer could not be accepted
survei-ditolak-tutup = The survey { $jalur } closed before this answer was sent.
survei-ditolak-isi = The answer for { $jalur } does not fit its present questions.
survei-ditolak-lain = The answer for { $jalur } was refused ({ $kode }).
survei-unduh = Save the answer as a file
survei-hapus = Delete from this phone
survei-hapus-yakin = Delete the answer that was not sent from this phone?
survei-mengirim = Sending…
survei-menyiapkan = Preparing to send, please wait a moment…
survei-tersimpan = Your answer is kept on this phone
survei-tersimpan-isi = Not sent yet: no connection, or very busy. It will be sent by itself. Open this page again later to make sure.

survei-kios-mulai = Start
survei-kios-langkah = Step { $langkah } of { $semua }
survei-kios-kembali = Back
survei-kios-lanjut = Next
survei-kios-lewati = Skip
survei-kios-lagi = Start again
survei-kios-kembali-awal = This screen goes back to the start by itself.
survei-kios-simpan = Thank you, your answer is kept
survei-kios-simpan-isi = It is sent by itself when there is a connection.
survei-kios-diam = Are you still there?
survei-kios-diam-isi = The answers on this screen will be cleared and it goes back to the start.
survei-kios-hitung = { $detik } seconds left
survei-kios-masih = Yes, go on
