"""Which names may be one person's: suggestions that a person decides about."""

import pytest

from platica.domain.likeness import alike, keys_of, numbered, written_as

ONE = (
    ("José Ávila", "jose avila"),
    ("José Ávila", "Jozé Abila"),
    ("Helena Ruiz", "Elena Ruis"),
    ("Ximena Gómez", "Jimena Gomes"),
    ("Guillermo Peña", "Gillermo Pena"),
    ("Ana Beltrán", "Beltrán, Ana"),
    ("Ana Beltrán", "Ana Beltrán Soto"),
    ("Dolores «Lola» Peña", "Lola Peña"),
    ('Francisco "Paco" Gil', "Francisco Gil"),
    ("Guadalupe Ríos", "Guadalupe Rios de la Cruz"),
    ("\u0410na Ruiz", "Ana Ruiz"),
    ("J0sé Ru1z", "José Ruiz"),
    ("Fátima Sosa", "Fatmia Sosa"),
    ("Fátima Sosa", "Fátima Sos"),
    ("Fátima Sosa", "Fátimaa Sosa"),
    ("محمد علي", "محمد علي"),
)
TWO = (
    ("Rosa Medina", "Rosa Molina"),
    ("Carlos Ibáñez", "Carla Ibáñez"),
    ("Ana", "Ada"),
    ("Marta Sánchez Gómez", "Marta Sánchez López"),
    ("[/]", "[/]"),
    ("", "Ana"),
)


@pytest.mark.parametrize(("one", "other"), ONE)
def test_names_that_may_be_one_persons(one: str, other: str) -> None:
    assert alike(written_as(one), written_as(other))
    assert alike(written_as(other), written_as(one))


@pytest.mark.parametrize(("one", "other"), TWO)
def test_names_of_two_people(one: str, other: str) -> None:
    assert not alike(written_as(one), written_as(other))


@pytest.mark.parametrize(
    ("one", "other"), [("Persona 1", "Persona 12"), ("Persona", "Persona 3"), ("Ana 2ª", "Ana 1ª")]
)
def test_names_with_other_numbers_are_of_two_people(one: str, other: str) -> None:
    assert numbered(one, other)


@pytest.mark.parametrize(("one", "other"), [*ONE, ("Persona 1", "persona 1")])
def test_digits_typed_for_letters_are_no_numbers(one: str, other: str) -> None:
    assert not numbered(one, other)


@pytest.mark.parametrize(("one", "other"), ONE)
def test_names_that_are_alike_share_a_key(one: str, other: str) -> None:
    assert set(keys_of(written_as(one))) & set(keys_of(written_as(other)))
