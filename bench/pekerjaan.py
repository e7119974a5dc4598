"""Jobs as the program itself puts them into its queue: sealed and with the mark of the installation. For `gagal-alih.py`."""

import base64, hashlib, hmac, os

MASUK = "INSERT INTO pekerjaan (id, jenis, isi, dibuat, setelah, coba, tanda)"


def turunan(folder, guna):
    """A key of one purpose, as `Kunci::turunan` makes it from the key file in `folder`."""
    akar = bytes.fromhex((folder / "instalasi.kunci").read_text().split()[0])
    return hashlib.sha256(b"prima:turunan:1:" + guna + b"\0" + akar).digest()


def segel(folder, id, isi):
    """A mail as it waits in the queue (`store::pekerjaan::segel`)."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce = os.urandom(12)
    badan = ChaCha20Poly1305(turunan(folder, b"rahasia:1")).encrypt(nonce, isi.encode(), b"pekerjaan.surel\0" + id.bytes)
    return "s1:" + base64.b64encode(nonce + badan).decode().rstrip("=")


def baris(folder, id, jenis, isi):
    """The values of a job, with the mark of the installation over it (`store::meterai`)."""
    bagian = [b"pekerjaan", id.bytes, jenis.encode(), isi.encode()]
    tanda = hmac.digest(turunan(folder, b"meterai:1"), b"".join(len(b).to_bytes(8, "big") + b for b in bagian), "sha256")
    return f"'{id}', '{jenis}', '{isi}', 1, 1, 0, '\\x{tanda.hex()}'::bytea"


def surat(folder, id, isi):
    return f"{MASUK} VALUES ({baris(folder, id, 'surel', segel(folder, id, isi))}) ON CONFLICT DO NOTHING"


def kait(folder, id, kirim, kait_id, isi):
    """As `store::kait::siar` does: message and job in one transaction. Without a new message no new job, so a repeated try makes neither."""
    return f"""WITH k AS (INSERT INTO kait_kirim (id, kait_id, peristiwa, isi, pada) VALUES ('{kirim}', '{kait_id}', 'uji', '{isi}', 1) ON CONFLICT DO NOTHING RETURNING 1)
        {MASUK} SELECT {baris(folder, id, 'kait', f'"{kirim}"')} FROM k"""
