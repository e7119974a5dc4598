#!/usr/bin/env python3
"""Tests the client against a running example (`prima demo`): python3 uji.py http://127.0.0.1:8080

Makes the client anew from the document of that installation and compares it with the one that is kept here, then reads with it.
"""

import pathlib
import subprocess
import sys
import time

SINI = pathlib.Path(__file__).parent


def main(alamat):
    baru = subprocess.run([sys.executable, SINI / "buat.py", f"{alamat}/api/v1/openapi.json"], check=True, capture_output=True, text=True).stdout
    tersimpan = SINI / "prima_api.py"
    if "--tulis" in sys.argv:
        tersimpan.write_text(baru, encoding="utf-8")
    assert tersimpan.read_text(encoding="utf-8") == baru, "prima_api.py is not what the document says: run uji.py ALAMAT --tulis"
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(SINI))
    import prima_api

    p = prima_api.Prima(alamat)
    periode = list(p.semua(p.daftarPeriode, "periode", batas=1))
    assert periode and all(t["ilustrasi"] for t in periode), periode
    kode = periode[0]["kode"]
    hasil = list(p.semua(p.hasilPeriode, "hasil", jalur=(kode,), batas=2))
    assert len(hasil) == p.hasilPeriode(kode)["semua"] and len({h["lokus"] for h in hasil}) == len(hasil)
    assert p.satuHasil(kode, hasil[0]["lokus"])["hasil"] == hasil[0]
    layanan = list(p.semua(p.daftarLayanan, "layanan", batas=3))
    assert len(layanan) == p.daftarLayanan(batas=1)["semua"]
    assert p.rincianLayanan(layanan[0]["kode"])["layanan"] == layanan[0]
    mpp = [m for m in p.daftarMpp()["mpp"] if m["kode"]]
    assert p.rincianMpp(mpp[0]["kode"])["mpp"] == mpp[0] and p.kinerjaMpp(mpp[0]["kode"])["mpp"] == mpp[0]["kode"]
    sekali = p.daftarInstansi(batas=5)
    assert p.daftarInstansi(batas=5) is sekali, "unchanged: from memory"
    try:
        p.hasilPeriode("tidak/ada")
        raise AssertionError("no fault")
    except prima_api.Masalah as e:
        assert (e.status, e.galat) == (404, "umum-404-isi"), e
    try:
        prima_api.Prima(alamat, "prima_salah").imporUnit({"unit": []}, jenis="application/json", uji=True, kunci_ulang="uji-1")
        raise AssertionError("no fault")
    except prima_api.Masalah as e:
        assert (e.status, e.galat) == (401, "token-salah"), e
    contoh = {"webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek", "webhook-timestamp": "1614265330",
              "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="}
    sah = lambda badan, kini: prima_api.kabar_sah("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", contoh, badan, kini=kini)
    assert sah(b'{"test": 2432232314}', 1614265400) and not sah(b'{"test": 1}', 1614265400)
    assert not sah(b'{"test": 2432232314}', time.time()), "too old"
    print(f"client: {len(periode)} periods, {len(hasil)} results, {len(layanan)} services")


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
