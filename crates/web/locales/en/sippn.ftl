### F01 as it is to be entered into SIPPN.

sippn-unduh = Download for SIPPN
sippn-nomor = No.
sippn-kode = Code
sippn-aspek = Aspect
sippn-indikator = Indicator
sippn-pertanyaan = Question
sippn-jawaban = Answer
sippn-bukti = Evidence (file name in the archive, or link)
sippn-catatan = In the order of the F01 form of the instrument; file names: number of the indicator, underscore, name. SIPPN's own columns were not checked.
