### Start pages.

beranda-judul = Public services evaluated in the open, in figures anyone can recompute
beranda-pembuka = Prima runs the evaluation of public service delivery (PEKPPP), from the unit's form to signed minutes and the ranking.
beranda-lihat-hasil = See the results
beranda-baca-panduan = Read the guide
beranda-warga-judul = For citizens
beranda-warga-isi = See how the service units in your region were rated, and where each figure comes from.
beranda-unit-judul = For service units
beranda-unit-isi = Fill in F01 with evidence, follow the evaluation, and act on its recommendations.
beranda-periksa-judul = For checkers
beranda-periksa-isi = Scan the QR code on a document or type its number to make sure that it is genuine.
