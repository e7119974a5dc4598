### Units in the register.

unit-baru = Tambah unit
unit-nama = Nama unit
unit-jenis = Jenis unit
unit-jenis-bantu = Misalnya puskesmas, kecamatan, dinas.
unit-induk = Unit di atasnya
unit-induk-bantu = Operator dan kepala unit induk juga berwenang atas unit ini.
unit-alamat = Alamat
unit-kosong = Belum ada unit
unit-kosong-isi = Tambahkan unit satu per satu, atau impor banyak sekaligus dari berkas.
unit-salah-nama = Isi nama unit.
unit-kode-dipakai = Kode ini sudah dipakai unit lain.
unit-tersimpan = Data unit tersimpan.
