"""A phone in the room: real browser, real server, a host name the browser has no reason to trust."""

import json
import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from sessionrunner.core.commands import Back, Next, Pause, PauseReason
from sessionrunner.core.personal import personal_data
from sessionrunner.web.server import AudienceServer
from tests.web.browser import SMALL, USUAL, context, lose, open_phone, open_wall, phone_address, stop_the_clock
from tests.web.fakes import REPORTED, TOKEN, Room, port_of, sheet
from tests.web.wire import Reply, ask, post

QUESTION = "Vad tar du med dig härifrån?"
THANKS = "Tack, sparat."
TEXT = "Att fråga en gång till."


@pytest.fixture
def phone(room: Room, server: AudienceServer, browser: Browser) -> Page:
    """A phone that has opened the page while the room reflects."""
    room.go_to("reflektion")
    return open_phone(browser, server)


def send(page: Page, text: str = TEXT) -> None:
    page.get_by_label(QUESTION).fill(text)
    page.get_by_role("button", name="Skicka").click()


def texts(room: Room) -> list[str]:
    return [submission.answers.get("tar-med", "") for submission in room.box.submissions.values()]


def storage(page: Page) -> str:
    return str(page.evaluate("JSON.stringify(localStorage)"))


def test_the_browser_trusts_the_page_no_more_than_a_real_one(phone: Page) -> None:
    """Rule: these tests stand on the same ground as a phone in the room."""
    assert phone.evaluate("[isSecureContext, typeof crypto.subtle]") == [False, "undefined"]


def test_the_receipt_comes_when_the_answer_is_in_the_box(room: Room, phone: Page) -> None:
    """Rule: "Tack, sparat." is true."""
    send(phone)
    expect(phone.get_by_role("status").filter(has_text=THANKS)).to_be_focused()
    assert texts(room) == [TEXT]


def test_after_the_receipt_there_is_nothing_else_to_do(phone: Page) -> None:
    """Rule: one answer a phone, and calm afterwards."""
    send(phone)
    phone.get_by_text(THANKS).wait_for()
    assert phone.get_by_role("button").count() == 0
    phone.reload()
    expect(phone.get_by_text(THANKS)).to_be_visible()
    assert phone.get_by_role("button").count() == 0


def test_every_kind_of_question_is_answered(room: Room, phone: Page) -> None:
    """Rule: text, scale and choice arrive as chosen."""
    phone.get_by_label("10", exact=True).check()
    phone.get_by_label("Vet inte").check()
    send(phone)
    phone.get_by_text(THANKS).wait_for()
    assert [dict(one.answers) for one in room.box.submissions.values()] == [
        {"tar-med": TEXT, "nytta": "10", "igen": "Vet inte"}
    ]


def test_everything_can_be_done_with_the_keyboard(room: Room, phone: Page) -> None:
    """Rule: who does not point can answer."""
    phone.get_by_label(QUESTION).focus()
    phone.keyboard.type(TEXT)
    for key in ("Tab", "Space", "ArrowRight", "Tab", "Space", "Tab", "Tab", "Enter"):
        phone.keyboard.press(key)
    phone.get_by_text(THANKS).wait_for()
    assert [dict(one.answers) for one in room.box.submissions.values()] == [
        {"tar-med": TEXT, "nytta": "1", "igen": "Ja"}
    ]


def test_a_draft_survives_a_reload_and_is_gone_after_the_receipt(phone: Page) -> None:
    """Rule: a locked screen costs nothing, and nothing stays on the phone."""
    phone.get_by_label(QUESTION).fill("Halvvägs")
    phone.get_by_label("7", exact=True).check()
    phone.reload()
    expect(phone.get_by_label(QUESTION)).to_have_value("Halvvägs")
    expect(phone.get_by_label("7", exact=True)).to_be_checked()
    send(phone, "Halvvägs och klar")
    phone.get_by_text(THANKS).wait_for()
    assert "Halvvägs" not in storage(phone)


