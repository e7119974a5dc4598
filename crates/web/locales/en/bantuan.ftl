### The user guide.

bantuan-judul = Guide
bantuan-pembuka = How to use Prima, step by step, by your role.
bantuan-cari = Search
bantuan-cari-label = Search the guide
bantuan-cari-judul = Search the guide
bantuan-cari-isi = Type one or several words, for instance “unggah bukti” or “konsensus”.
bantuan-cari-jumlah = { $jumlah ->
    [one] One section holds all these words
   *[other] { $jumlah } sections hold all these words
}
bantuan-cari-kosong = No section holds all these words
bantuan-cari-kosong-isi = Try shorter or fewer words, or look at the contents.
bantuan-daftar-isi = Contents
bantuan-bab-ini = In this chapter
bantuan-semua-bab = All chapters
bantuan-lanjut = Previous and next chapter
bantuan-bahasa = The guide is written in Indonesian.
