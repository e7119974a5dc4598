### Declarations on conflicts of interest.

benturan-judul = Declaration on conflicts of interest
benturan-isi = Before filling F02, declare for each unit whether you have ties that could sway your scoring: you serve or served there, family or a partner works there, or any other interest.
benturan-kalimat = I declare honestly whether I have a conflict of interest with the units below, and will correct this if it changes.
benturan-tanya = Is there a conflict of interest with this unit?
benturan-tidak = No conflict
benturan-ya = Conflict
benturan-alasan-label = Reason
benturan-alasan-bantu = Required if there is a conflict. Read by the organiser and the responsible official only.
benturan-nyatakan = Declare
benturan-isi-dulu = Make the declaration
benturan-beranda = Declare conflicts of interest
benturan-beranda-isi = { $jumlah ->
    [1] One unit, before you can score it
   *[other] { $jumlah } units, before you can score them
}
benturan-tersimpan = The declaration was saved.
benturan-dinyatakan = Declared { $waktu }.
benturan-salah-pilih = Choose yes or no for each unit.
benturan-alasan = Write the reason of a conflict.
benturan-belum = First declare whether you have a conflict of interest with this unit.
benturan-ada = You declared a conflict of interest with this unit, so you cannot score it.
benturan-tertahan = You cannot score this unit
benturan-tertahan-isi = You declared a conflict of interest. The organiser has been told and will arrange a replacement. What you filled in stays.
benturan-daftar-judul = Declarations on conflicts of interest
benturan-daftar-isi = Every evaluator declares before filling F02. A declared conflict closes the scoring of that unit for him.
benturan-ada-judul = There is a conflict of interest
benturan-ada-isi = End that appointment, then propose and appoint a replacement. The old sheet is kept, and the minutes and the report name both.
benturan-kosong = No evaluator is appointed yet
benturan-kosong-isi = Declarations appear here once evaluators are appointed by decree.
benturan-belum-nyata = Not declared yet
benturan-kolom = Declaration
benturan-waktu = When
benturan-alasan-tertutup = For the organiser only
benturan-diganti = Evaluator { $nama } ({ $jabatan }) was replaced on { $waktu }; the sheet is kept.
benturan-mewakili-diganti = Evaluator, replaced { $waktu }
