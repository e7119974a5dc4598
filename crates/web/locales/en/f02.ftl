### F02: evaluator sheets, comparison, consensus, history.

f02-judul = F02 scoring
f02-lanjut = Continue scoring
f02-mulai = Begin scoring
f02-ikhtisar = Overview
f02-banding = Comparison and consensus
f02-pembuka = Score each indicator from 0 to 5 after reading the unit's answers and evidence. Once you open an aspect, the unit can no longer withdraw its F01.
f02-tambahan = Additional information
f02-tambahan-isi = Without weight: it does not change the index and may stay empty.
f02-lengkap = All scored
f02-belum-dinilai = { $jumlah ->
    [1] One indicator without a score
   *[other] { $jumlah } indicators without a score
}
f02-lihat = View
f02-periksa = Check again
f02-nilai-aspek = Score
f02-tandai-judul = Hand in your scores
f02-tandai-isi = Once marked done, your scores are locked, and other evaluators who are done can compare them. You may open them again with a reason while the result is not frozen.
f02-tandai-kurang = { $jumlah ->
    [1] One weighted indicator still has no score. The button to mark your sheet done appears when all are scored.
   *[other] { $jumlah } weighted indicators still have no score. The button to mark your sheet done appears when all are scored.
}
f02-tandai = Mark my scores done
f02-tandai-tutup = Scores can neither be changed nor marked done at present.
f02-lembar-anda-selesai = Your scores are done
f02-ditandai-pada = Marked done { $pada }. Your scores are locked.
f02-ditandai-selesai = Your scores are marked done.
f02-buka-kembali = Open my scores again
f02-dibuka-kembali = Your scores are open again. Mark them done again after correcting.
f02-alasan-buka = Reason for opening again
f02-alasan-buka-bantu = Kept in the audit log. What was settled on scores that you change must be settled again.
f02-tim = Progress of the evaluators
f02-evaluator = Evaluator
f02-dinilai = Scored
f02-keadaan = State
f02-selesai = Done
f02-berjalan = Scoring
f02-belum-mulai = Not begun
f02-tanpa-evaluator = No evaluator yet
f02-tanpa-evaluator-isi = The progress of F02 appears here once evaluators are appointed by decree.
f02-kemajuan-judul = Progress only
f02-kemajuan-isi = So that every evaluator scores independently, scores can be read only after all of them are done.
f02-ke-konsensus = Compare and settle scores
f02-ke-banding = Compare scores
f02-tertutup-judul = F02 scores cannot be read yet
f02-tertutup-isi = Scores can be read once the evaluators are done and the organiser has frozen the result.

## Closed
f02-tutup-belum-dikirim-judul = Waiting for F01 from the unit
f02-tutup-belum-dikirim = The unit has not submitted F01, so there is nothing to score yet. This page opens when the head of the unit submits it.
f02-tutup-dikembalikan-judul = F01 was returned
f02-tutup-dikembalikan = F01 was returned to the unit for repair, which is due by { $tanggal }. Scoring opens again when the head of the unit submits it.
f02-tutup-fase-judul = The phase of conduct is closed
f02-tutup-dibekukan-judul = The result is frozen
f02-tutup-dibekukan = The F02 scores are part of the frozen result and can no longer be changed.
f02-lembar-selesai = Scores marked done are locked. Open them again from the F02 overview if they need correcting.
f02-belum-lengkap = Some weighted indicators still have no score.
f02-skor-di-luar = The score must be from 0 to 5.
f02-skor-wajib = Choose a score from 0 to 5.
f02-alasan-wajib = A reason is required.
f02-versi-tak-dikenal = This entry is based on a version that does not exist. Reload the page and try again.
f02-isi-tak-sah = The entry cannot be read. Reload the page and try again.
f02-sepakat-belum-semua = Scores are settled after all evaluators have marked theirs done.
f02-sepakat-tak-beda = The evaluators gave the same score for this indicator, so there is nothing to settle.
f02-sepakat-rata-rata = This period takes the mean of the evaluators, so there is nothing to settle.

