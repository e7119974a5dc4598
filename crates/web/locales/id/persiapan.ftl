### Preparation of a period: what is ready, choosing units, method, decrees.

persiapan-tab = Persiapan
persiapan-judul = Persiapan evaluasi
persiapan-kemajuan = Bagian yang sudah siap
persiapan-siap = Siap
persiapan-sebagian = Sebagian
persiapan-belum = Belum
persiapan-masalah = Perlu ditangani
persiapan-bukan-syarat = Daftar ini menunjukkan apa yang sudah ada. Yang belum siap tidak menghalangi pekerjaan lain, kecuali pernyataan benturan kepentingan: F02 baru dapat diisi setelahnya.
persiapan-butir-lokus = Unit lokus dipilih
persiapan-butir-akun = Akun operator dan kepala unit
persiapan-butir-sk-lokus = SK penetapan unit lokus
persiapan-butir-evaluator = Evaluator ditetapkan
persiapan-butir-benturan = Pernyataan benturan kepentingan
persiapan-butir-anggaran = Anggaran
persiapan-butir-jadwal = Jadwal kegiatan
persiapan-butir-sampai = Jadwal disampaikan ke unit
persiapan-butir-kegiatan = Sosialisasi, pendampingan, bimtek
persiapan-lokus-kosong = Belum ada unit yang dipilih.
persiapan-lokus-isi = { $jumlah } unit dipilih.
persiapan-lokus-kurang = Belum ada unit untuk: { $cakupan }.
persiapan-akun-isi = { $ada } dari { $dari } unit punya operator dan kepala yang dapat masuk.
persiapan-akun-tanpa = Belum: { $unit }. Minta pengelola sistem membuatkan akun operator dan kepalanya.
persiapan-akun-lain = { $jumlah } unit lain
persiapan-metode-jumlah = { $ada } dari { $dari } unit sudah ditentukan caranya.
persiapan-sk-lokus-isi = { $ada } dari { $dari } unit tercantum dalam SK yang sudah ditandatangani.
persiapan-evaluator-isi = { $ada } dari { $dari } unit punya evaluator.
persiapan-usulan-isi = { $jumlah } usulan menunggu SK.
persiapan-benturan-isi = { $ada } dari { $dari } penugasan sudah dinyatakan bebas benturan.
persiapan-benturan-kosong = Menunggu evaluator ditetapkan; setelah itu mereka menyatakannya dari beranda masing-masing.
persiapan-benturan-ada = { $jumlah } benturan kepentingan dinyatakan. Evaluatornya perlu diganti.
persiapan-anggaran-isi = { $jumlah } baris anggaran.
persiapan-jadwal-isi = { $jumlah } acara terjadwal.
persiapan-sampai-isi = Disampaikan ke { $ada } dari { $dari } unit.
persiapan-terima-isi = { $jumlah } unit sudah menyatakan menerima.
persiapan-kegiatan-isi = { $ada } dari { $dari } kegiatan yang disiapkan sudah dihadiri.
persiapan-kegiatan-kosong = Belum ada kegiatan yang disiapkan.
persiapan-pilih = Pilih
persiapan-pilih-judul = Pilih unit lokus
persiapan-pilih-daftar = Unit yang dapat dipilih
persiapan-pilih-kosong = Semua unit sudah dipilih
persiapan-pilih-kosong-isi = Tidak ada lagi unit dalam jangkauan Anda yang belum menjadi lokus. Unit baru didaftarkan oleh pengelola sistem.
persiapan-pilih-isi = Jadikan unit lokus
persiapan-pilih-bantu = Isian ini berlaku untuk semua unit yang dicentang. Saring dahulu agar jenisnya sama, misalnya semua puskesmas.
persiapan-pilih-pantau = Periode ini hanya memeriksa tindak lanjut: formulir, cakupan, dan kategori tiap unit mengikuti evaluasinya yang lalu.
persiapan-pilih-tambah = Tambahkan yang dicentang
persiapan-pilih-semua = { $jumlah ->
    [1] Tambahkan unit yang cocok
   *[other] Tambahkan semua { $jumlah } unit yang cocok
}
persiapan-pilih-satu = Tambahkan satu per satu
persiapan-pilih-ditambah = Unit ditambahkan sebagai lokus.
persiapan-pilih-salah-unit = Centang sedikitnya satu unit dari daftar.
persiapan-kategori-bantu = Boleh kosong: dipakai jenis unitnya, misalnya puskesmas. Unit hanya diperingkat dengan unit lain dalam kategori yang sama.
persiapan-jenis-unit = Jenis unit
persiapan-induk = Induk unit
persiapan-wilayah = Instansi atau wilayah
persiapan-lingkup-lalu = Cakupan pada evaluasi terakhir
persiapan-terakhir = Evaluasi terakhir
persiapan-belum-pernah = Belum pernah dievaluasi
persiapan-terakhir-lalu = Tahun lalu atau sesudahnya
persiapan-terakhir-lama = Dua tahun lalu atau lebih lama
persiapan-terakhir-isi = { $tahun }, { $skema }, IPP { $ipp }
persiapan-tanpa-ipp = belum ada
persiapan-cakupan-judul = Sudah dipilih menurut cakupan
persiapan-cakupan-kurang = Belum ada unit untuk
persiapan-cakupan-isi = Pada PEKPPP nasional 2024, setiap instansi mewakili ketiga cakupan: barang, jasa, dan administratif. Untuk mandiri, pilihan ada pada penyelenggara.
persiapan-metode = Cara evaluasi
persiapan-metode-judul = Cara evaluasi per unit
persiapan-metode-isi = Data dikumpulkan dengan pemeriksaan dokumen, wawancara, atau keduanya; masing-masing daring atau tatap muka (PermenPANRB 29/2022).
persiapan-metode-oleh = Ditentukan oleh
persiapan-metode-pilih = Tentukan untuk unit yang dicentang
persiapan-metode-dokumen = Pemeriksaan dokumen
persiapan-metode-wawancara = Wawancara
persiapan-metode-dokumen-isi = Pemeriksaan dokumen { $cara }
persiapan-metode-wawancara-isi = wawancara { $cara }
persiapan-metode-belum = Belum ditentukan
persiapan-metode-catatan = Catatan
persiapan-metode-catatan-bantu = Misalnya alasan memilih daring.
persiapan-metode-simpan = Tentukan cara
persiapan-metode-tersimpan = Cara evaluasi tersimpan.
persiapan-cara-tidak = Tidak dipakai
persiapan-cara-daring = Daring
persiapan-cara-luring = Tatap muka
persiapan-sk-lokus-cara = Cetak rancangannya, mintakan tanda tangan pejabat, lalu unggah hasil pindainya di sini. SK ini mencakup semua unit lokus yang belum tercantum dalam SK sebelumnya.
persiapan-sk-lokus-kosong = Belum ada SK unit lokus
persiapan-sk-lokus-kosong-isi = Setelah ditandatangani, SK diunggah oleh penanggungjawab.
persiapan-sk-lokus-belum = { $jumlah } unit belum tercantum dalam SK.
persiapan-sk-lokus-unggah = Unggah SK yang ditandatangani
persiapan-sk-lokus-berkas-bantu = PDF hasil pindai, paling besar 20 MB.
persiapan-sk-lokus-tersimpan = SK unit lokus tersimpan.
persiapan-rancangan-buka = Susun rancangan SK
persiapan-rancangan-lokus = Rancangan SK unit lokus
persiapan-rancangan-evaluator = Rancangan SK tim evaluator
persiapan-rancangan-isi = Isi awal di bawah hanya saran. Sesuaikan dengan tata naskah dinas dan dasar hukum di instansi Anda. Lampirannya dibuat dari data periode saat dicetak.
persiapan-rancangan-cetak = Unduh rancangan (PDF)
persiapan-rancangan-perangkat = Nama kantor di bawah kop
persiapan-rancangan-perangkat-bantu = Misalnya "Sekretariat Daerah". Boleh kosong.
persiapan-rancangan-pejabat = Jabatan yang menetapkan
persiapan-rancangan-pejabat-bantu = Misalnya "Sekretaris Daerah Kabupaten …".
persiapan-rancangan-nama = Nama
persiapan-rancangan-nip = NIP
persiapan-rancangan-nomor = Nomor SK
persiapan-rancangan-nomor-bantu = Boleh kosong: dicetak titik-titik.
persiapan-rancangan-tempat = Ditetapkan di
persiapan-rancangan-tanggal = Tanggal
persiapan-rancangan-menimbang = Menimbang
persiapan-rancangan-mengingat = Mengingat
persiapan-rancangan-mengingat-bantu = Satu baris satu dasar hukum. Periksa kembali peraturan yang berlaku.
persiapan-rancangan-menetapkan = Menetapkan
persiapan-rancangan-baris = Satu baris satu butir.
persiapan-rancangan-salah-pejabat = Tulis jabatan yang menetapkan.
persiapan-rancangan-salah-nama = Tulis nama pejabatnya.
persiapan-rancangan-salah-isi = Tulis sedikitnya satu butir keputusan.
persiapan-rancangan-tersimpan = Rancangan tersimpan.
persiapan-rancangan-tentang-lokus = Penetapan Unit Lokus { $periode }
persiapan-rancangan-tentang-evaluator = Penetapan Tim Evaluator { $periode }
persiapan-rancangan-tim = Tim evaluator
persiapan-rancangan-jabatan = Jabatan
persiapan-rancangan-menimbang-lokus =
    bahwa untuk menilai kinerja penyelenggaraan pelayanan publik perlu dilaksanakan { $periode };
    bahwa unit yang menjadi lokus evaluasi perlu ditetapkan dengan keputusan;
