-- Files of reports lie sealed, each under a key of its own. The key lies here, sealed as every identity field is (store::identitas), so that
-- replacing the key of the installation writes no file again, and erasing the row makes the file unreadable wherever a copy of it lies.
-- None: the file lies as it came. Those of an older program are sealed in the background.
ALTER TABLE pengaduan_lampiran ADD COLUMN kunci text;
CREATE INDEX pengaduan_lampiran_objek ON pengaduan_lampiran (objek);
DELETE FROM identitas_usai;

-- Who filed a request: the account itself, or the administrator for a holder without his code. None: the holder, by his code.
ALTER TABLE pdp_permintaan ADD COLUMN oleh uuid;