def test_a_form_opens_by_itself(room: Room, server: AudienceServer, browser: Browser) -> None:
    """Rule: scan once; the page follows."""
    page = open_phone(browser, server)
    expect(page.get_by_role("heading", name="Vi börjar snart")).to_be_visible()
    room.go_to("reflektion")
    expect(page.get_by_label(QUESTION)).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_the_lobby_says_what_the_page_is_for(server: AudienceServer, browser: Browser, script: bool) -> None:
    """Rule: who scans early knows what comes, that no name is asked for, and that the page may stay."""
    page = open_phone(browser, server, script=script)
    said = page.locator("#after")
    expect(said).to_contain_text("Här svarar du på frågor när det är dags.")
    expect(said).to_contain_text("Du behöver inte skriva ditt namn.")
    expect(said).to_contain_text("Låt gärna sidan vara öppen.")


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize(
    ("following", "told"), [("", "Du kan stänga sidan."), ("another", "Låt gärna sidan vara öppen.")]
)
def test_after_the_receipt_the_phone_says_whether_it_is_needed_again(
    browser: Browser, room: Room, script: bool, following: str, told: str
) -> None:
    """Rule: after the last questions the page may be closed, unless the day goes on."""
    room.go_to("reflektion")
    server = room.server(following=following)
    server.start()
    page = open_phone(browser, server, script=script)
    send(page)
    expect(page.get_by_text(THANKS)).to_be_visible()
    expect(page.locator("#after")).to_contain_text(told)
    server.stop()


@pytest.mark.parametrize(("step", "told"), [("bikupa", "Låt gärna sidan vara öppen."), ("reflektion", "Du kan stänga")])
def test_more_questions_are_told_while_they_are_planned(browser: Browser, step: str, told: str) -> None:
    """Rule: who reports in the buzz groups is asked again later; the promise holds from what the exercise knows."""
    room = Room(exercise=REPORTED)
    room.go_to(step)
    server = room.server()
    server.start()
    page = open_phone(browser, server)
    page.get_by_label("Vad vill ni säga till de andra?").fill(TEXT)
    page.get_by_role("button", name="Skicka").click()
    expect(page.locator("#after")).to_contain_text(told)
    server.stop()


def test_answers_that_were_opened_are_not_called_the_end_of_the_step(room: Room, phone: Page) -> None:
    """Rule: while the clock still runs nobody is told that the step is over."""
    phone.get_by_label(QUESTION).fill(TEXT)
    for number in range(5):
        room.desk.room.submit("reflektion", f"{number:032x}", {"tar-med": "Mer tid."})
    room.desk.reveal("reflektion")
    expect(phone.locator("#note")).to_have_text(
        "Svaren har redan öppnats, men du hinner skicka. Formuläret stänger om en stund."
    )
    expect(phone.locator("#time")).to_contain_text("kvar")


def test_typed_text_stays_when_the_leader_goes_on(room: Room, phone: Page) -> None:
    """Rule: a time limit never eats typed text."""
    phone.get_by_label(QUESTION).fill(TEXT)
    room.desk.handle(Next())
    expect(phone.get_by_text("du hinner skicka")).to_be_visible()
    phone.get_by_role("button", name="Skicka").click()
    phone.get_by_text(THANKS).wait_for()
    assert texts(room) == [TEXT]


def test_text_in_a_form_that_closed_can_be_copied(room: Room, phone: Page) -> None:
    """Rule: too late to send is not too late to keep."""
    phone.get_by_label(QUESTION).fill(TEXT)
    room.desk.handle(Next())
    room.clock.advance(minutes=2)
    phone.get_by_role("button", name="Kopiera texten").click()
    expect(phone.get_by_text("Texten är kopierad.")).to_be_visible()
    expect(phone.get_by_label(QUESTION)).to_have_value(TEXT)


def test_who_is_done_with_a_closed_form_goes_on(room: Room, phone: Page) -> None:
    """Rule: the phone is not stuck in the past."""
    phone.get_by_label(QUESTION).fill(TEXT)
    room.desk.handle(Next())
    room.clock.advance(minutes=2)
    phone.get_by_role("button", name="gå vidare").click()
    expect(phone.get_by_text("Just nu finns inget att fylla i")).to_be_visible()


def test_a_form_that_reopens_still_has_the_text(room: Room, phone: Page) -> None:
    """Rule: when the leader goes back, so can the writer."""
    phone.get_by_label(QUESTION).fill(TEXT)
    room.desk.handle(Next())
    room.clock.advance(minutes=2)
    phone.get_by_role("button", name="Kopiera texten").wait_for()
    room.desk.handle(Back())
    phone.get_by_role("button", name="Skicka").click()
    phone.get_by_text(THANKS).wait_for()
    assert texts(room) == [TEXT]


