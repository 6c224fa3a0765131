"""What the tables beside this file hold."""

STAYS, LEAVES = "stays on the map without settling", "leaves the map"

# key: (point, height) from the papers and surveys that the row names as its source
Heights = dict[str, tuple[tuple[float, float], float]]
# (key, learning rate, most steps, where it ends), each walked from the row's own start. A point
# is where it settles; a number is a height that it is past by then, without leaving the map.
Claims = list[tuple[str, float, int, str | float | tuple[float, float]]]