persiapan-rancangan-menetapkan-lokus =
    Menetapkan unit lokus { $periode } sebagaimana tercantum dalam lampiran keputusan ini.
    Unit lokus mengisi formulir, menyediakan bukti dukung, dan menindaklanjuti hasil evaluasi tahun { $tahun }.
    Keputusan ini mulai berlaku pada tanggal ditetapkan.
persiapan-rancangan-menimbang-evaluator =
    bahwa pelaksanaan { $periode } memerlukan tim evaluator;
    bahwa evaluator perlu ditetapkan dengan keputusan;
persiapan-rancangan-menetapkan-evaluator =
    Menetapkan tim evaluator { $periode } sebagaimana tercantum dalam lampiran keputusan ini.
    Evaluator memeriksa dokumen, melakukan wawancara dan pengamatan lapangan, mengisi penilaian, serta memberi rekomendasi pada tahun { $tahun }.
    Evaluator menyatakan ada atau tidaknya benturan kepentingan sebelum menilai.
    Keputusan ini mulai berlaku pada tanggal ditetapkan.
persiapan-rancangan-mengingat-isi =
    Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;
    Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 29 Tahun 2022 tentang Pemantauan dan Evaluasi Kinerja Penyelenggaraan Pelayanan Publik;
persiapan-salah-dokumen = Pilih cara pemeriksaan dokumen.
persiapan-salah-wawancara = Pilih cara wawancara.
