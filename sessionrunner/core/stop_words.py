"""Words that say nothing about what a text is about, in the languages of the rooms."""

_SWEDISH = """
alla allt att av bara behöver bli blir borde bra de dem den denna det detta där då efter eller en er ett
finns flera fler få får för från gjort gå går gör göra ha hade han har hela hon hos hur här i ibland igen in
inför ingen inget inte kan kunna lite man med mellan men mer mest mig mitt mot mycket måste ni nog nu något några när
och också oftare om oss på sig sin sitt själv ska skulle så som tar till tycker under upp ut utan vad var vara vi
vid vill vilka vår våra vårt är än åt över
"""
_ENGLISH = """
a about all also an and are as at be been but by can do does for from get had has have how i if in into is it its
just me more most must my need no not of on one or our out should so some than that the their them there they this
to too up us very was we were what when which who will with would you your
"""
STOP_WORDS = frozenset(f"{_SWEDISH} {_ENGLISH}".split())
