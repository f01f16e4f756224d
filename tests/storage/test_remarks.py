"""What somebody has remarked in a file by hand is there after the program has written it."""

from pathlib import Path

import pytest

from sessionrunner.core.manuscript import put, remove_step
from sessionrunner.storage.library import Library, shipped_folder
from sessionrunner.storage.plain_tree import tree, written
from sessionrunner.storage.problem import Findings
from sessionrunner.storage.remarks import remarks, with_remarks
from sessionrunner.storage.workshop import Workshop
from sessionrunner.storage.yaml_nodes import compose

BY_HAND = """\
# Vår egen, gjord i mars
id: egna/hand
title: "Nr # 1"  # fråga Lena
package: Egna övningar
minutes: 10
purpose:
  # först
  - Prata  # en sak
steps:
  # lugnt tempo
  - id: a
    title: A
    minutes: 5
    mode: plenary
    notes:
      say: >  # långsamt
        # det här är text
        Hej
    wall: |-
      Lyssna
      # inte en anmärkning

    # efter väggen
    questions: [En?, Två]  # räcker
  - id: b
    title: B
    minutes: 5
    mode: summary
    outputs: [idea]
# sist
"""


def read(text: str) -> object:
    """What a text says, without its remarks."""
    node = compose(text, Findings(""))
    assert node is not None
    return tree(node)


def test_a_remark_belongs_to_what_it_stands_above_or_beside() -> None:
    """What looks like one inside a text is none."""
    told = [(one.lines, ".".join(one.above)) for one in remarks(BY_HAND)]
    assert told == [
        (("# Vår egen, gjord i mars",), "id"),
        (("# fråga Lena",), "title"),
        (("# först", "# en sak"), "purpose.0"),
        (("# lugnt tempo",), "steps.a"),
        (("# långsamt",), "steps.a.notes.say"),
        (("# efter väggen", "# räcker"), "steps.a.questions"),
        (("# sist",), ""),
    ]


def test_every_remark_is_there_in_a_file_written_anew() -> None:
    """And the file says the same as before."""
    anew = with_remarks(written(read(BY_HAND)), remarks(BY_HAND))
    assert [line for one in remarks(anew) for line in one.lines] == [
        line for one in remarks(BY_HAND) for line in one.lines
    ]
    assert read(anew) == read(BY_HAND)


@pytest.mark.parametrize("file", sorted(shipped_folder("exercises").rglob("*.yaml"))[::9], ids=lambda file: file.stem)
def test_the_programs_own_files_keep_theirs(file: Path) -> None:
    """Nothing is lost or doubled, however they are laid out."""
    text = file.read_text("utf-8")
    anew = with_remarks(written(read(text)), remarks(text))
    assert len([*anew.splitlines()]) - len(written(read(text)).splitlines()) == sum(len(r.lines) for r in remarks(text))
    assert read(anew) == read(text)


def test_saving_in_the_program_keeps_what_was_remarked_by_hand(tmp_path: Path) -> None:
    """Also where the step that it was about is gone."""
    file = tmp_path / "egna" / "hand.yaml"
    file.parent.mkdir()
    file.write_text(BY_HAND, "utf-8")
    workshop = Workshop(tmp_path, Library([tmp_path]))
    page = workshop.open("egna/hand", str, "")
    workshop.keep(page.become(put(remove_step(page.keys, 0), ("minutes",), "5")))
    assert all(line in file.read_text("utf-8") for one in remarks(BY_HAND) for line in one.lines)
    assert workshop.open("egna/hand", str, "").keys["minutes"] == "5"


@pytest.mark.parametrize("text", ["", "# bara ord", "id: [", "\t# hej\n\ta: b"])
def test_a_file_that_cannot_be_read_has_no_remarks_to_keep(text: str) -> None:
    """The new text stands as it is."""
    assert with_remarks("id: a\n", remarks(text)) == "id: a\n"
