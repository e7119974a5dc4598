# Awards: conditions, proposals, decisions, announcement, and certificates.

penghargaan-menu = Awards
penghargaan-tab = Awards
penghargaan-judul = Awards
penghargaan-pembuka = Set awards and their conditions, see who meets them, then record the decision. Prima only proposes; an official decides, by decree.
penghargaan-kosong = No awards yet
penghargaan-kosong-isi = The organiser adds an award with its conditions. Prima then shows who meets them and why.
penghargaan-buka-tahap = Reopen phase ranking
penghargaan-tambah = Add an award
penghargaan-ubah = Change the award
penghargaan-hapus = Take off the list
penghargaan-nama = Name of the award
penghargaan-nama-bantu = This name is printed on the certificate.
penghargaan-untuk = Recipient
penghargaan-syarat = Conditions
penghargaan-diberi = Given
penghargaan-bentuk = Form
penghargaan-bentuk-piagam = Certificate
penghargaan-bentuk-piala = Trophy
penghargaan-bentuk-lain = Another form
penghargaan-bentuk-apa = If another form, which?
penghargaan-bentuk-apa-bantu = For example money for improvements.
penghargaan-sasaran-unit = Service units
penghargaan-sasaran-penyelenggara = Organisers
penghargaan-sasaran-pembina = Heads of government
penghargaan-isian-pembuka = Every condition that is filled in must be met. Conditions cannot change once something was decided.
penghargaan-contoh = Begin from an example
penghargaan-layanan = Category of services
penghargaan-layanan-tiap = Each category apart
penghargaan-layanan-bantu = Only for service units. Each category is ranked apart.
penghargaan-instansi = Kind of agency
penghargaan-instansi-semua = All
penghargaan-tanpa-batas = No condition
penghargaan-syarat-bantu = Fill in at least one. Values are compared with the two decimals that are published; ranks come from the unrounded value. For heads and organisers the mean of their units is used.
penghargaan-peringkat-maks = Rank up to
penghargaan-peringkat-bantu = 3 means the first three; equal values share a rank.
penghargaan-kategori-min = Lowest grade
penghargaan-ipp-min = Lowest index value
penghargaan-ipp-bantu = For example 4.01.
penghargaan-naik-min = Risen by at least
penghargaan-naik-bantu = Compared with the latest earlier year's published result of the same scheme. For example 0.25.
penghargaan-beruntun = Years in a row
penghargaan-beruntun-bantu = This year included, the grade or value above was met in every year.
penghargaan-sumber-judul = Where the conditions come from
penghargaan-sumber = Source of the conditions
penghargaan-sumber-bantu = The rule, decree or agreement in which these conditions stand. The national documents that we found hold no conditions for awards.
penghargaan-kepastian = How certain
penghargaan-kepastian-tinggi = Certain: written in a decree or regulation
penghargaan-kepastian-sedang = Fairly certain: from one source, for example the press
penghargaan-kepastian-rendah = Not certain yet
penghargaan-alasan = Reason
penghargaan-salah-nama = Write the name of the award.
penghargaan-salah-sumber = Write where these conditions come from.
penghargaan-salah-angka = Write a whole number, for example 3.
penghargaan-salah-nilai = Write a value with at most two decimals, for example 4.01.
penghargaan-salah-wajib = This must be filled in.
penghargaan-pesan-ditambah = The award was added. Look at the proposal below.
penghargaan-pesan-disimpan = The award was saved.
penghargaan-pesan-dihapus = The award was taken off the list.
penghargaan-pesan-diputus = The decision was recorded.
penghargaan-pesan-dicabut = The decision was withdrawn.
penghargaan-pesan-diumumkan = The awards were announced.
penghargaan-pesan-ditarik = The announcement was taken back.
penghargaan-syarat-layanan = only category { $kategori }
penghargaan-syarat-instansi = only { $kelompok }
penghargaan-syarat-peringkat =
    { $n ->
        [1] rank 1
       *[other] rank 1 to { $n }
    }
penghargaan-syarat-kategori = grade { $kategori } or higher
penghargaan-syarat-ipp = value of at least { $nilai }
penghargaan-syarat-naik = risen by at least { $nilai }
penghargaan-syarat-beruntun = { $n } years in a row
penghargaan-temuan-peringkat =
    Rank { $ada } (condition: { $harus ->
        [1] rank 1
       *[other] { $harus } or better
    })
