"""Client of the Prima API, version @VERSI@. Made by buat.py from the OpenAPI document; do not edit.

    p = Prima("https://prima.kab.go.id")
    for t in p.semua(p.daftarPeriode, "periode"):
        print(t["nama"])

Standard library only (Python 3.10 or newer). Faults are raised as Masalah, with the key of the problem document in `galat`.
"""

import base64
import hashlib
import hmac
import json
import time
import urllib.error
import urllib.parse
import urllib.request


class Masalah(Exception):
    """A problem document (RFC 9457)."""

    def __init__(self, status: int, isi: dict):
        super().__init__(f"{status} {isi.get('galat', '')}: {isi.get('detail', '')}")
        self.status = status
        self.galat = isi.get("galat", "")
        self.isi = isi


def aman(teks: str) -> str:
    """A part of a path."""
    return urllib.parse.quote(str(teks), safe="")


def kabar_sah(rahasia: str, kepala: dict, badan: bytes, *, kini: float | None = None, toleransi: int = 300) -> bool:
    """Whether a webhook is from the installation that gave this secret (Standard Webhooks). Names of headers in lower case."""
    waktu = kepala.get("webhook-timestamp", "")
    if not waktu.isdigit() or abs((time.time() if kini is None else kini) - int(waktu)) > toleransi:
        return False
    kunci = base64.b64decode(rahasia.removeprefix("whsec_"))
    pesan = f"{kepala.get('webhook-id', '')}.{waktu}.".encode() + badan
    benar = "v1," + base64.b64encode(hmac.new(kunci, pesan, hashlib.sha256).digest()).decode()
    return any(hmac.compare_digest(benar.encode(), t.encode()) for t in kepala.get("webhook-signature", "").split())


class Dasar:
    """What all operations share."""

    def __init__(self, alamat: str, token: str | None = None, *, batas_waktu: float = 30.0, coba: int = 3):
        self.alamat = alamat.rstrip("/")
        self.token = token
        self.batas_waktu = batas_waktu
        self.coba = coba
        self._tersimpan: dict = {}

    def panggil(self, cara, jalur, kueri, badan=None, jenis=None, kunci_ulang=None):
        """One call; what was read before and did not change comes from memory. Waits when the installation says so."""
        isi = {k: str(v).lower() if isinstance(v, bool) else v for k, v in kueri.items() if v is not None}
        alamat = self.alamat + jalur + ("?" + urllib.parse.urlencode(isi) if isi else "")
        kepala = {"Accept": "application/json"}
        if self.token:
            kepala["Authorization"] = f"Bearer {self.token}"
        if kunci_ulang:
            kepala["Idempotency-Key"] = kunci_ulang
        if jenis:
            kepala["Content-Type"] = jenis
            badan = badan if isinstance(badan, bytes) else json.dumps(badan).encode()
        if cara == "GET" and alamat in self._tersimpan:
            kepala["If-None-Match"] = self._tersimpan[alamat][0]
        for ke in range(self.coba):
            permintaan = urllib.request.Request(alamat, data=badan, headers=kepala, method=cara)
            try:
                with urllib.request.urlopen(permintaan, timeout=self.batas_waktu) as r:
                    hasil = json.load(r)
                    if cara == "GET" and r.headers.get("ETag"):
                        self._tersimpan[alamat] = (r.headers["ETag"], hasil)
                    return hasil
            except urllib.error.HTTPError as e:
                with e:
                    if e.code == 304:
                        return self._tersimpan[alamat][1]
                    tunggu = e.headers.get("Retry-After", "")
                    if e.code in (409, 429, 503) and tunggu.isdigit() and ke + 1 < self.coba:
                        time.sleep(min(int(tunggu), 120))
                        continue
                    raise Masalah(e.code, _isi(e)) from None

    def semua(self, operasi, medan: str, **kueri):
        """Everything in a list, page by page: p.semua(p.daftarLayanan, "layanan", cari="akta")."""
        argumen = kueri.pop("jalur", ())
        while True:
            hasil = operasi(*argumen, **kueri)
            yield from hasil[medan]
            if not hasil.get("berikut"):
                return
            kueri["kursor"] = hasil["berikut"]


def _isi(e) -> dict:
    try:
        return json.loads(e.read())
    except ValueError:
        return {}


class Prima(Dasar):
    """An installation, as one program sees it."""
