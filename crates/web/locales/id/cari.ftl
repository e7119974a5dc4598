### The portal for citizens: search, services, units.

cari-menu = Cari layanan
cari-judul = Cari layanan
cari-pembuka = Tulis keperluan Anda, misalnya “akta lahir” atau “surat pindah”. Salah ketik tidak apa-apa. Nomor dokumen juga dapat dicari di sini.
cari-label = Layanan, unit, persyaratan, atau nomor dokumen
cari-tombol = Cari
cari-jumlah = { $jumlah ->
   *[other] { $jumlah } yang paling cocok
}
cari-terdekat = Tidak ada yang memuat semua kata itu. Ini yang paling dekat.
cari-tiada = Kata { $kata } tidak ditemukan di layanan mana pun. Ini yang cocok dengan kata lainnya.
cari-sekadar = Tidak ada layanan dengan nama “{ $kata }”. Layanan berikut hanya menyebutnya, misalnya sebagai syarat.
cari-nihil = Tidak ada yang cocok
cari-nihil-isi = Coba kata lain yang lebih umum, atau lihat semua unit di bawah.
cari-kosong = Belum ada layanan yang diumumkan
cari-kosong-isi = Layanan tampil di sini setelah standar pelayanannya ditetapkan.
cari-unit = Unit layanan
cari-unit-semua = Semua unit
cari-jumlah-layanan = { $jumlah ->
   *[other] { $jumlah } layanan
}
cari-persyaratan = Yang perlu dibawa
cari-prosedur = Langkah-langkah
cari-waktu = Berapa lama
cari-biaya = Biaya
cari-produk = Yang Anda terima
cari-pengaduan = Bila ada keluhan
cari-tempat = Tempat
cari-henti = Tidak lagi diberikan di { $mpp }
cari-henti-gerai = Gerai { $gerai } ditutup sejak { $tanggal }. Tempat dan langkah di bawah dapat berasal dari sebelumnya: tanyakan dahulu kepada { $unit } sebelum datang.
cari-henti-layanan = Gerai { $gerai } tidak lagi memberikannya sejak { $tanggal }. Tempat dan langkah di bawah dapat berasal dari sebelumnya: tanyakan dahulu kepada { $unit } sebelum datang.
cari-jam = Jam layanan
cari-hari-kerja = { $jumlah ->
   *[other] { $jumlah } hari kerja
}
cari-sk = Ditetapkan dengan { $nomor } tanggal { $tanggal }, berlaku mulai { $mulai }.
cari-sk-tinjau = Ditinjau terakhir { $tanggal }.
cari-cetak = Cetak atau simpan (PDF)
cari-poster = Poster QR (PDF)
cari-data = Data layanan untuk aplikasi lain (JSON)
cari-kode = Kode layanan: { $kode }
cari-qr = Kode QR menuju halaman { $nama }
cari-bagikan = Bagikan halaman ini
cari-layanan-unit = Layanan di unit ini
cari-di-unit = Cari di antara layanan unit ini
cari-unit-lain = Layanan lain di { $unit }
cari-skm = Hasil survei kepuasan unit ini
cari-nihil-nomor = Tidak ada dokumen dengan nomor itu
cari-nihil-nomor-isi = Tulis kodenya lengkap, misalnya T-7KQ49-XMP3R. Kode tertulis di bawah nomor antrean, dan di halaman permohonan, pesanan, atau laporan Anda. Nomor antrean seperti B-007 tidak cukup, karena dipakai lagi setiap hari.
cari-unit-data = Semua layanan unit ini dalam satu tabel, dengan isian seperti halaman SIPPN: nomor SK, persyaratan, prosedur, waktu, biaya, produk, dan pengaduan.
cari-unit-tabel = Tabel layanan (XLSX)
cari-unit-buku = Layanan { $unit } menurut isian halaman SIPPN
cari-unit-lembar = Layanan
cari-unit-catatan = Satu baris satu layanan yang standarnya berlaku. Isinya untuk diketik atau ditempel di SIPPN; Prima tidak mengirimnya ke sana.
cari-kolom-nama = Nama layanan
cari-kolom-sk = Nomor SK
cari-kolom-tanggal-sk = Tanggal SK
cari-kolom-tempat = Tempat
cari-kolom-alamat = Halaman layanan
