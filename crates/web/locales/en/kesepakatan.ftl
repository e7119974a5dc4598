### Agreement of evaluators over a period.

kesepakatan-judul = Agreement of evaluators
kesepakatan-pembuka = How alike evaluators score. These figures help to coach the team; they change nobody's score.
kesepakatan-kosong = Nothing to compare yet
kesepakatan-kosong-isi = A unit counts once all its evaluators marked their F02 sheets as done.
kesepakatan-dasar = { $lokus } units are fully scored, { $berdua } of them by two evaluators or more.
kesepakatan-orang = Evaluators who score higher or lower
kesepakatan-orang-isi = The difference of an evaluator's scores to the mean of the others on the same units. At least five shared units are needed.
kesepakatan-sendiri = No unit was scored by two evaluators.
kesepakatan-evaluator = Evaluator
kesepakatan-unit = Units
kesepakatan-selisih = Mean difference
kesepakatan-rentang = 95 % interval
kesepakatan-arti = Meaning
kesepakatan-belum-cukup = Not enough data
kesepakatan-seragam = All scores alike
kesepakatan-tinggi = In agreement
kesepakatan-cukup = Fair agreement
kesepakatan-rendah = To be discussed
kesepakatan-sejalan = In line
kesepakatan-lebih-tinggi = Tends to score higher
kesepakatan-lebih-rendah = Tends to score lower
kesepakatan-tim = Agreement of each team
kesepakatan-tim-isi = Krippendorff's alpha over all indicators of the team's units. 1 means always alike, 0 as by chance.
kesepakatan-pasangan = Agreement of each pair
kesepakatan-pasangan-isi = Weighted kappa: a difference of two levels weighs four times one level.
kesepakatan-indikator = Agreement on each indicator
kesepakatan-indikator-isi = Indicators with little agreement need a common way of scoring.
kesepakatan-siapa = Who or what
kesepakatan-skor = Scores
kesepakatan-nilai = Figure
kesepakatan-dari-lokus = { $jumlah ->
    [one] { $jumlah } unit
   *[other] { $jumlah } units
}
kesepakatan-f01 = Proposal from F01 beside F02
kesepakatan-f01-isi = Above zero: what the unit declared proposes a higher score than the evaluators gave.
kesepakatan-f03 = F02 beside the users' answers (F03)
kesepakatan-f03-isi = Above zero: evaluators score higher than users feel.
kesepakatan-butir = Aspect or indicator
kesepakatan-rata = Mean difference
kesepakatan-mutlak = Mean without sign
kesepakatan-lebih-sama-kurang = More / same / less
kesepakatan-cara = How it is computed
kesepakatan-cara-kappa = Cohen's kappa with quadratic weights, computed exactly from the scores that both gave.
kesepakatan-cara-alfa = Krippendorff's alpha with the interval metric, because the IPP adds and averages scores. Customary: from 0.8 in agreement, from 0.667 fair. With fewer than five units nothing is concluded.
kesepakatan-cara-orang = One observation a unit: the mean difference over all indicators. Student's t, 95 %; a tendency is named when the whole interval lies on one side of zero.
