"""The page of runs and of sweeps, and the pictures of a folder."""

import re
import shutil
import xml.etree.ElementTree

import h5py
import pytest

import azalai
from azalai import figures
from azalai.report import make_report, write_report
from azalai.report import page as report_page
from azalai.report.html import escaped, table
from real import SMALL, program

HOSTILE = '</text></svg><script>alert("$x$")</script>\u202e&'


@pytest.fixture(scope="module")
def runs_of(tmp_path_factory):
    """Two runs of the small country."""
    folder = tmp_path_factory.mktemp("runs")
    found = []
    for seed in (1, 2):
        path = folder / f"{seed}.h5"
        azalai.run(SMALL, output=path, seed=seed, program=program())
        found.append(path)
    return found


@pytest.fixture(scope="module")
def hostile(runs_of, tmp_path_factory):
    """A run with names that try to be something else."""
    path = tmp_path_factory.mktemp("hostile") / "a.h5"
    shutil.copy(runs_of[0], path)
    with h5py.File(path, "a") as file:
        file.attrs["title"] = HOSTILE
        for name in ("actors/key", "actors/name", "places/name", "refugees/name"):
            names = file[name][:]
            file[name][:] = [HOSTILE + str(i) for i in range(len(names))]
        file["provenance/input_path"][0] = HOSTILE
    return path


@pytest.fixture(scope="module")
def page(runs_of):
    """The page of one run."""
    return make_report([runs_of[0]], program())


def test_a_page_is_self_contained(page):
    assert page.startswith("<!DOCTYPE html>")
    assert "<script" not in page
    assert not re.search(r'(src|href)="(?!#|data:)', page)
    assert "default-src 'none'" in page
    assert "@import" not in page


def test_a_page_has_its_parts(page):
    assert "A small country at war" in page
    assert page.count("<figure>") >= 6 and page.count("<svg") == page.count("<figure>")
    for title in ("What happened, by year", "Beside what is documented", "Provenance", "SHA-256"):
        assert title in page
    assert "never use them to choose targets" in page


def test_every_figure_is_whole_xml(page):
    for drawn in re.findall(r"<svg.*?</svg>", page, re.DOTALL):
        xml.etree.ElementTree.fromstring(drawn)


def test_the_same_files_give_the_same_page(page, runs_of):
    assert make_report([runs_of[0]], program()) == page


def test_names_stay_text(hostile):
    page = make_report([hostile], program())
    assert "<script" not in page and "\u202e" not in page
    assert "&lt;script&gt;alert(&quot;$x$&quot;)&lt;/script&gt;" in page
    assert page.count("<svg") == page.count("<figure>")
    for drawn in re.findall(r"<svg.*?</svg>", page, re.DOTALL):
        found = xml.etree.ElementTree.fromstring(drawn)
        assert not list(found.iter("{http://www.w3.org/2000/svg}script"))


def test_several_runs_have_their_spread(runs_of):
    page = make_report(runs_of, program())
    assert "2 simulated runs" in page and "seeds 1, 2" in page
    assert re.search(r"\d+ \(\d+ to \d+\)", page)


def test_without_the_program_a_page_says_what_it_leaves_out(runs_of, monkeypatch):
    monkeypatch.setenv("AZALAI", "/nonexistent/azalai")
    said = report_page.judgement([azalai.open_run(runs_of[0])])
    assert "Left out: /nonexistent/azalai (from $AZALAI): is no program" in said


def test_a_page_is_not_replaced_unless_told(runs_of, tmp_path, monkeypatch):
    monkeypatch.setattr(report_page, "make_report", lambda *_: "<!DOCTYPE html>")
    page = tmp_path / "page.html"
    page.write_text("mine")
    with pytest.raises(azalai.InputError, match="--force"):
        write_report(runs_of[:1], page, program=program())
    assert page.read_text() == "mine"
    write_report(runs_of[:1], page, force=True, program=program())
    assert page.read_text().startswith("<!DOCTYPE")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_wrong_files_end_as_the_program_does(runs_of, tmp_path, capsys):
    wrong = tmp_path / "wrong.h5"
    wrong.write_text("no result")
    assert figures.main([str(wrong), "--list"]) == 2
    assert "wrong.h5: cannot be read" in capsys.readouterr().err
    assert figures.main([str(tmp_path / "none.h5"), "--list"]) == 2
    assert "no such file" in capsys.readouterr().err
    assert figures.main([str(runs_of[0]), "-o", str(tmp_path), "--only", "nothing"]) == 2
    assert "no such figure" in capsys.readouterr().err


def test_pictures_are_made_when_the_file_is_newer(runs_of, tmp_path):
    run = tmp_path / "a.h5"
    shutil.copy(runs_of[0], run)
    made = figures.make_figures([run], tmp_path / "out", ["strength"])
    assert [path.name for path in made] == ["strength.png"]
    assert figures.make_figures([run], tmp_path / "out", ["strength"]) == []
    shutil.copy(runs_of[0], run)
    assert figures.make_figures([run], tmp_path / "out", ["strength"]) == made


def test_tables_are_escaped():
    assert escaped("<a & \x07") == "&lt;a &amp; \N{REPLACEMENT CHARACTER}"
    assert "<td class=n>1</td>" in table(["a", "b"], [("<", 1)], (1,))
    assert "<td>&lt;</td>" in table(["a", "b"], [("<", 1)], (1,))
