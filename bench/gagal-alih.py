#!/usr/bin/env python3
"""Failover rehearsal: a PostgreSQL primary with a synchronous standby (Patroni, etcd), three nodes of Prima behind HAProxy, each
machine a network namespace. While numbers are taken and surveys answered, one node is killed, the primary is killed, and a node and
then the new primary are cut off. Afterwards every acknowledged write is looked for, and every mail and webhook counted: none may be
lost, and what comes twice must be recognisable, that is, come under the same id.

    sudo python3 bench/gagal-alih.py --biner target/release/prima --siapkan target/release/examples/antrean --alat FOLDER [--pool session]

--pool puts PgBouncer between the nodes and the database, in that mode (`transaction` needs 1.21 or newer).
Every line to the database is TLS, by an authority that is made for the run; who may come in, and how role and database `prima` are
made, is read from deploy/skala (patroni.yml, basis-baru.sh), with the addresses of the namespaces.
Needs Linux, root (for `ip netns`; nothing outside the namespaces is changed but one bridge, removed at the end), PostgreSQL, openssl,
and haproxy, etcd and Patroni: from the PATH, or unpacked under --alat (`usr/sbin/haproxy`, `usr/bin/etcd`, `py/patroni`).
Bounded in time (--detik, some two minutes) and number. Prints a markdown table; exit 1 if a figure is outside its bound.
One etcd and one HAProxy stand for what is three and two in earnest: their own loss is not rehearsed here."""

import argparse, atexit, http.client, json, os, pathlib, random, re, shutil, signal, subprocess, sys, tempfile, threading, time, uuid

import basis_tls, pekerjaan, penerima, susunan

p = argparse.ArgumentParser()
p.add_argument("--biner", default="target/release/prima")
p.add_argument("--siapkan", default="target/release/examples/antrean")
p.add_argument("--alat", default="")
p.add_argument("--pg", default="/usr/lib/postgresql/15/bin")
p.add_argument("--detik", type=int, default=150, help="length of the load")
p.add_argument("--orang", type=int, default=24, help="people at the same time")
p.add_argument("--surel", type=int, default=400, help="mails put into the queue over the run")
p.add_argument("--kait", type=int, default=400, help="webhooks put into the queue over the run")
p.add_argument("--pool", default="", choices=["", "session", "transaction"], help="through PgBouncer, in this mode")
p.add_argument("--simpan", default="", help="keep logs in this folder")
a = p.parse_args()
if os.geteuid() != 0:
    sys.exit("root is needed for network namespaces")
alat = pathlib.Path(a.alat).resolve() if a.alat else None
biner, siapkan = pathlib.Path(a.biner).resolve(), pathlib.Path(a.siapkan).resolve()
kerja = pathlib.Path(a.simpan or tempfile.mkdtemp(prefix="prima-gagal-alih-"))
kerja.mkdir(exist_ok=True)
kerja.chmod(0o755)
BR, NET = "prima-br", "10.77.0"
MESIN = {"lb": 10, "pg1": 21, "pg2": 22, "n1": 31, "n2": 32, "n3": 33}
ip = lambda m: f"{NET}.{MESIN[m]}"


def cari(nama, *tempat):
    for t in tempat:
        if alat and (alat / t).exists():
            return str(alat / t)
    return shutil.which(nama) or sys.exit(f"{nama} is missing")


HAPROXY = cari("haproxy", "usr/sbin/haproxy", "root/usr/sbin/haproxy")
ETCD = cari("etcd", "usr/bin/etcd", "root/usr/bin/etcd")
LIB = ":".join(str(d) for d in (alat.glob("**/x86_64-linux-gnu") if alat else []))
PATRONI = ["/usr/bin/python3", "-m", "patroni"] if alat and (alat / "py").exists() else [cari("patroni")]
PGBOUNCER = [cari("pgbouncer", "usr/sbin/pgbouncer")] if a.pool else []
sh = lambda *c, **k: subprocess.run(c, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **k)
anak = {}


def bersih():
    for pr in anak.values():
        if pr.poll() is None:
            os.killpg(pr.pid, signal.SIGKILL)
            pr.wait()
    for m in MESIN:
        # What a namespace still runs (a PostgreSQL started by Patroni is in a session of its own).
        for pid in subprocess.run(["ip", "netns", "pids", f"prima-{m}"], capture_output=True, text=True).stdout.split():
            try:
                os.kill(int(pid), signal.SIGKILL)
            except ProcessLookupError:
                pass
        subprocess.run(["ip", "link", "del", f"pv-{m}"], stderr=subprocess.DEVNULL)
        subprocess.run(["ip", "netns", "del", f"prima-{m}"], stderr=subprocess.DEVNULL)
    subprocess.run(["ip", "link", "del", BR], stderr=subprocess.DEVNULL)
    if not a.simpan:
        shutil.rmtree(kerja, ignore_errors=True)


