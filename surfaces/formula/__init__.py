"""A typed formula -> ground to walk on, or a sentence that says where it went wrong.

    text -> tokens -> tree -> SymPy (derivatives, LaTeX) -> graph -> numpy -> Surface

No text is ever evaluated: Python's parser reads it, and a whitelist takes its tree over node by
node.
"""

from surfaces.formula.errors import FormulaError
from surfaces.formula.formula import Formula, read_formula
from surfaces.formula.ground import formula_surface
from surfaces.formula.parse import parse

__all__ = ["Formula", "FormulaError", "formula_surface", "parse", "read_formula"]
