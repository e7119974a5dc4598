### The portal for citizens: search, services, units.

cari-menu = Find a service
cari-judul = Find a service
cari-pembuka = Write what you need, for example “akta lahir” or “surat pindah”. Typing errors do not matter. Numbers of documents can be looked up here too.
cari-label = Service, unit, requirement, or number of a document
cari-tombol = Search
cari-jumlah = { $jumlah ->
    [one] The best match
   *[other] { $jumlah } best matches
}
cari-terdekat = Nothing has all of these words. This comes nearest.
cari-tiada = No service has the word { $kata }. This is what the other words find.
cari-sekadar = No service is called “{ $kata }”. These only mention it, for example as a requirement.
cari-nihil = Nothing fits
cari-nihil-isi = Try another, more general word, or look at all units below.
cari-kosong = No services are published yet
cari-kosong-isi = Services appear here once their standards are issued.
cari-unit = Units
cari-unit-semua = All units
cari-jumlah-layanan = { $jumlah ->
    [one] One service
   *[other] { $jumlah } services
}
cari-persyaratan = What to bring
cari-prosedur = Steps
cari-waktu = How long
cari-biaya = Cost
cari-produk = What you receive
cari-pengaduan = If something is wrong
cari-tempat = Where
cari-henti = No longer given at { $mpp }
cari-henti-gerai = The gerai { $gerai } was closed on { $tanggal }. The place and steps below may be of before: ask { $unit } before you come.
cari-henti-layanan = The gerai { $gerai } has not given it since { $tanggal }. The place and steps below may be of before: ask { $unit } before you come.
cari-jam = Hours
cari-hari-kerja = { $jumlah ->
    [one] One working day
   *[other] { $jumlah } working days
}
cari-sk = Issued by { $nomor } of { $tanggal }, in force from { $mulai }.
cari-sk-tinjau = Last reviewed { $tanggal }.
cari-cetak = Print or keep (PDF)
cari-poster = QR poster (PDF)
cari-data = Data of the service for other programs (JSON)
cari-kode = Code of the service: { $kode }
cari-qr = QR code leading to the page of { $nama }
cari-bagikan = Share this page
cari-layanan-unit = Services of this unit
cari-di-unit = Search the services of this unit
cari-unit-lain = Other services of { $unit }
cari-skm = Satisfaction survey results of this unit
cari-nihil-nomor = No document has that number
cari-nihil-nomor-isi = Write the whole code, for example T-7KQ49-XMP3R. It stands under the queue number, and on the page of your application, booking or report. A queue number such as B-007 is not enough: it is used again every day.
cari-unit-data = All services of this unit in one table, with the fields of a page of SIPPN: number of the decree, requirements, procedure, time, cost, product and complaints.
cari-unit-tabel = Table of services (XLSX)
cari-unit-buku = Services of { $unit } by the fields of a page of SIPPN
cari-unit-lembar = Services
cari-unit-catatan = One row a service whose standard is in force. It is there to be typed or pasted into SIPPN; Prima does not send it there.
cari-kolom-nama = Service
cari-kolom-sk = Decree
cari-kolom-tanggal-sk = Date of the decree
cari-kolom-tempat = Place
cari-kolom-alamat = Page of the service