atexit.register(bersih)
signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
sh("ip", "link", "add", BR, "type", "bridge")
sh("ip", "addr", "add", f"{NET}.1/24", "dev", BR)
sh("ip", "link", "set", BR, "up")
for m in MESIN:
    ns = f"prima-{m}"
    sh("ip", "netns", "add", ns)
    sh("ip", "link", "add", f"pv-{m}", "type", "veth", "peer", "name", "eth0", "netns", ns)
    sh("ip", "link", "set", f"pv-{m}", "master", BR, "up")
    sh("ip", "netns", "exec", ns, "ip", "addr", "add", f"{ip(m)}/24", "dev", "eth0")
    for d in ("lo", "eth0"):
        sh("ip", "netns", "exec", ns, "ip", "link", "set", d, "up")


def jalan(nama, mesin, *perintah, pengguna=None, env=None):
    catatan = open(kerja / f"{nama}.log", "ab")
    awalan = ["setpriv", f"--reuid={pengguna}", f"--regid={pengguna}", "--clear-groups"] if pengguna else []
    anak[nama] = subprocess.Popen(
        ["ip", "netns", "exec", f"prima-{mesin}", *awalan, *perintah],
        stdin=subprocess.DEVNULL, stdout=catatan, stderr=catatan, start_new_session=True, env={**os.environ, **(env or {})}, cwd=kerja,
    )


def tunggu(apa, syarat, detik=60):
    akhir = time.monotonic() + detik
    while time.monotonic() < akhir:
        try:
            if syarat():
                return
        except (OSError, http.client.HTTPException):
            pass
        time.sleep(0.2)
    sys.exit(f"{apa}: not within {detik} s; logs in {kerja} (use --simpan)")


def http_status(inang, porta, jalur, batas=2):
    c = http.client.HTTPConnection(inang, porta, timeout=batas)
    c.request("GET", jalur)
    return c.getresponse().status


# --- TLS, role and database ---------------------------------------------------------------------------
lapis = basis_tls.Lapis(kerja / "tls")
shutil.copy(basis_tls.CONTOH / "basis-baru.sh", kerja)
(kerja / "basis-baru.sh").chmod(0o755)
(kerja / "sandi").write_text("prima\n")

# --- PostgreSQL with Patroni -------------------------------------------------------------------------
jalan("etcd", "lb", ETCD, "--data-dir", str(kerja / "etcd"), "--listen-client-urls", f"http://{ip('lb')}:2379",
      "--advertise-client-urls", f"http://{ip('lb')}:2379", "--listen-peer-urls", "http://127.0.0.1:2380", env={"ETCD_UNSUPPORTED_ARCH": ""})
tunggu("etcd", lambda: http_status(ip("lb"), 2379, "/health") == 200)


def patroni(m):
    jalan(f"patroni-{m}", m, *PATRONI, str(kerja / f"{m}.yml"), pengguna="postgres",
          env={"PYTHONPATH": str(alat / "py") if alat else "", "HOME": str(kerja / m), "PATH": f"{a.pg}:{os.environ['PATH']}",
               "BERKAS_SANDI": str(kerja / "sandi")})


for m in ("pg1", "pg2"):
    d = kerja / m
    d.mkdir()
    shutil.chown(d, "postgres", "postgres")
    # Whoever asks comes by the address of HAProxy, which passes the bytes on.
    lapis.sertifikat(m, ip(m), ip("lb"))
    (kerja / f"{m}.yml").write_text(susunan.patroni(m, ip, NET, d, a.pg, lapis, kerja / "basis-baru.sh"))
patroni("pg1")
tunggu("the first primary", lambda: http_status(ip("pg1"), 8008, "/primary") == 200)
patroni("pg2")
tunggu("the synchronous standby", lambda: http_status(ip("pg2"), 8008, "/sync") == 200, 90)

# --- HAProxy ----------------------------------------------------------------------------------------
(kerja / "haproxy.cfg").write_text(susunan.haproxy(ip))
jalan("haproxy", "lb", HAPROXY, "-db", "-f", str(kerja / "haproxy.cfg"), env={"LD_LIBRARY_PATH": LIB})
psql = lambda sql, m="lb": subprocess.run(
    [f"{a.pg}/psql", "-XAtq", "-v", "ON_ERROR_STOP=1", f"postgres://postgres:postgres@{ip(m)}:5432/prima?connect_timeout=3&{lapis.lewat}", "-c", sql],
    capture_output=True, text=True, timeout=40)
