"""Papers that more than one row of this folder is from."""

ALI = (
    "Ali, Khompatraporn and Zabinsky (2005), A numerical evaluation of several stochastic "
    "algorithms on selected continuous global optimization test problems"
)
BOHACHEVSKY = (
    "Bohachevsky, Johnson and Stein (1986), Generalized simulated annealing for function "
    "optimization"
)
DIXON_SZEGO = "Dixon and Szegö (1978), The global optimization problem: an introduction"
JAMIL_YANG = (
    "Jamil and Yang (2013), A literature survey of benchmark functions for global optimisation "
    "problems"
)
