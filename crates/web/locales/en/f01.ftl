### F01: the unit's own declaration.

f01-judul = F01
f01-judul-panjang = F01 – the unit's own declaration
f01-penjelasan = Here the unit describes its service itself and attaches evidence. Evaluators read it before they score. F01 itself carries no score.
f01-isian = Answer
f01-ya = Yes
f01-tidak = No
f01-contoh-persen = Write a number from 0 to 100, for example 91.77.
f01-contoh-desimal = Decimals are allowed, for example 2.5.
f01-hanya-jika = Answer only if “{ $pertanyaan }” is answered { $jawaban }.
f01-hanya-jika-lain = Answer only if it fits the answers above.
f01-tambahan = Additional indicators (no weight)
f01-bobot = weight { $bobot }%
f01-indikator-ke = Indicator { $nomor }
f01-indikator-lengkap = All answered
f01-terisi = { $terisi } of { $perlu } answered
f01-disimpan = Saved { $pada } by { $nama }
f01-mengapa = Why is it asked, and where is the rule?
f01-kepastian = Certainty:
f01-kepastian-kode = * Code made by us:
f01-kepastian-bobot = Certainty of the weight:
f01-rubrik = How is it scored? Levels 0 to 5
f01-rubrik-tidak-ada = We have not found the rubric of this indicator.
f01-petunjuk = Worth checking again
f01-petunjuk-isi = These answers are allowed but do not seem to fit together. Check them before sending.
f01-simpan = Save this indicator
f01-tersimpan = Answers saved.
f01-tersimpan-pukul = Saved { $jam }
f01-menyimpan = Saving …
f01-belum-tersimpan = Not saved yet …
f01-gagal-simpan = Not saved yet – will try again. Your answers are safe in this browser.
f01-ada-salah = Not saved yet – some answers need mending.
f01-perlu-masuk = Your session has ended. Your answers stay here.
f01-masuk-lagi = Sign in again in a new tab
f01-dipulihkan = Answers that had not been saved were restored.
f01-bentrok = { $nama } saved other answers on { $pada }.
f01-bentrok-isi = Compare and choose. What is saved stays in the history.
f01-bentrok-saya = Save my answers
f01-bentrok-mereka = Use the saved ones
f01-pertanyaan = Question
f01-milik-mereka = Already saved
f01-milik-saya = My answers
f01-belum-dijawab = Not answered yet
f01-hanya-baca = Read only
f01-cara-isi = Answer each question as things really are, then attach evidence. Answers are saved by indicator.
f01-aspek = Aspect
f01-terjawab = Answered
f01-lanjut = Go on to { $nama }
f01-ke-ringkasan = Back to the F01 overview
f01-kemajuan = Progress
f01-semua-aspek = All aspects
f01-pertanyaan-terjawab = Questions answered
f01-jumlah-bukti = { $jumlah ->
    [0] No evidence yet
    [one] One piece of evidence
   *[other] { $jumlah } pieces of evidence
}
f01-tanpa-bukti = { $jumlah ->
    [one] One indicator without evidence
   *[other] { $jumlah } indicators without evidence
}
f01-kurang = { $jumlah ->
    [one] One question not answered yet
   *[other] { $jumlah } questions not answered yet
}
f01-keadaan-draf = Being filled in
f01-keadaan-siap = Waiting for the head of the unit
f01-keadaan-terkirim = Submitted
f01-keadaan-dibuka = Opened by an evaluator
f01-menunggu-kepala = Waiting for the approval of the head of the unit
f01-diserahkan-oleh = Handed over by { $nama } on { $pada }.
f01-periksa-kirim = Check and submit
f01-siap-ubah = If answers or evidence change, F01 has to be handed over again.
f01-sudah-dikirim-judul = F01 has been submitted
f01-dikirim = Submission number { $nomor } by { $nama } on { $pada }.
f01-dibuka-oleh = Opened by evaluator { $nama } on { $pada }, so it can no longer be withdrawn.
f01-dapat-ditarik = No evaluator has opened it. Until then the head of the unit can withdraw it.
f01-sidik = Hash of the content:
f01-tarik = Withdraw F01
f01-menunggu-operator = The operator is still filling it in
f01-menunggu-operator-isi = Once the operator has handed F01 over, you can check and submit it here.
f01-serahkan-judul = Hand over to the head of the unit
f01-serahkan-isi = The head of the unit checks, approves and then submits F01 to the evaluators.
f01-catatan = Note for the head of the unit
f01-catatan-bantu = For example evidence that still waits for a signature.
f01-tetap-judul = Not everything is answered
f01-tetap = { $jumlah ->
    [one] I know that one question is not answered and hand it over anyway
   *[other] I know that { $jumlah } questions are not answered and hand it over anyway
}
f01-tetap-wajib = Answer the open questions first, or tick that you hand it over anyway.
f01-serahkan = Hand over
f01-diserahkan = F01 was handed over to the head of the unit.
f01-riwayat = Withdrawals
f01-ditarik = Submission number { $nomor } withdrawn by { $nama } on { $pada }: { $alasan }
f01-riwayat-judul = History of the answers
f01-riwayat-lihat = History of this indicator
f01-riwayat-versi = Version { $versi }
f01-riwayat-kosong = No answers yet
f01-riwayat-kosong-isi = This indicator has never been saved.
f01-kirim-judul = Submit F01
f01-yang-dikirim = What will be submitted
f01-baca-semua = Read all answers
f01-setuju-judul = Approval by the head of the unit
f01-setuju = I have checked these answers and the evidence, and approve them
f01-setuju-wajib = Tick the approval before submitting.
f01-kirim-akibat = After that, answers and evidence cannot be changed. You can withdraw it as long as no evaluator has opened it.
f01-kirim = Approve and submit
f01-terkirim = F01 was submitted.
f01-tarik-isi = After withdrawal the operator can change answers and evidence and hand them over again. The number of the withdrawn submission stays on record.
f01-alasan = Reason for withdrawing
f01-alasan-bantu = The reason is recorded and can be read by the organiser.
f01-alasan-wajib = Write the reason for withdrawing.
f01-tarik-selesai = F01 was withdrawn.
f01-tidak-ada-kiriman = Nothing can be submitted now
f01-tidak-ada-kiriman-isi = The operator has not handed F01 over yet, or an evaluator has opened it.
f01-cetak = Read or print F01
f01-cetak-judul = F01 { $unit }
f01-cetak-draf = Not submitted yet: what stands below may still change.