penghargaan-temuan-kategori = Grade { $ada } (condition: { $harus } or higher)
penghargaan-temuan-ipp = Value { $ada } (condition: at least { $harus })
penghargaan-temuan-naik = Risen by { $ada } since { $dari } (condition: at least { $harus })
penghargaan-temuan-turun = Fallen by { $ada } since { $dari } (condition: risen by at least { $harus })
penghargaan-temuan-tanpa-lalu = No published result of an earlier year (condition: risen by at least { $harus })
penghargaan-temuan-beruntun = Met in { $ada } years in a row (condition: { $harus } years)
penghargaan-edisi-lain = That year used another instrument, so the two are not fully comparable.
penghargaan-terpenuhi = Met
penghargaan-tak-terpenuhi = Not met
penghargaan-usulan = Proposal
penghargaan-usulan-isi = Those who meet every condition by the results that hold now. A proposal is no decision.
penghargaan-usulan-kosong = Nobody is ranked yet
penghargaan-usulan-kosong-isi = A proposal appears once there are frozen results with an index for the recipients of this award.
penghargaan-tanpa-calon = Nobody meets every condition.
penghargaan-tanpa-nilai =
    { $jumlah ->
        [one] { $jumlah } unit has no index yet, so it is not ranked.
       *[other] { $jumlah } units have no index yet, so they are not ranked.
    }
penghargaan-hampir =
    { $jumlah ->
        [one] The next one does not meet them: see why
       *[other] The next { $jumlah } do not meet them: see why
    }
penghargaan-lainnya =
    { $jumlah ->
        [one] { $jumlah } other does not meet them either.
       *[other] { $jumlah } others do not meet them either.
    }
penghargaan-peringkat-n = Rank { $n }
penghargaan-seri = equal values
penghargaan-sudah-diputus-lencana = Decided
penghargaan-catat = Record the decision
penghargaan-catat-isi = Those who are ticked are given the award. Who is proposed and not ticked is recorded as passed over. Fill in the decree that decides it; it is printed on the certificates.
penghargaan-sk = Decree
penghargaan-sk-nomor = Number of the decree
penghargaan-sk-tanggal = Date of the decree
penghargaan-sk-tempat = Place
penghargaan-sk-jabatan = Office that decides
penghargaan-sk-jabatan-bantu = For example Bupati Kutai Timur.
penghargaan-sk-nama = Name of the official
penghargaan-sk-pangkat = Rank (if it is printed)
penghargaan-menyimpang = Why it departs from the proposal
penghargaan-menyimpang-bantu = Needed when somebody is given it who was not proposed, or passed over who was.
penghargaan-menyimpang-karena = Departs from the proposal: { $alasan }
penghargaan-putusan = Decisions
penghargaan-penerima = Given to
penghargaan-di = Agency
penghargaan-angka = Figures
penghargaan-keadaan = State
penghargaan-diberikan = Given
penghargaan-dilewati = Passed over
penghargaan-dicabut = Withdrawn
penghargaan-hasil-batal = Its result was annulled
penghargaan-milik-batal = The result that it rests on was annulled.
penghargaan-hasil-batal-isi = The result on which this award rests was annulled. See whether the award is still right.
penghargaan-gugur = Its figures changed
penghargaan-dasar-gugur = The figures it rests on changed
penghargaan-gugur-kini = This figure has changed. By the results that are published now: rank { $peringkat } in { $kelompok }, value { $nilai } ({ $kategori }).
penghargaan-gugur-hilang = This figure is no longer in the results that are published now.
penghargaan-gugur-sama = The result it rests on was annulled. The results that are published now have the same figures.
penghargaan-dasar = Rank { $peringkat } in { $kelompok }, value { $nilai } ({ $kategori })
penghargaan-dicatat = Recorded
penghargaan-kode = Code to check
penghargaan-cabut = Withdraw the decision
penghargaan-cabut-isi = Certificates that were printed can still be checked; the page then says that the award was withdrawn.
penghargaan-pengumuman = Announcement
penghargaan-pengumuman-isi = Once announced, the list of awards stands on the public pages beside the published results, and the recipients are told. Later decisions wait to be announced again.
penghargaan-pengumuman-bukan-anda = The responsible official announces them.
penghargaan-belum-diumumkan = Not announced
penghargaan-diumumkan = Announced
penghargaan-pengumuman-ditarik = Announcement taken back
penghargaan-diumumkan-oleh = Announced { $waktu } by { $nama }.
penghargaan-ditarik-oleh = Taken back { $waktu } by { $nama }.
penghargaan-lihat-umum = See the list of awards
penghargaan-umumkan =
    { $jumlah ->
        [one] Announce { $jumlah } award
       *[other] Announce { $jumlah } awards
    }
