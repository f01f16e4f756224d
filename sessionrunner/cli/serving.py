"""``serve`` and ``keys``: the audience's server for many rooms, and who may lead there.

For IT: a database, ``serve --migrate`` once and after every update, ``serve`` as a service, ``keys --make NAME`` for
every leader. The server speaks plain HTTP on loopback; a proxy in front of it has the certificate. The database's URL
is read from ``SESSIONRUNNER_STORE``; one that is slow to reach is given more than five seconds there
(``?connect_timeout=30``). Participants have no accounts.

What the database has of an answer is an envelope that only the leader's laptop opens, never its text. A room that is
closed is deleted; what PostgreSQL keeps of deleted rows until it vacuums, in its write-ahead log and in backups is
envelopes too, and their key is destroyed on the laptop when the hour ends. Backups of this database help nobody:
leave it out of them. What phones that cannot seal hand in passes through a worker's memory as text, and the page says
so before anybody writes.

Who knows what: PostgreSQL lays the envelopes in the order they came (``ctid``, ``xmin``, the write-ahead log), and a
proxy that logs knows which address came when. Together they can tell whose envelope is whose as long as they are kept,
but not what is in it. The laptop gets the envelopes mixed and opens them. Only somebody who has the database or its
log, and the leader's key before it is destroyed, could put the two together: keep no access log, and leave
``log_statement`` and ``log_min_duration_statement`` off.

How fast strangers may guess, and how fast one address may hand in answers, each worker counts by itself, in memory:
with four workers it is four times as much at most. What a room may hold is counted in the database.

Rooms that sum up together lay headings with numbers and decisions here, sealed with a key that stands in the leaders'
joining code and behind ``#`` in the page's address, where browsers send it to nobody. The sheets go after 16 hours.

A unit for systemd (``/etc/systemd/system/sessionrunner.service``)::

    [Unit]
    After=network-online.target postgresql.service

    [Service]
    EnvironmentFile=/etc/sessionrunner.env
    ExecStartPre=/opt/sessionrunner/bin/sessionrunner serve --migrate
    ExecStart=/opt/sessionrunner/bin/sessionrunner serve --public svara.kommun.example --workers 4 --metrics 9123
    DynamicUser=yes
    UMask=0077
    NoNewPrivileges=yes
    CapabilityBoundingSet=
    LockPersonality=yes
    ProtectKernelTunables=yes
    ProtectKernelModules=yes
    ProtectControlGroups=yes
    RestrictNamespaces=yes
    SystemCallFilter=@system-service
    ProtectSystem=strict
    ProtectHome=yes
    PrivateTmp=yes
    PrivateDevices=yes
    RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
    LimitNOFILE=16384
    LimitCORE=0
    Restart=on-failure

    [Install]
    WantedBy=multi-user.target

A site for nginx; no access log, for it would tell who was where and when::

    # In the main part: worker_rlimit_nofile 65536;  in events: worker_connections 30000;  every phone takes two.
    # A building is often one address: the pace and the places are for all who sit in it.
    limit_req_zone $binary_remote_addr zone=rooms:10m rate=30r/s;
    limit_conn_zone $binary_remote_addr zone=places:10m;
    server {
        listen 443 ssl http2;
        server_name svara.kommun.example;
        ssl_certificate     /etc/ssl/svara.pem;
        ssl_certificate_key /etc/ssl/svara.key;
        access_log off;
        client_max_body_size 256k;
        location / {
            limit_req zone=rooms burst=400 nodelay;
            limit_conn places 3000;
            proxy_pass http://127.0.0.1:8080;
            proxy_http_version 1.1;
            proxy_set_header Host $host;
            proxy_set_header Connection "";
            proxy_set_header X-Forwarded-For $remote_addr;
            proxy_set_header X-Forwarded-Proto https;
            proxy_buffering off;
            proxy_read_timeout 1h;
        }
    }
"""

import json
import socket
import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from ipaddress import ip_address
from typing import TYPE_CHECKING

from sessionrunner.cli import argument_values
from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.theming import all_themes
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue

if TYPE_CHECKING:
    from sessionrunner.hall.keys import AccessKey
    from sessionrunner.hall.worker import Doors


class NoStore(SessionRunnerError):
    """Nobody has said which database."""

    cause = "hall.no-store"


class NoPublicName(SessionRunnerError):
    """Nobody has said under which name phones and leaders find the server."""

    cause = "hall.no-public-name"


class NotPrepared(SessionRunnerError):
    """The database is not in the shape this version needs."""

    cause = "hall.not-prepared"


class NotADoor(SessionRunnerError):
    """What was given to listen at is no address and port."""

    cause = "hall.not-a-door"


