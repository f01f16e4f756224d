"""Arithmetic on table numbers: finite fields, and products of them where no field has so many elements.

A number is read as digits: over the prime factors of the order, and inside a field as the coefficients of a
polynomial. For a prime number of tables this is counting round the room. The construction is the textbook one:
a polynomial is taken whose root runs through every non-zero element, and multiplying is adding its exponents.
"""

from dataclasses import dataclass
from functools import cache
from itertools import product


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
        pairs = zip(_digits(one, self.prime, self.degree), _digits(other, self.prime, self.degree), strict=True)
        return _number([(a + b) % self.prime for a, b in pairs], self.prime)

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
    element, found = one, [_number(one, prime)]
    while True:
        element = _times_x(element, rest, prime)
        number = _number(element, prime)
        if number in found or number == 0:
            return tuple(found) if element == one else ()
        found.append(number)


def _times_x(element: tuple[int, ...], rest: tuple[int, ...], prime: int) -> tuple[int, ...]:
    over = element[-1]
    shifted = (0, *element[:-1])
    return tuple((digit + over * more) % prime for digit, more in zip(shifted, rest, strict=True))


def _digits(number: int, prime: int, degree: int) -> list[int]:
    digits = []
    for _ in range(degree):
        number, digit = divmod(number, prime)
        digits.append(digit)
    return digits


def _number(digits: tuple[int, ...] | list[int], prime: int) -> int:
    number = 0
    for digit in reversed(digits):
        number = number * prime + digit
    return number
