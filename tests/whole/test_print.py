"""``print`` as a leader types it the day before."""

from pathlib import Path

from pypdf import PdfReader

from tests.program import sessionrunner


def test_a_pack_is_printed_for_fourteen(tmp_path: Path) -> None:
    """Signs, cards and all; the leader is told how the poster gets its code."""
    done = sessionrunner(
        "print", "introduktion/min-uppgift", "--people", "14", "--out", str(tmp_path), state=tmp_path / "state"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Affischen får QR-koden" in done.stdout
    assert "översikterna över hela biblioteket" in done.stdout
    (made,) = tmp_path.glob("*.pdf")
    text = " ".join(page.extract_text() for page in PdfReader(made).pages)
    assert all(word in text for word in ("Manus för dig som leder", "Bord 4", "Översikt: förberedelser"))


def test_one_part_can_be_printed_and_nothing_is_written_over(tmp_path: Path) -> None:
    """A second print has a name of its own."""
    (tmp_path / "skyltar.pdf").write_bytes(b"Bos")
    wanted = ("--part", "signs", "--out", str(tmp_path / "skyltar.pdf"))
    done = sessionrunner("print", "introduktion/min-uppgift", *wanted, state=tmp_path / "state")
    assert done.returncode == 0 and "översikterna" not in done.stdout
    assert len(PdfReader(tmp_path / "skyltar (2).pdf").pages) == 4
    assert (tmp_path / "skyltar.pdf").read_bytes() == b"Bos"
