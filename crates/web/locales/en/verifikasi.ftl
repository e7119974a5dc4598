### verifikasi
