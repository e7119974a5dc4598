### A new period from an earlier one; evidence from earlier periods.

salin-tautan = Buat periode berikutnya
salin-judul = Periode baru dari periode ini
salin-ikut = Yang ikut: unit, formulir, cakupan, kategori, metode, edisi, cara penyatuan, tanggal tahap (maju setahun, dimulai dan diakhiri pada hari kerja), dan rekomendasi yang belum selesai
salin-tidak-ikut = Yang tidak ikut: evaluator (ditetapkan lagi dengan SK), isian F01, bukti, nilai, hasil, dan tahap yang ditutup. Bukti lama ditawarkan kepada unit beserta umurnya.
salin-unit = Unit yang ikut
salin-unit-bantu = Hilangkan centang pada unit yang tidak dievaluasi lagi.
salin-semua = Semua unit ikut ({ $jumlah }). Unit yang tidak dievaluasi lagi dikeluarkan sesudahnya, pada daftar unit periode baru.
salin-kosong = Periode ini belum punya unit, jadi belum ada yang dapat disalin.
salin-buat = Buat periode baru
salin-dibuat = Periode baru dibuat. Susunannya ikut, pekerjaannya mulai dari awal.
salin-asal = Dibuat dari
salin-bukti-judul = Bukti dari periode sebelumnya
salin-bukti-isi = Periksa dahulu apakah masih berlaku. Memakainya lagi tidak mengubah periode lama.
salin-bukti-umur = { $periode } · { $bulan ->
    [0] kurang dari satu bulan
   *[other] { $bulan } bulan
}
salin-bukti-pakai = Pakai lagi
salin-bukti-dipakai = Bukti lama dipakai lagi di periode ini.
salin-bukti-tautan = tautan, isinya dapat berubah
salin-bukti-tautan-ke = Bukti lama ({ $jumlah })
salin-bukti-kosong = Tidak ada bukti lama
salin-bukti-kosong-isi = Unit ini belum punya bukti di periode sebelumnya, atau semuanya sudah dipakai di sini.
salin-bukti-tutup = F01 sudah diajukan atau tahapnya ditutup, jadi bukti tidak dapat ditambah.
salin-sisa = { $jumlah } rekomendasi belum selesai
