#!/usr/bin/env python3
"""What it costs that lists of handed-in publications leave out those without proof: a fresh database (SQLite) with many decisions that
nobody took through the program, and /hasil read again and again. The first reading looks at all marks, the next within a minute at none.

    python3 bench/serahan.py [--bin target/release/prima] [--putusan 6500] [--kali 40] [--port 23431]

Bounded; the server listens on loopback and is stopped at the end."""

import argparse, os, sqlite3, statistics, subprocess, tempfile, time, urllib.request, uuid

KUNCI = 550


def isi(berkas, banyak):
    """Decisions by years and owners. Their marks are random: with the key file outside this script none can be made."""
    c = sqlite3.connect(berkas)
    akun = c.execute("SELECT id FROM akun LIMIT 1").fetchone()[0]
    c.execute("INSERT INTO objek (sidik, ukuran, tipe, dibuat) VALUES ('0', 1, 'application/zip', 1)")
    kunci = [uuid.uuid4().bytes for _ in range(KUNCI)]
    c.executemany("INSERT INTO kunci_instalasi (id, nama, kunci, publik, dari, catatan, pada, oleh) VALUES (?, ?, ?, ?, '2026-01-01', '', 1, ?)",
                  [(k, f"Pemda {n} (ILUSTRASI)", f"{n:016x}", os.urandom(32), akun) for n, k in enumerate(kunci)])
    terbit = [(uuid.UUID(int=n + (1 << 120)).bytes, kunci[n % KUNCI], f"64.{n % KUNCI}", f"Kabupaten {n % KUNCI} (ILUSTRASI)", f"p-{n // KUNCI}",
               f"Periode {n // KUNCI}", 2015 + n // KUNCI, os.urandom(32).hex(), akun, os.urandom(64)) for n in range(banyak)]
    c.executemany("INSERT INTO terima_terbitan (id, kunci_id, instansi_kode, instansi, periode_kode, periode, tahun, skema, nomor, ilustrasi, hasil,"
                  " diperingkat, sidik, objek, ukuran, pada, oleh, tanda) VALUES (?, ?, ?, ?, ?, ?, ?, 'mandiri', 1, 1, 0, 0, ?, '0', 1, 1, ?, ?)", terbit)
    c.executemany("INSERT INTO terima_putusan (terima_id, jenis, alasan, pada, oleh, tanda) VALUES (?, 'valid', '', 1, ?, ?)",
                  [(t[0], akun, os.urandom(32)) for t in terbit])
    c.commit()
    c.close()


def minta(url):
    awal = time.perf_counter()
    with urllib.request.urlopen(url, timeout=30) as r:
        r.read()
    return (time.perf_counter() - awal) * 1000


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--bin", default="target/release/prima")
    p.add_argument("--putusan", type=int, default=6500)
    p.add_argument("--kali", type=int, default=40)
    p.add_argument("--port", type=int, default=23431)
    o = p.parse_args()
    with tempfile.TemporaryDirectory(prefix="prima-serahan-") as folder:
        subprocess.run([o.bin, "simulate", "--units", "10", "--skm-responses", "0", "--seed", "1", "--data", folder], check=True, stdout=subprocess.DEVNULL)
        isi(os.path.join(folder, "prima.db"), o.putusan)
        alamat = f"127.0.0.1:{o.port}"
        anak = subprocess.Popen([o.bin, "serve", "--listen", alamat, "--data", folder], env=os.environ | {"PRIMA_LAJU": "false"},
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            for _ in range(200):
                try:
                    minta(f"http://{alamat}/sehat")
                    break
                except OSError:
                    time.sleep(0.1)
            print(f"| page ({o.putusan} decisions) | first, ms | next, median ms | next, worst ms |\n|---|---|---|---|")
            for jalur in ("/hasil", "/hasil?cari=rsud"):
                pertama, lain = minta(f"http://{alamat}{jalur}"), [minta(f"http://{alamat}{jalur}") for _ in range(o.kali)]
                print(f"| `{jalur}` | {pertama:.0f} | {statistics.median(lain):.0f} | {max(lain):.0f} |")
        finally:
            anak.terminate()
            anak.wait(timeout=20)


main()
