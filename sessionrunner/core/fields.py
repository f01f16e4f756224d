"""Arithmetic that designs are built with: cyclic groups and their products, finite fields and theirs.

An element is a number, and is read as digits: over the prime factors of the order, and inside a field as the
coefficients of a polynomial. For a prime number of tables this is counting round the room. The construction is the
textbook one: a polynomial is taken whose root runs through every non-zero element, and multiplying is adding its
exponents.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

Table = tuple[tuple[int, ...], ...]
"""By two elements."""


@dataclass(frozen=True, slots=True)
class Field:
    """A finite field; its elements are 0 … order − 1."""

    prime: int
    degree: int
    powers: tuple[int, ...]
    """Every non-zero element as a power of one of them, from the zeroth."""

    @property
    def order(self) -> int:
        """How many elements it has."""
        return len(self.powers) + 1

    def add(self, one: int, other: int) -> int:
        """The sum, digit by digit."""
        if self.degree == 1:
            return (one + other) % self.prime
        moduli = (self.prime,) * self.degree
        pairs = zip(digits(one, moduli), digits(other, moduli), strict=True)
        return number(tuple(a + b for a, b in pairs), moduli)

    def multiply(self, one: int, other: int) -> int:
        """The product."""
        if not one or not other:
            return 0
        exponent = self.powers.index(one) + self.powers.index(other)
        return self.powers[exponent % len(self.powers)]

    def inverse(self, one: int) -> int:
        """What gives 1 when multiplied with this; 0 for 0, so that it is a reordering of all elements."""
        return self.powers[-self.powers.index(one) % len(self.powers)] if one else 0


@dataclass(frozen=True, slots=True)
class Ring:
    """A product of fields of different characteristic; its elements are 0 … order − 1."""

    fields: tuple[Field, ...]

    def parts(self, element: int) -> tuple[int, ...]:
        """The element's place in each field."""
        found = []
        for field in self.fields:
            element, part = divmod(element, field.order)
            found.append(part)
        return tuple(found)

    def whole(self, parts: tuple[int, ...]) -> int:
        """The element with these places in the fields."""
        element = 0
        for field, part in zip(reversed(self.fields), reversed(parts), strict=True):
            element = element * field.order + part
        return element

    def add(self, one: int, other: int) -> int:
        """The sum, field by field."""
        pairs = zip(self.fields, self.parts(one), self.parts(other), strict=True)
        return self.whole(tuple(field.add(a, b) for field, a, b in pairs))

    def multiply(self, one: int, other: int) -> int:
        """The product, field by field."""
        pairs = zip(self.fields, self.parts(one), self.parts(other), strict=True)
        return self.whole(tuple(field.multiply(a, b) for field, a, b in pairs))


@cache
def ring(order: int) -> Ring:
    """The product of the largest fields whose orders multiply to this; one field where it is a prime power."""
    return Ring(tuple(_field(prime, degree) for prime, degree in _factors(order)))


def _factors(number: int) -> list[tuple[int, int]]:
    found = []
    for prime in range(2, number + 1):
        degree = 0
        while number % prime == 0:
            number //= prime
            degree += 1
        if degree:
            found.append((prime, degree))
    return found


def _field(prime: int, degree: int) -> Field:
    full = prime**degree - 1
    runs = (_powers(rest, prime) for rest in product(range(prime), repeat=degree))
    return Field(prime, degree, next(powers for powers in runs if len(powers) == full))


def _powers(rest: tuple[int, ...], prime: int) -> tuple[int, ...]:
    """The powers of x, where x to the degree is the polynomial ``rest``, until they come round or fail to."""
    one = (1, *(0 for _ in rest[1:]))
    moduli = (prime,) * len(rest)
    element, found = one, [number(one, moduli)]
    while True:
        element = _times_x(element, rest, prime)
        reached = number(element, moduli)
        if reached in found or reached == 0:
            return tuple(found) if element == one else ()
        found.append(reached)


def _times_x(element: tuple[int, ...], rest: tuple[int, ...], prime: int) -> tuple[int, ...]:
    over = element[-1]
    shifted = (0, *element[:-1])
    return tuple((digit + over * more) % prime for digit, more in zip(shifted, rest, strict=True))


def prime_power(order: int) -> tuple[int, int] | None:
    """The prime and its exponent, for a prime power; None for any other number."""
    factors = _factors(order)
    return factors[0] if len(factors) == 1 else None


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
