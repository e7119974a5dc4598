### Why the store refuses: under the store's own names.

peran-lingkup-tak-cocok = This role cannot be given for that scope.
fase-persiapan-ditutup = The preparation phase is closed. The organiser can reopen it with a reason.
fase-pelaksanaan-ditutup = The execution phase is closed. The organiser can reopen it with a reason.
fase-penyampaian-ditutup = The phase of delivering results is closed. The organiser can reopen it with a reason.
fase-pemeringkatan-ditutup = The ranking phase is closed. The organiser can reopen it with a reason.
kode-tak-sah = A code has 2 to 40 lower-case letters, digits, dots or hyphens.
f03-belum-lengkap = A statement is not answered yet.
f03-ditutup = F03 is closed.
f03-bundel-kosong = The paper bundle holds no answer.
hasil-beku = The result of this unit is frozen, so its entries can no longer be changed.
alasan-wajib = Write the reason.
edisi-tak-terbaca = The instrument edition cannot be read.
hasil-belum-dikirim = F01 was not submitted, so the result cannot be frozen.
hasil-sudah-dibekukan = The result of this unit is frozen already.
hasil-batal-ada-berita-acara = The minutes of the result are signed. Tick this box to annul them too.
hasil-sudah-terbit = The results of this period are published. Withdraw the publication first.
ba-sudah-ada = Minutes of this kind still stand. Annul them first if they must be replaced.
ba-hasil-belum-beku = The result is not frozen or was replaced, so minutes of the result cannot be made.
ba-penanda-berubah = Those who sign have changed since this form was opened. Check it again, then save.
ba-dibatalkan = These minutes were annulled and cannot be signed.
ba-berkas-lain = The file shown is not the file of these minutes. Reload the page.
lhe-hasil-berubah = The result was replaced since this page was opened. Reload the page.
