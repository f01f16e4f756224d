"""Arithmetic on table numbers."""

from itertools import product

import pytest

from sessionrunner.core.fields import addition, groups_of, prime_power, ring

ORDERS = (2, 3, 4, 5, 6, 8, 9, 10, 12, 16, 25, 27)


@pytest.mark.parametrize("order", ORDERS)
def test_adding_one_number_moves_everybody_to_a_table_of_their_own(order: int) -> None:
    """Nobody lands on somebody else, and adding nothing moves nobody."""
    room = ring(order)
    for away in range(order):
        assert sorted(room.add(home, away) for home in range(order)) == list(range(order))
    assert [room.add(home, 0) for home in range(order)] == list(range(order))


@pytest.mark.parametrize("order", [2, 3, 4, 5, 7, 8, 9, 16, 25, 27])
def test_in_a_field_every_step_comes_to_every_table(order: int) -> None:
    """For a prime power, multiplying by anything but nothing reorders the tables."""
    room = ring(order)
    for step in range(1, order):
        assert sorted(room.multiply(step, turn) for turn in range(order)) == list(range(order))


@pytest.mark.parametrize("order", ORDERS)
def test_a_sum_is_multiplied_part_by_part(order: int) -> None:
    """Without this, two classes of travellers would meet again."""
    room = ring(order)
    for one in range(order):
        for other in range(order):
            whole = room.multiply(order - 1, room.add(one, other))
            assert whole == room.add(room.multiply(order - 1, one), room.multiply(order - 1, other))


def test_in_a_field_what_is_divided_can_be_multiplied_back() -> None:
    """And nothing stays nothing."""
    (field,) = ring(9).fields
    assert {field.multiply(one, field.inverse(one)) for one in range(1, 9)} == {1}
    assert field.inverse(0) == 0


@pytest.mark.parametrize("order", [1, 6, 10, 12, 15])
def test_there_is_no_field_of_other_orders(order: int) -> None:
    """Neither of six nor of ten."""
    assert prime_power(order) is None


def test_groups_of_twelve() -> None:
    """The clock, and the clock folded once; in both, each element is its own difference plus another."""
    assert list(groups_of(12)) == [(12,), (2, 6)]
    for moduli in groups_of(12):
        plus, minus = addition(moduli), addition(moduli, -1)
        assert all(plus[minus[a][b]][b] == a for a, b in product(range(12), repeat=2))
