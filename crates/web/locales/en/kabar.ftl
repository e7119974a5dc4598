# What people are told inside the program and by mail: one text a kind, `kabar-{jenis}`; its arguments come with the notice.
kabar-serah-baru = Results of { $periode } were handed in ({ $jumlah } units) and wait for validation.
kabar-serah-valid = The ministry has validated the results of { $periode } ({ $jumlah } units).
kabar-serah-kembali = The ministry returned the results of { $periode }; the reason is on the hand-in page.
