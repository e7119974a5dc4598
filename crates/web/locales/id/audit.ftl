### The audit log.

audit-judul = Jejak audit
audit-pembuka = Setiap perubahan dicatat beserta pelaku dan waktunya, lalu disegel berantai sehingga tidak dapat diubah diam-diam.
audit-ekspor = Unduh CSV
audit-segel = Tersegel sampai
audit-belum-segel = Belum ada segel
audit-mata = Kejadian tersegel
audit-antre = Menunggu segel
audit-objek = Objek
audit-objek-id = Nomor objek
audit-dari = Dari tanggal
audit-sampai = Sampai tanggal
audit-kosong = Tidak ada kejadian
audit-kosong-isi = Tidak ada kejadian yang cocok dengan saringan ini dalam lingkup Anda.
audit-waktu = Waktu
audit-oleh = Oleh
audit-aksi = Kejadian
audit-nomor = Nomor segel
audit-program = Program atau pengunjung
audit-rincian = Rincian
audit-belum = Belum
audit-lebih-lama = Lebih lama
