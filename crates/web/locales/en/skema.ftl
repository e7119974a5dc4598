### Schemes in words.

skema-oleh-nasional = Held by the ministry in any unit.
skema-oleh-instansi = Held by the organiser for its own units.
skema-oleh-keduanya = Held by the ministry or by the organiser.
skema-memberi-nasional = Its value is a national figure.
skema-memberi-lokal = Its value is a local figure.
skema-memberi-tidak = It gives no value: only the follow-up of earlier recommendations is checked.
skema-untuk-nasional = For the national evaluation of a year.
skema-untuk-khusus = For priority regions and state companies beside the national evaluation of that year.
skema-divalidasi = Results are handed in to the person in charge and the ministry, and are provisional until validated.
skema-unit-terdahulu = Only units that were evaluated before can be chosen.
skema-pantau-judul = Monitoring of follow-up
skema-pantau-isi = This period does not score the unit. Only the follow-up of recommendations from the earlier evaluation is checked.
skema-dilewati = What this scheme leaves out
skema-lewat-f01 = The unit fills no F01 and attaches no evidence per indicator.
skema-lewat-f02 = The evaluator gives no F02 scores.
skema-lewat-f03 = No F03 survey is opened.
skema-lewat-ipp = There is no IPP, category or rank. Earlier values of the unit stay as they are.
skema-dari = Earlier evaluations
skema-dari-kosong = No earlier evaluation is known to this program.
skema-dari-tanpa-hasil = no result yet
skema-sumber = Source and certainty of this scheme
