### Declarations on conflicts of interest.

benturan-judul = Declaration on conflicts of interest
benturan-isi = Before filling F02, declare for each unit whether you have ties that could sway your scoring: you serve or served there, family or a partner works there, or any other interest.
benturan-kalimat = I declare honestly whether I have a conflict of interest with the units below, and will correct this if it changes.
benturan-tanya = Conflict of interest with { $unit }
benturan-tidak = No conflict
benturan-ya = Conflict
benturan-alasan-label = Reason
benturan-alasan-unit = Reason of the conflict with { $unit }
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
benturan-salah-pilih = Choose whether there is one or not.
benturan-alasan = Write the reason of a conflict.
benturan-belum = First declare whether you have a conflict of interest with this unit.
benturan-ada = You declared a conflict of interest with this unit, so the work of an evaluator on it is closed to you. Ask the organiser about the replacement.
benturan-tertahan = You cannot score this unit
benturan-tertahan-isi = You declared a conflict of interest. Scoring, checking F01, answering objections, checking follow-up and signing the minutes of this unit are closed to you. The organiser has been told and arranges a replacement; ask there. What you filled in and signed stays.
benturan-ganti-menunggu = Conflict of interest declared: waiting for another evaluator
benturan-ganti = { $jumlah ->
    [1] Replace one evaluator with a conflict of interest
   *[other] Replace { $jumlah } evaluators with a conflict of interest
}
benturan-daftar-judul = Declarations on conflicts of interest
benturan-daftar-isi = Every evaluator declares before filling F02. A declared conflict closes all work of an evaluator on that unit for him.
benturan-ada-judul = There is a conflict of interest
benturan-ada-isi = Ask the responsible official to end that appointment (page Evaluators), then propose a replacement to be appointed. The old sheet is kept, and the minutes and the report name both.
benturan-kosong = No evaluator is appointed yet
benturan-kosong-isi = Declarations appear here once evaluators are appointed by decree.
benturan-belum-nyata = Not declared yet
benturan-kolom = Declaration
benturan-waktu = When
benturan-alasan-tertutup = For the organiser only
benturan-diganti = Evaluator { $nama } ({ $jabatan }) was replaced on { $waktu }; the sheet is kept.
benturan-mewakili-diganti = Evaluator, replaced { $waktu }
