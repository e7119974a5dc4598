### masuk
masuk-judul = Sign in
masuk-pembuka = For officers. Citizens need no account.
masuk-surel = E-mail address
masuk-sandi = Password
masuk-surel-wajib = Enter a correct e-mail address, for example name@agency.go.id.
masuk-sandi-wajib = Enter the password.
masuk-gagal = Not signed in
masuk-salah = E-mail or password does not match. Check both.
masuk-tahan = Too many attempts. Try again in { $menit } minutes.
masuk-lupa = Forgot the password?
masuk-tertahan = Your session has ended, but what you typed is not lost
masuk-tertahan-isi = Sign in again. What you typed is then shown, ready to send.
masuk-lanjut-judul = What you typed is still here
masuk-lanjut-isi = This is what you typed before the session ended. Nothing is saved yet. Files and passwords have to be given again.
masuk-lanjut-kirim = Send it
masuk-lanjut-buang = Do not send
masuk-lanjut-medan = Field
masuk-lanjut-nilai = What you typed
masuk-sudah-keluar = You are signed out.
masuk-lupa-judul = Forgotten password
masuk-lupa-isi = We send a one-time link to your e-mail address to set a new password.
masuk-lupa-kirim = Send the link
masuk-lupa-terkirim = Check your e-mail
masuk-lupa-terkirim-isi = If the address belongs to an account, the link arrives within minutes and holds for 30 minutes.
masuk-lupa-tanpa-surat = Mail is not set up on this system
masuk-lupa-tanpa-surat-isi = Contact the administrator in your agency, who can give you a one-time link to set a new password.
masuk-surat-perihal = Prima: set a new password
masuk-setel-judul = Set a new password
masuk-setel-untuk = For the account { $surel }.
masuk-setel-basi = This link no longer holds
masuk-setel-basi-isi = A link works once and for a limited time. Ask for a new one.
masuk-mulai-judul = Set up Prima
masuk-mulai-isi = Make the first administrator's account. It registers agencies, units and other accounts. The link to this page works once.
masuk-mulai-buat = Make the account and sign in
masuk-selamat-datang = The administrator's account is ready. Welcome.
masuk-surat-isi =
    Dear { $nama },

    someone asked for a new password for your account in Prima. Open this link within { $menit } minutes:

    { $tautan }

    If it was not you, ignore this mail: your password has not changed.
masuk-lanjut-berkas = Choose the file once more
masuk-lanjut-berkas-isi = Files were not kept. Press Send: the page opens again with what you typed, and you choose the file there.
masuk-medan-catatan = Note
masuk-medan-skor = Score
masuk-medan-sumber = Source
masuk-medan-rekomendasi = Recommendation
masuk-medan-alasan = Reason
masuk-medan-keterangan = Remarks
masuk-medan-nomor = Number
masuk-medan-nama = Name
masuk-medan-jabatan = Position
masuk-medan-tanggal = Date
masuk-medan-tempat = Place
masuk-medan-jawaban = Answer
masuk-medan-bahasa = Language
masuk-medan-cari = Search
masuk-medan-indikator = { $label } (indicator { $nomor })
masuk-kode-judul = Second step
masuk-kode-isi = Your password is right. Open the code app on your phone and type the number it shows for Prima.
masuk-kode = Code
masuk-kode-bantu = 6 digits from the app, or one of your recovery codes.
masuk-kode-wajib = Type the code.
masuk-kode-salah = The code does not fit or was used already. Wait for the next number in the app and try again.
masuk-kode-basi = It took too long. Sign in once more from the beginning.
masuk-kode-mulai = Begin again
masuk-kode-hilang = Phone and recovery codes lost? The system administrator of your office can take the second step off.
masuk-pulih-dipakai = You signed in with a recovery code. That code cannot be used again.
masuk-ulang-judul = Make sure it is you
masuk-ulang-isi = This step matters, so we ask once more. After that you are not asked for 10 minutes.
masuk-ulang-tertahan = What you typed is not lost
masuk-ulang-tertahan-isi = After this it is shown to be sent.
masuk-ulang-sandi = Your password
masuk-ulang-sandi-kode = Your password, or the 6 digits of the code app
masuk-ulang-wajib = Type your password.
masuk-ulang-salah = It does not fit. Check it again.
masuk-ulang-kirim = Continue
masuk-ulang-terbukti = Thank you. Please go on.
masuk-ulang-lanjut = This is what you typed. Nothing is saved yet. Files and passwords must be given again.
