"""Client of the Prima API, version 1.1. Made by buat.py from the OpenAPI document; do not edit.

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

    def daftarEdisi(self) -> dict:
        """Instrumen yang dipakai periode yang terbit"""
        return self.panggil('GET', '/api/v1/edisi', {})

    def daftarInstansi(self, *, kursor: str | None = None, batas: int | None = None, cari: str | None = None, kelompok: str | None = None) -> dict:
        """Semua instansi menurut nama

        kursor: Isi `berikut` dari jawaban sebelumnya; kosong: dari awal
        batas: Banyaknya yang diberikan, 1 sampai 1000, bawaan 100
        cari: Bagian dari nama
        kelompok: Hanya kelompok ini"""
        return self.panggil('GET', '/api/v1/instansi', {'kursor': kursor, 'batas': batas, 'cari': cari, 'kelompok': kelompok})

    def rincianInstansi(self, kode: str) -> dict:
        """Satu instansi dengan hasil dan kutipannya"""
        return self.panggil('GET', f"/api/v1/instansi/{aman(kode)}", {})

    def unitInstansi(self, kode: str, *, kursor: str | None = None, batas: int | None = None) -> dict:
        """Unit satu instansi

        kursor: Isi `berikut` dari jawaban sebelumnya; kosong: dari awal
        batas: Banyaknya yang diberikan, 1 sampai 1000, bawaan 100"""
        return self.panggil('GET', f"/api/v1/instansi/{aman(kode)}/unit", {'kursor': kursor, 'batas': batas})

    def daftarKunci(self) -> dict:
        """Kunci untuk memeriksa berkas, dalam bentuk yang dibaca prima verify --keys"""
        return self.panggil('GET', '/api/v1/kunci', {})

    def daftarLayanan(self, *, kursor: str | None = None, batas: int | None = None, cari: str | None = None, unit: str | None = None) -> dict:
        """Layanan yang standarnya berlaku, menurut nama

        kursor: Isi `berikut` dari jawaban sebelumnya; kosong: dari awal
        batas: Banyaknya yang diberikan, 1 sampai 1000, bawaan 100
        cari: Bagian dari nama
        unit: Kode unit penyelenggara"""
        return self.panggil('GET', '/api/v1/layanan', {'kursor': kursor, 'batas': batas, 'cari': cari, 'unit': unit})

    def rincianLayanan(self, kode: str) -> dict:
        """Satu layanan dengan standar pelayanannya"""
        return self.panggil('GET', f"/api/v1/layanan/{aman(kode)}", {})

    def daftarMpp(self, *, kursor: str | None = None, batas: int | None = None) -> dict:
        """Mal Pelayanan Publik menurut wilayah

        kursor: Isi `berikut` dari jawaban sebelumnya; kosong: dari awal
        batas: Banyaknya yang diberikan, 1 sampai 1000, bawaan 100"""
        return self.panggil('GET', '/api/v1/mpp', {'kursor': kursor, 'batas': batas})

    def rincianMpp(self, kode: str) -> dict:
        """Satu mal dengan jam buka, gerai, dan layanannya"""
        return self.panggil('GET', f"/api/v1/mpp/{aman(kode)}", {})

    def antreanMpp(self, kode: str) -> dict:
        """Antrean tiap gerai sekarang, seperti di papan"""
        return self.panggil('GET', f"/api/v1/mpp/{aman(kode)}/antrean", {})

    def kinerjaMpp(self, kode: str, *, dari: str | None = None, sampai: str | None = None) -> dict:
        """Laporan kinerja; tanpa tanggal: bulan berjalan

        dari: Hari pertama
        sampai: Hari terakhir, paling banyak dua tahun sesudahnya"""
        return self.panggil('GET', f"/api/v1/mpp/{aman(kode)}/kinerja", {'dari': dari, 'sampai': sampai})

    def laporTenan(self, kode: str, tenan: str, badan, *, kunci_ulang: str | None = None) -> dict:
        """Organisasi di MPP dengan sistem sendiri melaporkan daftar layanan dan nomor antreannya; jawabannya fitur yang terbukti dan tingkat sambungan"""
        return self.panggil('POST', f"/api/v1/mpp/{aman(kode)}/tenan/{aman(tenan)}/fitur", {}, badan=badan, jenis='application/json', kunci_ulang=kunci_ulang)

    def openapi(self) -> dict:
        """Dokumen ini"""
        return self.panggil('GET', '/api/v1/openapi.json', {})

    def daftarPeriode(self, *, kursor: str | None = None, batas: int | None = None) -> dict:
        """Periode yang hasilnya terbit sekarang, terbaru dahulu

        kursor: Isi `berikut` dari jawaban sebelumnya; kosong: dari awal
        batas: Banyaknya yang diberikan, 1 sampai 1000, bawaan 100"""
        return self.panggil('GET', '/api/v1/periode', {'kursor': kursor, 'batas': batas})

    def hasilPeriode(self, periode: str, *, kursor: str | None = None, batas: int | None = None, lewati: int | None = None) -> dict:
        """Hasil yang terbit, menurut kategori dan peringkat

        kursor: Isi `berikut` dari jawaban sebelumnya; kosong: dari awal
        batas: Banyaknya yang diberikan, 1 sampai 1000, bawaan 100
        lewati: Bentuk lama: hasil yang dilewati; pakailah kursor"""
        return self.panggil('GET', f"/api/v1/periode/{aman(periode)}/hasil", {'kursor': kursor, 'batas': batas, 'lewati': lewati})

    def satuHasil(self, periode: str, lokus: str) -> dict:
        """Hasil satu unit"""
        return self.panggil('GET', f"/api/v1/periode/{aman(periode)}/hasil/{aman(lokus)}", {})

    def peringkatInstansi(self, periode: str) -> dict:
        """Rata-rata tiap instansi"""
        return self.panggil('GET', f"/api/v1/periode/{aman(periode)}/peringkat", {})

    def versiTerbitan(self, periode: str) -> dict:
        """Semua versi berkas terbitan dengan alasan dan alamat unduhnya"""
        return self.panggil('GET', f"/api/v1/periode/{aman(periode)}/terbitan", {})

    def serahTerbitan(self, badan, jenis: str = 'application/zip', *, kunci_ulang: str | None = None) -> dict:
        """Menyerahkan berkas terbitan (ZIP). Berkas yang sama sekali lagi memberi nomor yang sama dan keadaannya sekarang"""
        return self.panggil('POST', '/api/v1/serah', {}, badan=badan, jenis=jenis, kunci_ulang=kunci_ulang)

    def daftarSkm(self, *, kursor: str | None = None, batas: int | None = None, cari: str | None = None, instansi: str | None = None, unit: str | None = None) -> dict:
        """Hasil SKM yang terbit, masa terbaru dahulu

        kursor: Isi `berikut` dari jawaban sebelumnya; kosong: dari awal
        batas: Banyaknya yang diberikan, 1 sampai 1000, bawaan 100
        cari: Bagian dari nama unit, instansi, atau ronde
        instansi: Kode instansi
        unit: Kode unit"""
        return self.panggil('GET', '/api/v1/skm', {'kursor': kursor, 'batas': batas, 'cari': cari, 'instansi': instansi, 'unit': unit})

    def rincianSkm(self, kode: str) -> dict:
        """Satu hasil SKM dengan unsurnya"""
        return self.panggil('GET', f"/api/v1/skm/{aman(kode)}", {})

    def imporUnit(self, badan, jenis: str = 'application/json', *, uji: bool | None = None, kunci_ulang: str | None = None) -> dict:
        """Mendaftarkan atau mengubah unit instansi pemilik token, semua atau tidak sama sekali. Badan: JSON, atau CSV/XLSX seperti templat impor. Baris yang salah disebut satu per satu

        uji: true: hanya dicoba, tidak ada yang disimpan"""
        return self.panggil('POST', '/api/v1/unit', {'uji': uji}, badan=badan, jenis=jenis, kunci_ulang=kunci_ulang)