@pytest.mark.parametrize(
    ("text", "word"),
    [("Ring 070-123 45 67", "telefonnummer"), ("Hon är 19850709-1234", "personnummer"), ("eva@kommun.se", "e-post")],
)
def test_personal_data_is_stopped_before_it_leaves_the_phone(room: Room, phone: Page, text: str, word: str) -> None:
    """Rule: the warning comes beside the field, and nothing has been sent."""
    sent: list[str] = []
    phone.on("request", lambda request: sent.append(request.method))
    send(phone, text)
    expect(phone.get_by_label(QUESTION)).to_be_focused()
    expect(phone.locator("#w0")).to_contain_text(word)
    assert "POST" not in sent and texts(room) == []


def test_phone_and_laptop_agree_on_personal_data(phone: Page) -> None:
    """Rule: what the laptop would stop, the phone stops first, and nothing else."""
    cases = [
        "Vi sågs 2024-05-12 kl 10:30",
        "850709-1234",
        "19850709 1234",
        "8507691234",
        "070 123 45 67",
        "+46 8 123 456 78",
        "08-123 456",
        "5 av 13 svarade",
        "eva.ek@kommun.se",
        "a @ b",
        "1234567890123",
        "mer än 100 000 kr",
        "SoL 11 kap 1 §",
        "85.07.09.1234",
        "٨٥٠٧٠٩-١٢٣٤",
        "８５０７０９–１２３４",
        "2026-11-21–2026-12-01",
        "0046 70 123 45 67",
        "20 000–30 000 kr 2025",
        "kl 08-10 2026-11-21",
        "eva@kommun",
    ]
    send(phone, "")
    for case in cases:
        send(phone, case) if personal_data(case) else phone.get_by_label(QUESTION).fill(case)
        stopped = phone.locator("#w0").is_visible()
        assert stopped == bool(personal_data(case)), case


def test_an_empty_form_is_not_sent(room: Room, phone: Page) -> None:
    """Rule: who presses too early is told what to do."""
    phone.get_by_role("button", name="Skicka").click()
    expect(phone.get_by_text("Svara på minst en fråga")).to_be_visible()
    assert texts(room) == []


def test_the_count_of_characters_shows_near_the_end(phone: Page) -> None:
    """Rule: nobody counts before it matters."""
    phone.get_by_label(QUESTION).fill("x" * 900)
    assert not phone.get_by_text("tecken kvar").is_visible()
    phone.get_by_label(QUESTION).fill("x" * 1190)
    expect(phone.get_by_text("10 tecken kvar")).to_be_visible()


def test_the_laptop_away_while_sending_gives_exactly_one_answer(
    room: Room, server: AudienceServer, browser: Browser
) -> None:
    """Rule: the phone tries again until the answer is on disk, and it counts once."""
    room.go_to("reflektion")
    phone = open_phone(browser, server)
    phone.get_by_label(QUESTION).fill(TEXT)
    server.stop()
    phone.get_by_role("button", name="Skicka").click()
    phone.get_by_text("Försöker igen").wait_for()
    again = room.server(port=port_of(server))
    again.start()
    expect(phone.get_by_text(THANKS)).to_be_visible()
    again.stop()
    assert texts(room) == [TEXT]


def pass_on(server: AudienceServer, route: Route) -> Reply:
    """Send what the phone sent, as the network would."""
    headers = dict(route.request.all_headers()) | {"host": f"laptop.test:{port_of(server)}"}
    return ask(server.phone_url, "answers", "POST", route.request.post_data_buffer, headers)


def test_a_receipt_lost_on_the_way_gives_exactly_one_answer(room: Room, server: AudienceServer, phone: Page) -> None:
    """Rule: saved, but the phone never heard: it asks again with the same number."""
    lost: list[int] = []

    def lose_the_first(route: Route) -> None:
        if lost:
            route.continue_()
            return
        lost.append(pass_on(server, route).status)
        route.abort()

    phone.route("**/answers", lose_the_first)
    send(phone)
    phone.get_by_text(THANKS).wait_for()
    assert lost == [201] and texts(room) == [TEXT]


@pytest.fixture
def taken(server: AudienceServer, phone: Page) -> Page:
    """A phone whose number has carried another answer already."""
    post(server, sheet(1, "Mitt första svar."))
    key = f"sessionrunner /s/{TOKEN}/ reflektion id"
    phone.evaluate("([key, id]) => localStorage.setItem(key, id)", [key, f"{1:032x}"])
    send(phone)
    phone.get_by_text("Ditt första svar är sparat").wait_for()
    return phone


