"""In every format, the height at a known place comes back, and with it the axes."""

from __future__ import annotations

import numpy as np
import pytest

from surfaces.files import Import, read
from surfaces.files.hgt import degree
from tests.surfaces.files.made import (
    X,
    Y,
    Z,
    asc,
    ground,
    h5,
    height,
    hgt,
    li,
    long,
    matrix,
    npy,
    npz,
    said,
)

MX, MY = np.meshgrid(X, Y)
PLACE = (1.3, 10.7)
HERE = float(ground(np.array(PLACE[0]), np.array(PLACE[1])))


def labelled(z: np.ndarray, corner: str = "y/x") -> bytes:
    rows = [",".join([corner, *map(repr, map(float, X))])]
    rows += [",".join(map(repr, map(float, [y, *row]))) for y, row in zip(Y, z, strict=True)]
    return "\n".join(rows).encode()


WITH_AXES = {
    "li": ("a.h5", li(Z)),
    "li, rows along y": ("a.h5", h5(xcoordinates=X, ycoordinates=Y, train_loss=Z)),
    "li, packed": (
        "a.hdf5",
        h5(
            lambda f: f.create_dataset(
                "train_loss",
                data=Z.ravel().reshape(7, 5),
                chunks=(3, 2),
                compression="gzip",
                shuffle=True,
                fletcher32=True,
            ),
            xcoordinates=X,
            ycoordinates=Y,
        ),
    ),
    "alpha and beta": ("a.npz", npz(loss_surface=Z, alphas=X, betas=Y)),
    "alpha and beta, by columns": ("a.npz", npz(loss_surface=Z.T, alphas=X, betas=Y)),
    "mesh": ("a.npz", npz(Z=Z, X=MX, Y=MY)),
    "mesh, transposed": ("a.npz", npz(loss_surface=Z.T, alpha_grid=MX.T, beta_grid=MY.T)),
    "decreasing": ("a.npz", npz(loss=Z[::-1, ::-1], x=X[::-1], y=Y[::-1])),
    "long": ("a.csv", long()),
    "long without header": ("a.csv", long().partition(b"\n")[2]),
    "long with blanks": ("a.txt", long("# dir1,dir2,loss").replace(b",", b"  ")),
    "long, comma decimals": ("a.csv", long().replace(b",", b";").replace(b".", b",")),
    "labelled matrix": ("a.csv", labelled(Z)),
    "labelled, empty corner": ("a.csv", labelled(Z, "")),
    "labelled, north first": (
        "a.csv",
        b"\n".join([labelled(Z).split(b"\n")[0], *labelled(Z).split(b"\n")[:0:-1]]),
    ),
}


@pytest.mark.parametrize(("name", "data"), WITH_AXES.values(), ids=WITH_AXES)
def test_a_height_at_its_place(name: str, data: bytes) -> None:
    found = read(data, name)
    (grid,) = found.grids
    np.testing.assert_allclose(grid.x, X)
    np.testing.assert_allclose(grid.y, Y)
    assert height(found, *PLACE) == pytest.approx(HERE, abs=1e-12)


WITHOUT_AXES = {
    "npy": ("a.npy", npy(Z)),
    "npy, by columns": ("a.npy", npy(np.asfortranarray(Z))),
    "npy, big-endian": ("a.npy", npy(Z.astype(">f8"))),
    "npz": ("a.npz", npz(loss=Z)),
    "csv": ("a.csv", matrix()),
    "tabs": ("a.tsv", matrix(between="\t")),
    "blanks": ("a.txt", matrix(between="   ")),
    "R's header": ("a.csv", b"V1,V2,V3,V4,V5,V6,V7\n" + matrix()),
    "pandas' header": ("a.csv", b"0,1,2,3,4,5,6\n" + matrix()),
    "comments": ("a.csv", b"# made by hand\n# twice\n" + matrix()),
    "Windows": ("a.CSV", b"\xef\xbb\xbf" + matrix().replace(b"\n", b"\r\n")),
}


@pytest.mark.parametrize(("name", "data"), WITHOUT_AXES.values(), ids=WITHOUT_AXES)
def test_without_axes_rows_are_y_from_below(name: str, data: bytes) -> None:
    found = read(data, name)
    assert (found.grids[0].x[-1], found.grids[0].y[-1]) == (6, 4)
    np.testing.assert_allclose(found.grids[0].z, Z)
    assert height(found, 5, 1) == pytest.approx(Z[1, 5])
    assert "There are none: rows and columns are counted from 0." in dict(found.report)["Axes"]


def test_an_ascii_grid_has_its_rows_from_the_north() -> None:
    z = np.array([[1.0, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 17]])
    found = read(asc(z), "a.asc")
    assert height(found, -1, 10) == pytest.approx(
        1
    )  # the south-west corner: last row, first column
    assert height(found, 2, 13) == pytest.approx(17)
    corner = (
        asc(z)
        .replace(b"xllcenter -1", b"xllcorner -1.5")
        .replace(b"yllcenter 10", b"YLLCORNER 9.5")
    )
    assert height(read(corner, "a.asc"), 2, 13) == pytest.approx(17)


def test_lines_of_an_ascii_grid_may_be_broken_anywhere() -> None:
    head, rows = asc(Z)[: asc(Z).index(b"-9999") + 6], asc(Z)[asc(Z).index(b"-9999") + 6 :]
    for each in (rows.replace(b" ", b"\n"), rows.replace(b"\n", b" ")):
        np.testing.assert_allclose(read(head + each, "a.asc").grids[0].z, Z)


