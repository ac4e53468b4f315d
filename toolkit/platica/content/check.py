"""Everything wrong with a curriculum: each file alone, then the names that lead from one to another."""

from datetime import date

from platica.content.stock import Stock
from platica.domain.problem import Problem


def check_curriculum(stock: Stock, name: str, today: date) -> tuple[Problem, ...]:
    """Every problem of a curriculum."""
    return stock.curriculum(name).problems


def check_shared(stock: Stock, name: str, today: date) -> tuple[Problem, ...]:
    """Every problem of the shared texts."""
    return (*stock.facts(name).problems, *stock.safety().problems)
