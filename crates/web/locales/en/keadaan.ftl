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
terbit-tanpa-hasil = No result is frozen yet, so there is nothing to publish.
terbit-belum = The results of this period are not published now.
