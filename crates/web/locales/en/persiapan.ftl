### Preparation of a period: what is ready, choosing units, method, decrees.

persiapan-tab = Preparation
persiapan-judul = Preparing the evaluation
persiapan-kemajuan = Parts that are ready
persiapan-siap = Ready
persiapan-sebagian = In part
persiapan-belum = Not yet
persiapan-masalah = Needs attention
persiapan-bukan-syarat = This list shows what is there. What is missing does not stop other work, except the declaration on conflicts of interest: F02 can be filled only after it.
persiapan-butir-lokus = Unit lokus chosen
persiapan-butir-akun = Accounts of operators and heads of units
persiapan-butir-sk-lokus = Decree naming the unit lokus
persiapan-butir-evaluator = Evaluators appointed
persiapan-butir-benturan = Declarations on conflicts of interest
persiapan-butir-anggaran = Budget
persiapan-butir-jadwal = Schedule
persiapan-butir-sampai = Units told their schedule
persiapan-butir-kegiatan = Information and training sessions
persiapan-lokus-kosong = No unit has been chosen yet.
persiapan-lokus-isi = { $jumlah } units chosen.
persiapan-lokus-kurang = No unit yet for: { $cakupan }.
persiapan-akun-isi = { $ada } of { $dari } units have an operator and a head who can sign in.
persiapan-akun-tanpa = Not yet: { $unit }. Ask the administrator to make accounts for the operator and the head.
persiapan-akun-lain = { $jumlah } more
persiapan-metode-jumlah = The method is chosen for { $ada } of { $dari } units.
persiapan-sk-lokus-isi = { $ada } of { $dari } units are named by a signed decree.
persiapan-evaluator-isi = { $ada } of { $dari } units have an evaluator.
persiapan-usulan-isi = { $jumlah } proposals wait for a decree.
persiapan-benturan-isi = { $ada } of { $dari } appointments are declared free of conflict.
persiapan-benturan-kosong = Waits for the evaluators to be appointed; they then declare it from their start pages.
persiapan-benturan-ada = { $jumlah } conflicts of interest were declared. Those evaluators need to be replaced.
persiapan-anggaran-isi = { $jumlah } budget lines.
persiapan-jadwal-isi = { $jumlah } events planned.
persiapan-sampai-isi = Told to { $ada } of { $dari } units.
persiapan-terima-isi = { $jumlah } units confirmed.
persiapan-kegiatan-isi = { $ada } of { $dari } prepared sessions were attended.
persiapan-kegiatan-kosong = No session was prepared yet.
persiapan-pilih = Choose
persiapan-pilih-judul = Choose unit lokus
persiapan-pilih-daftar = Units that can be chosen
persiapan-pilih-kosong = All units are chosen
persiapan-pilih-kosong-isi = No unit in your reach is left that is not a lokus already. New units are registered by the administrator.
persiapan-pilih-isi = Make them unit lokus
persiapan-pilih-bantu = This holds for all ticked units. Filter first so that they are of one kind, for example all health centres.
persiapan-pilih-pantau = This period only checks follow-up: form, kind of service and category of each unit follow its last evaluation.
persiapan-pilih-tambah = Add those that are ticked
persiapan-pilih-semua = { $jumlah ->
    [1] Add the matching unit
   *[other] Add all { $jumlah } matching units
}
persiapan-pilih-satu = Add one at a time
persiapan-pilih-ditambah = The units were added.
persiapan-pilih-salah-unit = Tick at least one unit of the list.
persiapan-kategori-bantu = May be empty: the kind of the unit is used, for example health centre. Units are ranked only within their category.
persiapan-jenis-unit = Kind of unit
persiapan-induk = Parent unit
persiapan-wilayah = Institution or region
persiapan-lingkup-lalu = Scope at the last evaluation
persiapan-terakhir = Last evaluation
persiapan-belum-pernah = Never evaluated
persiapan-terakhir-lalu = Last year or later
persiapan-terakhir-lama = Two years ago or longer
persiapan-terakhir-isi = { $tahun }, { $skema }, IPP { $ipp }
persiapan-tanpa-ipp = none
persiapan-cakupan-judul = Chosen so far, by scope
persiapan-cakupan-kurang = No unit yet for
persiapan-cakupan-isi = In the national PEKPPP of 2024 each institution stood for all three scopes: goods, services and administrative. In a mandiri evaluation the choice is the organiser's.
persiapan-metode = Method
persiapan-metode-judul = Method per unit
persiapan-metode-isi = Data are gathered by checking documents, by interview, or both; each online or face to face (PermenPANRB 29/2022).
persiapan-metode-oleh = Chosen by
persiapan-metode-pilih = Choose for the ticked units
persiapan-metode-dokumen = Checking documents
persiapan-metode-wawancara = Interview
persiapan-metode-dokumen-isi = Documents checked { $cara }
persiapan-metode-wawancara-isi = interview { $cara }
persiapan-metode-belum = Not chosen yet
persiapan-metode-catatan = Note
persiapan-metode-catatan-bantu = For example why it is online.
persiapan-metode-simpan = Choose this method
persiapan-metode-tersimpan = The method was saved.
persiapan-cara-tidak = Not used
persiapan-cara-daring = Online
persiapan-cara-luring = Face to face
persiapan-sk-lokus-cara = Print the draft, have it signed, then upload the scan here. The decree covers every unit lokus that no earlier decree names.
persiapan-sk-lokus-kosong = No decree of the unit lokus yet
persiapan-sk-lokus-kosong-isi = Once it is signed, the responsible official uploads it.
persiapan-sk-lokus-belum = { $jumlah } units are not named by a decree yet.
persiapan-sk-lokus-unggah = Upload the signed decree
persiapan-sk-lokus-berkas-bantu = A scanned PDF, at most 20 MB.
persiapan-sk-lokus-tersimpan = The decree was saved.
persiapan-rancangan-buka = Draft the decree
persiapan-rancangan-lokus = Draft decree of the unit lokus
persiapan-rancangan-evaluator = Draft decree of the evaluator team
persiapan-rancangan-isi = The first texts are only suggestions. Adapt them to the drafting rules and legal basis of your institution. The attachment is made from the data of the period when printed.
persiapan-rancangan-cetak = Download the draft (PDF)
persiapan-rancangan-perangkat = Office below the letterhead
persiapan-rancangan-perangkat-bantu = For example "Sekretariat Daerah". May be empty.
persiapan-rancangan-pejabat = Office that decides
persiapan-rancangan-pejabat-bantu = For example "Sekretaris Daerah Kabupaten …".
persiapan-rancangan-nama = Name
persiapan-rancangan-nip = Staff number (NIP)
persiapan-rancangan-nomor = Number of the decree
persiapan-rancangan-nomor-bantu = May be empty: dots are printed.
persiapan-rancangan-tempat = Decided in
persiapan-rancangan-tanggal = Date
persiapan-rancangan-menimbang = Considering
persiapan-rancangan-mengingat = Remembering
persiapan-rancangan-mengingat-bantu = One legal basis a line. Check again which rules are in force.
persiapan-rancangan-menetapkan = Deciding
persiapan-rancangan-baris = One clause a line.
persiapan-rancangan-salah-pejabat = Write the office that decides.
persiapan-rancangan-salah-nama = Write the name of the official.
persiapan-rancangan-salah-isi = Write at least one clause.
persiapan-rancangan-tersimpan = The draft was saved.
persiapan-rancangan-tentang-lokus = Naming of the unit lokus of { $periode }
persiapan-rancangan-tentang-evaluator = Appointment of the evaluator team of { $periode }
persiapan-rancangan-tim = Evaluator team
persiapan-rancangan-jabatan = Position
persiapan-rancangan-menimbang-lokus =
    that { $periode } is to be held to assess the performance of public services;
    that the units to be evaluated need to be named by a decree;
persiapan-rancangan-menetapkan-lokus =
    The unit lokus of { $periode } are those in the attachment of this decree.
    They fill in the form, provide evidence and follow up the results of { $tahun }.
    This decree takes effect on the day it is signed.
persiapan-rancangan-menimbang-evaluator =
    that { $periode } needs a team of evaluators;
    that the evaluators need to be appointed by a decree;
persiapan-rancangan-menetapkan-evaluator =
    The evaluators of { $periode } are those in the attachment of this decree.
    They check documents, interview and observe, score, and recommend in { $tahun }.
    They declare whether they have a conflict of interest before scoring.
    This decree takes effect on the day it is signed.
persiapan-rancangan-mengingat-isi =
    Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;
    Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 29 Tahun 2022 tentang Pemantauan dan Evaluasi Kinerja Penyelenggaraan Pelayanan Publik;
persiapan-salah-dokumen = Choose how documents are checked.
persiapan-salah-wawancara = Choose how interviews are held.