def test_a_second_text_is_not_called_saved_and_can_be_copied(room: Room, taken: Page) -> None:
    """Rule: the first answer counts; what was written after it stays on the phone."""
    assert not taken.get_by_text(THANKS).is_visible()
    room.desk.handle(Pause(PauseReason.QUESTION))
    expect(taken.locator("#time")).to_contain_text("Paus")
    expect(taken.get_by_label(QUESTION)).to_have_value(TEXT)
    taken.get_by_role("button", name="Kopiera texten").click()
    expect(taken.get_by_text("Texten är kopierad.")).to_be_visible()
    assert texts(room) == ["Mitt första svar."]


def test_who_is_done_with_a_second_text_sees_the_first_receipt(taken: Page) -> None:
    """Rule: afterwards the phone is where it would have been."""
    taken.get_by_role("button", name="gå vidare").click()
    expect(taken.get_by_text(THANKS)).to_be_visible()
    assert taken.get_by_role("button").count() == 0
    assert TEXT not in storage(taken)


def test_a_reload_while_sending_goes_on_sending(room: Room, phone: Page) -> None:
    """Rule: a phone that dies in the middle finishes when it wakes."""
    phone.route("**/answers", lambda route: route.abort())
    send(phone)
    phone.get_by_text("Försöker igen").wait_for()
    phone.unroute("**/answers")
    phone.reload()
    phone.get_by_text(THANKS).wait_for()
    assert texts(room) == [TEXT]


def test_a_full_disk_keeps_the_text_and_tries_again(room: Room, phone: Page) -> None:
    """Rule: no receipt without a saved answer."""
    room.box.full = True
    send(phone)
    phone.get_by_text("Försöker igen").wait_for()
    expect(phone.get_by_label(QUESTION)).to_have_value(TEXT)
    room.box.full = False
    phone.get_by_text(THANKS).wait_for()
    assert texts(room) == [TEXT]


@pytest.mark.parametrize("wall", [False, True])
def test_browsers_ask_for_nothing_that_is_not_there(server: AudienceServer, browser: Browser, wall: bool) -> None:
    """Rule: a second request for an icon costs a slow phone a second; what is missing is told on the console."""
    page = context(browser).new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.goto(server.wall_url if wall else phone_address(server))
    page.wait_for_timeout(500)
    assert not told
    with page.expect_console_message():
        page.evaluate("fetch('missing')")
    assert len(told) == 1


def test_the_laptop_away_is_told_calmly(server: AudienceServer, phone: Page) -> None:
    """Rule: a calm line, and the text stays."""
    phone.get_by_label(QUESTION).fill(TEXT)
    server.stop()
    expect(phone.get_by_text("Ingen kontakt med datorn")).to_be_visible()
    expect(phone.get_by_label(QUESTION)).to_have_value(TEXT)


def test_a_laptop_that_stays_away_may_have_moved(server: AudienceServer, browser: Browser) -> None:
    """Rule: only the new code leads to a new address, so the page says where to look; not at the first hiccup."""
    phone = context(browser).new_page()
    stop_the_clock(phone)
    phone.goto(phone_address(server))
    phone.locator("html[data-line=open]").wait_for(state="attached")
    moved = phone.get_by_text("skanna den nya QR-koden")
    lose(phone, server)
    phone.clock.run_for(20_000)
    expect(phone.get_by_text("Vi försöker igen")).to_be_visible()
    expect(moved).not_to_be_visible()
    phone.clock.run_for(20_000)
    expect(moved).to_be_visible()


def test_the_end_says_thank_you(room: Room, server: AudienceServer, phone: Page) -> None:
    """Rule: the session ends with a goodbye, not with an error."""
    room.go_to("avslut")
    phone.get_by_text("Steg 5 av 5").wait_for()
    room.desk.audience = server
    room.desk.close()
    expect(phone.get_by_text("Tack för i dag")).to_be_visible()


def test_two_phones_are_two_answers(room: Room, server: AudienceServer, browser: Browser) -> None:
    """Rule: everybody counts."""
    room.go_to("reflektion")
    for text in ("En", "Två"):
        page = open_phone(browser, server)
        send(page, text)
        page.get_by_text(THANKS).wait_for()
    assert sorted(texts(room)) == ["En", "Två"]


def test_no_cookies_are_set(phone: Page) -> None:
    """Rule: nothing on the phone says who it is."""
    send(phone)
    phone.get_by_text(THANKS).wait_for()
    assert phone.context.cookies() == []


