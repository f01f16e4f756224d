"""What the phone's page brings along for its script: the state, and words to speak of later states with."""

import json
from collections.abc import Mapping
from html import escape

from sessionrunner.core.privacy import FLOOR
from sessionrunner.core.public import PublicView
from sessionrunner.web.ballot_sheet import BallotSheet
from sessionrunner.web.payload import phone_state
from sessionrunner.web.promise import Promise
from sessionrunner.web.voice import Voice


class Luggage:
    """Packs data attributes, since the policy allows no inline script."""

    def __init__(self, voice: Voice, promise: Promise, key: str = "") -> None:
        """``key`` is what the phone seals its answer to; empty where nobody on the way could read it."""
        self._voice = voice
        self._promise = promise
        self._key = key

    def pack(self, view: PublicView) -> str:
        """An element that nobody sees."""
        words = {
            **self._voice.words.section("web.script"),
            "promise": self._promise.said(view.threshold, view.touches_cases),
            "vote": BallotSheet(self._voice).said(max(view.threshold, FLOOR)),
            "home": self._voice.home,
            **self._sealing(view.threshold),
        }
        state, said = _attribute(phone_state(view)), _attribute(words)
        key = f' data-key="{escape(self._key)}"' if self._key else ""
        return f'<div id="luggage" hidden data-state="{state}" data-words="{said}"{key}></div>'

    def _sealing(self, threshold: int) -> Mapping[str, object]:
        """What a phone that can seal says instead."""
        return {"sealed": Promise(self._voice, "sealed").said(threshold)} if self._key else {}


def _attribute(data: object) -> str:
    return escape(json.dumps(data, ensure_ascii=False, default=dict))
