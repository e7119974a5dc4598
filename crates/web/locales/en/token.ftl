### Tokens: ways in for programs.

token-judul = Tokens for programs
token-pembuka = With a token the program of a region hands in its publication file by itself. A token can only hand in files of its instansi; it reads nothing that is closed.
token-salah = The token is unknown, expired or revoked.
token-rahasia = Keep this token now
token-rahasia-isi = The token is shown this once. If it is lost, revoke it and make a new one.
token-kosong = No token yet
token-kosong-isi = Without a token an officer of the ministry can still upload a file.
token-nama = Name
token-nama-bantu = To know it by later, for example: Server Kutai Timur.
token-instansi = Code of the instansi
token-instansi-bantu = Code of the instansi whose results may be handed in, for example 64.08.
token-hari = Valid for (days)
token-hari-bantu = 1 to 731 days.
token-sampai = Valid until
token-pakai = Last used
token-belum-pakai = Never
token-berlaku = Valid
token-habis = Expired
token-dicabut = Revoked
token-cabut = Revoke
token-baru = Make a token
token-buat = Make this token
token-salah-nama = Fill in a name.
token-salah-instansi = There is no instansi with this code.
token-pesan-dicabut = Token revoked.
token-menu = Tokens