def test_the_number_of_an_answer_is_forgotten(phone: Page) -> None:
    """Rule: two answers of the same phone have nothing in common."""
    phone.get_by_label(QUESTION).fill("x")
    send(phone)
    phone.get_by_text(THANKS).wait_for()
    kept = json.loads(storage(phone))
    assert {key.split()[-1] for key in kept} == {"sent"}


def test_an_earlier_rooms_drafts_are_swept(phone: Page) -> None:
    """Rule: a phone used at another exercise carries nothing along."""
    phone.evaluate("localStorage.setItem('sessionrunner /s/old/ reflektion draft', '{\"a\":\"gammalt\"}')")
    phone.reload()
    phone.get_by_label(QUESTION).wait_for()
    assert "gammalt" not in storage(phone)


def test_another_site_cannot_answer(room: Room, server: AudienceServer, browser: Browser) -> None:
    """Rule: a page from elsewhere that posts here changes nothing."""
    room.go_to("reflektion")
    page = context(browser).new_page()
    page.route(
        "http://stranger.test/",
        lambda route: route.fulfill(
            content_type="text/html",
            body=f'<form method=post action="{phone_address(server)}answers"><input name=submission value="{"1" * 32}">'
            "<input name=step value=reflektion><input name=answer.tar-med value=x><button>go</button></form>",
        ),
    )
    page.goto("http://stranger.test/")
    page.get_by_role("button").click()
    expect(page.get_by_role("heading")).to_have_text("Svaret kom från en annan sida")
    assert texts(room) == []


@pytest.mark.parametrize("size", [SMALL, USUAL])
def test_nothing_is_wider_than_the_screen(
    room: Room, server: AudienceServer, browser: Browser, size: tuple[int, int]
) -> None:
    """Rule: no sideways scrolling, on the smallest phone either."""
    room.go_to("reflektion")
    page = open_phone(browser, server, size)
    page.get_by_label(QUESTION).wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


@pytest.mark.parametrize("size", [SMALL, USUAL])
def test_everything_to_press_is_large_enough(
    room: Room, server: AudienceServer, browser: Browser, size: tuple[int, int]
) -> None:
    """Rule: 44 pixels for a thumb in a hurry."""
    room.go_to("reflektion")
    page = open_phone(browser, server, size)
    page.get_by_label(QUESTION).wait_for()
    boxes = page.locator("form label:has(input), button:visible, summary:visible, textarea").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => [box.width, box.height])"
    )
    assert len(boxes) > 15
    assert all(min(box) >= 43.9 for box in boxes), boxes


# ---- without a script


@pytest.fixture
def plain(room: Room, server: AudienceServer, browser: Browser) -> Page:
    """A phone that runs no scripts."""
    room.go_to("reflektion")
    return open_phone(browser, server, script=False)


def test_without_a_script_an_answer_is_saved(room: Room, plain: Page) -> None:
    """Rule: any phone can answer."""
    send(plain)
    expect(plain.get_by_text(THANKS)).to_be_visible()
    assert texts(room) == [TEXT]
    assert plain.get_by_role("button").count() == 0


def test_without_a_script_going_back_finds_the_text(room: Room, plain: Page) -> None:
    """Rule: the remedy we tell works: the laptop does not repeat the text, the phone still has it."""
    send(plain, "Ring 070-123 45 67")
    expect(plain.get_by_text("Gå tillbaka i webbläsaren")).to_be_visible()
    plain.go_back()
    expect(plain.get_by_label(QUESTION)).to_have_value("Ring 070-123 45 67")
    send(plain)
    expect(plain.get_by_text(THANKS)).to_be_visible()
    assert texts(room) == [TEXT]


def test_without_a_script_a_second_text_is_told_that_the_first_counts(server: AudienceServer, plain: Page) -> None:
    """Rule: going back and sending something else is not called saved, and the new text is not lost."""
    number = plain.content().split('name="submission" value="')[1][:32]
    post(server, sheet(int(number, 16), "Mitt första svar."), json_wanted=False)
    send(plain)
    expect(plain.get_by_role("heading", name="Ditt första svar gäller")).to_be_visible()
    plain.go_back()
    expect(plain.get_by_label(QUESTION)).to_have_value(TEXT)


def test_without_a_script_reloading_the_receipt_sends_nothing(room: Room, plain: Page) -> None:
    """Rule: a reload is harmless."""
    send(plain)
    plain.get_by_text(THANKS).wait_for()
    plain.reload()
    assert texts(room) == [TEXT]


