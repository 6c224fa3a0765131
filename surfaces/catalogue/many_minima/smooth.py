"""Many minima on smooth ground, in the order of the menu."""

from surfaces.catalogue.many_minima.bohachevsky import BOHACHEVSKY_1, BOHACHEVSKY_2, BOHACHEVSKY_3
from surfaces.catalogue.many_minima.egg_boxes import ACKLEY, GRIEWANK, RASTRIGIN
from surfaces.catalogue.many_minima.levy import LEVY, LEVY_13
from surfaces.catalogue.many_minima.polynomials import (
    HIMMELBLAU,
    SIX_HUMP_CAMEL,
    STYBLINSKI_TANG,
    THREE_HUMP_CAMEL,
)
from surfaces.catalogue.many_minima.products import ALPINE_2, SHUBERT
from surfaces.catalogue.many_minima.sums import COSINE_MIXTURE, DEB_1, RIPPLE_25
from surfaces.catalogue.many_minima.waves import BRANIN, DROP_WAVE, TREFETHEN

SMOOTH = (
    HIMMELBLAU,
    SIX_HUMP_CAMEL,
    THREE_HUMP_CAMEL,
    STYBLINSKI_TANG,
    BRANIN,
    RASTRIGIN,
    ACKLEY,
    GRIEWANK,
    BOHACHEVSKY_1,
    BOHACHEVSKY_2,
    BOHACHEVSKY_3,
    LEVY,
    LEVY_13,
    SHUBERT,
    ALPINE_2,
    COSINE_MIXTURE,
    DEB_1,
    RIPPLE_25,
    DROP_WAVE,
    TREFETHEN,
)
