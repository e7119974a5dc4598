-- The service that a one-use survey link asks about: its number in the round, where the round itself asks for that service.
ALTER TABLE survei_tautan ADD COLUMN layanan bigint;