@pytest.mark.parametrize(("side", "name"), [(1201, "N46E007.hgt"), (3601, "s09w070 (1).hgt")])
def test_a_tile_has_its_rows_from_the_north_and_is_in_metres(side: int, name: str) -> None:
    data, z = hgt(side)
    (grid,) = read(data, name).grids
    np.testing.assert_array_equal(grid.z, z)
    across, along = degree(46.5 if name[0] == "N" else -8.5)
    assert (grid.x[0], grid.y[0], grid.unit) == (0, 0, "m")
    np.testing.assert_allclose((grid.x[-1], grid.y[-1]), (across, along))


@pytest.mark.parametrize("latitude", [-60, -30.5, 0, 46.5, 60])
def test_the_length_of_a_degree(latitude: float) -> None:
    """Against the series of the U.S. National Geospatial-Intelligence Agency, good to a metre."""
    n = np.radians(latitude) * np.arange(7)
    across = 111412.84 * np.cos(n[1]) - 93.5 * np.cos(n[3]) + 0.118 * np.cos(n[5])
    along = 111132.92 - 559.82 * np.cos(n[2]) + 1.175 * np.cos(n[4]) - 0.0023 * np.cos(n[6])
    np.testing.assert_allclose(degree(latitude), (across, along), atol=1)


def test_a_slope_on_a_tile_is_the_slope_of_the_ground() -> None:
    """A plane that rises 1 m per 10 m to the east and 1 per 20 to the north."""
    from surfaces.grid import grid_surface

    across, along = degree(46.5)
    share = np.linspace(0, 1, 1201)
    z = np.add.outer(share * along / 20, share * across / 10)
    (grid,) = read(np.rint(z)[::-1].astype(">i2").tobytes(), "N46E007.hgt").grids
    surface = grid_surface(grid)
    p = np.random.default_rng(0).uniform(5_000, 70_000, size=(4000, 2))
    np.testing.assert_allclose(surface.gradient(p).mean(axis=0), (0.1, 0.05), rtol=0.01)


@pytest.mark.parametrize(
    "shared", [X, np.stack([X, X]), np.stack([X, X], axis=1)], ids=["one", "rows", "columns"]
)
def test_one_array_for_both_axes(shared: np.ndarray) -> None:
    z = ground(*np.meshgrid(X, X))
    found = read(npz(loss=z, coordinates=shared), "a.npz")
    assert height(found, 0.3, 1.1) == pytest.approx(float(ground(np.array(0.3), np.array(1.1))))


def test_columns_are_chosen_by_name() -> None:
    table = long("b,a,c").decode().split("\n")
    data = "\n".join(
        ["run,a,b,c,c2"]
        + [
            ",".join(("x7", r.split(",")[1], r.split(",")[0], *r.split(",")[2:], "1"))
            for r in table[1:]
        ]
    )
    found = read(data.encode(), "a.csv", columns=("b", "a", "c", "c2"))
    assert [g.name for g in found.grids] == ["c", "c2"]
    assert (found.grids[0].x_name, found.grids[0].y_name) == ("b", "a")
    assert height(found, *PLACE, "c") == pytest.approx(HERE)


@pytest.mark.parametrize("names", ["b,a,c", "n,b,a,c", "c,b,a", "c,n,b,kind,a"])
def test_columns_are_found_by_what_they_hold(names: str) -> None:
    rows = [line.split(",") for line in long().decode().split("\n")[1:]]
    known = [{"b": b, "a": a, "c": c, "n": n, "kind": "net"} for n, (b, a, c) in enumerate(rows)]
    lines = [",".join(str(row[name]) for name in names.split(",")) for row in known]
    data = "\n".join([names, *lines]).encode()
    found = read(data, "a.csv")
    assert height(found, *PLACE, "c") == pytest.approx(HERE)
    assert "x is 'b' and y is 'a': the first two that make a full grid." in said(found)
    assert ("Left unread: 'kind': text." in said(found)) == ("kind" in names)


def trajectories(found: Import) -> list[list[float]]:
    (path,) = found.trajectories
    return path.points.tolist()


X3, Y3 = np.array([0.0, 0.5, 1.0]), np.array([3.0, 2.0, 1.0])
WALK = [[0, 3], [0.5, 2], [1, 1]]


@pytest.mark.parametrize(
    ("name", "data", "columns"),
    [
        ("a.h5", h5(proj_xcoord=X3, proj_ycoord=Y3), ()),
        ("a.npz", npz(proj_xcoord=X3, proj_ycoord=Y3), ()),
        ("a.csv", b"0,3\n0.5,2\n1,1", ()),
        ("a.csv", b"px,py\n0,3\n0.5,2\n1,1", ()),
        ("a.csv", b"epoch,proj_xcoord,proj_ycoord\n0,0,3\n1,0.5,2\n2,1,1", ()),
        ("a.csv", b"epoch,w1,w2,loss\n0,0,3,9\n1,0.5,2,4\n2,1,1,1", ()),
        ("a.csv", b"p,q,loss\n0,3,9\n0.5,2,4\n1,1,1", ()),
        ("a.csv", b"run,py,px\na,3,0\na,2,0.5\nb,1,1", ("px", "py")),
        ("a.csv", b"px,py\n0,3\n,\n0.5,2\n1,1", ()),
    ],
)
def test_recorded_walks(name: str, data: bytes, columns: tuple[str, ...]) -> None:
    found = read(data, name, columns=columns)
    assert found.grids == () and trajectories(found) == WALK
    assert found.trajectories[0].name == "a"  # as the file, which says more than two columns


def test_a_walk_beside_its_ground() -> None:
    found = read(npz(X=MX, Y=MY, Z=Z, path_x=X3, path_y=Y3), "a.npz")
    assert trajectories(found) == WALK and len(found.grids) == 1
