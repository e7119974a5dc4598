### The user guide.

bantuan-judul = Panduan
bantuan-pembuka = Cara memakai Prima, langkah demi langkah, menurut peran Anda.
bantuan-cari = Cari
bantuan-cari-label = Cari di panduan
bantuan-cari-judul = Cari di panduan
bantuan-cari-isi = Tulis satu atau beberapa kata, misalnya “unggah bukti” atau “konsensus”.
bantuan-cari-jumlah = { $jumlah ->
    [one] Satu bagian memuat semua kata itu
   *[other] { $jumlah } bagian memuat semua kata itu
}
bantuan-cari-kosong = Tidak ada bagian yang memuat semua kata itu
bantuan-cari-kosong-isi = Coba kata yang lebih pendek atau lebih sedikit, atau lihat daftar isi.
bantuan-daftar-isi = Daftar isi
bantuan-bab-ini = Di bab ini
bantuan-semua-bab = Semua bab
bantuan-lanjut = Bab sebelum dan sesudah
bantuan-bahasa = Panduan ini ditulis dalam bahasa Indonesia.
