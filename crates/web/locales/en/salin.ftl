### A new period from an earlier one; evidence from earlier periods.

salin-tautan = Make the next period
salin-judul = A new period from this one
salin-ikut = Copied: units, form, scope, category, method, edition, way of settling scores, the dates of phases (a year on, beginning and ending on working days), and recommendations not done yet
salin-tidak-ikut = Not copied: evaluators (appointed again by decree), F01 answers, evidence, scores, results and closed phases. Old evidence is offered to the units with its age.
salin-unit = Units that take part
salin-unit-bantu = Untick units that are not evaluated again.
salin-semua = All units come along ({ $jumlah }). Those that are not evaluated any more are taken out afterwards, on the list of units of the new period.
salin-kosong = This period has no units yet, so there is nothing to copy.
salin-buat = Make the new period
salin-dibuat = The new period is made. Its structure came along, its work begins anew.
salin-asal = Made from
salin-bukti-judul = Evidence of earlier periods
salin-bukti-isi = First see whether it still holds. Attaching it again changes nothing in the old period.
salin-bukti-umur = { $periode } · { $bulan ->
    [0] less than a month
    [one] 1 month
   *[other] { $bulan } months
}
salin-bukti-pakai = Attach again
salin-bukti-dipakai = The old evidence is attached in this period.
salin-bukti-tautan = link, its content may change
salin-bukti-tautan-ke = Old evidence ({ $jumlah })
salin-bukti-kosong = No old evidence
salin-bukti-kosong-isi = The unit has no evidence in earlier periods, or all of it is attached here already.
salin-bukti-tutup = F01 was submitted or its phase is closed, so no evidence can be added.
salin-sisa = { $jumlah ->
    [one] { $jumlah } recommendation not done
   *[other] { $jumlah } recommendations not done
}