f01-salah-bidang-tak-dikenal = This field is not known.
f01-salah-lebih-dari-satu = Choose one answer only.
f01-salah-ya-tidak = Choose yes or no.
f01-salah-bukan-bilangan-bulat = Write a whole number, for example 12 or 1.250.
f01-salah-di-luar-rentang = Write a number from { $min } to { $maks }.
f01-salah-bukan-angka = Write a number, for example 91,77.
f01-salah-terlalu-panjang = At most { $maks } characters.
f01-salah-bukan-tanggal = Write a correct date.
f01-salah-opsi-tak-dikenal = There is no such choice: { $opsi }.
f01-salah-tidak-ada-bersama-lain = “None” cannot be chosen together with others.

f01-sudah-terkirim = F01 has been submitted, so answers and evidence cannot be changed. The head of the unit can withdraw it as long as no evaluator has opened it.
f01-belum-siap = The operator has not handed F01 over, or it changed after that.
f01-isi-berubah = F01 changed after this page was opened. Check the newest content below, then approve.
f01-sudah-dibuka = An evaluator has opened F01, so it cannot be withdrawn.
f01-belum-terkirim = The unit has not submitted F01.
f01-usulan-judul = Fill from Prima's records
f01-usulan-ada = { $jumlah } indicators can be filled from the records of Prima
f01-usulan-ada-isi = From the queue, service standards, reports of citizens and surveys of your unit, with their evidence. You decide whether to use them.
f01-usulan-tautan = Fill from Prima's records
f01-usulan-pembuka = These answers were put together from what is recorded in Prima: surveys, reports of citizens, service standards, the queue and records of officers. Nothing is saved before you take them, and you can still change them afterwards.
f01-usulan-kini = Answer now
f01-usulan-usul = After taking it
f01-usulan-sama = (unchanged)
f01-usulan-asal = Source
f01-usulan-batas = Prima knows only what is in Prima. What is elsewhere, such as equipment in the waiting room or publication in other media, must be added by you.
f01-usulan-bukti = Evidence that can be attached
f01-usulan-laporan = SKM report
f01-usulan-rencana = SKM follow-up plan and its progress
f01-usulan-penerbitan = Announcement sheet of the SKM result
f01-usulan-lampirkan = Attach this evidence
f01-usulan-terima = Take the proposal
f01-usulan-tolak = Do not use it
f01-usulan-diterima = The proposal was taken and saved.
f01-usulan-diserahkan = F01 waits for the head of the unit
f01-usulan-diserahkan-isi = { $serah } Accepting the proposal changes its content, so the hand-over is taken back and F01 has to be handed over again.
f01-usulan-tarik = Hand-over to the head of the unit
f01-usulan-tarik-isi = Take it back; I hand F01 over again after this
f01-usulan-tarik-wajib = Tick this first: accepting the proposal takes F01 back from the head of the unit.
f01-usulan-diterima-tarik = The proposal was accepted. F01 was taken back from the head of the unit: hand it over again when it is done.
f01-usulan-berubah = The answers changed since this page was opened. Look at the proposal again.
f01-usulan-aduan = Measures of reports of citizens
f01-usulan-layanan = State of the service standards
f01-usulan-kurun = Measured in: { $kurun }.
f01-usulan-kurun-antara = { $dari } to { $sampai }
f01-usulan-sesudah = These records were made after the year that is evaluated ({ $tahun }), because Prima has none of that year. Accept them only if things were the same in { $tahun }; the evaluator sees the dates.
f01-usulan-pratinjau = Open and read it first; what is attached is what you see.
f01-usulan-ukur = What Prima measured
f01-usulan-mal = Services in malls of public services
