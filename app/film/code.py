"""A climb -> a Python script that walks the same walks again, to the last bit.

The script holds the very source of the ground, the rules and the schedules that were used, and a
loop of a few lines; it needs numpy alone. Grounds that are made on request (a formula, a neuron,
measured heights) are no functions that could be cut out: there the script imports the ground, and
the ground only, from Fall Line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np

from app import __version__
from app.climb import Climb
from app.film.slices import sliced
from app.made import KINDS
from app.method import Method
from app.scenario import Scenario
from app.walk.rules import RULES, Rule
from app.walk.schedules import SCHEDULES
from app.walk.schedules.schedule import WARMUP
from surfaces import Surface

Roots = list[tuple[str, str]]

SIGHTS = {
    "position": "position=position",
    "loss_after": "loss_after=lambda step, who=slice(None): SIGN * LOSS(position[who] + step)",
    "hessian": "hessian=SIGN * HESSIAN(position)",
}

WALK = '''
def rates_of(rate, factor, values, warmup, changes):
    """The learning rate of each step: a warm-up, the schedule, and what was changed by hand."""
    rise = min(warmup, STEPS)
    rest = max(STEPS - rise, 1)
    factors = factor(np.arange(float(rest)), rest, **values)
    up = factors[0] * np.arange(1.0, rise + 1) / (warmup + 1)
    rates = rate * np.concatenate([up, factors])[:STEPS]
    for step, by_hand in changes:
        rates[step:] = by_hand
    return rates


def walk(party):
    """The places of walkers who share a rule, (steps + 1, walkers, 2); they walk side by side."""
    points = np.full((STEPS + 1, len(party["walkers"]), 2), np.nan)
    points[0] = START
    rule, state = party["rule"], party["init"](points[0])
    values = {{key: np.array(each)[:, None] for key, each in party["values"].items()}}
    rates = np.stack([rates_of(*rate) for rate in party["rates"]], axis=1)
    for k, rate in enumerate(rates):
        position = points[k]
        slope, seen = SIGN * {gradient}, party["sees"](position)
        state, step = rule(state, slope, np.stack([rate, rate], axis=1), **values, **seen)
        points[k + 1] = position + step  # new weight = old weight - learning rate * gradient
        points[k + 1, ~np.isfinite(position).all(axis=1)] = np.nan  # who blew up is nowhere
    return points


points = np.empty((STEPS + 1, WALKERS, 2))
with np.errstate(all="ignore"):
    for party in PARTIES:
        points[:, party["walkers"]] = walk(party)
    losses = LOSS(points).T
points = points.swapaxes(0, 1)  # (walkers, steps + 1, 2)

if __name__ == "__main__":
    for i in range(WALKERS):
        end, loss = points[i, -1].tolist(), losses[i, -1]
        print(f"Walker {{i + 1}}: after {{STEPS}} steps at {{end}}, loss {{loss:g}}")
'''


def script(climb: Climb, page: str) -> bytes:
    """The script; `python FILE` prints where each walker ends."""
    ground, roots = _ground(climb)
    for method in climb.scenario.each_method:
        rule, schedule = RULES[method.rule], SCHEDULES[method.schedule]
        roots += [_place(rule.update), _place(schedule.factor), *_init_place(rule)]
    imports, parts = sliced(dict.fromkeys(roots))
    felt = climb.surface.felt is not None
    gradient = "FELT(position, k)" if felt else "GRADIENT(position)"
    text = [
        "\n".join(_head(climb, page)),
        "\n".join(["from __future__ import annotations", "", *_imports(imports, climb)]),
        *parts,
        "\n".join([*ground, *_parties(climb)]),
        WALK.format(gradient=gradient).strip(),
    ]
    return ("\n\n\n".join(text) + "\n").encode()


def _head(climb: Climb, page: str) -> Iterator[str]:
    """Comments, line by line: nothing a person typed can become code."""
    way = "Up" if climb.scenario.uphill else "Down"
    needs = "numpy and Fall Line" if _is_made(climb) else "numpy alone"
    for line in (
        f"{way} {climb.surface.name}, step by step, as Fall Line {__version__} walked it:",
        "the same numbers to the last bit.",
        page,
        f"It needs Python 3.11 or newer and {needs}.",
    ):
        yield f"# {' '.join(line.split())}"


def _imports(found: list[str], climb: Climb) -> list[str]:
    """All import lines of the script."""
    own = {"import numpy as np", "from functools import partial"} | set(found)
    lines = sorted(own, key=lambda line: ("numpy" in line, line))
    if _is_made(climb):
        lines += ["from app.scenario import Scenario"]
    return lines


def _is_made(climb: Climb) -> bool:
    return climb.scenario.surface in KINDS


def _ground(climb: Climb) -> tuple[list[str], Roots]:
    """Lines that name the ground's functions, and where their source is."""
    if _is_made(climb):
        return _made(climb), []
    surface = climb.surface
    roots = [_place(surface.loss), _place(surface.gradient)]
    lines = [f"LOSS = {_call(surface.loss)}", f"GRADIENT = {_call(surface.gradient)}"]
    if any("hessian" in RULES[method.rule].sees for method in climb.scenario.each_method):
        exact = surface.exact_hessian
        lines.append(f"HESSIAN = {_call(exact) if exact else 'partial(differences, GRADIENT)'}")
        roots.append(_place(exact) if exact else (Surface.__module__, "differences"))
    return lines, roots


