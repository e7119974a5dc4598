#!/usr/bin/env python3
"""Do the tests of the pure crates notice a wrong rule? Changes one place of a crate's source at a time, in a copy of the tree, runs that crate's
tests, and names the changes that none of them noticed. The same seed makes the same changes. The tree it is started in is never touched.

    python3 bench/mutasi.py pecahan pekppp skm layanan --banyak 60
"""

import argparse, os, pathlib, random, re, shutil, signal, subprocess, sys, tempfile, time

# (what it is, pattern, replacement). Operators stand between blanks, as rustfmt writes them, so generics and lifetimes are left alone.
UBAHAN = [
    ("comparison", r" (<=) ", "<"), ("comparison", r" (<) ", "<="), ("comparison", r" (>=) ", ">"), ("comparison", r" (>) ", ">="),
    ("comparison", r" (==) ", "!="), ("comparison", r" (!=) ", "=="),
    ("arithmetic", r" (\+) ", "-"), ("arithmetic", r" (-) ", "+"), ("arithmetic", r" (\*) ", "+"), ("arithmetic", r" (/) ", "*"),
    ("arithmetic", r" (%) ", "/"), ("arithmetic", r" (\+=) ", "-="), ("arithmetic", r" (-=) ", "+="),
    ("logic", r" (&&) ", "||"), ("logic", r" (\|\|) ", "&&"), ("logic", r"\b(true)\b", "false"), ("logic", r"\b(false)\b", "true"),
    ("logic", r"[ (](!)[a-z(]", ""), ("logic", r"\.(is_some)\(", "is_none"), ("logic", r"\.(is_none)\(", "is_some"),
    ("logic", r"\.(any)\(", "all"), ("logic", r"\.(all)\(", "any"),
    ("constant", r"(?<![\w.])(\d[\d_]*)(?![\w.]*\w)", None),
    ("bound", r"\.(min)\(", "max"), ("bound", r"\.(max)\(", "min"), ("bound", r"(\.\.=)", ".."),
    ("bound", r"\.(div_euclid)\(", "rem_euclid"), ("bound", r"\.(saturating_sub)\(", "saturating_add"),
    ("guard", r"^\s*(?:\} else )?if (?!let\b)([^{}]+) \{$", "false"),
    ("early return", r"^\s*(return [^;{}]+;)$", ""),
]
# Characters that are no code: comments, texts, attributes. A lifetime is no character.
BUKAN_KODE = re.compile(r"""//[^\n]*|/\*.*?\*/|r(#+)".*?"\1|r"[^"]*"|b?"(?:\\.|[^"\\])*"|b?'(?:\\[^']+|[^'\\])'|^\s*#!?\[[^\n]*\]\s*$""", re.S | re.M)


def topeng(teks):
    """The text with everything blanked that is no code of the program: places stay where they are."""
    kosong = lambda m: re.sub(r"[^\n]", "\0", m[0])
    uji = teks.find("#[cfg(test)]\nmod ")
    return BUKAN_KODE.sub(kosong, teks if uji < 0 else teks[:uji])


def tempat(akar, crate):
    """Every place that could be changed: kind, file, from, to, new text."""
    semua = []
    for jalur in sorted((akar / "crates" / crate / "src").rglob("*.rs")):
        awal = 0
        for baris in topeng(jalur.read_text()).splitlines(keepends=True):
            if not re.match(r"\s*(pub(\(\w+\))? )?(use|mod|type) ", baris):
                for jenis, pola, ganti in UBAHAN:
                    for m in re.finditer(pola, baris.rstrip("\n")):
                        lama = m[1].replace("_", "")
                        baru = ganti if ganti is not None else str(int(lama) + 1) if len(lama) < 19 else None
                        if baru is not None and "\0" not in m[1]:
                            semua.append((jenis, jalur, awal + m.start(1), awal + m.end(1), baru))
            awal += len(baris)
    return semua


def urutan(semua, benih):
    """All of them at random, the kinds by turns, so that a crate full of numbers is not asked about numbers only."""
    acak, per_jenis = random.Random(benih), {}
    for t in semua:
        per_jenis.setdefault(t[0], []).append(t)
    for isi in per_jenis.values():
        acak.shuffle(isi)
    while any(per_jenis.values()):
        for jenis in sorted(per_jenis):
            if per_jenis[jenis]:
                yield per_jenis[jenis].pop()


