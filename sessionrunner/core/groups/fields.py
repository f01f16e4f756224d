"""Finite arithmetic that designs are built with: products of cyclic groups, and fields GF(q)."""

from collections.abc import Callable, Iterator
from itertools import product

Table = tuple[tuple[int, ...], ...]


def prime_power(order: int) -> tuple[int, int] | None:
    """The prime and its exponent, for a prime power; None for any other number."""
    prime = next((divisor for divisor in range(2, order + 1) if order % divisor == 0), 0)
    exponent, rest = 0, order
    while prime and rest % prime == 0:
        exponent, rest = exponent + 1, rest // prime
    return (prime, exponent) if rest == 1 and prime else None


def groups_of(order: int) -> Iterator[tuple[int, ...]]:
    """Abelian groups of this order with one or two cyclic factors, the cyclic group first."""
    yield (order,)
    for factor in range(2, order):
        if order % (factor * factor) == 0:
            yield (factor, order // factor)


def digits(number: int, moduli: tuple[int, ...]) -> tuple[int, ...]:
    """An element as one number for each cyclic factor, the least significant first."""
    found = []
    for modulus in moduli:
        number, digit = divmod(number, modulus)
        found.append(digit)
    return tuple(found)


def number(parts: tuple[int, ...], moduli: tuple[int, ...]) -> int:
    """The element that these digits stand for."""
    whole = 0
    for digit, modulus in zip(reversed(parts), reversed(moduli), strict=True):
        whole = whole * modulus + digit % modulus
    return whole


def addition(moduli: tuple[int, ...], sign: int = 1) -> Table:
    """Sums (or with sign -1 differences) of all elements of a product of cyclic groups."""
    order = 1
    for modulus in moduli:
        order *= modulus
    elements = [digits(element, moduli) for element in range(order)]
    return tuple(
        tuple(number(tuple(x + sign * y for x, y in zip(one, other, strict=True)), moduli) for other in elements)
        for one in elements
    )


def multiplication(prime: int, exponent: int) -> Callable[[int, int], int]:
    """Products in GF(prime ** exponent): polynomials modulo the first irreducible one of that degree."""
    modulus = _irreducible(prime, exponent)
    moduli = (prime,) * exponent

    def times(one: int, other: int) -> int:
        long = _product(digits(one, moduli), digits(other, moduli), prime)
        for degree in range(len(long) - 1, exponent - 1, -1):
            lead = long[degree]
            for place, digit in enumerate(modulus):
                long[degree - exponent + place] = (long[degree - exponent + place] - lead * digit) % prime
        return number(tuple(long[:exponent]), moduli)

    return times


def _product(one: tuple[int, ...], other: tuple[int, ...], prime: int) -> list[int]:
    long = [0] * (len(one) + len(other) - 1)
    for place, digit in enumerate(one):
        for step, factor in enumerate(other):
            long[place + step] = (long[place + step] + digit * factor) % prime
    return long


def _irreducible(prime: int, degree: int) -> tuple[int, ...]:
    """A monic polynomial that is no product of smaller ones, the constant term first."""
    products = {
        tuple(_product(one, other, prime))
        for small in range(1, degree // 2 + 1)
        for one in _monic(prime, small)
        for other in _monic(prime, degree - small)
    }
    return next(candidate for candidate in _monic(prime, degree) if candidate not in products)


def _monic(prime: int, degree: int) -> Iterator[tuple[int, ...]]:
    return ((*low, 1) for low in product(range(prime), repeat=degree))