penghargaan-semua-diumumkan = All awards are announced.
penghargaan-tarik-umum = Take the announcement back
penghargaan-jumlah-penerima =
    { $jumlah ->
        [one] { $jumlah } recipient
       *[other] { $jumlah } recipients
    }
penghargaan-piagam-ke = Certificates
penghargaan-piagam-pembuka = Print the certificates of all recipients at once into one ZIP file. Each has a QR code to check that it is genuine.
penghargaan-piagam-kosong = Nothing to print yet
penghargaan-piagam-kosong-isi = Certificates are printed for awards whose decision was recorded.
penghargaan-piagam-berkas = Files of certificates
penghargaan-piagam-belum = No file was made yet.
penghargaan-piagam-semua = All awards of this period
penghargaan-piagam-untuk = Certificates for
penghargaan-piagam-buat = Make certificates
penghargaan-piagam-pilih = Choose the award to print certificates for.
penghargaan-piagam-siap =
    { $jumlah ->
        [one] { $jumlah } certificate is ready
       *[other] { $jumlah } certificates are ready
    }
penghargaan-piagam-sampai = Kept until { $waktu }.
penghargaan-piagam-sejak = Asked for { $waktu }.
penghargaan-piagam-gagal = The last try failed; it is tried again.
penghargaan-piagam-unduh = Download the ZIP
penghargaan-piagam-hapus = Remove the file
penghargaan-piagam-batal = Cancel
penghargaan-piagam-perbarui = See how far it is
penghargaan-piagam-tinggal = You may leave this page; the work goes on and the file is found here.
penghargaan-piagam-diminta = The certificates are being made.
penghargaan-piagam-dibuang = The file was removed.
penghargaan-piagam-satu = Certificate (PDF)
penghargaan-piagam-judul = Certificate of Award
penghargaan-piagam-dasar = Decree of { $jabatan }, number { $nomor }, { $tanggal }
penghargaan-piagam-angka-nasional = national figure
penghargaan-piagam-angka-lokal = local figure
penghargaan-piagam-uraian =
    { $periode } ({ $skema }, { $angka }): rank { $peringkat } in { $kelompok }, { $sasaran ->
        [unit] Public Service Index
       *[other] mean Public Service Index of its units
    } { $nilai }, grade { $kategori }.
penghargaan-piagam-sementara = The value is provisional until the ministry validates it.
penghargaan-berkas-judul = Decrees and their files
penghargaan-berkas-tersimpan = The file of the decree was saved.
penghargaan-berkas-unduh = Download the decree
penghargaan-berkas-belum = The signed decree has not been uploaded yet.
penghargaan-berkas-unggah = Upload the decree
penghargaan-berkas-pilih = Choose which decree.
penghargaan-berkas-medan = Signed decree
penghargaan-berkas-bantu = PDF, at most 20 MB. It may come after the phase was closed.
penghargaan-berkas-oleh = Uploaded by { $nama }, { $waktu }
penghargaan-logo = Emblem on the certificates
penghargaan-logo-isi = The emblem is printed above the name of the agency on every certificate.
penghargaan-logo-kini = The emblem in use
penghargaan-logo-berkas = Picture
penghargaan-logo-bantu = PNG or JPEG, at most 300 kB.
penghargaan-logo-pilih = Choose a picture first.
penghargaan-logo-pasang = Set the emblem
penghargaan-logo-lepas = Remove the emblem
penghargaan-logo-disimpan = The emblem was saved.
penghargaan-milik-judul = Awards and coaching
penghargaan-milik-unduh = Download certificate (PDF)
penghargaan-milik-ditarik = The results of this period are not published at the moment, so the certificate cannot be downloaded. Ask the organiser.
penghargaan-milik-pembuka = Awards that were announced, and coaching and sanctions, in your scope.
penghargaan-milik-semua = All
penghargaan-milik-kosong = No awards yet
penghargaan-milik-kosong-isi = Awards stand here once they are announced.
penghargaan-umum-pembuka = Announced { $waktu }. Follow the name of an award to check its certificate.
penghargaan-umum-dicabut = Withdrawn after the announcement
penghargaan-umum-kosong = No awards were announced
penghargaan-umum-kosong-isi = The list of awards stands here once the organiser has announced it.
penghargaan-umum-kembali = Back to the results
penghargaan-umum-menyimpang = Did not meet every condition; given at the discretion of the official who decided.
