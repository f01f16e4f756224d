"""What the hosts of a world café wrote at their tables, side by side, in the real program."""

from pathlib import Path

from tests.plain_program import PlainProgram
from tests.program import lesson_files, post_answer, wait_for_status

SAID = {
    "forsta-veckan": "Någon möter i dörren",
    "forsta-arendena": "Aldrig ensam med det första ärendet",
    "tva-ar": "Att någon frågar hur det går",
}


def test_the_hosts_sentences_stand_side_by_side_and_in_the_file(tmp_path: Path) -> None:
    """One phone a table is enough, since the words are the table's; a table that wrote nothing stands there empty."""
    state, lessons = tmp_path / "state", tmp_path / "lessons"
    lessons.mkdir()
    local = ("--address", "127.0.0.1", "--port", "0", "--lessons", str(lessons))
    with PlainProgram("run", "modeller/arbetsplatssamtal", "--plain", "--people", "12", *local, state=state) as program:
        for title in ("Plus och minus", "Fyra frågor, fyra bord", "Nu eller sedan"):
            program.say("nästa")
            program.hear(title)
        phones = str(wait_for_status(state, step="ratt-tid")["phone_url"])
        for question, text in SAID.items():
            assert post_answer(phones, "ratt-tid", {question: text}) == 201
        program.say("visa")
        program.hear(SAID["tva-ar"])
        program.say("borden alla")
        program.hear("Väggen visar alla bord bredvid varandra.")
        program.say("borden")
        program.hear("4. Två år senare: Vad får någon att vilja vara kvar?")
        program.hear(f"- {SAID['tva-ar']}")
        for title in ("Egen reflektion", "Gemensam avslutning"):
            program.say("nästa")
            program.hear(title)
        program.save()
    (file,) = lesson_files(lessons)
    told = file.read_text("utf-8").split("Det ni skrev vid borden")[1]
    assert told.index("Första veckan") < told.index(SAID["forsta-veckan"]) < told.index("Första ärendena")
    assert "Inget skrivet än." in told.split("Att få fråga")[1].split("###")[0]
