### One unit lokus: the chain of steps.

lokus-langkah-evaluator = Evaluators
lokus-langkah-f01 = F01 of the unit
lokus-langkah-f02 = F02 of the evaluators
lokus-langkah-f03 = F03 of the users
lokus-langkah-hasil = Result
lokus-langkah-ba = Minutes
lokus-langkah-lhe = Report (LHE)
lokus-langkah-penyampaian = Report conveyed
lokus-langkah-terbit = Published
lokus-tindakan-tetapkan = Appoint the evaluators by decree
lokus-tindakan-usulkan = Propose evaluators
lokus-tindakan-setujui = Approve and submit F01
lokus-tindakan-isi = Fill F01 and upload evidence
lokus-tindakan-perbaiki = Repair the returned F01 by { $tanggal }
lokus-menunggu-perbaikan = Repair the returned F01
lokus-tindakan-nilai = Score the unit with F02
lokus-tindakan-konsensus = { $jumlah ->
    [1] Settle the consensus (one indicator differs)
   *[other] Settle the consensus ({ $jumlah } indicators differ)
}
lokus-menunggu-lembar-lain = Your sheet is done; waiting for the other evaluators
lokus-menunggu-sepakat = Waiting for the evaluators to agree
lokus-menunggu-sepakat-siapa = Waiting for { $evaluator } to agree ({ $jumlah ->
    [1] one indicator differs
   *[other] { $jumlah } indicators differ
})
lokus-tindakan-konsensus-saja = Settle the consensus
lokus-tindakan-buka-survei = Open the survey F03
lokus-tindakan-tutup-survei = Collect answers of F03, then close the survey
lokus-tindakan-bekukan = Check the values and freeze the result
lokus-tindakan-buat-ba = Make the minutes of the result
lokus-tindakan-tanda-tangan = Sign the minutes of the result
lokus-tindakan-lhe = Make the evaluation report (LHE)
lokus-tindakan-sampaikan = Convey the report (LHE) to the unit and the Penanggungjawab
lokus-tindakan-terbit = Publish the results of the period
lokus-siapa-penanggungjawab = the Penanggungjawab
lokus-siapa-kepala = the head of the unit
lokus-siapa-operator = the operator of the unit
lokus-siapa-bertiga = the evaluator, the head of the unit and the Penanggungjawab
lokus-siapa-evaluator = the evaluator
lokus-siapa-f03 = the evaluator or the organiser
lokus-siapa-penyelenggara = the organiser
lokus-ket-evaluator = { $jumlah ->
    [1] One person appointed
   *[other] { $jumlah } people appointed
}
lokus-ket-usulan = { $jumlah ->
    [1] One proposal waits for a decree
   *[other] { $jumlah } proposals wait for a decree
}
lokus-ket-dikirim = Submitted { $waktu }
lokus-ket-siap = Waits for the head's approval
lokus-ket-isian = { $jumlah ->
    [1] One indicator filled
   *[other] { $jumlah } indicators filled
}
lokus-ket-lembar = { $n } sheets done
lokus-ket-responden = { $jumlah ->
    [1] One complete respondent
   *[other] { $jumlah } complete respondents
}
lokus-ket-ipp = IPP { $ipp }
lokus-ket-tanda = { $n } parties signed
lokus-berikut = Next step
lokus-giliran-anda = It is your turn.
lokus-lanjutkan = Continue
lokus-menunggu = Waiting for { $siapa }.
lokus-rantai = Steps of the evaluation
lokus-rantai-selesai = All steps are done
lokus-rantai-selesai-isi = The result of this unit is published.
lokus-tindakan-ulang-ba = Annul the minutes of the result and make them again: { $nama } cannot sign any more
lokus-menunggu-ba-batal = The minutes of the result cannot be finished; waiting for the organiser to annul them and make new ones
lokus-tindakan-ba-macet = The minutes of the result cannot be finished; annul them, then make new ones
lokus-tindakan-ba-macet-pelaksanaan = The minutes of the evaluation cannot be finished; annul them, then make new ones
lokus-lanjut-berjalan = The evaluation is done; follow-up goes on
lokus-lanjut-terlambat = The evaluation is done; follow-up is late
lokus-lanjut-belum = { $jumlah ->
    [1] One recommendation is not accepted as done.
   *[other] { $jumlah } recommendations are not accepted as done.
}
lokus-lanjut-lewat = { $jumlah ->
    [1] One plan is past its day.
   *[other] { $jumlah } plans are past their day.
}
lokus-lanjut-laporan = The deadline of the follow-up report is over.
lokus-benturan-judul = A sheet of an evaluator with a conflict of interest
lokus-benturan-dihitung = { $nama } declared a conflict of interest on { $waktu }, after the sheet was done. The sheet still counts: replace the evaluator so that it does not, or decide that it counts, with the reason, when the result is frozen.
lokus-benturan-beku = { $nama } declared a conflict of interest on { $waktu }, after the sheet was counted in the frozen result. Annul the freezing if it must not count; if it stays, minutes that are made from now on say so.
lokus-tim = Evaluators
lokus-tim-kosong = No evaluator for this unit yet. The organiser proposes, the Penanggungjawab appoints by decree.
lokus-data = About this unit lokus
lokus-kode = Public code
lokus-langsung = Something has changed since this page was opened.
lokus-langsung-muat = Load again
lokus-ke-tindak-lanjut = Recommendations and follow-up
lokus-ke-penyampaian = Documents sent
lokus-ke-pemantauan = Check of last period's recommendations
