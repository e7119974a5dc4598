#!/usr/bin/env python3
"""Makes prima_api.py from the OpenAPI document of an installation, or from a file.

    python3 buat.py http://127.0.0.1:8080/api/v1/openapi.json > prima_api.py

Standard library only. One method an operation, named by its operationId; what all of them share stands in `kepala.py`, which is
put in front as it is.
"""

import json
import keyword
import pathlib
import re
import sys
import urllib.request

JENIS = {"string": "str", "integer": "int", "boolean": "bool"}


def baca(asal):
    if asal.startswith(("http://", "https://")):
        with urllib.request.urlopen(asal, timeout=30) as r:
            return json.load(r)
    return json.loads(pathlib.Path(asal).read_text(encoding="utf-8"))


def nama(teks):
    """A name that Python takes."""
    bersih = re.sub(r"\W", "_", teks)
    return bersih + "_" if keyword.iskeyword(bersih) or not bersih.isidentifier() else bersih


def badan(op):
    """How the body is given: None, "json", or the media types that bytes may have."""
    isi = op.get("requestBody", {}).get("content", {})
    if not isi:
        return None
    return "json" if list(isi) == ["application/json"] else list(isi)


def metode(jalur, cara, op):
    di_jalur = [p["name"] for p in op["parameters"] if p["in"] == "path"]
    kueri = [p for p in op["parameters"] if p["in"] == "query"]
    arg = [f"{nama(n)}: str" for n in di_jalur]
    bentuk = badan(op)
    if bentuk:
        arg.append("badan")
    if bentuk and bentuk != "json":
        arg.append(f"jenis: str = {bentuk[0]!r}")
    bebas = [f"{nama(p['name'])}: {JENIS[p['schema']['type']]} | None = None" for p in kueri]
    if cara == "post":
        bebas.append("kunci_ulang: str | None = None")
    arg += (["*"] if bebas else []) + bebas
    alamat = re.sub(r"\{(\w+)\}", lambda m: "{aman(" + nama(m[1]) + ")}", jalur)
    panggil = [repr(cara.upper()), f'f"{alamat}"' if di_jalur else repr(alamat)]
    panggil.append("{" + ", ".join(f"{p['name']!r}: {nama(p['name'])}" for p in kueri) + "}")
    if bentuk:
        panggil.append("badan=badan")
        panggil.append("jenis='application/json'" if bentuk == "json" else "jenis=jenis")
    if cara == "post":
        panggil.append("kunci_ulang=kunci_ulang")
    keterangan = [op["summary"]] + [f"    {p['name']}: {p['description']}" for p in kueri]
    return [
        "",
        f"    def {op['operationId']}(self, {', '.join(arg)}) -> dict:" if arg else f"    def {op['operationId']}(self) -> dict:",
        '        """' + "\n\n        ".join([keterangan[0]] + (["\n        ".join(k.strip() for k in keterangan[1:])] if keterangan[1:] else [])) + '"""',
        f"        return self.panggil({', '.join(panggil)})",
    ]


def main(asal):
    dokumen = baca(asal)
    kepala = pathlib.Path(__file__).with_name("kepala.py").read_text(encoding="utf-8").rstrip("\n")
    baris = []
    for jalur, isi in sorted(dokumen["paths"].items()):
        for cara, op in sorted(isi.items()):
            # Called by the payment provider with a signature of its own.
            if op["security"] != [{"tanda": []}]:
                baris += metode(jalur, cara, op)
    print(kepala.replace("@VERSI@", dokumen["info"]["version"]))
    print("\n".join(baris))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