## Working page
f02-aspek = Aspects
f02-bobot = weight { $bobot } %
f02-riwayat = History
f02-kata-unit = F01 answers and evidence of the unit
f02-jumlah-bukti = { $jumlah ->
    [0] no evidence
    [1] 1 piece of evidence
   *[other] { $jumlah } pieces of evidence
}
f02-f01-kosong = The unit answered nothing for this indicator.
f02-tidak-dijawab = not answered
f02-ya = Yes
f02-tidak = No
f02-bukti = Evidence
f02-tanpa-bukti = No evidence was uploaded.
f02-tab-baru = opens a new tab
f02-bukti-luar = A link outside Prima; its content may change.
f02-contoh-bukti = Examples of evidence, and why this is asked
f02-penilaian = Scoring { $kode }
f02-usulan-nilai = Proposal of the rubric: { $nilai }
f02-usulan-tidak-diatur = Not covered by the rubric
f02-usulan-belum-lengkap = No proposal yet: F01 is incomplete
f02-usulan-tanpa-aturan = No rule to propose a score
f02-pakai-usulan = Use the proposal
f02-usulan-bukan-nilai = Only a proposal from the unit's answers; the score is yours.
f02-skor = Score
f02-tanpa-skor = none yet
f02-tanpa-rubrik = The texts of the levels were not collected for this edition; choose the figure.
f02-kepastian-rubrik = Certainty of the rubric:
f02-sumber = Source of data
f02-sumber-bantu = How do you know? More than one may apply.
f02-cara-dokumen = Document
f02-cara-wawancara = Interview
f02-cara-observasi = Field observation
f02-sumber-rincian = Details of the source
f02-catatan = Note
f02-catatan-bantu = Printed in the report (LHE) only if you are the only evaluator of this unit. Notes of several evaluators are not printed.
f02-rekomendasi = Recommendation
f02-rekomendasi-bantu = Advised for a score below 5: what should the unit do? Printed in the report (LHE), unless another score or recommendation is settled.
f02-simpan-semua = Save everything in this aspect
f02-aspek-berikut = Next aspect
f02-ke-ikhtisar = Back to the overview
f02-tersimpan = Saved.
f02-tersimpan-pada = Saved { $pada }
f02-belum-diisi = Not filled
f02-status-tersimpan = Saved
f02-status-menyimpan = Saving …
f02-status-belum = Not saved yet
f02-status-luring = Not sent yet; kept in this browser and sent again by itself
f02-status-masuk = Your session ended. What you typed is safe in this browser and is sent once you signed in.
f02-status-masuk-tautan = Sign in again in a new tab
f02-status-usulan = Proposal chosen, not saved. Press Save if you agree.
f02-status-gagal = Not saved. Your entries are kept in this browser.
f02-tertinggal-judul = Some of your entries were not sent
f02-tertinggal-isi = They are not lost: they are kept in the browser of this device and sent by themselves when the sheet of the indicator is opened once it can be filled in again. The indicators:
f02-status-semua = Everything saved
f02-status-sisa = Not saved:
f02-bentrok-judul = There is a newer version
f02-bentrok-halaman = All other entries are saved. For the indicators marked below, compare both versions and choose.
f02-bentrok-isi = Your account saved another version from another tab or device on { $pada }:
f02-bentrok-oleh = { $nama } saved a settlement first on { $pada }:
f02-bentrok-pilih = What you typed is still in the form. Choose which one to use:
f02-bentrok-konsensus = What you typed is still in the form and is not saved. Save again to replace it, or
f02-bentrok-isian-saya = Save my entry
f02-bentrok-tersimpan = Use the saved one
f02-pintasan = Keyboard shortcuts
f02-pintasan-nilai = Choose the score of the current indicator
f02-pintasan-berikut = To the next indicator
f02-pintasan-sebelum = To the previous indicator
f02-pintasan-bantu = Show this list
f02-pintasan-aktif = Shortcuts are on in this browser
f02-tutup-dialog = Close

