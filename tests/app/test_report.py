"""`azalai report` from outside: a page of a small run, and what it says when it cannot."""

import os
import subprocess

import pytest


@pytest.fixture
def result(azalai, small, tmp_path):
    """A run of the small country."""
    assert azalai("run", small, "-o", "a.h5", "--quiet").returncode == 0
    return tmp_path / "a.h5"


def test_a_run_becomes_one_page(azalai, result, tmp_path):
    ended = azalai("report", result, "-o", "page.html")
    assert ended.returncode == 0, ended.stderr
    assert "page.html: report of 1 file" in ended.stdout
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>") and page.rstrip().endswith("</html>")
    assert "A small country at war" in page and "<svg" in page
    assert "all " in page and "documented figures" in page  # it found the program that started it
    assert not list(tmp_path.glob("*.part"))

    again = azalai("report", result, "-o", "page.html")
    assert again.returncode == 2 and "--force" in again.stderr
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == page


def test_what_is_no_result_is_refused(azalai, result, tmp_path):
    (tmp_path / "wrong.h5").write_text("no result")
    ended = azalai("report", "wrong.h5", "-o", "page.html")
    assert ended.returncode == 2 and "wrong.h5" in ended.stderr
    ended = azalai("report", result, "-o", result, "--force")
    assert ended.returncode == 2 and "is the result file itself" in ended.stderr
    assert not (tmp_path / "page.html").exists()


def test_without_python_it_says_what_to_install(program, result, tmp_path):
    ended = subprocess.run(
        [program, "report", result, "-o", "page.html"],
        cwd=tmp_path,
        env=os.environ | {"AZALAI_PYTHON": "/bin/false"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 74
    assert "/bin/false" in ended.stderr and "python3-matplotlib" in ended.stderr
    assert not (tmp_path / "page.html").exists()
    assert not list(tmp_path.glob("*.part"))
