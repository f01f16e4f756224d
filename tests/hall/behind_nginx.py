"""The site for nginx as it is printed for IT, tried with a real nginx and a certificate; prints what was seen.

``python -m tests.hall.behind_nginx``: needs nginx and PostgreSQL; everything on loopback, gone afterwards.
"""

import re
import ssl
import subprocess
import tempfile
import urllib.request
from pathlib import Path

import psycopg

from sessionrunner.cli import serving
from sessionrunner.hall import keys
from sessionrunner.hall.migrating import migrate
from sessionrunner.storage.sealing import SessionKey
from tests.hall.postgres import Postgres
from tests.hall.serving import Hall, hall
from tests.ports import free_port
from tests.program import post_answer
from tests.web.authority import Authority

NAME = "localhost"


def site(folder: Path, door: int, behind: int) -> str:
    """The printed example with this machine's ports and certificate in it."""
    text = serving.__doc__ or ""
    example = text[text.index("    # In the main part") :]
    example = example.replace("listen 443 ssl", f"listen 127.0.0.1:{door} ssl")
    example = example.replace("svara.kommun.example", NAME).replace("127.0.0.1:8080", f"127.0.0.1:{behind}")
    example = example.replace("/etc/ssl/svara", str(folder / "svara")).replace("$host;", "$http_host;")
    own = f"pid {folder}/pid; error_log {folder}/error.log; daemon off; events {{ worker_connections 1000; }}"
    paths = "".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return f"{own}\nhttp {{ {paths}\n{example}\n}}\n"


def main() -> None:
    """A page, a stream and an answer through the proxy, and what its log says."""
    postgres, door = Postgres(), free_port()
    postgres.start()
    with psycopg.connect(postgres.url, autocommit=True) as connection:
        migrate(connection)
        key = keys.make(connection, "Norr")
    with tempfile.TemporaryDirectory() as place, hall(postgres, 2, f"{NAME}:{door}") as served:
        folder = Path(place)
        certificate, private = Authority(folder).pair(NAME)
        certificate.rename(folder / "svara.pem")
        private.rename(folder / "svara.key")
        (folder / "nginx.conf").write_text(site(folder, door, served.port))
        nginx = subprocess.Popen(["nginx", "-c", str(folder / "nginx.conf"), "-p", place])
        try:
            _look(folder, served, key)
        finally:
            nginx.terminate()
            nginx.wait()
        print("nginx said:", (folder / "error.log").read_text().strip() or "nothing")
    postgres.stop()


def _look(folder: Path, served: Hall, key: str) -> None:
    address = f"https://{served.public}/s/{served.open(key, SessionKey.generate())}/"
    trust = ssl.create_default_context(cafile=str(folder / "root.pem"))
    urllib.request.install_opener(urllib.request.build_opener(urllib.request.HTTPSHandler(context=trust)))
    for _ in range(50):
        try:
            page = urllib.request.urlopen(address, timeout=5).read().decode()
            break
        except ConnectionError:
            continue
    print("page:", re.findall("<title>(.*?)</title>", page))
    with urllib.request.urlopen(f"{address}state", timeout=5) as stream:
        print("stream:", stream.readline()[:40], stream.readline()[:40])
    print("answer:", post_answer(address, "reflektion", {"tar-med": "Att fråga."}))


if __name__ == "__main__":
    main()