## Comparison and consensus
f02-cara-konsensus = Every evaluator scores independently. Equal scores stand. Where they differ, the evaluators settle one score with its reason.
f02-cara-rata-rata = Every evaluator scores independently. The score of an indicator is the mean of all evaluators: the sum of the scores divided by their number, computed exactly and rounded only for display. There is nothing to settle.
f02-sendiri-judul = Finish your own scores first
f02-sendiri-isi = The scores of the others appear after you have marked yours done, so that every score is given independently.
f02-menunggu-judul = Waiting for other evaluators
f02-menunggu-isi = Scores that are not done are not shown. Settling begins when all evaluators are done.
f02-sepakat-bagian = Equal scores
f02-sama-dari = { $sama } of { $dari } weighted indicators
f02-selisih-terbesar = Largest difference
f02-selisih-tidak-ada = No difference.
f02-selisih-di = { $jumlah ->
    [1] on one indicator
   *[other] on { $jumlah } indicators
}
f02-kemajuan-konsensus = Consensus
f02-disepakati-hitung = Differing indicators settled
f02-konsensus-tuntas = Nothing left to settle
f02-perlu-disepakati = Indicators that differ
f02-skor-disepakati = Settled score
f02-alasan = Reason
f02-alasan-bantu = Why this score? Shown in the report. Printed in the report (LHE) with the recommendation settled here; the notes of each evaluator are not printed.
f02-sepakati = Save the settlement
f02-ubah-kesepakatan = Change the settlement
f02-disepakati = Settlement saved.
f02-gugur-judul = To be settled again
f02-gugur-isi = A score changed after the earlier settlement, so it no longer holds.
f02-lihat-rubrik = Show the rubric
f02-semua-indikator = All indicators
f02-indikator = Indicator
f02-tanpa-bobot = without weight
f02-perbandingan = Comparison
f02-skor-akhir = Final score
f02-terbuka = none yet
f02-lihat-catatan = Notes and recommendations
f02-banding-belum = Cannot be compared yet
f02-banding-satu = One evaluator
f02-banding-sama = Equal
f02-banding-beda = Differs by { $selisih }, not settled
f02-banding-berbeda = Differs by { $selisih }
f02-banding-disepakati = Differs by { $selisih }, settled
f02-riwayat-kesepakatan = Settlement
f02-riwayat-kosong = No change yet
f02-riwayat-kosong-isi = The history appears here once there is a score that you may see.
f02-diganti-judul = Sheets that do not count
f02-diganti-isi = The evaluator was replaced before the result was frozen. The sheet is kept whole for reading and is no part of the score.
f02-diganti-tidak-dihitung = Not counted
f02-diganti-berakhir = The appointment ended { $pada }.
f02-diganti-nama = { $nama } (not counted, replaced)
f02-diganti-dinilai = { $jumlah ->
    [0] no indicator scored
    [1] one indicator scored
   *[other] { $jumlah } indicators scored
}
f02-diganti-kosong = There is no score and no note on this sheet.
f02-berakhir-saya = Your sheet
f02-berakhir-saya-isi = Your appointment for this unit has ended, after its result was frozen. Your sheet counts in that result; you can read it, but not change it.
f02-berakhir-dihitung = Counted
f02-diganti-saya = Your sheet that does not count
f02-diganti-saya-isi = Your appointment for this unit has ended. What you filled in is kept and you can read it, but it does not count and cannot be changed.
f02-kembali = Back
f02-kapan = When
f02-siapa = Who
f02-yang-berubah = What changed
f02-versi = version { $nomor }
f02-dari-ke = from { $dari } to { $ke }
f02-dikosongkan = emptied
f02-sisa = Other text you began to type is not complete, so it is not saved yet. Add the score and the reason, then save.
f02-banding-tanpa-bobot = Needs no settlement
f02-pustaka = Example recommendations
f02-pustaka-isi = Wording of Prima, not official. Copy what fits and adapt it to the unit.
f02-pustaka-menuju = To reach { $nilai }:
f02-diukur = Measured by Prima ({ $pada }): { $isi }
