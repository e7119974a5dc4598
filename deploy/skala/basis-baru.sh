#!/bin/sh
# /etc/prima-basis/basis-baru.sh, called by Patroni (`post_bootstrap`) once the cluster is made: role and database `prima`. $1 is the way in as
# superuser; the password of the role is the one line of the file beside this one.
set -eu
sandi=$(cat "${BERKAS_SANDI:-/etc/prima-basis/sandi}")
[ -n "$sandi" ] || { echo "prima-basis/sandi is empty" >&2; exit 1; }
# The password goes in by standard input, so that no list of processes shows it.
{
  printf "\\set sandi '%s'\n" "$(printf %s "$sandi" | sed "s/['\\\\]/\\\\&/g")"
  cat <<'SQL'
SET password_encryption = 'scram-sha-256';
CREATE ROLE prima LOGIN PASSWORD :'sandi';
-- For PgBouncer, which does not pass on the limit that Prima gives when it connects.
ALTER ROLE prima SET statement_timeout = '30s';
CREATE DATABASE prima OWNER prima ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE prima FROM PUBLIC;
SQL
} | psql -X -q -v ON_ERROR_STOP=1 "$1"
