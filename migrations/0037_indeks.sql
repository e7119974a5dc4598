-- Ways to what is looked for again and again: open tickets of past days, late cases, consultations of an instansi.
CREATE INDEX tiket_keadaan ON tiket (keadaan, tanggal);
CREATE INDEX permohonan_tenggat ON permohonan (tuntas, tenggat);
CREATE INDEX konsultasi_instansi ON konsultasi (instansi_id, id);