def _made(climb: Climb) -> list[str]:
    """Lines that make the ground anew, from the words of the link."""
    surface = climb.surface
    return [
        f"GROUND = Scenario.from_link({climb.scenario.to_link()!r}).ground",
        "LOSS, GRADIENT, HESSIAN = GROUND.loss, GROUND.gradient, GROUND.hessian",
        *(["FELT = GROUND.felt"] if surface.felt else []),
    ]


def _parties(climb: Climb) -> Iterator[str]:
    """Lines with the numbers of the scenario; walkers who share a rule walk as one party."""
    scenario = climb.scenario
    parties: dict[str, list[int]] = {}
    for walker, method in enumerate(scenario.each_method):
        parties.setdefault(method.rule, []).append(walker)
    yield f"START = {scenario.start!r}"
    yield f"STEPS = {scenario.steps}"
    yield f"SIGN = {-1 if scenario.uphill else 1}  # 1 goes down, -1 up"
    yield f"WALKERS = {len(scenario.rates)}"
    yield "PARTIES = ("
    for key, walkers in parties.items():
        yield from (f"    {line}" for line in _party(RULES[key], walkers, scenario))
    yield ")"


def _party(rule: Rule, walkers: list[int], scenario: Scenario) -> Iterator[str]:
    methods = [scenario.each_method[walker] for walker in walkers]
    values = {p.key: [m.values[p.key] for m in methods] for p in rule.hyperparameters}
    yield "{"
    yield f'    "walkers": {walkers},'
    yield f'    "rule": {rule.update.__name__},'
    yield f'    "init": {_init(rule)},'
    yield f'    "values": {values!r},'
    yield '    "rates": ['
    for walker, method in zip(walkers, methods, strict=True):
        yield f"        {_rate(scenario.rates[walker], method)},"
    yield "    ],"
    yield f'    "sees": lambda position: dict({", ".join(SIGHTS[s] for s in rule.sees)}),'
    yield "},"


def _rate(rate: float, method: Method) -> str:
    """What `rates_of` takes, as an expression."""
    shape = dict(method.schedule_values)
    warmup = int(shape.pop(WARMUP.key))
    factor = SCHEDULES[method.schedule].factor.__name__
    return f"({rate!r}, {factor}, {shape!r}, {warmup}, {method.changes!r})"


def _place(function: Callable[..., Any]) -> tuple[str, str]:
    """The module and the name of a function, without the values bound to it."""
    plain = function.func if isinstance(function, partial) else function
    return plain.__module__, plain.__qualname__


def _call(function: Callable[..., Any]) -> str:
    """The function as an expression, with the values bound to it."""
    if not isinstance(function, partial):
        return function.__name__
    values = ", ".join(f"{key}={value!r}" for key, value in function.keywords.items())
    return f"partial({function.func.__name__}, {values})"


def _init(rule: Rule) -> str:
    return "np.zeros_like" if rule.init is np.zeros_like else rule.init.__qualname__


def _init_place(rule: Rule) -> Roots:
    """Where the first state comes from: a function, or a class of the rule's own module."""
    if rule.init is np.zeros_like:
        return []
    return [(rule.init.__module__, rule.init.__qualname__.split(".")[0])]