def test_without_a_script_the_page_updates_by_itself_while_waiting(
    room: Room, server: AudienceServer, browser: Browser
) -> None:
    """Rule: nobody is left behind; and there is a link for who cannot wait."""
    page = open_phone(browser, server, script=False)
    assert page.locator("meta[http-equiv=refresh]").count() == 1
    room.go_to("reflektion")
    # A phone that has updated itself in this moment has the form already.
    page.get_by_role("link", name="Uppdatera nu").or_(page.get_by_label(QUESTION)).click()
    expect(page.get_by_label(QUESTION)).to_be_visible()
    assert page.locator("meta[http-equiv=refresh]").count() == 0


def test_minutes_are_said_to_those_who_do_not_see_them(room: Room, server: AudienceServer, browser: Browser) -> None:
    """Rule: at five, two and one minute, once each, and not when a step begins."""
    room.go_to("borden")
    page = open_phone(browser, server)
    expect(page.locator("#time")).to_contain_text(re.compile("19:00|18:[345]"))  # the page counts on by itself
    expect(page.locator("#spoken")).to_have_text("")
    room.clock.advance(minutes=17, seconds=1)
    expect(page.locator("#spoken")).to_have_text("2 minuter kvar")
    room.clock.advance(minutes=3)
    expect(page.locator("#spoken")).to_have_text("")
    room.go_to("bikupa")
    expect(page.get_by_role("heading", name="Bikupor")).to_be_visible()
    expect(page.locator("#spoken")).to_have_text("")


def test_who_is_done_is_counted_once_and_can_take_it_back(room: Room, server: AudienceServer, browser: Browser) -> None:
    """Rule: a step that collects nothing has a button for being done; the number says nothing of who."""
    room.go_to("bikupa")
    phone, wall = open_phone(browser, server), open_wall(browser, server)
    phone.get_by_role("button", name="Jag är klar").click()
    expect(wall.locator("#note")).to_have_text("1 av 13 klara")
    again = phone.get_by_role("button", name="Du är räknad som klar")
    again.wait_for()  # the wall may know before the phone has its receipt
    phone.reload()
    again.click()
    expect(phone.get_by_role("button", name="Jag är klar")).to_be_visible()
    assert room.desk.room.ready() == 0


def test_being_done_is_asked_only_where_everybody_works_by_themselves(
    room: Room, server: AudienceServer, browser: Browser
) -> None:
    """Rule: no button while everybody listens, while people walk, or where answers are collected."""
    phone = open_phone(browser, server)
    seen = []
    for step in ("start", "borden", "bikupa", "reflektion", "avslut"):
        room.go_to(step)
        expect(phone.locator("#step")).to_have_text(room.desk.room.public().step)
        seen.append(phone.locator("#mark").is_visible())
    assert seen == [False, True, True, False, False]


def test_without_a_script_being_done_is_counted(room: Room, server: AudienceServer, browser: Browser) -> None:
    """Rule: a plain form post is enough."""
    room.go_to("bikupa")
    plain = open_phone(browser, server, script=False)
    plain.get_by_role("button", name="Jag är klar").click()
    expect(plain.get_by_text("Du är räknad som klar.")).to_be_visible()
    assert room.desk.room.ready() == 1


def test_two_minutes_before_the_groups_stop_the_phone_says_so(
    room: Room, server: AudienceServer, browser: Browser
) -> None:
    """Rule: the group hears it in time, also those who do not see the wall."""
    room.go_to("bikupa")
    room.clock.advance(minutes=3, seconds=10)
    call = open_phone(browser, server).get_by_text("2 minuter kvar – utse vem som rapporterar")
    expect(call).to_have_attribute("role", "status")


def test_the_groups_answer_is_told_apart_from_ones_own(browser: Browser) -> None:
    """Rule: whoever reports writes for the group, and the phone says what happens to it."""
    room = Room(exercise=REPORTED)
    room.go_to("reflektion")
    server = room.server()
    server.start()
    phone = open_phone(browser, server)
    expect(phone.get_by_role("heading", name="För den som rapporterar")).to_be_visible()
    expect(phone.get_by_text("Bara en i gruppen skriver här.")).to_be_visible()
    phone.get_by_label("Vad vill ni säga till de andra?").fill("Vi vill ses oftare.")
    phone.get_by_role("button", name="Skicka").click()
    expect(phone.locator("#status")).to_have_text("Tack, sparat.")
    server.stop()
    assert [one.answers for one in room.desk.reveal("reflektion")] == [("Vi vill ses oftare.",)]