tunggu("the way to the primary", lambda: psql("SELECT 1").returncode == 0)
polos = subprocess.run([f"{a.pg}/psql", "-XAtqc", "SELECT 1", f"postgres://prima:prima@{ip('lb')}:5432/prima?sslmode=disable"], capture_output=True)
if polos.returncode == 0:
    sys.exit("the database answers without TLS")

# --- PgBouncer, as in deploy/skala/pgbouncer.ini ------------------------------------------------------------
PORTA_BASIS = 6432 if a.pool else 5432
if a.pool:
    (kerja / "userlist.txt").write_text('"prima" "prima"\n')
    (kerja / "pgbouncer.ini").write_text(susunan.pgbouncer(ip, lapis, a.pool, kerja / "userlist.txt"))
    jalan("pgbouncer", "lb", *PGBOUNCER, str(kerja / "pgbouncer.ini"), pengguna="postgres", env={"LD_LIBRARY_PATH": LIB})
    tunggu("PgBouncer", lambda: subprocess.run(
        [f"{a.pg}/psql", "-XAtqc", "SELECT 1", f"postgres://prima@{ip('lb')}:6432/prima?connect_timeout=2"], capture_output=True).returncode == 0)

# --- Receivers of mails and webhooks ----------------------------------------------------------------
surat, kabar = penerima.mulai(f"{NET}.1", surat=2525, kait=2526)

# --- Nodes ----------------------------------------------------------------------------------------------
URL = f"postgres://prima:prima@{ip('lb')}:{PORTA_BASIS}/prima" + ("" if a.pool else f"?{lapis.lewat}")
n1 = kerja / "n1"
sedia = json.loads(subprocess.run([biner, "simulate", "--units", "2", "--skm-responses", "20", "--seed", "1", "--data", n1, "--database", URL], check=True, capture_output=True, text=True).stdout)
balai = json.loads(subprocess.run([siapkan, n1, URL], check=True, capture_output=True, text=True).stdout)
for m in ("n2", "n3"):
    (kerja / m).mkdir(mode=0o700)
    shutil.copy(n1 / "instalasi.kunci", kerja / m)  # no shared folder: only the key is the same


def node(m):
    jalan(f"prima-{m}", m, str(biner), "serve", "--listen", f"{ip(m)}:8080", "--data", str(kerja / m), "--database", URL, env={
        "PRIMA_LAJU": "false", "PRIMA_ANTREAN_PER_JAM": "0", "PRIMA_SURVEI_PER_JAM": "0", "PRIMA_SURVEI_PER_MENIT": "0", "RUST_LOG": "info,sqlx=warn",
        "PRIMA_SAMBUNGAN_PER_ALAMAT": "0", "PRIMA_PROKSI_TEPERCAYA": f'["{NET}.0/24"]', "PRIMA_ALAMAT": f"http://{ip('lb')}:8080",
        "PRIMA_SURAT__CARA": "smtp", "PRIMA_SURAT__SERVER": f"{NET}.1", "PRIMA_SURAT__PORT": "2525", "PRIMA_SURAT__TLS": "tanpa",
        "PRIMA_KAIT__JARINGAN": f'["{NET}.0/24"]',
    })


for m in ("n1", "n2", "n3"):
    node(m)
    tunggu(m, lambda: http_status(ip(m), 8080, "/readyz") == 200)
tunggu("the way to the nodes", lambda: http_status(ip("lb"), 8080, "/healthz") == 200)

# --- Load -----------------------------------------------------------------------------------------------
MULAI = time.monotonic()
AKHIR = MULAI + a.detik
jawaban, tiket, berhasil, gagal = [], [], [], []


def minta(metode, jalur, isi=None):
    c = http.client.HTTPConnection(ip("lb"), 8080, timeout=35)
    kepala = {"Sec-Fetch-Site": "same-origin", "Accept-Language": "id"}
    if isi is not None:
        kepala["Content-Type"] = "application/x-www-form-urlencoded"
    try:
        c.request(metode, jalur, body=isi, headers=kepala)
        r = c.getresponse()
        return r.status, r.getheader("location") or "", r.read().decode("utf8", "replace")
    finally:
        c.close()


def sampai(jalur, isi):
    """The same write, with the same id, until it is acknowledged; how many tries it took."""
    coba = 0
    while True:
        coba += 1
        try:
            s, ke, teks = minta("POST", jalur, isi)
            if s == 303:
                berhasil.append(time.monotonic())
                return ke
            gagal.append((time.monotonic(), s))
            if s < 500 and s != 429:
                return None
        except (OSError, http.client.HTTPException) as e:
            gagal.append((time.monotonic(), type(e).__name__))
        if time.monotonic() > AKHIR + 60:
            return None
        time.sleep(0.3)


