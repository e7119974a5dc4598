### Rankings: the national view from published values, the ranking of a period, its publication.

peringkat-judul = Ranking by press reports
peringkat-tabel = { $kelompok }, { $skema } { $tahun }
peringkat-bukan-resmi = This list holds only values that we found in the press, so it is incomplete. The order here is not the official national ranking; ranks given by a source stand in its note.
peringkat-hanya = { $jumlah ->
    [one] One institution whose value was found.
   *[other] { $jumlah } institutions whose values were found.
}
peringkat-dua-desimal = Sources give two decimals only, so equal values share a place.
peringkat-kolom-urutan = Place
peringkat-nihil = No order yet
peringkat-nihil-isi = All values of this group contradict each other; see below.
peringkat-bertentangan = Contradicting sources
peringkat-bertentangan-isi = For these institutions sources print different values for the same year, so they are not ordered.
peringkat-acuan = Means printed by sources, { $tahun }
peringkat-tanpa-riwayat = No values from open sources yet
peringkat-tanpa-riwayat-isi = An administrator can put them in through the import page.
peringkat-periode-judul = Ranking
peringkat-belum-terbit = Not published
peringkat-terbit = Published
peringkat-ditarik = Taken back
peringkat-belum-terbit-berkas = State at the time of download; it may differ from what is published.
peringkat-beku = Results frozen
peringkat-kosong = Nothing to rank yet
peringkat-kosong-isi = The ranking fills as results of units are frozen. See which units are still being evaluated.
peringkat-ke-periode = To the page of the period
peringkat-penerbitan-judul = Publication of results
peringkat-lihat-publik = See the public page
peringkat-jadi-publik = What becomes public
peringkat-publik-hasil = { $jumlah ->
    [one] The frozen result of one unit
   *[other] The frozen results of { $jumlah } units
}
peringkat-publik-nilai = IPP, category, values of each aspect and indicator, with their computation
peringkat-publik-f03 = Number of F03 answers and the share of paper, no answers of persons
peringkat-publik-peringkat = Ranking of each group, means of institutions, and the names of units not finished
peringkat-tetap-tertutup = What stays closed
peringkat-tetap-tertutup-isi = F01 answers, evidence files, notes and names of evaluators.
peringkat-lihat-dulu = See the ranking first
peringkat-keputusan = Decision of the responsible official
peringkat-bukan-anda = Only the responsible official of this period can publish or take back results.
peringkat-terbitkan-isi = Once published, anyone can read these results without an account. They can be taken back with a reason, which is shown.
peringkat-terbitkan = { $jumlah ->
    [one] Publish the result of one unit
   *[other] Publish the results of { $jumlah } units
}
peringkat-ada-baru = { $jumlah ->
    [one] One result was frozen after the last publication and is not public.
   *[other] { $jumlah } results were frozen after the last publication and are not public.
}
peringkat-semua-terbit = All frozen results are public.
peringkat-tarik-judul = Take results back
peringkat-tarik-alasan = Reason for taking back
peringkat-tarik-bantu = Shown to everyone in place of the results, for example: the hospital's value is being recomputed. Do not write names of persons.
peringkat-tarik = Take off the public pages
peringkat-pesan-terbit = The results are published and anyone can read them.
peringkat-pesan-ditarik = The results were taken off the public pages.
peringkat-riwayat = History of publication
peringkat-tanpa-ba = Without signed minutes: { $jumlah } units
peringkat-tanpa-ba-isi = The minutes of these results are not signed by all three parties yet. Have them signed first, or publish with a reason, which everybody reads beside the name of the unit.
peringkat-tanpa-ba-lihat = Show { $jumlah } units
peringkat-tanpa-ba-alasan = Reason for publishing without signed minutes
peringkat-periksa-terbitkan = Check, then publish
peringkat-perlu-alasan = Some units have no signed minutes (listed below). The next page asks for the reason.
peringkat-konfirmasi-judul = Check before publishing
peringkat-konfirmasi-isi = Nothing is published yet. Check what anybody can read once you press the button below.
peringkat-konfirmasi-isi-versi = This new version is not published yet. Check what anybody can read once you press the button below.
peringkat-konfirmasi-unit = { $jumlah ->
    [1] Result of one unit
   *[other] Results of { $jumlah } units
}
peringkat-konfirmasi-keadaan = State
peringkat-konfirmasi-baru = Becomes public
peringkat-konfirmasi-sudah = Public already
peringkat-konfirmasi-tanpa-ba = Minutes of the result are not signed by all three parties
peringkat-konfirmasi-ikut = What is read with it
peringkat-konfirmasi-belum = { $jumlah ->
    [1] The name of one unit whose evaluation is not finished
   *[other] The names of { $jumlah } units whose evaluation is not finished
}
peringkat-konfirmasi-sementara = What is provisional or uncertain
peringkat-konfirmasi-alasan-bantu = For the units above whose minutes are not signed. Shown to the public and kept in the audit log. Name no person.
peringkat-konfirmasi-berubah = Check this list first: you have not seen it, or it changed since the page was opened. The button has published nothing yet.
peringkat-konfirmasi-lain = and { $jumlah } more units. All of them are in the file
