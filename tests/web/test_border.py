"""Who may knock, and what every answer carries."""

from urllib.parse import urlencode

import pytest
from aiohttp import web

from sessionrunner.locale import load
from sessionrunner.web import styles
from sessionrunner.web.border import Border, quiet_log
from sessionrunner.web.page import PhonePage
from sessionrunner.web.phones import MOST_BYTES, Phones
from sessionrunner.web.server import AudienceServer
from sessionrunner.web.voice import Voice
from tests.web.fakes import TOKEN, Room, port_of, sheet
from tests.web.wire import FORM, ask, origin, path, post, raw

GET, POST = "GET", "POST"
EVERYTHING = (
    (GET, path()),
    (GET, path("tillganglighet")),
    (GET, path("static/phone.js")),
    (GET, path("static/other.js")),
    (GET, path("nothing")),
    (GET, "/"),
    (GET, "/s/wrongtoken/"),
    (POST, path("answers")),
    (POST, path()),
    ("DELETE", path()),
)


def test_phones_have_these_routes_and_no_others(room: Room) -> None:
    """Rule: nothing a phone can ask for controls the session or reads an answer."""
    border = Border(frozenset(), TOKEN, load("sv"), "", "", quiet_log("t"))
    app = Phones(room.desk.room, border, PhonePage(Voice(load("sv")), ""), b"").application()
    assert {(route.method, _pattern(route)) for route in app.router.routes()} == {
        ("GET", "/s/{token}"),
        ("GET", "/s/{token}/"),
        ("GET", "/s/{token}/state"),
        ("POST", "/s/{token}/answers"),
        ("POST", "/s/{token}/klar"),
        ("GET", "/s/{token}/tillganglighet"),
        ("GET", "/s/{token}/static/{name}"),
    }


def test_no_route_and_no_method_gives_an_answer_away(room: Room, server: AudienceServer) -> None:
    """Rule: what people wrote never goes back to a phone, not even once it has been opened; the wall shows it then."""
    room.go_to("reflektion")
    for number in range(6):
        post(server, sheet(number, f"kanariefågel {number}"))
    room.desk.reveal("reflektion")
    assert "kanariefågel" in ask(server.wall_url, "").text
    places = {where for _, where in EVERYTHING} | {path("state"), path("?sent=reflektion"), path("answers")}
    for method in (GET, POST, "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE"):
        for where in places - ({path("state")} if method == GET else set()):
            assert b"kanarief" not in ask(server.phone_url, where, method).body
    request = f"GET {path('state')} HTTP/1.1\r\nHost: 127.0.0.1:{port_of(server)}\r\n\r\n".encode()
    assert b"kanarief" not in raw(server, request, b"}\n\n")


def _pattern(route: web.AbstractRoute) -> str:
    assert route.resource is not None
    return route.resource.canonical


@pytest.mark.parametrize(("method", "where"), EVERYTHING)
def test_every_answer_carries_the_headers(server: AudienceServer, method: str, where: str) -> None:
    """Rule: also a refusal is safe to show."""
    headers = ask(server.phone_url, where, method).headers
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "server" not in headers
    assert "set-cookie" not in headers


def test_the_state_carries_the_headers_too(room: Room, server: AudienceServer) -> None:
    """Rule: no route is an exception."""
    request = f"GET {path('state')} HTTP/1.1\r\nHost: 127.0.0.1:{port_of(server)}\r\n\r\n".encode()
    head = raw(server, request).split(b"\r\n\r\n")[0].lower()
    assert b"no-store" in head and b"content-security-policy" in head
    assert b"server:" not in head


@pytest.mark.parametrize(
    "noise",
    [
        b"hello\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET / HTTP/9.9\r\n\r\n",
    ],
)
def test_what_is_not_http_is_refused_with_headers_and_without_a_server_name(
    server: AudienceServer, noise: bytes
) -> None:
    """Rule: a scanner learns nothing, and sees no traceback."""
    head = raw(server, noise).lower()
    assert b" 400 " in head.split(b"\r\n")[0] or b" 421 " in head.split(b"\r\n")[0]
    assert b"server:" not in head
    assert b"no-store" in head and b"traceback" not in head


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost",
        "127.0.0.1",
        "127.0.0.1:1",
        "127.0.0.1.:{port}",
        "[::1]:{port}",
        "laptop.test",
        "laptop.test.:{port}",
        "LAPTOP.test:{port}",
        "127.0.0.1:{port}@evil.example",
        "",
    ],
)
def test_another_host_name_is_refused(server: AudienceServer, host: str) -> None:
    """Rule: a name somebody else's site points here opens nothing."""
    reply = ask(server.phone_url, "", headers={"Host": host.format(port=port_of(server))})
    assert reply.status in {400, 421}
    assert b"Min uppgift" not in reply.body


