"""What people write stays text in the saved file, whatever readers of Markdown make of such signs."""

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from sessionrunner.core.cleaning import clean
from sessionrunner.core.markdown import blockquote, inline
from tests.hostile import strings

READERS = (
    MarkdownIt("commonmark"),
    MarkdownIt("gfm-like"),
    MarkdownIt("gfm-like", {"typographer": False, "linkify": True, "html": True}),
)
PIECES = (
    "www.", "http://", "a.se", "- ", "1. ", "---", "===", "[x](y)", "![x](y)", "[[x]]", "<b>", "<!--", "&amp;", "\n",
    "\n\n", "    ", "\t", "|", "| a | b |", "---|---", ":--", "```", "~~~", "$$", "x@y.se", "mailto:x", "# ", "> ",
    "+ ", "\\", "ord",
)  # fmt: skip
NASTY = st.lists(st.sampled_from(PIECES)).map("".join) | st.text() | st.text("\\`*_[]<>#|~$^{}@=%/!+:&;.-() 1a\n\t")


def paragraphs(text: str) -> list[str]:
    """What a reader should see: paragraphs of lines without space around them."""
    lines = [line.strip() for line in clean(text).split("\n")]
    blocks = "\n".join(lines).split("\n\n")
    return [block.strip("\n") for block in blocks if block.strip("\n")]


def told(tokens: list[Token]) -> list[str]:
    """The text of every paragraph."""
    return ["".join(_plain(child) for child in token.children or ()) for token in tokens if token.type == "inline"]


def _plain(child: Token) -> str:
    return "\n" if child.type == "softbreak" else child.content


def kinds(tokens: list[Token]) -> set[str]:
    """The types of all nodes, inside lines too."""
    every = [*tokens, *(child for token in tokens for child in token.children or ())]
    return {token.type.removesuffix("_open").removesuffix("_close") for token in every} - {"inline"}


@given(NASTY)
def test_an_answer_is_one_quotation_of_nothing_but_its_own_text(text: str) -> None:
    """No answer can become a heading, a link, a picture or anything but words."""
    for reader in READERS:
        tokens = reader.parse(blockquote(text))
        assert kinds(tokens) <= {"blockquote", "paragraph", "text", "softbreak"}
        assert [token.type for token in tokens].count("blockquote_open") == 1
        assert told(tokens) == paragraphs(text)


@given(NASTY)
def test_a_title_stays_one_line_of_its_own_text(text: str) -> None:
    """A decision with odd signs is read as it was typed."""
    for reader in READERS:
        tokens = reader.parse(f"- {inline(text)}")
        assert kinds(tokens) <= {"bullet_list", "list_item", "paragraph", "text"}
        assert told(tokens) == ([" ".join(clean(text).split())] if inline(text) else [])


def test_unescaped_answers_would_fail_the_same_reading() -> None:
    """The reading above notices what it must notice."""
    tokens = READERS[1].parse("> # rubrik med [länk](x)\n> www.exempel.se")
    assert kinds(tokens) > {"heading", "link"}


def test_plain_swedish_is_left_as_it_is() -> None:
    """Whoever opens the file in a plain editor sees no clutter."""
    text = "T.ex. m.fl. kl. 9:30, 1.5 timmar (ca 50 %) – Q&A, 2026-11-21 och/eller så."
    assert blockquote(text) == f"> {text}"


def test_thousands_of_hostile_answers_are_one_quotation_each() -> None:
    """Whatever they are made of."""
    reader = READERS[2]
    for text in strings():
        if clean(text):
            tokens = reader.parse(f"# Rubrik\n\n{blockquote(clean(text))}\n\nslut\n")
            assert [token.type for token in tokens].count("blockquote_open") == 1, repr(text)
            assert not {"html_block", "html_inline", "fence", "bullet_list_open", "table_open"} & kinds(tokens), repr(
                text
            )
