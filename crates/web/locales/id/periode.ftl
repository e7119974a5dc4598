### Periods: opening, phases, unit lokus, evaluators, decrees.

periode-lembar = { $mulai }–{ $akhir } dari { $dari }
periode-lembar-label = Halaman daftar
periode-lembar-sebelum = Sebelumnya
periode-lembar-berikut = Berikutnya
periode-x-dari-y = { $x } dari { $y }
periode-daftar-judul = Periode evaluasi
periode-buka = Buka periode
periode-ubah = Ubah
periode-ubah-judul = Ubah periode
periode-kosong = Belum ada periode
periode-kosong-isi = Satu periode adalah satu kali evaluasi: edisi instrumen, jadwal, unit lokus, dan tim evaluatornya. Mulai dengan membuka periode.
periode-kosong-lain = Tidak ada periode yang dapat Anda baca dengan peran Anda. Pekerjaan Anda sendiri ada di beranda.
periode-nama = Nama periode
periode-nama-bantu = Nama yang dikenal semua pihak, misalnya "PEKPPP Mandiri 2026".
periode-instansi = Penyelenggara
periode-tahun = Tahun
periode-tahun-bantu = Tahun kinerja yang dievaluasi.
periode-skema = Skema
periode-skema-bantu = Nilai dari skema yang berbeda tidak dibandingkan satu sama lain.
periode-skema-kementerian = Periode nasional dan khusus dibuka oleh akun kementerian yang berperan nasional; sesudah dibuka, penyelenggara di kementeriannya mengaturnya dari sini.
periode-lokus = Unit lokus
periode-kolom-evaluator = Evaluator
periode-kolom-f01 = F01 terkirim
periode-kolom-hasil = Hasil
periode-keadaan = Keadaan
periode-terbit = Sudah terbit
periode-belum-terbit = Berjalan
periode-edisi = Edisi instrumen
periode-edisi-a = Edisi untuk Formulir A (pelayanan tatap muka)
periode-edisi-b = Edisi untuk Formulir B (pelayanan daring penuh)
periode-edisi-bantu = Isi edisi disimpan bersama periode dan tidak berubah walaupun edisinya kelak diperbaiki.
periode-edisi-tidak = Formulir ini tidak dipakai
periode-edisi-tak-dapat = Belum dapat dipilih karena datanya belum lengkap.
periode-edisi-sumber = Sumber dan kepastiannya
periode-edisi-formulir = Formulir { $formulir }
periode-penyatuan = Jika ada beberapa evaluator
periode-penyatuan-bantu = Setiap evaluator menilai sendiri lebih dahulu. Aturan ini menentukan bagaimana nilainya menjadi satu.
periode-penyatuan-konsensus = Konsensus
periode-penyatuan-konsensus-isi = Nilai yang berbeda disepakati per indikator, dan perbedaannya dicatat.
periode-penyatuan-rata = Rata-rata
periode-penyatuan-rata-isi = Nilai para evaluator dirata-ratakan per indikator.
periode-jadwal = Jadwal tahap
periode-jadwal-bantu = Tahap tidak tertutup sendiri: Anda yang menutupnya. Tahap yang lewat tanggalnya diberi tanda. Kedelapan tanggal wajib diisi.
periode-mulai = Mulai
periode-selesai = Selesai
periode-fase-persiapan = Persiapan
periode-fase-pelaksanaan = Pelaksanaan
periode-fase-penyampaian = Penyampaian hasil dan tindak lanjut
periode-fase-pemeringkatan = Pemeringkatan dan penghargaan
periode-salah-nama = Isi nama periode.
periode-salah-tahun = Isi tahun dengan empat angka, dari 2015 sampai 2100.
periode-tanpa-instansi = Belum ada instansi jenis kementerian di program ini, sehingga periode nasional belum dapat dibuka. Minta admin menambahkannya dulu di menu Instansi.
periode-salah-instansi = Pilih instansi penyelenggara periode ini.
periode-salah-tanggal = Isi tanggal lengkap dengan hari, bulan, dan tahun.
periode-salah-selesai = { $fase }, selesai: hari terakhir tidak boleh sebelum hari pertamanya.
periode-salah-urutan = { $fase }, mulai: tidak boleh mulai atau selesai sebelum tahap di atasnya.
periode-dibuka = Periode dibuka. Berikutnya, tambahkan unit lokus.
periode-tersimpan = Perubahan periode tersimpan.
periode-bagian = Bagian periode
periode-tab-ringkasan = Ringkasan
periode-tab-persiapan = Persiapan
periode-tab-pelaksanaan = Pelaksanaan
periode-tab-penyampaian = Penyampaian hasil
periode-tab-pemeringkatan = Pemeringkatan
periode-tab-kesiapan = Kesiapan
periode-tab-sk-pendek = SK
periode-tab-evaluator = Evaluator
periode-tab-sk = SK penetapan
periode-lokus-tambah = Tambah unit lokus
periode-lokus-kosong = Belum ada unit lokus
periode-lokus-kosong-isi = Pilih unit pelayanan yang dievaluasi dari daftar unit, beserta formulir dan kategori pemeringkatannya.
periode-lokus-kosong-lain = Unit lokus dipilih oleh penyelenggara pada tahap persiapan.
periode-cari = Cari unit
periode-formulir = Formulir
periode-formulir-a = Formulir A
periode-formulir-b = Formulir B
periode-formulir-a-isi = Untuk pelayanan di loket atau tatap muka.
periode-formulir-b-isi = Untuk pelayanan yang seluruhnya daring.
periode-formulir-bantu = Menentukan pertanyaan F01, rubrik F02, dan pernyataan F03.
periode-kategori = Kategori pemeringkatan
periode-kategori-bantu = Unit hanya diperingkat dengan unit lain dalam kategori yang sama. Saran: { $saran }.
periode-cakupan = Cakupan pelayanan
periode-cakupan-bantu = Jenis pelayanan yang utama pada unit ini.
periode-cakupan-administratif = Pelayanan administratif
periode-cakupan-barang = Pelayanan barang
periode-cakupan-jasa = Pelayanan jasa
periode-tahap = Masih menunggu
periode-saring = Saring
periode-saring-hapus = Tampilkan semua
periode-saring-kosong = Tidak ada unit yang cocok
periode-saring-kosong-isi = Ubah kata pencarian atau hapus saringannya.
periode-saring-tanpa-evaluator = Penetapan evaluator
periode-saring-belum-kirim = Pengiriman F01
periode-saring-dinilai = Penilaian F02
periode-saring-ber-hasil = Sudah ada hasil
periode-saring-belum-bersegel = Hasil dibekukan, berita acara belum bersegel
periode-unit = Unit
periode-berikut = Langkah berikut
periode-kemajuan = Kemajuan
periode-maju-evaluator = Evaluator ditetapkan
periode-maju-f01 = F01 terkirim
periode-maju-hasil = Hasil dibekukan
periode-maju-ba = Berita acara hasil disegel
periode-maju-lhe = LHE dibuat
periode-rentang = { $mulai } – { $selesai }
periode-rentang-lewat = { $mulai } – { $selesai } · lewat tanggal, belum ditutup
periode-fase-ditutup = Ditutup
periode-fase-lewat = Lewat tanggal
periode-fase-berjalan = Sedang berjalan
periode-fase-belum = Belum mulai
periode-fase-tutup = Tutup tahap
periode-fase-buka = Buka kembali
periode-fase-ditutup-oleh = Ditutup oleh
periode-fase-dibuka-oleh = Dibuka kembali oleh
periode-fase-alasan = Alasan
periode-fase-alasan-buka = Wajib. Alasan tampil pada jadwal periode dan pembukaan ini masuk jejak audit.
periode-fase-alasan-tutup = Tampil pada jadwal periode.
periode-fase-catatan = Catatan
periode-fase-riwayat = Riwayat tahap ini
periode-fase-dibuka = Tahap dibuka kembali.
periode-fase-terdahului = Tahap ini sudah ditutup oleh { $nama }, { $waktu }
periode-fase-terdahului-isi = Tidak ada yang perlu Anda lakukan lagi.
periode-fase-catatan-sisa = Catatan Anda tidak tersimpan. Salin dari sini bila perlu: “{ $catatan }”
periode-fase-sudah-ditutup = Tahap ditutup.
periode-akibat-persiapan = Selama persiapan ditutup, data periode dan pilihan unit lokus tidak dapat diubah.
periode-akibat-pelaksanaan = Selama pelaksanaan ditutup, F01, bukti dukung, F02, F03, dan penetapan evaluator tidak dapat diubah.
periode-akibat-penyampaian = Selama tahap ini ditutup, berita acara hasil dan LHE tidak dapat dibuat.
periode-akibat-pemeringkatan = Selama tahap ini ditutup, peringkat dan penerbitan tidak dapat diubah.
periode-salah-unit = Pilih satu unit dari daftar.
periode-salah-kategori = Isi kategori pemeringkatan, misalnya "Puskesmas".
periode-unit-sudah = Unit ini sudah menjadi lokus pada periode ini.
periode-cari-unit = Cari nama atau kode unit
periode-cari-tombol = Cari
periode-unit-kosong = Tidak ada unit yang dapat ditambahkan
periode-unit-kosong-isi = Semua unit yang cocok sudah menjadi lokus, atau unitnya belum ada dalam daftar. Minta pengelola sistem menambahkannya, satu per satu atau dengan berkas.
periode-unit-jumlah = Menampilkan { $ada } dari { $dari } unit. Cari untuk mempersempit.
periode-selesai-tambah = Selesai, ke periode
periode-lokus-ditambah = Unit lokus ditambahkan. Anda dapat menambah lagi.
periode-lokus-tersimpan = Perubahan unit lokus tersimpan.
periode-lokus-dihapus = Unit lokus dikeluarkan dari periode.
periode-lokus-hapus = Keluarkan dari periode
periode-lokus-hapus-judul = Keluarkan unit ini
periode-lokus-hapus-isi = Hanya selama belum ada evaluator yang ditetapkan dan belum ada isian. Usulan evaluatornya ikut terhapus.
periode-evaluator-judul = Tim evaluator
periode-evaluator-kosong = Belum ada evaluator
periode-evaluator-kosong-isi = Usulkan evaluator untuk setiap unit lokus di bawah ini. Penanggungjawab lalu menetapkannya dengan SK.
periode-evaluator-kosong-lain = Penyelenggara mengusulkan evaluator, lalu penanggungjawab menetapkannya dengan SK.
periode-evaluator-tutup = Evaluator baru belum dapat diusulkan atau ditetapkan: tahap pelaksanaan sudah ditutup
periode-evaluator-tutup-isi = Bila seseorang harus diganti: penyelenggara membuka kembali tahap pelaksanaan dengan alasan dan mengusulkan penggantinya, penanggungjawab menetapkannya dengan SK, lalu tahap itu ditutup lagi.
periode-evaluator-tutup-buka = Buka kembali tahap pelaksanaan
periode-evaluator-diusulkan = Diusulkan
periode-evaluator-ditetapkan = Ditetapkan
periode-evaluator-berakhir = Berakhir
periode-evaluator-usul = Usulkan evaluator
periode-evaluator-tarik = Tarik usulan
periode-evaluator-ganti = Akhiri
periode-evaluator-terusul = Usulan tersimpan dan menunggu penetapan.
periode-evaluator-ditarik = Usulan ditarik.
periode-evaluator-diakhiri = Penugasan diakhiri. Usulkan penggantinya bila perlu.
periode-usulan-menunggu = { $jumlah ->
    [1] Satu usulan evaluator menunggu SK
   *[other] { $jumlah } usulan evaluator menunggu SK
}
periode-usulan-menunggu-isi = Penanggungjawab menetapkannya dengan SK.
periode-tindakan = Tindakan
periode-calon = { $nama } ({ $beban } unit pada periode ini)
periode-calon-bantu = Akun aktif berperan evaluator di instansi Anda. Evaluator tidak dapat menilai unit tempatnya bertugas.
periode-calon-kosong = Belum ada akun evaluator
periode-calon-kosong-isi = Minta pengelola sistem memberi peran evaluator untuk instansi Anda kepada orang yang akan diusulkan.
periode-usul-lokus-bantu = Pilih satu atau beberapa. Di bawah nama unit tertulis evaluator yang sudah ada.
periode-salah-evaluator = Pilih satu evaluator.
periode-salah-lokus = Pilih sedikitnya satu unit lokus.
periode-akhir-judul = Akhiri penugasan evaluator
periode-akhir-isi = Evaluator ini tidak lagi dapat membuka unit tersebut. Lembar nilai yang sudah diisinya tetap tersimpan sebagai riwayat. Untuk menggantinya, penyelenggara mengusulkan orang lain dan Anda menetapkannya dengan SK.
periode-akhir-alasan = Misalnya pindah tugas atau berhalangan tetap. Alasan tampil pada daftar evaluator.
periode-akhir-tombol = Akhiri penugasan
periode-sk-judul = SK penetapan evaluator
periode-sk-nomor = Nomor SK
periode-sk-nomor-bantu = Seperti tertulis pada surat keputusan.
periode-sk-tanggal = Tanggal SK
periode-sk-jumlah = Penugasan
periode-sk-oleh = Dicatat oleh
periode-sk-berkas = Berkas SK
periode-sk-berkas-bantu = PDF, paling besar 20 MB.
periode-sk-kosong = Belum ada SK
periode-sk-kosong-isi = SK dicatat oleh penanggungjawab setelah penyelenggara mengusulkan evaluator.
periode-sk-tetapkan = Tetapkan dengan SK
periode-sk-usulan = Usulan yang ditetapkan
periode-sk-usulan-bantu = Satu SK dapat menetapkan beberapa orang untuk beberapa unit.
periode-sk-salah-nomor = Isi nomor SK.
periode-sk-salah-besar = Berkas melebihi 20 MB.
periode-sk-salah-berkas = Berkas ini bukan PDF yang utuh. Simpan ulang sebagai PDF, lalu pilih lagi.
periode-sk-berkas-wajib = Pilih berkas SK.
periode-sk-berkas-ulang = Pilih berkasnya sekali lagi: peramban tidak menyimpannya.
periode-sk-sudah = Salah satu usulan sudah ditetapkan dengan SK lain. Periksa kembali pilihannya.
periode-sk-ditetapkan = Evaluator ditetapkan. Mereka sekarang melihat unitnya di beranda.
periode-kosong-judul-lain = Tidak ada periode untuk Anda
periode-edisi-sebab = Sebabnya
periode-evaluator-cari = Cari unit atau evaluator
periode-evaluator-cari-kosong = Tidak ada yang cocok
periode-evaluator-cari-kosong-isi = Ubah kata pencarian untuk menemukan unit atau evaluator.
periode-usul-lokus-banyak = Menampilkan { $ada } dari { $dari } unit. Cari nama unit di atas untuk mempersempit.
periode-salah-persiapan-mulai = { periode-fase-persiapan }, mulai: isi tanggalnya lengkap (hari, bulan, tahun).
periode-salah-persiapan-selesai = { periode-fase-persiapan }, selesai: isi tanggalnya lengkap (hari, bulan, tahun).
periode-salah-pelaksanaan-mulai = { periode-fase-pelaksanaan }, mulai: isi tanggalnya lengkap (hari, bulan, tahun).
periode-salah-pelaksanaan-selesai = { periode-fase-pelaksanaan }, selesai: isi tanggalnya lengkap (hari, bulan, tahun).
periode-salah-penyampaian-mulai = { periode-fase-penyampaian }, mulai: isi tanggalnya lengkap (hari, bulan, tahun).
periode-salah-penyampaian-selesai = { periode-fase-penyampaian }, selesai: isi tanggalnya lengkap (hari, bulan, tahun).
periode-salah-pemeringkatan-mulai = { periode-fase-pemeringkatan }, mulai: isi tanggalnya lengkap (hari, bulan, tahun).
periode-salah-pemeringkatan-selesai = { periode-fase-pemeringkatan }, selesai: isi tanggalnya lengkap (hari, bulan, tahun).
periode-halangan-bobot = Bobot { $jumlah } indikator belum diketahui.
periode-halangan-rubrik = Rubrik { $jumlah } indikator tidak dikumpulkan.
periode-halangan-f03 = Pernyataan F03 edisi ini tidak dikumpulkan.
periode-halangan-kode = Kode indikatornya
periode-salah-formulir = Pilih formulir yang dipakai unit ini, A atau B.
periode-salah-cakupan = Pilih cakupan pelayanan unit ini.
periode-salah-skema = Pilih skema periode.
periode-salah-penyatuan = Pilih cara menyatukan nilai jika ada beberapa evaluator.
periode-tab-tindak-lanjut = Tindak lanjut
periode-tab-kesepakatan = Kesepakatan
periode-tanpa-instansi-wilayah = Peran Anda berlaku untuk satu wilayah: Anda dapat membaca periode semua instansi di dalamnya, tetapi tidak membuka periode. Yang membukanya ialah penyelenggara tiap instansi.
periode-luar-judul = Periksa tanggalnya
periode-luar-satu = Tahap { $fase } ({ $mulai } – { $selesai }) berada di luar tahun periode, { $tahun }.
periode-luar-label = Tanggal di luar tahun periode
periode-luar-benar = Tanggal ini memang benar
periode-luar-fase = Di luar tahun periode, { $tahun }.
periode-luar-salah = Perbaiki tahun periode atau tanggal yang ditandai, atau beri centang bila memang begitu.
periode-luar-ubah = Ubah tahun atau tanggalnya
periode-lewat-semua = Semua tahap sudah lewat tanggalnya; yang terakhir selesai { $tanggal }.
periode-pantau-langkah = Periksa tindak lanjut rekomendasi
periode-hanya-baca = Anda membaca periode ini. Yang mengaturnya: { $instansi }.
periode-saring-judul = Cari dan saring unit
periode-kategori-judul = Kategori ditulis berbeda
periode-kategori-beda = { $ejaan } adalah kategori yang sama.
periode-kategori-isi = Unit diperingkat di dalam kategorinya, dan ejaan yang berbeda dihitung sebagai satu kategori. Supaya namanya juga sama di semua halaman, semua memakai ejaan yang paling banyak dipakai.
periode-kategori-samakan = Samakan ejaannya
periode-kategori-disamakan = Ejaan kategori disamakan.
periode-sisa-judul = Yang belum selesai
periode-sisa-lihat = Lihat unitnya
periode-sisa-f01 = { $jumlah ->
    [1] Satu unit belum mengirim F01
   *[other] { $jumlah } unit belum mengirim F01
}
periode-sisa-hasil = { $jumlah ->
    [1] Satu unit belum ada hasilnya (penilaian F02 atau survei F03 belum selesai)
   *[other] { $jumlah } unit belum ada hasilnya (penilaian F02 atau survei F03 belum selesai)
}
periode-sisa-ba = { $jumlah ->
    [1] Satu unit belum ada berita acara hasil yang lengkap tanda tangannya
   *[other] { $jumlah } unit belum ada berita acara hasil yang lengkap tanda tangannya
}
periode-sisa-lhe = { $jumlah ->
    [1] Satu unit belum dibuatkan LHE
   *[other] { $jumlah } unit belum dibuatkan LHE
}
periode-sisa-lokus = { $jumlah ->
    [1] Belum ada unit lokus yang dipilih
   *[other] Belum ada unit lokus yang dipilih
}
periode-sisa-sk-lokus = { $jumlah ->
    [1] Satu unit belum disebut dalam SK penetapan unit lokus
   *[other] { $jumlah } unit belum disebut dalam SK penetapan unit lokus
}
periode-sisa-usulan = { $jumlah ->
    [1] Satu usulan evaluator belum ditetapkan dengan SK
   *[other] { $jumlah } usulan evaluator belum ditetapkan dengan SK
}
periode-sisa-evaluator = { $jumlah ->
    [1] Satu unit belum punya evaluator yang ditetapkan
   *[other] { $jumlah } unit belum punya evaluator yang ditetapkan
}
periode-sisa-nyata = { $jumlah ->
    [1] Satu penugasan belum menyatakan ada atau tidaknya benturan kepentingan
   *[other] { $jumlah } penugasan belum menyatakan ada atau tidaknya benturan kepentingan
}
periode-sisa-benturan = { $jumlah ->
    [1] Satu evaluator menyatakan benturan kepentingan dan belum diganti
   *[other] { $jumlah } evaluator menyatakan benturan kepentingan dan belum diganti
}
periode-sisa-akun = { $jumlah ->
    [1] Satu unit belum punya operator dan kepala yang dapat masuk
   *[other] { $jumlah } unit belum punya operator dan kepala yang dapat masuk
}
periode-sisa-jadwal = { $jumlah ->
    [1] Satu unit belum diberi tahu jadwalnya
   *[other] { $jumlah } unit belum diberi tahu jadwalnya
}
periode-sisa-pantau = { $jumlah ->
    [1] Satu unit belum diperiksa tindak lanjutnya
   *[other] { $jumlah } unit belum diperiksa tindak lanjutnya
}
periode-sisa-terbit = { $jumlah ->
    [1] Satu hasil sudah dibekukan dan belum terbit
   *[other] { $jumlah } hasil sudah dibekukan dan belum terbit
}
periode-sisa-umum = { $jumlah ->
    [1] Satu putusan penghargaan belum diumumkan
   *[other] { $jumlah } putusan penghargaan belum diumumkan
}