def test_a_name_the_leader_has_set_is_allowed(server: AudienceServer) -> None:
    """Rule: IT may give the laptop a name."""
    assert ask(server.phone_url, "", headers={"Host": f"laptop.test:{port_of(server)}"}).status == 200


@pytest.mark.parametrize("token", ["wrongtoken", TOKEN[:-1], TOKEN + "x", TOKEN.lower(), "%00", "å"])
@pytest.mark.parametrize("rest", ["", "state", "tillganglighet", "static/phone.js"])
def test_a_wrong_token_finds_nothing(server: AudienceServer, token: str, rest: str) -> None:
    """Rule: only those who have seen this session's code take part."""
    from urllib.parse import quote

    reply = ask(server.phone_url, f"/s/{quote(token, safe='%')}/{rest}")
    assert reply.status == 404
    assert "Skanna QR-koden" in reply.text


def test_a_wrong_token_cannot_hand_in_an_answer(room: Room, server: AudienceServer) -> None:
    """Rule: an outsider's answer is never stored."""
    room.go_to("reflektion")
    headers = {"Content-Type": FORM, "Origin": origin(server)}
    assert ask(server.phone_url, "/s/wrongtoken/answers", POST, b"step=reflektion", headers).status == 404
    assert room.box.submissions == {}


@pytest.mark.parametrize("who", ["null", "http://evil.example", "https://127.0.0.1", "http://127.0.0.1:1", ""])
def test_an_answer_from_another_site_is_refused(room: Room, server: AudienceServer, who: str) -> None:
    """Rule: no other page can answer in somebody's name."""
    room.go_to("reflektion")
    assert post(server, sheet(1), Origin=who).status == 403
    assert room.box.submissions == {}


@pytest.mark.parametrize("referer", ["http://evil.example/s/x/", "http://127.0.0.1.evil.example/", "null"])
def test_a_silent_origin_does_not_hide_another_site(room: Room, server: AudienceServer, referer: str) -> None:
    """Rule: what the browser does tell counts."""
    room.go_to("reflektion")
    headers = {"Content-Type": FORM, "Referer": referer}
    reply = ask(server.phone_url, "answers", POST, urlencode(sheet(1)).encode(), headers)
    assert (reply.status, room.box.submissions) == (403, {})


@pytest.mark.parametrize("own", [True, False])
def test_an_old_browser_s_answer_is_taken(room: Room, server: AudienceServer, own: bool) -> None:
    """Rule: whoever has the secret address and says nothing else about where it comes from takes part."""
    room.go_to("reflektion")
    headers = {"Content-Type": FORM} | ({"Referer": server.phone_url} if own else {})
    reply = ask(server.phone_url, "answers", POST, urlencode(sheet(1)).encode(), headers)
    assert (reply.status, len(room.box.submissions)) == (303, 1)


def test_a_body_that_is_too_large_is_refused(room: Room, server: AudienceServer) -> None:
    """Rule: nobody fills the laptop's memory."""
    room.go_to("reflektion")
    assert post(server, sheet(1, "x" * (MOST_BYTES + 1))).status == 413
    assert room.box.submissions == {}


def test_a_missing_last_slash_is_forgiven(server: AudienceServer) -> None:
    """Rule: who types the address by hand gets there."""
    reply = ask(server.phone_url, f"/s/{TOKEN}")
    assert (reply.status, reply.headers["location"]) == (308, path())


def test_the_policy_knows_the_style_of_the_page(server: AudienceServer) -> None:
    """Rule: only our own style and script run, and the page still looks right."""
    reply = ask(server.phone_url, "")
    style = reply.text.split("<style>")[1].split("</style>")[0]
    assert reply.headers["content-security-policy"] == styles.policy(style)
    assert "unsafe" not in styles.policy(style)


def test_static_names_are_names_and_never_paths(server: AudienceServer) -> None:
    """Rule: no request reads a file from the laptop."""
    for name in ("..%2fphone.py", "..%2f..%2fetc%2fpasswd", "phone.css", "%2e%2e"):
        assert ask(server.phone_url, path(f"static/{name}")).status == 404


def test_a_fault_of_ours_is_told_in_plain_words(
    room: Room, server: AudienceServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rule: the room never sees a traceback."""
    monkeypatch.setattr(room.desk.room, "public", lambda: 1 / 0)
    reply = ask(server.phone_url, "")
    assert reply.status == 500
    assert "Något gick fel" in reply.text and "ZeroDivision" not in reply.text


def test_nothing_is_written_on_the_leaders_screen(server: AudienceServer, capfd: pytest.CaptureFixture[str]) -> None:
    """Rule: no address and no request appears anywhere, whatever arrives."""
    ask(server.phone_url, "")
    ask(server.phone_url, "/nowhere")
    raw(server, b"\x00\x01\r\n\r\n")
    assert capfd.readouterr() == ("", "")
