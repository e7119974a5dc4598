### The second step of signing in.

langkah-menu = Sign-in security
langkah-judul = Two-step sign-in
langkah-nyala = On
langkah-mati = Not on
langkah-pembuka = Besides the password you type a code from an app on your phone. Somebody who knows your password still cannot sign in.
langkah-wajib = Your role requires a second step
langkah-wajib-isi = Set it up here first. Then all your pages open as usual.
langkah-wajib-dahulu = Set up the second step first; your role requires it.
langkah-aplikasi = Code app
langkah-aplikasi-isi = Use an app such as Google Authenticator, Microsoft Authenticator, Aegis or 2FAS. It works without a network.
langkah-mulai = Set up the app
langkah-sejak = In use since { $waktu }.
langkah-matikan = Turn off
langkah-matikan-isi = Once it is off the password alone is enough to sign in, and the recovery codes are void.
langkah-dimatikan = The second step was turned off.
langkah-calon-habis = The time to set up the app is over. Begin once more.
langkah-pindai = Set up the code app
langkah-satu = Open the code app on your phone and choose to add an account.
langkah-dua = Scan this picture.
langkah-qr = Picture to scan with the code app
langkah-ketik = Cannot scan? Type this key into the app (kind: time based):
langkah-buka = Open in an app on this device
langkah-tiga = Type the 6 digits that the app shows.
langkah-kode = 6-digit code
langkah-kode-salah = The code does not fit. Wait for the next number, and check that the clock of your phone is right.
langkah-nyalakan = Turn on
langkah-pulih = Recovery codes
langkah-pulih-baru = Make new codes
langkah-pulih-baru-isi = Ten new codes are made, and the old ones are void.
langkah-kode-judul = Keep these recovery codes
langkah-kode-isi = If your phone is lost, each code can be used once in its place. Print or copy them and keep them apart from the phone. They are not shown again.
langkah-kode-selesai = I have kept them
langkah-admin-judul = Sign-in security
langkah-admin-pembuka = Choose the roles that must sign in with two steps. Who has not set it up can only open the pages of the own account.
langkah-admin-peran = Roles that need two steps
langkah-admin-akun = Accounts
langkah-admin-tanpa = Not ready
langkah-admin-sejak = Required since
langkah-admin-akibat = A change holds at once, also for people who are signed in.
langkah-peran-tersimpan = The choice of roles is saved.
langkah-setel-ulang = Take the second step off
langkah-setel-ulang-isi = For somebody who lost phone and recovery codes. Make sure first that it is this person, not by e-mail alone. All sessions end and the audit log has it.
langkah-disetel-ulang = The second step was taken off. The person signs in with the password and sets it up again.
langkah-pulih-sisa = { $jumlah ->
    [one] One code is left.
   *[other] { $jumlah } codes are left.
 } Each can be used once in place of the app.
