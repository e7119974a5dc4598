-- The number that a report bears, so that the numbers of many can go on where they ended; of older reports it stands on the PDF only.
ALTER TABLE lhe ADD COLUMN nomor text;
