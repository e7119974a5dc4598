-- What the agency's provider calls its own session (sid), so that the one here ends when that one does.
ALTER TABLE sesi ADD COLUMN sso_sid text;
