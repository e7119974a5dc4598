### Mail of the program: its state, and what could not be sent.

surat-judul = Sending of mail
surat-cara-mati = Mail is not set up, so a forgotten password can only be replaced through an administrator's one-time link. Whoever runs the server turns it on in prima.toml in the data folder, section [surat]; the README has an example.
surat-cara-berkas = Mail is written into files on the server and not sent. Good for trying out, not for use.
surat-cara-smtp = Mail is sent through the mail server set in prima.toml. What fails is tried again with growing pauses.
surat-uji = Send a test mail to { $surel }
surat-uji-antre = The test mail is in the queue. If it fails, this page shows why.
surat-uji-judul = Prima: test mail
surat-uji-isi = Mail from Prima arrives. Nothing needs to be done.
surat-gagal = Not sent yet
surat-gagal-isi = Content and address are not shown, because they may hold a one-time link. The cause is in the words of the mail server.
surat-kosong = No mail has failed
surat-kosong-isi = Mail that cannot be sent is listed here with its cause.
surat-dibuat = Made
surat-coba = Tries
surat-sebab = Cause
surat-menyerah = Given up
surat-dicoba-lagi = Tried again
surat-ulangi = Try again
surat-buang = Drop
surat-diulangi = That mail is tried again.
surat-dibuang = That mail was dropped.