def formulir():
    for _ in range(200):
        try:
            s, _, h = minta("GET", f"/skm/{sedia['skm_token']}")
            f = next((x for x in h.split("<form") if 'name="stempel"' in x), None)
            if s == 200 and f:
                medan = {}
                for t in re.findall(r"<input[^>]*type=\"radio\"[^>]*>", f):
                    nilai = re.search(r' value="([^"]+)"', t)  # one without a value is "not answered"
                    if nilai:
                        medan.setdefault(re.search(r' name="([^"]+)"', t)[1], []).append(nilai[1])
                for n, opsi in re.findall(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', f, re.S):
                    medan[n] = [v for v in re.findall(r'value="([^"]+)"', opsi)]
                return re.search(r' action="([^"]+)"', f)[1], re.search(r'name="stempel" value="([^"]+)"', f)[1], medan
        except (OSError, http.client.HTTPException):
            pass
        time.sleep(0.3)
    raise RuntimeError("no form")


def warga(n):
    acak = random.Random(n)
    while time.monotonic() < AKHIR:
        if n % 2:
            op = str(uuid.UUID(int=acak.getrandbits(128), version=4))
            ke = sampai(f"/antre/{balai['mpp']}/{acak.choice(balai['penempatan'])}", f"op={op}")
            if ke:
                tiket.append((op, ke.rsplit("/", 1)[-1]))
        else:
            ke, stempel, medan = formulir()
            time.sleep(3.2)  # the form takes no answer sooner than a person can give it
            for _ in range(10):
                idn = str(uuid.UUID(int=acak.getrandbits(128), version=4))
                isi = "&".join([f"id={idn}", f"stempel={stempel}", "bahasa=id", *(f"{k}={acak.choice(v)}" for k, v in medan.items() if v)])
                if sampai(ke, isi):
                    jawaban.append(idn)
                if time.monotonic() > AKHIR:
                    break
        time.sleep(0.02)


nama_dari = lambda *apa: uuid.uuid5(uuid.NAMESPACE_URL, f"{MULAI}{apa}")
KAIT = nama_dari("kait")


def antre(banyak, satu):
    """Puts so many jobs into the queue over the run, each in one statement that is repeated until it is acknowledged."""
    for n in range(banyak):
        while (r := psql(satu(n))).returncode != 0:
            print(f"{time.monotonic() - MULAI:6.1f} s  psql: {r.stderr.strip()[:120]}", file=sys.stderr)
            time.sleep(0.5)
        time.sleep(max(0, a.detik - 30) / banyak)


def satu_surat(n):
    isi = json.dumps({"kepada": f"m{n}@uji.example", "judul": "J", "isi": "I"})
    return pekerjaan.surat(n1, nama_dari("surel", n), isi)


def satu_kait(n):
    isi = json.dumps({"type": "uji", "timestamp": "", "data": {"nomor": n}})
    return pekerjaan.kait(n1, nama_dari("kait", n), nama_dari("kirim", n), KAIT, isi)


kejadian = []


def kejutan(nama, kerjakan):
    t = time.monotonic()
    kerjakan()
    kejadian.append((nama, t))
    print(f"{t - MULAI:6.1f} s  {nama}", file=sys.stderr, flush=True)


dibunuh = set()


def penjaga():
    """As systemd with Restart=always: a node that ends by itself, because the database was away at its start, is started again."""
    while True:
        time.sleep(1)
        for m in ("n1", "n2", "n3"):
            if m not in dibunuh and anak[f"prima-{m}"].poll() is not None:
                node(m)


def bunuh(nama):
    dibunuh.add(nama.removeprefix("prima-"))
    os.killpg(anak[nama].pid, signal.SIGKILL)
    anak[nama].wait()


def bunuh_mesin(m):
    for pid in subprocess.run(["ip", "netns", "pids", f"prima-{m}"], capture_output=True, text=True).stdout.split():
        try:
            os.kill(int(pid), signal.SIGKILL)
        except ProcessLookupError:
            pass


hubung = lambda m, k: sh("ip", "link", "set", f"pv-{m}", k)
orang = [threading.Thread(target=warga, args=(n,), daemon=True) for n in range(a.orang)]
r = psql(f"INSERT INTO kait (id, nama, alamat, pada, oleh) VALUES ('{KAIT}', 'uji', 'http://{NET}.1:2526/', 1, (SELECT id FROM akun ORDER BY id LIMIT 1))")
if r.returncode != 0:
    sys.exit(r.stderr)
orang += [threading.Thread(target=antre, args=x, daemon=True) for x in ((a.surel, satu_surat), (a.kait, satu_kait))]
threading.Thread(target=penjaga, daemon=True).start()
for t in orang:
    t.start()
satu = a.detik / 10
tidur = lambda sampai_: time.sleep(max(0, MULAI + sampai_ - time.monotonic()))
tidur(satu)
kejutan("node n1 killed (SIGKILL)", lambda: bunuh("prima-n1"))
tidur(1.5 * satu)
node("n1")
dibunuh.clear()
tidur(2.2 * satu)
kejutan("primary pg1 killed (database and Patroni, SIGKILL)", lambda: bunuh_mesin("pg1"))
tidur(5 * satu)
patroni("pg1")
tunggu("pg1 back as synchronous standby", lambda: http_status(ip("pg1"), 8008, "/sync") == 200, 90)
tidur(6 * satu)
kejutan("node n2 cut off from the network", lambda: hubung("n2", "down"))
tidur(7 * satu)
hubung("n2", "up")
kejutan("primary pg2 cut off from the network", lambda: hubung("pg2", "down"))
tidur(9.5 * satu)
hubung("pg2", "up")
for t in orang:
    t.join(timeout=a.detik + 120)
# What was under way with a node that was killed waits for its lease, five minutes.
tunggu("all mails and webhooks", lambda: psql("SELECT count(*) FROM pekerjaan WHERE jenis IN ('surel', 'kait')").stdout.strip() == "0", 420)

# --- What is left ----------------------------------------------------------------------------------------
ada = lambda sql: set(psql(sql).stdout.split())
punya_j, punya_t = ada("SELECT id FROM jawaban"), ada("SELECT op FROM tiket")
nomor_ganda = psql("SELECT count(*) FROM (SELECT 1 FROM tiket GROUP BY di_gerai, layanan_id, tanggal, urut HAVING count(*) > 1) x").stdout.strip()
hilang_j, hilang_t = [j for j in jawaban if j not in punya_j], [t for t, _ in tiket if t not in punya_t]
periksa = subprocess.run([biner, "check", "--data", n1, "--database", URL], capture_output=True, text=True)
baris = []
catat = lambda nama, ukur, batas, sah: baris.append((nama, ukur, batas, sah))
berhasil.sort()
for nama, t in kejadian:
    akhir = min([k for _, k in kejadian if k > t] + [AKHIR])
    # Longest time without any acknowledged write after the event, and until they come as densely as before.
    titik = [t] + [b for b in berhasil if t <= b <= akhir]
    jeda = max((y - x for x, y in zip(titik, titik[1:])), default=akhir - t)
    galat = sum(1 for g, _ in gagal if t <= g <= akhir)
    catat(nama, f"longest pause {jeda:.1f} s, {galat} tries refused and repeated", "< 30 s", jeda < 30 and len(titik) > 1)
catat("acknowledged numbers not found", f"{len(hilang_t)} of {len(tiket)}", "0", not hilang_t and len(tiket) > 0)
catat("acknowledged survey answers not found", f"{len(hilang_j)} of {len(jawaban)}", "0", not hilang_j and len(jawaban) > 0)
catat("queue numbers given twice", nomor_ganda, "0", nomor_ganda == "0")
for b in (*penerima.baris("mails", a.surel, surat), *penerima.baris("webhooks", a.kait, kabar)):
    catat(*b)
for n, v in ((n, v) for kotak in (surat, kabar) for n, v in kotak.items() if len(v) > 1):
    print(f"twice: {n}: " + ", ".join(f"{t - MULAI:.1f} s from {d} as {nama}" for t, d, nama in v), file=sys.stderr)
akhir_kait = psql("SELECT akhir, count(*) FROM kait_akhir GROUP BY akhir ORDER BY akhir").stdout.split()
catat("webhooks recorded as arrived", " ".join(akhir_kait), f"sampai|{a.kait}", akhir_kait == [f"sampai|{a.kait}"])
catat("`prima check` afterwards", "ok" if periksa.returncode == 0 else periksa.stdout[-600:], "ok", periksa.returncode == 0)
print(f"| event or figure ({len(berhasil)} acknowledged writes in {a.detik} s, {a.orang} people, 3 nodes, ttl 20 s{', PgBouncer by ' + a.pool if a.pool else ''}) | measured | bound | holds |\n|---|---|---|---|")
for b in baris:
    print(f"| {b[0]} | {b[1]} | {b[2]} | {'yes' if b[3] else 'NO'} |")
sys.exit(0 if all(b[3] for b in baris) else 1)
