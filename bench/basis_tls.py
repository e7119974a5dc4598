"""TLS to the database of a rehearsal: an authority for one run, certificates of its machines, and who may come in, as
deploy/skala/patroni.yml says. Needs openssl."""

import pathlib, re, shutil, subprocess

CONTOH = pathlib.Path(__file__).resolve().parent.parent / "deploy/skala"
KUNCI = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]


class Lapis:
    """The authority, in a folder that every user of the machine can read; keys in it are their owners' alone."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()
        folder.chmod(0o755)
        self._openssl("req", "-x509", *KUNCI, "-days", "2", "-subj", "/CN=prima rehearsal", "-keyout", "ca.key", "-out", "ca.crt")
        # What a program adds to the address of the database.
        self.lewat = f"sslmode=verify-full&sslrootcert={folder}/ca.crt"

    def _openssl(self, *c):
        subprocess.run(["openssl", *c], cwd=self.folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def sertifikat(self, nama, *alamat):
        """Key and certificate of a database machine that is asked by these addresses, for the user `postgres`."""
        (self.folder / f"{nama}.ext").write_text("subjectAltName=" + ",".join(f"IP:{x}" for x in alamat) + "\n")
        self._openssl("req", "-new", *KUNCI, "-subj", f"/CN={nama}", "-keyout", f"{nama}.key", "-out", f"{nama}.csr")
        self._openssl("x509", "-req", "-in", f"{nama}.csr", "-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2",
                      "-extfile", f"{nama}.ext", "-out", f"{nama}.crt")
        shutil.chown(self.folder / f"{nama}.key", "postgres", "postgres")


def pg_hba(jaringan):
    """The lines of the example, each network in them replaced by `jaringan`.0/24."""
    baris = re.search(r"^  pg_hba:\n((?:    .*\n)+)", (CONTOH / "patroni.yml").read_text(), re.M)[1]
    return re.sub(r"10\.0\.\d+\.0/\d+", f"{jaringan}.0/24", baris)
