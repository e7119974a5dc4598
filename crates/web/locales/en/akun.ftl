### A person's own account.

akun-bahasa-judul = Display language
akun-bahasa-label = Choose a language
akun-bahasa-bantu = Remembered in this browser. Terms of the regulation stay in Indonesian.
akun-bahasa-id = Bahasa Indonesia
akun-bahasa-en = English
akun-bahasa-wajib = Choose one of the languages.
