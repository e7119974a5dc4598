#!/usr/bin/env python3
"""Runs the store's test of evidence in an object store against moto, a stand-in for Amazon S3 by other people, with its check of
signatures on: once with the right secret (must hold), once with a wrong one (must be refused as such).

    python3 -m venv v && v/bin/pip install 'moto[server]'
    cargo test -p store --test it --no-run          # prints the program of the tests
    v/bin/python bench/objek.py target/debug/deps/it-…
"""

import os, subprocess, sys

DASAR = 4  # requests of the preparation below; every later one needs a valid signature
os.environ["INITIAL_NO_AUTH_ACTION_COUNT"] = str(DASAR)
import boto3
from moto.server import ThreadedMotoServer

server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
server.start()
inang, porta = server.get_host_and_port()
alamat = f"http://{inang}:{porta}"
umum = dict(endpoint_url=alamat, aws_access_key_id="x", aws_secret_access_key="y", region_name="us-east-1")
iam = boto3.client("iam", **umum)
iam.create_user(UserName="prima")
boleh = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}'
iam.put_user_policy(UserName="prima", PolicyName="p", PolicyDocument=boleh)
kunci = iam.create_access_key(UserName="prima")["AccessKey"]
boto3.client("s3", **umum).create_bucket(Bucket="ember")


def uji(rahasia):
    env = {**os.environ, "PRIMA_UJI_S3": f"{alamat} ember {kunci['AccessKeyId']} {rahasia}"}
    return subprocess.run([sys.argv[1], "gudang::evidence"], env=env, capture_output=True, text=True)


benar, salah = uji(kunci["SecretAccessKey"]), uji("salah")
if benar.returncode != 0 or "1 passed" not in benar.stdout:
    sys.exit(f"against moto the test fails:\n{benar.stdout}{benar.stderr}")
if "SignatureDoesNotMatch" not in salah.stdout + salah.stderr:
    sys.exit("a wrong secret was not refused: signatures were not checked")
print("holds against moto; a wrong secret is refused (SignatureDoesNotMatch)")
