"""What an import says of itself: nothing is done in silence."""

from __future__ import annotations

import numpy as np
import pytest

from surfaces.files import FORMATS, read
from surfaces.grid import grid_surface, suggested_height
from tests.surfaces.files.made import X, Y, Z, asc, h5, hgt, li, long, matrix, npy, npz, said

ACCURACY = Z.ravel().reshape(X.size, Y.size) / 2


def holed(z: np.ndarray, value: float, count: int = 3) -> np.ndarray:
    """The last `count` cells hold `value`, in the order in which they are filled."""
    flat = z.astype(np.float64).ravel()
    flat[-count:] = value
    return flat.reshape(z.shape)


def test_cells_that_were_never_filled_in_are_missing() -> None:
    data = li(holed(Z, -1), train_acc=holed(ACCURACY, -1))
    found = read(data, "a.h5")
    assert [g.name for g in found.grids] == ["train_loss", "train_acc"]
    assert [g.direction for g in found.grids] == ["down", "up"]
    for grid in found.grids:
        assert np.argwhere(np.isnan(grid.z)).tolist() == [[4, 4], [4, 5], [4, 6]]
    assert "train_loss: 3 were never filled in: -1 in loss and accuracy." in said(found)
    assert "3 of 35 are missing: a hole" in said(found)


def test_a_loss_may_be_minus_one() -> None:
    for data in (li(holed(Z, -1)), li(holed(Z, -1), train_acc=ACCURACY)):
        found = read(data, "a.h5")
        assert found.grid("train_loss").z.min() == -1
        assert "3 are -1, in the loss alone: kept as numbers." in said(found)


def test_test_and_train_have_their_own_unfilled_cells() -> None:
    flat = Z.ravel().reshape(X.size, Y.size)
    more = {"test_loss": holed(flat, -1, 2), "test_acc": holed(ACCURACY, -1, 2)}
    found = read(li(holed(Z, -1), train_acc=holed(ACCURACY, -1), **more), "a.h5")
    missing = {g.name: int(np.isnan(g.z).sum()) for g in found.grids}
    assert missing == {"train_loss": 3, "train_acc": 3, "test_loss": 2, "test_acc": 2}


def test_infinite_heights_become_missing_and_nan_stays() -> None:
    z = Z.copy()
    z[0, 0], z[4, 6], z[2, 3], z[0, 6] = np.inf, -np.inf, np.nan, 1e200
    found = read(npy(z), "a.npy")
    assert int(np.isnan(found.grids[0].z).sum()) == 4
    assert "2 infinite and 1 beyond 1e+100 became missing." in said(found)
    assert "4 of 35 are missing" in said(found)


def test_huge_heights_are_kept_and_a_log_scale_is_named() -> None:
    z = 10.0 ** np.linspace(0, 35, 35).reshape(5, 7)
    found = read(npy(z), "a.npy")
    np.testing.assert_array_equal(found.grids[0].z, z)
    assert "Heights from 1 to 1e+35. They span 35 powers of ten. A log scale" in said(found)
    assert suggested_height(found.grids[0]) == "log"
    surface = grid_surface(found.grids[0])
    np.testing.assert_allclose(surface.loss(np.array([3.0, 2.0])), z[2, 3])


def test_a_turned_axis_is_reported() -> None:
    found = read(npz(loss=Z[::-1], x=X, y=Y[::-1]), "a.npz")
    assert "y axis: It decreases in the file, so it was turned round." in said(found)
    np.testing.assert_array_equal(found.grids[0].z, Z)


def test_paths_in_a_file_are_told_and_not_followed() -> None:
    found = read(li(Z, dir_file="/home/somebody/directions.h5"), "a.h5")
    assert "Left unread: 'dir_file'." in said(found)
    assert "Paths: None that stands in the file was followed." in said(found)
    assert "somebody" not in said(found)


def test_arrays_that_do_not_fit_are_left_out_and_told() -> None:
    found = read(
        npz(loss=Z, other=np.ones((9, 9)), x=X, y=Y, w=np.ones((2, 3, 4)), n=X[:3]), "a.npz"
    )
    assert [g.name for g in found.grids] == ["loss"]
    assert "other: Left out: 'other' has the shape (9, 9)" in said(found)
    assert "Left unread: 'n', 'w (2, 3, 4)'." in said(found)


def test_missing_words_in_a_table_are_missing_heights() -> None:
    cells = matrix().split(b"\n")
    row = cells[2].split(b",")
    row[1], row[3], row[5] = b"", b"NaN", b" n/a "
    cells[2] = b",".join(row)
    grid = read(b"\n".join(cells), "a.csv").grids[0]
    assert np.argwhere(np.isnan(grid.z)).tolist() == [[2, 1], [2, 3], [2, 5]]


def test_no_data_of_terrain_is_missing() -> None:
    z = Z.copy()
    z[0, 0], z[1, 1] = -9999, -3.4028235e38
    found = read(asc(z), "a.asc")
    assert int(np.isnan(found.grids[0].z).sum()) == 1
    found = read(asc(z, nodata=-3.402823466385289e38), "a.asc")
    assert np.isnan(found.grids[0].z[1, 1]) and found.grids[0].z[0, 0] == -9999
    data, _ = hgt()
    found = read(b"\x80\x00" + data[2:], "N46E007.hgt")
    assert np.argwhere(np.isnan(found.grids[0].z)).tolist() == [[1200, 0]]


def test_units_are_told() -> None:
    found = read(hgt()[0], "N46E007.hgt")
    assert "Degrees became metres: one of longitude is 76,7" in said(found)
    assert "off by up to 0.9%" in said(found)
    degrees = asc().replace(b"cellsize 1.0", b"cellsize 0.01")
    assert "look like degrees" in said(read(degrees, "a.asc"))
    assert "taken to share one unit" in said(read(asc(), "a.asc"))


def test_columns_to_choose_from() -> None:
    assert read(long(), "a.csv").columns == ("dir1", "dir2", "loss")
    assert read(matrix(), "a.csv").columns == ()


def test_the_report_begins_with_the_format_and_the_shape() -> None:
    for name, data in (("a.csv", long()), ("a.npy", npy(Z)), ("a.h5", li(Z)), ("a.asc", asc())):
        labels = [label for label, _ in read(data, name).report]
        assert labels[:2] == ["Format", "Shape"], name
        assert len({*labels}) > 2


def test_a_grid_knows_its_file() -> None:
    found = read(li(Z), "C:\\nets\\my net.h5")
    assert found.file == "my net.h5" == found.grids[0].file
    assert found.grids[0].title == "my net, train_loss"
    with pytest.raises(KeyError, match=r"no heights called 'loss'\. There are: train_loss"):
        found.grid("loss")


def test_odd_names_do_no_harm() -> None:
    found = read(h5(**{"a[b], = c\u2028": Z}), "[x,y]= 1.h5")
    assert found.grids[0].name == "a[b], = c\u2028"


def test_every_ending_has_one_format() -> None:
    endings = [e for form in FORMATS for e in form.endings]
    assert len(endings) == len({*endings}) and all(e == e.lower() for e in endings)
