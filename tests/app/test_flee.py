"""`azalai flee` from outside, on an instance of three places."""

import csv
import json

import h5py
import pytest

FILES = {
    "simsetting.yml": "log_levels: {agent: 1}\nmove_rules: {max_move_speed: 200.0}\n",
    "input_csv/sim_period.csv": "StartDate,2012-03-01\nLength,5\n",
    "input_csv/locations.csv": (
        "#name,region,country,lat,lon,location_type,conflict_date,population\n"
        "Alpha,R,Home,16.0,0.0,conflict_zone,0,1000\n"
        "Beta,R,Home,16.0,1.0,town,,500\n"
        "Gamma,S,Away,16.0,2.0,camp,,0\n"
    ),
    "input_csv/routes.csv": "#name1,name2,distance\nAlpha,Beta,100\nBeta,Gamma,150\n",
    "input_csv/conflicts.csv": "#Day, Alpha\n" + "".join(f"{day}, 1\n" for day in range(5)),
    "source_data/data_layout.csv": "total,gamma.csv\nGamma,gamma.csv\n",
    "source_data/gamma.csv": "Date,n\n2012-03-01,100\n2012-03-06,600\n",
}


@pytest.fixture
def instance(tmp_path):
    folder = tmp_path / "instance"
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_it_writes_out_csv_and_hdf5(azalai, instance, tmp_path):
    done = azalai("flee", instance, "-o", "results")
    assert done.returncode == 0, done.stderr
    assert "averaged relative difference, rescaled" in done.stdout
    assert done.stderr.count("warning") == 1 and "log_levels.agent" in done.stderr
    with open(tmp_path / "results/out.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["total refugees (simulation)"]) for row in rows] == [100, 200, 300, 400, 500]
    with h5py.File(tmp_path / "results/flee.h5") as file:
        assert file.attrs["file_type"] in ("azalai-flee", b"azalai-flee")
        simulated = file["flee/simulated"][:, 0, 0]
        assert simulated.tolist() == [int(row["Gamma sim"]) for row in rows]
        assert file["flee/documented"][:, 0].tolist() == [100, 200, 300, 400, 500]


def test_several_seeds_and_json(azalai, instance, tmp_path):
    done = azalai("flee", instance, "-o", "r", "--seed", 3, "--seeds", 4, "--hasten", 5, "--json")
    outcome = json.loads(done.stdout)
    assert [run["seed"] for run in outcome["runs"]] == [3, 4, 5, 6]
    assert all(run["agents"] == 100 for run in outcome["runs"])
    mean = sum(run["error_rescaled"] for run in outcome["runs"]) / 4
    assert outcome["error_rescaled"]["mean"] == pytest.approx(mean)
    names = {path.name for path in (tmp_path / "r").iterdir()}
    assert names == {"out-3.csv", "out-4.csv", "out-5.csv", "out-6.csv", "flee.h5"}


def test_the_same_bytes_for_any_number_of_threads(azalai, instance, tmp_path):
    for threads in [1, 2]:
        done = azalai("flee", instance, "-o", threads, "--seeds", 3, "--threads", threads)
        assert done.returncode == 0, done.stderr
    for seed in [1, 2, 3]:
        one, two = (tmp_path / str(n) / f"out-{seed}.csv" for n in [1, 2])
        assert one.read_bytes() == two.read_bytes()


def test_nothing_is_overwritten_without_force(azalai, instance, tmp_path):
    assert azalai("flee", instance, "-o", "r").returncode == 0
    before = (tmp_path / "r/out.csv").read_bytes()
    done = azalai("flee", instance, "-o", "r", "--seed", 9)
    assert done.returncode == 2 and "--force" in done.stderr
    assert (tmp_path / "r/out.csv").read_bytes() == before
    assert azalai("flee", instance, "-o", "r", "--seed", 9, "--force").returncode == 0


def test_wrong_input_is_exit_code_2_with_file_and_line(azalai, instance):
    routes = instance / "input_csv/routes.csv"
    routes.write_text(routes.read_text().replace("Gamma", "Gama"))
    done = azalai("flee", instance, "-o", "r")
    assert done.returncode == 2
    assert "routes.csv:3" in done.stderr and "'Gamma'" in done.stderr
    assert azalai("flee", "nowhere", "-o", "r").returncode == 2
    assert azalai("flee", instance, "-o", "r", "--rules", "none").returncode == 2


def test_our_rules_see_nothing_of_the_counts(azalai, instance, tmp_path):
    rules = ["--rules", "azalai", "--seeds", 2]
    assert azalai("flee", instance, "-o", "a", *rules).returncode == 0
    data = instance / "source_data/gamma.csv"
    data.write_text("Date,n\n2012-03-01,9\n2012-03-06,70000\n", encoding="utf-8")
    assert azalai("flee", instance, "-o", "b", *rules).returncode == 0
    with h5py.File(tmp_path / "a/flee.h5") as one, h5py.File(tmp_path / "b/flee.h5") as two:
        assert one["flee/simulated"][:].tolist() == two["flee/simulated"][:].tolist()
        assert one["flee/agents"][:].max() > 0
        assert one["flee/documented"][:].tolist() != two["flee/documented"][:].tolist()
        text = one["provenance/scenario"][()].decode()
        assert 'rules = "azalai"' in text and "closures_known" in text


def test_our_rules_take_parameters(azalai, instance, tmp_path):
    ours = ["--rules", "azalai", "--json"]
    calm = ["--set", "displacement.flight.rate_threat=0"]
    calm += ["--set", "displacement.flight.rate_takeover=0"]
    outcome = json.loads(azalai("flee", instance, "-o", "a", *ours, *calm).stdout)
    assert outcome["rules"] == "azalai" and outcome["runs"][0]["agents"] == 0
    assert outcome["error_rescaled_without_simulation"]["equal_shares"] == 0.0  # one camp
    done = azalai("flee", instance, "-o", "b", *ours, "--set", "displacement.flight.rate=1")
    assert done.returncode == 2 and "displacement.flight.rate" in done.stderr
    done = azalai("flee", instance, "-o", "c", *calm)
    assert done.returncode == 2 and "--rules azalai" in done.stderr
    assert not (tmp_path / "c").exists()
