### Units in the register.

unit-baru = Add a unit
unit-nama = Name of the unit
unit-jenis = Kind of unit
unit-jenis-bantu = For example puskesmas, kecamatan, dinas.
unit-induk = Unit above it
unit-induk-bantu = Operators and heads of the unit above also act for this unit.
unit-alamat = Address
unit-kosong = No unit yet
unit-kosong-isi = Add units singly, or import many at once from a file.
unit-salah-nama = Give the name of the unit.
unit-kode-dipakai = Another unit has this code.
unit-tersimpan = The unit is saved.
