"""What the machines of `gagal-alih.py` are set up with: the files of Patroni, HAProxy and PgBouncer, as in deploy/skala, with the addresses of
the namespaces. Text only; who writes it and starts them is the rehearsal. `ip`: from the name of a machine to its address."""

import basis_tls


def patroni(m, ip, jaringan, d, pg, lapis, pasca):
    """Of the database machine `m`, in the folder `d`; `pasca` makes role and database."""
    return f"""
scope: prima
name: {m}
restapi: {{listen: "{ip(m)}:8008", connect_address: "{ip(m)}:8008"}}
etcd3: {{host: "{ip('lb')}:2379"}}
bootstrap:
  dcs:
    ttl: 20
    loop_wait: 2
    retry_timeout: 5
    maximum_lag_on_failover: 1048576
    synchronous_mode: true
    postgresql:
      use_pg_rewind: true
      use_slots: true
      parameters:
        synchronous_commit: "on"
        max_connections: 120
        wal_keep_size: 256MB
        shared_buffers: 128MB
        idle_in_transaction_session_timeout: 60s
        tcp_keepalives_idle: 10
        tcp_keepalives_interval: 3
        tcp_keepalives_count: 3
        client_connection_check_interval: 5s
  initdb: [{{encoding: UTF8}}, data-checksums]
  post_bootstrap: {pasca}
postgresql:
  listen: "{ip(m)}:5432"
  connect_address: "{ip(m)}:5432"
  data_dir: {d}/data
  bin_dir: {pg}
  pgpass: {d}/pgpass
  # Otherwise the copy waits for a checkpoint that takes its five minutes.
  basebackup: [{{checkpoint: fast}}]
  authentication:
    replication: {{username: replikasi, password: replikasi}}
    superuser: {{username: postgres, password: postgres}}
    rewind: {{username: putar, password: putar}}
  parameters:
    unix_socket_directories: "{d}"
    ssl: "on"
    ssl_cert_file: {lapis.folder}/{m}.crt
    ssl_key_file: {lapis.folder}/{m}.key
    password_encryption: scram-sha-256
  pg_hba:
{basis_tls.pg_hba(jaringan)}"""


def haproxy(ip):
    """The way to the primary, and to the nodes."""
    return f"""
global
    maxconn 4000
defaults
    timeout connect 2s
    timeout client 30m
    timeout server 30m
    timeout check 2s
frontend basis
    mode tcp
    bind {ip('lb')}:5432
    option clitcpka
    default_backend primer
backend primer
    mode tcp
    option httpchk OPTIONS /primary
    http-check expect status 200
    option srvtcpka
    default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
    server pg1 {ip('pg1')}:5432 check port 8008
    server pg2 {ip('pg2')}:5432 check port 8008
frontend halaman
    mode http
    bind {ip('lb')}:8080
    timeout client 60s
    default_backend prima
backend prima
    mode http
    balance roundrobin
    timeout server 35s
    option httpchk GET /healthz
    option redispatch
    option forwardfor
    retries 2
    default-server inter 1s fall 2 rise 1
    server n1 {ip('n1')}:8080 check
    server n2 {ip('n2')}:8080 check
    server n3 {ip('n3')}:8080 check
"""


def pgbouncer(ip, lapis, cara, pengguna):
    """Between the nodes and the way to the primary, by this mode (`session` or `transaction`)."""
    siap = "max_prepared_statements = 500" if cara == "transaction" else ""
    return f"""
[databases]
prima = host={ip('lb')} port=5432 dbname=prima
[pgbouncer]
listen_addr = {ip('lb')}
listen_port = 6432
unix_socket_dir =
auth_type = trust
auth_file = {pengguna}
server_tls_sslmode = verify-ca
server_tls_ca_file = {lapis.folder}/ca.crt
pool_mode = {cara}
{siap}
ignore_startup_parameters = extra_float_digits,options
default_pool_size = 60
max_client_conn = 2000
server_fast_close = 1
server_check_query = select 1
server_login_retry = 1
server_connect_timeout = 3
query_wait_timeout = 10
tcp_keepalive = 1
tcp_keepidle = 10
tcp_keepintvl = 3
tcp_keepcnt = 3
"""
