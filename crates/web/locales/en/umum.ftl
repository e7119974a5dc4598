### Texts that every page shares: layout, forms, errors, dates.

umum-produk = Prima
umum-slogan = Public service evaluation
umum-nama-bahasa = English
umum-lompat = Skip to content
umum-jejak = You are here
umum-menu = Main menu
umum-menu-beranda = Home
umum-menu-periode = Periods
umum-menu-pengguna = Accounts
umum-menu-instansi = Agencies
umum-menu-audit = Audit log
umum-menu-hasil = Results
umum-menu-peringkat = Ranking
umum-menu-verifikasi = Check a document
umum-menu-akun = My account
umum-bantuan = Help
umum-masuk = Sign in
umum-keluar = Sign out
umum-simpan = Save
umum-batal = Cancel
umum-opsional = (optional)
umum-pilih = Choose …
umum-ke-beranda = Go to the start page
umum-kaki = Prima – monitoring and evaluation of public service delivery
umum-ilustrasi = ILLUSTRATION
umum-ilustrasi-isi = The values on this page are invented examples, not real evaluation results.
umum-kategori = Category { $huruf }
umum-kemajuan = { $selesai } of { $dari }
umum-tahap-selesai = Done
umum-tahap-berjalan = In progress
umum-tahap-menunggu = Not started
umum-salah-judul = { $jumlah ->
    [one] One answer needs correcting
   *[other] { $jumlah } answers need correcting
}
umum-wajib = This field is required.
umum-terlalu-panjang = At most { $maks } characters.
umum-waktu = { $tanggal }, { $jam } { $zona }
umum-id-permintaan = Request number: { $id }

umum-bulan-januari = January
umum-bulan-februari = February
umum-bulan-maret = March
umum-bulan-april = April
umum-bulan-mei = May
umum-bulan-juni = June
umum-bulan-juli = July
umum-bulan-agustus = August
umum-bulan-september = September
umum-bulan-oktober = October
umum-bulan-november = November
umum-bulan-desember = December

umum-400-judul = The request could not be read
umum-400-isi = The browser sent something we do not understand. Nothing was saved. Go back to the previous page and try once more.
umum-401-judul = You are not signed in
umum-401-isi = Your session has ended or you have not signed in yet. Sign in first, then repeat.
umum-403-judul = You may not open this page
umum-403-isi = Your account has no role for this. If you think it should, contact the organiser in your agency.
umum-404-judul = Page not found
umum-404-isi = This address does not exist, or it lies outside the scope of your work. Check the address or begin at the start page.
umum-409-judul = The state has changed
umum-413-judul = Too large
umum-413-isi = What was sent is over the limit. Nothing was saved. Make the file smaller and send it again.
umum-429-judul = Too many requests
umum-429-isi = Wait a moment, then reload this page. What was saved is safe.
umum-500-judul = Something went wrong in the program
umum-500-isi = This is not your fault. Nothing of the last step was saved. Try again; if it happens again, give the request number below to the operator.
umum-503-judul = The server is busy
umum-503-isi = The request did not finish in time. Wait a moment, then try again.
umum-tidak-tersimpan-judul = Not saved
umum-tidak-tersimpan-isi = The storage cannot write at the moment, so nothing of the last step was saved. Go back to the previous page: what you typed is still there. If it happens again, give the request number below to the operator.
umum-lintas-judul = Sent from another site, refused
umum-lintas-isi = This form was not sent from a page of Prima. Open the page directly and send it from there.