class PortTaken(SessionRunnerError):
    """Somebody else listens there already, or the address is not this machine's."""

    cause = "hall.port-taken"


class NotOnWindows(SessionRunnerError):
    """Workers share one door and end on a signal; Windows has neither."""

    cause = "hall.not-on-windows"


class NotInstalled(SessionRunnerError):
    """The database's driver is an extra that has not been installed."""

    cause = "hall.not-installed"


def serve(arguments: Arguments, words: Catalogue) -> int:
    """Serve many rooms until asked to end; with ``--migrate``, only bring the database up to date."""
    _need(arguments)
    if arguments.migrate:
        return _migrate(arguments, words)
    if not hasattr(socket, "SO_REUSEPORT"):
        raise NotOnWindows()
    if not arguments.public:
        raise NoPublicName()
    from sessionrunner.hall.supervisor import Service, Supervisor
    from sessionrunner.hall.worker import Doors, Looks

    themes = all_themes()
    address, port = door_of(arguments.bind)
    proxies = frozenset(arguments.proxy or ["127.0.0.1", "::1"])
    doors = Doors(address, port, arguments.public, arguments.metrics, proxies)
    _check_doors(doors, arguments.workers)
    _check_shape(arguments)
    service = Service(arguments.store, Looks(words, themes["ljust"], themes["morkt"]), doors)
    at = f"http://[{address}]:{port}" if ":" in address else f"http://{address}:{port}"
    told = words("hall.serving", at=at, public=f"https://{doors.public}/")
    Supervisor(service, arguments.workers).run(lambda: print(told, flush=True))
    return 0


def door_of(bind: str) -> tuple[str, int]:
    """Address and port, where an address of version 6 stands in brackets; NotADoor for anything else."""
    address, _, port = bind.rpartition(":")
    try:
        return str(ip_address(address.strip("[]") or "127.0.0.1")), argument_values.port(port)
    except ValueError as error:
        raise NotADoor(bind=bind) from error


def _check_doors(doors: "Doors", workers: int) -> None:
    """PortTaken before a worker begins that cannot listen, is replaced, and cannot either."""
    from sessionrunner.hall.worker import shared_door

    _try(doors.address, doors.port, shared_door)
    for number in range(workers if doors.metrics is not None else 0):
        _try("127.0.0.1", (doors.metrics or 0) + number, lambda address, port: socket.create_server((address, port)))


def _try(address: str, port: int, listen: Callable[[str, int], socket.socket]) -> None:
    try:
        listen(address, port).close()
    except (OSError, OverflowError) as error:
        raise PortTaken(address=address, port=port) from error


def keys(arguments: Arguments, words: Catalogue) -> int:
    """Make a key, take one back, or list them."""
    _need(arguments)
    from sessionrunner.hall import keys as access
    from sessionrunner.hall.database import connected

    with connected(arguments.store) as connection:
        if arguments.make:
            made = access.make(connection, arguments.make)
            print(json.dumps({"name": arguments.make, "key": made}) if arguments.json else made)
            if not arguments.json:
                print(words("hall.key-once"), file=sys.stderr)
        elif arguments.revoke:
            access.revoke(connection, arguments.revoke)
            print(words("hall.key-revoked", name=arguments.revoke), file=sys.stderr)
        else:
            _list(arguments, words, access.listed(connection))
    return 0


def _need(arguments: Arguments) -> None:
    """The database's URL and its driver."""
    if not arguments.store:
        raise NoStore()
    if find_spec("psycopg") is None or find_spec("psycopg_pool") is None:
        raise NotInstalled()


def _migrate(arguments: Arguments, words: Catalogue) -> int:
    from sessionrunner.hall.database import connected
    from sessionrunner.hall.migrating import migrate

    with connected(arguments.store) as connection:
        taken = migrate(connection)
    print(words("hall.migrated", n=len(taken)) if taken else words("hall.up-to-date"))
    return 0


def _check_shape(arguments: Arguments) -> None:
    """NotPrepared before a worker begins that would fail at every question."""
    from sessionrunner.hall.database import connected
    from sessionrunner.hall.migrating import missing

    with connected(arguments.store) as connection:
        if missing(connection):
            raise NotPrepared()


def _list(arguments: Arguments, words: Catalogue, found: Sequence["AccessKey"]) -> None:
    if arguments.json:
        told = [{"name": one.name, "made": str(one.made), "revoked": one.revoked and str(one.revoked)} for one in found]
        print(json.dumps(told, ensure_ascii=False))
        return
    for one in found:
        state = words("hall.revoked-on", date=one.revoked) if one.revoked else words("hall.in-force")
        print(f"{one.name}  {one.made}  {state}")
    if not found:
        print(words("hall.no-keys"))
