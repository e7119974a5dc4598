### F01 without a line, and more time for one unit.

luring-judul = Fill in without a connection
luring-pembuka = When the connection is down, F01 can be filled in from one file on a computer or phone and carried back to Prima.
luring-ambil = 1. Take the form
luring-ambil-isi = One HTML file with all questions and the answers so far. Open it with any browser, without a connection. Whoever holds this file can read it.
luring-unduh = Download the form
luring-bawa = 2. Bring it back
luring-bawa-isi = Choose the .prima.json file that the form saved. It is signed by nobody; you are recorded as the one who filled it in. Every answer and file is checked as usual.
luring-berkas = File with the answers
luring-berkas-bantu = At most 60 MB. The same file may be brought in again; nothing counts twice.
luring-masukkan = Bring into Prima
luring-tutup = F01 cannot be filled in now
luring-tidak-dapat-diisi = F01 was submitted or its phase is closed. Your file is unchanged; ask the organiser for more time if you need it.
luring-hasil = What became of it
luring-tersimpan = { $jumlah ->
    [0] No new answers were saved.
    [1] One indicator saved.
   *[other] { $jumlah } indicators saved.
}
luring-bukti-tersimpan = { $jumlah ->
    [0] No new evidence.
    [1] One piece of evidence saved.
   *[other] { $jumlah } pieces of evidence saved.
}
luring-sudah-ada = What this file holds is in Prima already; nothing changed.
luring-sama = { $jumlah ->
    [1] One indicator was there already and did not change.
   *[other] { $jumlah } indicators were there already and did not change.
}
luring-pakai-berkas = Use the answers of the file
luring-pakai-tersimpan = Unless you press it, what Prima holds stays.
luring-ke-f01 = See F01
luring-salah-besar = The file is larger than 60 MB.
luring-salah-bentuk = This is not a file of Prima's F01 form, or it is damaged.
luring-salah-unit = This file belongs to another unit or period.
luring-salah-edisi = This file was made with another instrument. Download the form again.
luring-salah-banyak = The file holds more than is allowed.
luring-salah-indikator = The instrument has no such indicator.

## The file
luring-form-judul = F01: self-assessment (without a connection)
luring-form-isi = What you type is only on this page until you press "Save file". Save often; a saved file can be opened here again. When done, bring the file into Prima.
luring-form-simpan = Save file
luring-form-buka = Open saved file
luring-form-belum = Some answers are not saved yet.
luring-form-tersimpan = The file was saved to your downloads.
luring-form-besar = too large or empty (at most 20 MB a file, 60 MB in all).
luring-form-buang = Discard
luring-form-bukti = Evidence
luring-form-ada = Already in Prima:

## More time
luring-perpanjangan = Give more time
luring-perpanjangan-isi = Gives this unit time for F01 and F02 after the phase was closed, for instance because the connection was down. For all units, change the dates of the phase or open it again.
luring-perpanjangan-terbuka = The phase is still open
luring-perpanjangan-terbuka-isi = More time begins to matter once the phase is closed.
luring-perpanjangan-sampai = Until
luring-perpanjangan-sampai-bantu = That day included, at most 90 days ahead.
luring-perpanjangan-tanggal = Choose a day.
luring-perpanjangan-alasan = Reason
luring-perpanjangan-alasan-bantu = Recorded in the audit log.
luring-perpanjangan-beri = Give more time
luring-perpanjangan-diberi = The unit has more time.
luring-perpanjangan-diakhiri = The extension was ended.
luring-perpanjangan-daftar = Extensions of this unit
luring-perpanjangan-kosong = No extension yet
luring-perpanjangan-kosong-isi = All units follow the dates of their period.
luring-perpanjangan-hingga = Until { $tanggal }
luring-perpanjangan-berlaku = In force
luring-perpanjangan-lewat = No longer in force
luring-perpanjangan-akhiri = End now
luring-perpanjangan-beberapa = For several units at once:
luring-perpanjangan-banyak = Give several units more time
luring-perpanjangan-banyak-isi = Gives the units you choose time for F01 and F02 after the phase was closed, for instance because the connection of a region was down. Units whose result is frozen are not shown.
luring-perpanjangan-banyak-bantu = One day and one reason for all chosen units. A unit that has time until that day or longer stays as it is. Operators, heads and evaluators are told.
luring-perpanjangan-banyak-sekali = More than 1,000 units fit. Filter first to extend them at once, or open the phase again for all units.
luring-perpanjangan-kolom = Time now
luring-perpanjangan-ikut = Follows the phase
luring-perpanjangan-pilihan = Extend those that are ticked
luring-perpanjangan-semua = { $jumlah ->
    [1] Extend the unit that fits
   *[other] Extend all { $jumlah } units that fit
}
luring-perpanjangan-tanpa-unit = No unit can be given time
luring-perpanjangan-tanpa-unit-isi = There is no unit lokus yet, or the results of all are frozen.
