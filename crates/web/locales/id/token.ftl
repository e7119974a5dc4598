### Tokens: ways in for programs.

token-judul = Token untuk program
token-pembuka = Dengan token, program sebuah daerah menyerahkan berkas terbitannya sendiri ke instalasi ini. Token hanya dapat menyerahkan berkas instansinya, tidak dapat membaca apa pun yang tertutup.
token-salah = Token tidak dikenal, sudah habis masa berlakunya, atau sudah dicabut.
token-rahasia = Simpan token ini sekarang
token-rahasia-isi = Token hanya ditampilkan sekali ini. Bila hilang, cabut dan buat yang baru.
token-kosong = Belum ada token
token-kosong-isi = Tanpa token, berkas tetap dapat diunggah petugas kementerian.
token-nama = Nama
token-nama-bantu = Untuk mengenalinya nanti, misalnya: Server Kutai Timur.
token-instansi = Kode instansi
token-instansi-bantu = Kode instansi yang hasilnya boleh diserahkan, misalnya 64.08.
token-hari = Masa berlaku (hari)
token-hari-bantu = 1 sampai 731 hari.
token-sampai = Berlaku sampai
token-pakai = Terakhir dipakai
token-belum-pakai = Belum pernah
token-berlaku = Berlaku
token-habis = Habis masa berlaku
token-dicabut = Dicabut
token-cabut = Cabut
token-baru = Buat token
token-buat = Buat token ini
token-salah-nama = Isi nama token.
token-salah-instansi = Tidak ada instansi dengan kode ini.
token-pesan-dicabut = Token dicabut.
token-menu = Token
