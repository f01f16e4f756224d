"""``groups``: who works with whom, over as many rounds as are wanted."""

import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.places import places
from sessionrunner.core.exercise import SizeRange
from sessionrunner.core.groups import Conflict, Plan, Problem, Score, bound, conflicts, improve, score, share, split
from sessionrunner.core.text import SessionRunnerError, Text
from sessionrunner.locale import Catalogue
from sessionrunner.storage.acquaintances import Acquaintances
from sessionrunner.storage.instance_file import UnknownInstance, instances
from sessionrunner.storage.roster_file import people


class NothingToDivide(SessionRunnerError):
    """Neither people nor a file with instances."""

    cause = "groups.nothing-to-divide"


class UnknownName(SessionRunnerError):
    """A wish about somebody who is not there."""

    cause = "groups.unknown-name"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one problem."""

    plan: Plan
    reporters: tuple[tuple[int, ...], ...]
    score: Score
    bound: int
    """No plan has a smaller q."""
    seconds: float

    def sentence(self) -> Text:
        """How good the plan is, in words."""
        if self.score.q == 0:
            return Text("groups.quality.new")
        best = "best" if self.score.q == self.bound and self.score.most == 2 else "found"
        return Text(f"groups.quality.{best}", {"n": self.score.repeated, "most": self.score.most})


def groups(arguments: Arguments, words: Catalogue) -> int:
    """Plan groups for people, or for every instance of a file."""
    if arguments.forget:
        forgotten = Acquaintances(places(arguments).state).forget()
        print(words("arrange.forgotten" if forgotten else "arrange.nothing-to-forget"))
        return 0
    if arguments.instance is not None:
        return _instances(arguments, words)
    if arguments.people is None:
        raise NothingToDivide
    names = people(arguments.people)
    size = SizeRange(*arguments.size)
    sizes = split(len(names), size)
    problem = Problem(
        len(names),
        (sizes,) * (arguments.rounds or 1),
        tuple(_wishes(arguments.apart, names)),
        tuple(_wishes(arguments.together, names)),
    )
    wrong = conflicts(problem)
    if wrong:
        return _refuse(wrong, names, words)
    answer = solved(problem, arguments.seed, arguments.seconds)
    if arguments.json:
        _print(_as_data(answer, names))
    else:
        print(_split_told(sizes, size, words))
        _tell(answer, names, words)
    return 0


def _split_told(sizes: Sequence[int], size: SizeRange, words: Catalogue) -> str:
    """How so many people are divided, and why not as asked when that cannot be."""
    key = "groups.sizes" if all(size.low <= each <= size.high for each in sizes) else "groups.other-sizes"
    said = "+".join(str(each) for each in sizes)
    asked = str(size.low) if size.low == size.high else f"{size.low}–{size.high}"
    return words(key, n=sum(sizes), sizes=said, asked=asked)


def solved(problem: Problem, seed: int, seconds: float) -> Answer:
    """The best plan that is found in so many seconds, or at once when it is proved best."""
    start = time.perf_counter()
    plans = improve(problem, seed)
    plan = next(plans)
    while time.perf_counter() - start < seconds:
        better = next(plans, None)
        if better is None:
            break
        plan = better
    turns = iter(share([group for round_ in plan for group in round_], {}))
    reporters = tuple(tuple(next(turns) for _ in round_) for round_ in plan)
    return Answer(plan, reporters, score(problem, plan), bound(problem), time.perf_counter() - start)


def _wishes(given: Sequence[str], names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of numbers from names with commas between: of three names, each with each."""
    for wish in given:
        wanted = [name.strip() for name in wish.split(",") if name.strip()]
        for name in wanted:
            if name not in names:
                raise UnknownName(name=name)
        yield from combinations([names.index(name) for name in dict.fromkeys(wanted)], 2)


def _instances(arguments: Arguments, words: Catalogue) -> int:
    """Every instance of the file, or the one whose id was given; 1 when one of them cannot be had."""
    assert arguments.instance is not None  # that is why this is called
    several, found = instances(arguments.instance)
    if arguments.id is not None and arguments.id not in found:
        raise UnknownInstance(id=arguments.id, file=arguments.instance)
    chosen = {name: problem for name, problem in found.items() if arguments.id in (None, name)}
    results = [_result(name, problem, arguments, words) for name, problem in chosen.items()]
    if arguments.json:
        _print(results if several and arguments.id is None else results[0])
    else:
        for result in results:
            print(f"{result['id']}: {result['welcome']}")
    return 1 if any(result["conflicts"] for result in results) else 0


def _result(name: str, problem: Problem, arguments: Arguments, words: Catalogue) -> dict[str, object]:
    wrong = conflicts(problem)
    numbers = [str(person) for person in range(problem.people)]
    if wrong:
        told = [words.render(conflict.text(numbers)) for conflict in wrong]
        return {"id": name, "rounds": [], "reporters": [], "welcome": " ".join(told), "conflicts": told}
    answer = solved(problem, arguments.seed, arguments.seconds)
    said = words.render(answer.sentence())
    return {"id": name, **_as_data(answer, range(problem.people)), "welcome": said, "conflicts": []}


def _as_data(answer: Answer, names: Sequence[object]) -> Mapping[str, object]:
    return {
        "rounds": [[[names[person] for person in group] for group in groups] for groups in answer.plan],
        "reporters": [[names[person] for person in turn] for turn in answer.reporters],
        "repeated_pairs": answer.score.repeated,
        "max_meetings": answer.score.most,
        "violations": answer.score.violations,
        "imbalance": answer.score.imbalance,
        "q": answer.score.q,
        "bound": answer.bound,
        "seconds": round(answer.seconds, 3),
    }


def _refuse(wrong: Sequence[Conflict], names: Sequence[str], words: Catalogue) -> int:
    for conflict in wrong:
        print(words.render(conflict.text(names)), file=sys.stderr)
    print(words("groups.conflict.remedy"), file=sys.stderr)
    return 1


def _tell(answer: Answer, names: Sequence[str], words: Catalogue) -> None:
    for number, (round_, turn) in enumerate(zip(answer.plan, answer.reporters, strict=True), 1):
        print(words("groups.round", n=number))
        for group, reporter in zip(round_, turn, strict=True):
            who = ", ".join(names[person] for person in group)
            print(words("groups.group", people=who, reporter=names[reporter]))
    print(words.render(answer.sentence()))


def _print(data: object) -> None:
    json.dump(data, sys.stdout, ensure_ascii=False)
    print()
