-- Papers of cases and the letters made from them lie sealed, each under a key of its own that lies here, sealed as every identity field is
-- (store::identitas::lampiran). None: the file lies as it came. Those of an older program are sealed in the background, and so are names of
-- files, reasons and notes of officers.
ALTER TABLE permohonan_berkas ADD COLUMN kunci text;
CREATE INDEX permohonan_berkas_objek ON permohonan_berkas (objek);
ALTER TABLE permohonan_dokumen ADD COLUMN kunci text;
CREATE INDEX permohonan_dokumen_objek ON permohonan_dokumen (objek);

-- SHA-256 of the letter as it was printed, which its reader compares; the file has another one now. Empty: it lies as it was printed.
ALTER TABLE permohonan_dokumen ADD COLUMN cetak text NOT NULL DEFAULT '';
DELETE FROM identitas_usai;