class Kerja:
    def __init__(self, akar, bangun, paralel, kasus):
        self.akar = akar
        self.env = dict(os.environ, CARGO_TARGET_DIR=str(bangun), CARGO_BUILD_JOBS=str(paralel), CARGO_NET_OFFLINE="true", RUST_BACKTRACE="0",
                        RUSTFLAGS="--cap-lints allow", CARGO_INCREMENTAL="1", PROPTEST_FAILURE_PERSISTENCE="off")
        if kasus:
            self.env["PROPTEST_CASES"] = str(kasus)

    def cargo(self, *argumen, batas):
        """Exit code; None after `batas` seconds, when all of it is ended."""
        p = subprocess.Popen(["cargo", "test", "-q", "--tests", *argumen], cwd=self.akar, env=self.env, start_new_session=True,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            return p.wait(batas)
        except subprocess.TimeoutExpired:
            os.killpg(p.pid, signal.SIGKILL)
            p.wait()
            return None

    def nasib(self, crate, batas):
        if self.cargo("-p", crate, "--no-run", batas=600) != 0:
            return "not compiled"
        kode = self.cargo("-p", crate, batas=batas)
        return "hung" if kode is None else "noticed" if kode else "survived"


def baris_dari(teks, di):
    awal = teks.rfind("\n", 0, di) + 1
    akhir = teks.find("\n", di)
    return teks.count("\n", 0, di) + 1, teks[awal:akhir if akhir >= 0 else None].strip()


def sebut(akar, t):
    """A change in one line, the same in every run."""
    jenis, jalur, dari, sampai, baru = t
    asli = jalur.read_text()
    nomor, baris = baris_dari(asli, dari)
    return f"{jalur.relative_to(akar)}:{nomor} {jenis} `{asli[dari:sampai]}` -> `{baru}` in: {baris}"


def satu_crate(kerja, crate, a):
    mulai = time.monotonic()
    if kerja.cargo("-p", crate, "--no-run", batas=1800) != 0 or kerja.cargo("-p", crate, batas=1800) != 0:
        sys.exit(f"{crate}: the tests fail without any change")
    t = time.monotonic()
    kerja.cargo("-p", crate, batas=1800)
    batas = 20 + 5 * (time.monotonic() - t)
    semua, hitung = tempat(kerja.akar, crate), {}
    if a.ulang:
        dulu = a.ulang.read_text()
        semua = [t for t in semua if f": {sebut(kerja.akar, t)}\n" in dulu]
    for jenis, jalur, dari, sampai, baru in urutan(semua, a.benih):
        jumlah = sum(n for nasib, n in hitung.items() if nasib != "not compiled")
        if jumlah >= a.banyak or time.monotonic() - mulai > a.menit * 60:
            break
        asli = jalur.read_text()
        try:
            jalur.write_text(asli[:dari] + baru + asli[sampai:])
            nasib = kerja.nasib(crate, batas)
        finally:
            jalur.write_text(asli)
        hitung[nasib] = hitung.get(nasib, 0) + 1
        if nasib in ("survived", "hung"):
            print(f"{nasib}: {sebut(kerja.akar, (jenis, jalur, dari, sampai, baru))}", flush=True)
    jumlah = sum(n for nasib, n in hitung.items() if nasib != "not compiled")
    rinci = ", ".join(f"{n} {nasib}" for nasib, n in sorted(hitung.items()))
    print(f"{crate}: {jumlah} of {len(semua)} places changed: {rinci} ({time.monotonic() - mulai:.0f} s)", flush=True)
    return hitung.get("survived", 0)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("crate", nargs="+")
    p.add_argument("--banyak", type=int, default=60, help="changes for each crate, not counting those that do not compile")
    p.add_argument("--benih", type=int, default=1, help="seed")
    p.add_argument("--menit", type=float, default=30, help="no further change of a crate after so many minutes")
    p.add_argument("--bangun", type=pathlib.Path, help="build folder that is kept; otherwise a temporary one")
    p.add_argument("--paralel", type=int, default=os.cpu_count() or 1, help="compilers at once")
    p.add_argument("--kasus", type=int, default=0, help="cases of each property test; otherwise as many as it says itself")
    p.add_argument("--ulang", type=pathlib.Path, help="only the changes that this output of an earlier run names")
    p.add_argument("--daftar", action="store_true", help="only say how many places there are, and of which kind")
    a = p.parse_args()
    sumber = pathlib.Path(subprocess.check_output(["git", "rev-parse", "--show-toplevel"], text=True).strip())
    if a.daftar:
        for crate in a.crate:
            jenis = [t[0] for t in tempat(sumber, crate)]
            print(f"{crate}: " + ", ".join(f"{jenis.count(j)} {j}" for j in sorted(set(jenis))))
        return
    with tempfile.TemporaryDirectory(prefix="mutasi-") as folder:
        akar = pathlib.Path(folder) / "pohon"
        for nama in subprocess.check_output(["git", "ls-files", "-z"], cwd=sumber, text=True).split("\0"):
            if nama and (sumber / nama).is_file():
                (akar / nama).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(sumber / nama, akar / nama)
        kerja = Kerja(akar, (a.bangun or pathlib.Path(folder) / "bangun").absolute(), a.paralel, a.kasus)
        selamat = sum(satu_crate(kerja, crate, a) for crate in a.crate)
    sys.exit(1 if selamat else 0)


if __name__ == "__main__":
    main()
