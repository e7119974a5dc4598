### pengguna
