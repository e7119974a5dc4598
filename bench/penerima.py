"""The receiving ends of `gagal-alih.py`: a mail server and an address for webhooks. What came is written down before it is answered, as at a
receiver that takes something and then loses the line; the answer takes a moment, so that something is always under way."""

import http.server, json, random, re, socketserver, threading, time

_kunci = threading.Lock()


def _catat(kotak, apa, dari, nama):
    with _kunci:
        kotak.setdefault(apa, []).append((time.monotonic(), dari, nama))
    time.sleep(random.uniform(0, 0.2))


def _smtp(kotak):
    class Smtp(socketserver.StreamRequestHandler):
        def isi(self):
            """The text of a mail; None when the line ended before it did."""
            semua = []
            while (b := self.rfile.readline()) not in (b"", b".\r\n"):
                semua.append(b.decode("latin1"))
            return "".join(semua) if b else None

        def handle(self):
            kirim = lambda b: self.wfile.write(b.encode() + b"\r\n")
            kirim("220 uji ESMTP")
            kepada = []
            while b := self.rfile.readline():
                k = b.decode("latin1").strip()
                match k[:4].upper():
                    case "RCPT":
                        kepada.append(re.search(r"<(.*?)>", k)[1])
                        kirim("250 ok")
                    case "DATA":
                        kirim("354 go on")
                        if (isi := self.isi()) is None:
                            return
                        nama = re.search(r"^Message-ID: *(<.*>)", isi, re.M | re.I)
                        for s in kepada:
                            _catat(kotak, s, self.client_address[0], nama and nama[1])
                        kepada = []
                        kirim("250 ok")
                    case "QUIT":
                        kirim("221 bye")
                        return
                    case _:
                        kirim("250 uji")

    return Smtp


def _kait(kotak):
    class Kait(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            isi = json.loads(self.rfile.read(int(self.headers["content-length"])))
            _catat(kotak, isi["data"]["nomor"], self.client_address[0], self.headers["webhook-id"])
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            pass

    return Kait


class _Penerima(socketserver.ThreadingTCPServer):
    allow_reuse_address, daemon_threads = True, True

    def handle_error(self, *_):
        """A sender that was killed or cut off in the middle."""


def mulai(alamat, surat, kait):
    """Listens on both ports. Returns what came, by recipient (mail) or by the event's number (webhooks): when, from which machine, under which id."""
    kotak_surat, kotak_kait = {}, {}
    for porta, bahasa in ((surat, _smtp(kotak_surat)), (kait, _kait(kotak_kait))):
        threading.Thread(target=_Penerima((alamat, porta), bahasa).serve_forever, daemon=True).start()
    return kotak_surat, kotak_kait


def baris(apa, banyak, kotak):
    """Two rows of the table: what arrived, and what came twice; each with figure, bound, and whether it holds."""
    ganda = [v for v in kotak.values() if len(v) > 1]
    beda = sum(1 for v in ganda if len({nama for *_, nama in v}) > 1 or v[0][2] is None)
    return [
        (f"{apa} that arrived", f"{len(kotak)} of {banyak}", "all", len(kotak) == banyak),
        (f"{apa} that came twice", f"{len(ganda)}, of them under another id: {beda}", "only under the same id", beda == 0),
    ]
