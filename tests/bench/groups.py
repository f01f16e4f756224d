"""How good plans for groups are, and how soon; prints figures beside what is best known, asserts nothing.

``python -m tests.bench.groups [--instances FILE] [--best FILE] [--sweep FILE] [--seconds S] [--seeds N] [--peers S]``.
The files are JSON: instances as for ``sessionrunner groups``; best known Q by id; the sweep is a list of
``{n, sizes, W, lb, best}``. One core is used, and its time is the processor's, so that neighbours do not count.
``--peers`` gives clingo so many seconds for each instance, and tells why others are not run.
"""

import argparse
import json
import time
from pathlib import Path
from random import Random
from statistics import median
from typing import NamedTuple

from sessionrunner.core.groups import Plan, Problem, Score, bound, improve, score
from sessionrunner.core.groups.sizes import even
from sessionrunner.storage.instance_file import instances
from tests.core.group_oracle import without_repeats

NOT_RUN = {
    "Good-Enough Golfers": "a page in JavaScript, not a package",
    "breakout_groups": "reads its groups from files of its own; not a package",
    "golfer (Dotu-Van Hentenryck in C++)": "has to be built, and has no licence",
    "GroupMixer": "proprietary",
    "CP-SAT": "30 MB for an oracle that clingo already is",
}
"""Peers that are not run here, and why."""
PATIENT = "D13"
"""Instances that have ten seconds instead of one begin like this."""


class Outcome(NamedTuple):
    """What came of a problem in the time there was."""

    score: Score
    found: float
    """Seconds until the best plan was there."""
    seconds: float
    """Seconds until it was proved best, or until time was up."""
    first: float
    """Seconds until there was a plan at all."""


def main() -> None:
    """Measure what was asked for, and always a large room and a room that changes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--instances", type=Path)
    parser.add_argument("--best", type=Path)
    parser.add_argument("--sweep", type=Path)
    parser.add_argument("--seconds", type=float, default=1.0)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--peers", type=float)
    asked = parser.parse_args()
    if asked.instances:
        all_instances(asked.instances, asked.best, asked.seconds, asked.seeds)
    if asked.instances and asked.peers:
        peers(asked.instances, asked.peers)
    rooms(asked.seconds, asked.seeds)
    if asked.sweep:
        sweep(asked.sweep, asked.seconds)


def timed(problem: Problem, seed: int, seconds: float) -> Outcome:
    """Improve a plan for so long."""
    start = time.process_time()
    best: Plan = ()
    found = first = now = 0.0
    for plan in improve(problem, seed):
        now = time.process_time() - start
        first = first or now
        if plan is not best:
            best, found = plan, now
        if now > seconds:
            break
    return Outcome(score(problem, best), found, now, first)


def all_instances(path: Path, best: Path | None, seconds: float, seeds: int) -> None:
    """Every instance with every seed; the goal is the best known within a second, and ten for one of them."""
    known = json.loads(best.read_text()) if best else {}
    reached = 0
    print("goal: 15 of 16 at the best known within 1 s for every seed, D13 within 10 s")
    for name, problem in instances(path)[1].items():
        time_limit = 10 * seconds if name.startswith(PATIENT) else seconds
        outcomes = [timed(problem, seed, time_limit) for seed in range(1, seeds + 1)]
        wanted = known.get(name, bound(problem))
        good = sum((one.score.violations, one.score.imbalance) == (0, 0) and one.score.q <= wanted for one in outcomes)
        reached += good == seeds
        print(
            f"{name:16} bound {bound(problem):3} best known {wanted:3} Q {[one.score.q for one in outcomes]}"
            f" most {[one.score.most for one in outcomes]} found after {[round(one.found, 3) for one in outcomes]} s"
            f" broken {sum(one.score.violations + one.score.imbalance for one in outcomes)}; {good}/{seeds}"
        )
    print(f"{reached} reached with every seed")


def peers(path: Path, seconds: float) -> None:
    """Whether an answer set solver finds a plan without repeats, beside when ours was found; and who is not run."""
    words = {True: "yes", False: "there is none", None: "not found out"}
    for name, problem in instances(path)[1].items():
        ours, start = timed(problem, 1, seconds), time.perf_counter()
        beyond = "not asked: an even spread" if problem.attribute else "not asked: too large" * (problem.people > 100)
        found = beyond or words[without_repeats(problem, seconds)]
        took = time.perf_counter() - start
        print(f"{name:16} Q {ours.score.q} after {ours.found:.3f} s; clingo without repeats: {found}, {took:.2f} s")
    for name, reason in NOT_RUN.items():
        print(f"{name}: not run ({reason})")


def rooms(seconds: float, seeds: int) -> None:
    """200 people in eight rounds of fives, and 30 people of whom four leave and three others come."""
    large = Problem(200, ((5,) * 40,) * 8)
    for name, goal, problems in (
        ("200 people, 8 rounds", 0.2, [large] * seeds),
        ("four leave, three arrive", 0.5, [changed(seed) for seed in range(1, seeds + 1)]),
    ):
        outcomes = [timed(problem, seed, seconds) for seed, problem in enumerate(problems, 1)]
        took = [round(one.found, 3) for one in outcomes]
        print(f"{name}: Q {[one.score.q for one in outcomes]} after {took} s; goal 0 within {goal} s")


def changed(seed: int) -> Problem:
    """Three rounds are done; four of the thirty have left, three others have come, and three rounds remain."""
    *_, (done, _) = zip(improve(Problem(30, (even(30, 7),) * 3), seed), range(100), strict=False)
    gone = set(Random(seed).sample(range(30), 4))
    stay = [person for person in range(30) if person not in gone]
    number = {person: at for at, person in enumerate(stay)}
    met = tuple(tuple(number[one] for one in group if one in number) for groups in done for group in groups)
    return Problem(29, (even(29, 7),) * 3, history=met)


def sweep(path: Path, seconds: float) -> None:
    """Many rooms without wishes: how many are proved best, and the sum of Q beside the sum of the best known."""
    total = known = at_bound = better = worse = 0
    times, firsts = [], []
    cases = json.loads(path.read_text())
    for case in cases:
        problem = Problem(case["n"], (tuple(case["sizes"]),) * case["W"])
        one = timed(problem, 1, seconds)
        total, known = total + one.score.q, known + case["best"]
        at_bound += one.score.q <= case["lb"]
        better += one.score.q < case["best"]
        worse += one.score.q > case["best"]
        times.append(one.found)
        firsts.append(one.first)
        if one.score.q != case["best"]:
            print(f"  {case['n']} people, {case['W']} rounds of {len(case['sizes'])} groups: {one.score.q}", end="")
            print(f", best known {case['best']}, bound {case['lb']}")
    print(f"{len(cases)} rooms: {at_bound} at the bound (goal 650), {better} better and {worse} worse than best known")
    print(f"sum of Q {total}, best known {known}: {total / known:.4f} (goal 1.01)")
    print(f"median {1000 * median(times):.1f} ms (goal 20), first plan at most {1000 * max(firsts):.0f} ms")


if __name__ == "__main__":
    main()
