"""Many runs in one process; the C++ tests have the short version."""

import pytest

from tests.faults.jobs import start


def test_ten_thousand_runs_use_no_more_memory_and_files(root, is_full):
    if not is_full:
        pytest.skip("scripts/test-faults runs it")
    process = start([root / "build" / "dev" / "tests" / "faults" / "many_runs", 10_000])
    out, err = process.communicate()
    print(out)
    assert process.returncode == 0, out + err
