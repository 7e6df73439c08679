"""Pandas reads the tables that we write for users of ACLED, UCDP and VIEWS."""

import os
import subprocess

import pytest

pandas = pytest.importorskip("pandas")

HOSTILE = '#"quote", comma; semicolon\r\nnew line\n"" Ségou \U0001f54a \' \t|'


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    writer = os.environ.get("AZALAI_WRITE_EXCHANGE")
    if writer is None:
        pytest.skip("run by ctest, which names the program that writes the tables")
    path = tmp_path_factory.mktemp("exchange")
    subprocess.run([writer, path], check=True)
    return path


def test_acled_keeps_every_text_and_number(folder):
    events = pandas.read_csv(folder / "acled.csv")
    assert events.shape == (2, 31)
    assert list(events.columns[:3]) == ["event_id_cnty", "event_date", "year"]
    assert list(events.columns[-3:]) == ["fatalities", "tags", "timestamp"]
    assert list(events.event_id_cnty) == ["XXX1" + HOSTILE, "XXX2" + HOSTILE]
    assert set(events.notes) == {HOSTILE}
    assert list(events.inter1) == ["Rebel group"] * 2
    assert list(events.interaction) == ["Rebel group-External/Other forces"] * 2
    assert list(pandas.to_datetime(events.event_date).dt.dayofyear) == [60, 60]
    assert list(events.fatalities) == [4294967295] * 2
    assert list(events.latitude) == [-1 / 3] * 2


def test_acled_has_codes_as_numbers(folder):
    events = pandas.read_csv(folder / "acled-number.csv")
    assert list(events.inter1) == [2, 2]
    assert list(events.inter2) == [8, 8]
    assert list(events.interaction) == [28, 28]


def test_ged_keeps_every_text_and_number(folder):
    events = pandas.read_csv(folder / "ged.csv")
    assert events.shape == (2, 49)
    assert list(events.id) == [1, 2]
    assert set(events.side_a) == set(events.where_description) == {HOSTILE}
    assert list(events.conflict_new_id) == [9007199254740993] * 2
    assert list(events.type_of_violence) == [3, 3]
    assert list(events.best) == [10, 10]
    assert list(events.geom_wkt) == ["POINT (-0.0441 16.271)"] * 2
    assert list(events.date_end) == ["2012-03-31"] * 2


def test_views_has_every_row(folder):
    table = pandas.read_csv(folder / "views.csv", index_col=["month_id", "country_id", "draw"])
    assert len(table) == 3 * 1 * 2
    assert table.ged_os[386, 432, 0] == 20
    assert table.ged_os.sum() == 20
