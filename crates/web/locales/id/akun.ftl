### A person's own account.

akun-bahasa-judul = Bahasa tampilan
akun-bahasa-label = Pilih bahasa
akun-bahasa-bantu = Pilihan ini diingat di peramban ini. Nama istilah peraturan tetap dalam bahasa Indonesia.
akun-bahasa-id = Bahasa Indonesia
akun-bahasa-en = English
akun-bahasa-wajib = Pilih salah satu bahasa.
