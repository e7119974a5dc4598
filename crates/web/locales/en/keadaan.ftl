### Why the store refuses: under the store's own names.

peran-lingkup-tak-cocok = This role cannot be given for that scope.
fase-persiapan-ditutup = The preparation phase is closed. The organiser can reopen it with a reason.
fase-pelaksanaan-ditutup = The execution phase is closed. The organiser can reopen it with a reason.
fase-penyampaian-ditutup = The phase of delivering results is closed. The organiser can reopen it with a reason.
fase-pemeringkatan-ditutup = The ranking phase is closed. The organiser can reopen it with a reason.
kode-tak-sah = A code has 2 to 40 lower-case letters, digits, dots or hyphens.
