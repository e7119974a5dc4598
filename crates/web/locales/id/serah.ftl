### Handing in results of PEKPPP mandiri and their validation.

serah-menu = Validasi mandiri
serah-tab = Penyerahan
serah-judul = Penyerahan hasil
serah-pembuka = Hasil PEKPPP mandiri dilaporkan kepada penanggung jawab dan kementerian. Sampai divalidasi, nilainya sementara.
serah-sumber = Dasar: PermenPANRB 29/2022 Pasal 11. Cara dan bentuk validasi oleh kementerian belum ditemukan dalam naskah resmi.
serah-belum = Belum diserahkan
serah-belum-isi = Setelah hasil unit dibekukan, penyelenggara menyerahkannya di sini.
serah-menunggu-validasi = Menunggu validasi
serah-divalidasi = Divalidasi
serah-dikembalikan = Dikembalikan
serah-ke = Penyerahan ke-{ $nomor }
serah-isi = { $jumlah ->
    [one] Satu unit
   *[other] { $jumlah } unit
}
serah-oleh = Diserahkan { $nama }, { $waktu }
serah-diterima = Diterima penanggung jawab { $nama }, { $waktu }
serah-belum-diterima = Penanggung jawab belum menyatakan menerima.
serah-divalidasi-oleh = Divalidasi { $nama }, { $waktu }
serah-dikembalikan-oleh = Dikembalikan { $nama }, { $waktu }
serah-alasan = Alasan pengembalian
serah-alasan-bantu = Tulis apa yang harus diperbaiki. Penyelenggara membacanya.
serah-catatan = Catatan untuk kementerian
serah-catatan-bantu = Boleh kosong. Misalnya nomor surat pengantar.
serah-tombol = Serahkan hasil
serah-lagi = Serahkan lagi
serah-terima = Nyatakan menerima
serah-validasi = Nyatakan valid
serah-kembalikan = Kembalikan
serah-unit = Unit dalam penyerahan ini
serah-kolom-unit = Unit
serah-kolom-nilai = IPP
serah-kolom-kategori = Kategori
serah-batal = dibatalkan sesudah diserahkan
serah-pesan-kirim = Hasil diserahkan. Penanggung jawab dan kementerian diberi tahu.
serah-pesan-terima = Penerimaan dicatat.
serah-pesan-valid = Hasil dinyatakan valid; tanda sementara hilang.
serah-pesan-kembali = Penyerahan dikembalikan dengan alasan.
serah-antre-judul = Penyerahan hasil mandiri
serah-antre-pembuka = Yang menunggu keputusan ada di atas, yang paling lama lebih dahulu.
serah-antre-kosong = Belum ada penyerahan
serah-antre-kosong-isi = Hasil PEKPPP mandiri yang diserahkan daerah akan muncul di sini.
serah-antre-menunggu = { $jumlah ->
    [one] Satu penyerahan menunggu keputusan.
   *[other] { $jumlah } penyerahan menunggu keputusan.
}
serah-kolom-instansi = Instansi
serah-kolom-periode = Periode
serah-kolom-jumlah = Unit
serah-kolom-diserahkan = Diserahkan
serah-kolom-keadaan = Keadaan
serah-sidik = Kode isi
serah-menunggu-mereka = Menunggu kementerian. Selama itu tidak ada yang perlu dikerjakan.
