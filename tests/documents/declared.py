"""What is done with each block of code of the project's pages: the whole list.

A block is known by its page and by how its first line begins. One that is in no entry here, and an
entry that fits no block, fail `test_documents.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Run:
    """It runs, in order with the others of its page, in a copy of the tree.

    Attributes
    ----------
    page, head : str
        Which block.
    changes : dict of str to str
        What is put in place of what before it runs: something shorter.
    needs : tuple of str
        Programs, ``r:PACKAGE`` or ``python:MODULE`` without which it is skipped.
    prints : tuple of str
        Regular expressions, matched in the page; what their group holds must be printed. Commas in
        numbers do not count.
    """

    page: str
    head: str
    changes: dict[str, str] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    prints: tuple[str, ...] = ()


@dataclass(frozen=True)
class Elsewhere:
    """Another test runs it."""

    page: str
    head: str
    test: str


@dataclass(frozen=True)
class Not:
    """It is not run."""

    page: str
    head: str
    why: str


README = "README.md"
GIS = "analysis/r-and-gis.md"
TUTORIAL = "configs/TUTORIAL.md"
PYTHON = "analysis/TUTORIAL.md"
CLUSTER = "scripts/cluster/README.md"
PAST = "models/observed_past/README.md"

HELP = " --help"
MALI = "configs/mali/mali-2012-2016.toml"
BUILDS = "builds from a clone, which takes minutes: .ci/run does it"
SYNOPSIS = "a synopsis; its options are compared with --help"

DECLARED: list[Run | Elsewhere | Not] = [
    Run(
        README,
        "scripts/run-mali",
        {"scripts/run-mali ": "scripts/run-mali --help ", "scripts/test ": "scripts/test --help "},
    ),
    Not(README, "Mali, January 2012", "output: test_the_readme_shows_what_the_run_prints"),
    Run(
        README,
        "azalai=build/release/azalai",
        {"--days 366": "--days 30", "no-minusma.toml -o": "no-minusma.toml --days 30 -o"},
    ),
    Run(
        README,
        "ncdump -h",
        {
            "| less": "| grep -c double",
            "-o out/figures ": "-o out/figures --only deaths ",
            "report out/mali-2012-2016.h5": "report out/seed7.h5",
        },
        needs=("ncdump",),
    ),
    Run(README, "$azalai export out/mali"),
    Run(README, "mkdir -p out/seeds", {"$azalai run $mali ": "$azalai run $mali --days 60 "}),
    Run(README, "$azalai validate out/seeds", {"--from 2013-01": "--from 2012-02"}),
    Run(README, "$azalai flee path/to/instance", {"--seeds 20": "--seeds 2"}),
    Run(README, "$azalai sweep configs/studies/interventions.toml"),
    Run(
        README,
        "$azalai calibrate configs/studies/calibration-smoke.toml",
        {
            "-o out/smoke ": "-o out/smoke --dry-run ",  # tests/app/test_calibrate.py runs it
            "scripts/calibrate-mali ": "scripts/calibrate-mali --help ",
        },
    ),
    Run(
        README,
        "scripts/build-viewer",
        {
            "scripts/build-viewer ": "scripts/build-viewer --help ",
            "$azalai view ": "$azalai view --help #",  # tests/app/test_view.py runs it
        },
    ),
    Not(TUTORIAL, "scripts/run-mali", BUILDS),
    Not(TUTORIAL, "alias azalai=", "the test has its program on the path"),
    Run(TUTORIAL, "azalai check configs/mali/mali"),
    Run(TUTORIAL, "mkdir -p out/tutorial"),
    Run(TUTORIAL, "azalai run configs/mali/mali"),
    Run(TUTORIAL, "azalai export out/tutorial/seed1.h5"),
    Run(TUTORIAL, "cat >out/tutorial/ceasefire-2012.toml"),
    Run(TUTORIAL, "cat >out/tutorial/study.toml"),
    Run("configs/template/README.md", "cp -r configs/template"),
    Run(
        PYTHON,
        "scripts/setup build test",
        {
            "scripts/setup build test ": "scripts/setup --help ",
            "scripts/run-mali --days 30 ": f"azalai run {MALI} --days 30 -o out/days.h5 ",
            "scripts/python ": "scripts/python -c 'import azalai' ",
        },
    ),
    *(
        Elsewhere(PYTHON, head, "tests/analysis/test_tutorial.py")
        for head in (
            "import azalai",
            'totals = run["totals"]',
            "try:",
            "from matplotlib.figure",
            "files = [run.path]",
            "differences = []",
        )
    ),
    Not(GIS, "apt-get install", "installs packages"),
    Run(GIS, "azalai run configs/mali"),
    Run(
        GIS,
        "library(ncdf4)",
        needs=("Rscript", "r:ncdf4"),
        prints=(r"prints ([\d,]+)\s+refugees", r"([\d,]+)\s+deaths\s+of\s+the\s+state's\s+side"),
    ),
    Run(GIS, "library(stars)", needs=("Rscript", "r:stars"), prints=(r"# (\d+) x 180 cells",)),
    Run(GIS, "gdalinfo", needs=("gdalinfo", "gdal_translate"), prints=(r"Band (13) is",)),
    Run(GIS, "azalai export mali.h5 --format csv"),
    Run(GIS, "azalai export mali.h5 --format acled"),
    Run(GIS, "ogrinfo", needs=("ogrinfo",), prints=(r"finds ([\d,]+)\s+points",)),
    Run(GIS, "export QT_QPA_PLATFORM", needs=("qgis_process.bin",)),
    Run(GIS, "from qgis.core", needs=("python:qgis",), prints=(r"# True ([\d,]+) EPSG:4326",)),
    Run(
        "analysis/azalai/README.md",
        "scripts/python",
        {
            "scripts/python ": "scripts/python -c 'import azalai' ",
            "pip install . ": "scripts/python -m pip --version ",  # tests/analysis/test_package.py
        },
    ),
    Not(
        "analysis/mali/README.md",
        "azalai calibrate configs/studies",
        "hours, and it replaces tables: scripts/calibrate-mali is the same in one command",
    ),
    Not(
        "analysis/mali/README.md",
        "scripts/python -m analysis.mali.central_draw",
        "replaces the defaults; tests/configs/test_mali_posterior.py compares them with the draw",
    ),
    Elsewhere("analysis/viewer/README.md", "scripts/build-viewer", "tests/app/test_view.py"),
    Not("analysis/viewer/README.md", "npm run measure", "measures, which takes a quiet machine"),
    Not(
        "benchmarks/SCALING.md",
        "python3 benchmarks/scaling.py",
        "tests/benchmarks does it in small",
    ),
    Not(
        "tests/faults/README.md", "scripts/test-faults", "takes many minutes; tests/faults in small"
    ),
    Not("benchmarks/README.md", "scripts/bench", "builds the bench preset, then three minutes"),
    Not(
        "configs/mali/SOURCES.md",
        "derive/places.py",
        "needs layers that are not in the repository; tests/configs does the same where they are",
    ),
    Run(
        "configs/studies/README.md",
        "azalai sweep configs/studies/interventions.toml",
        {"--summary": "--dry-run"},  # the README runs it
    ),
    Run(
        CLUSTER,
        "azalai sweep DESIGN.toml",
        {
            "DESIGN.toml": "configs/template/study.toml",
            "-o DIR --shards 100  ": "-o out/array --shards 100 --dry-run  ",
            "-o DIR --mpi 256  ": "-o out/mpi --mpi 256 --dry-run  ",
            "DIR": "out/sweep",
        },
    ),
    Run(
        CLUSTER,
        "snakemake -s scripts/cluster/Snakefile",
        {
            "snakemake ": "snakemake --dry-run ",
            "DESIGN.toml": "configs/template/study.toml",
            "DIR": "out/snakemake",
        },
        needs=("snakemake",),
    ),
    Elsewhere(
        "models/calibration/README.md",
        'name = "mali-2012-2016"',
        "tests/documents/test_documents.py",
    ),
    Elsewhere(
        "models/ensemble/README.md", 'name = "interventions"', "tests/documents/test_documents.py"
    ),
    Elsewhere(
        "models/displacement/README.md",
        "[displacement.flight]",
        "tests/models/displacement/displacement_params_test.cpp",
    ),
    Elsewhere("models/economy/README.md", "[economy.pay]", "tests/parameter_pages.py"),
    Elsewhere("models/scenario/README.md", "[[edit]]", "tests/models/scenario/mali_test.cpp"),
    Not("models/exchange/README.md", "azalai export FILE", SYNOPSIS),
    Not("models/flee/README.md", "azalai flee INSTANCE_DIR", SYNOPSIS),
    Run(
        PAST,
        "azalai run configs/mali",
        {"--seed 7": "--seed 7 --days 80", "2015-06-30": "2012-02-15"},
    ),
    Not("sim/calibration/README.md", "AbcSmc state", "C++ that leaves out what surrounds it"),
    Not("sim/calibration/README.md", "// The table", "C++ that leaves out what surrounds it"),
]

INSTANCE = "path/to/instance"
#: Four runs of a few weeks in place of sixty of five years.
SHORT = """
sed -i -e '/no-serval/d' -e 's/no-minusma/borders-closed-2012/' \\
    -e 's/^seeds = 20$/seeds = 2\\nsettings = ["scenario.last_day=2012-03-02"]/' \\
    configs/studies/interventions.toml
"""
#: What a reader has before the first block of a page: shell commands.
BEFORE = {
    README: f"""
cp "$WHOLE" out/mali-2012-2016.h5
build/release/azalai export out/mali-2012-2016.h5 --format acled -o my-acled.csv
mkdir -p {INSTANCE}/input_csv {INSTANCE}/source_data
cp "$INSTANCE"/*.yml {INSTANCE} && cp "$INSTANCE"/input_csv/* {INSTANCE}/input_csv
cp "$INSTANCE"/source_data/* {INSTANCE}/source_data
{SHORT}""",
    PAST: 'azalai export "$WHOLE" --format acled -o acled.csv',
    "configs/studies/README.md": SHORT,
}

#: Designs and studies on pages: what is put in place of what (regular expressions), and the command
#: that then takes them.
EXAMPLES = {
    "models/calibration/README.md": (
        "calibrate",
        {
            r'targets = \["\.\.\."\]': "# all",
            "last_day=2016-12-31": "last_day=2014-01-31",
            # its second half, of two that exclude each other
            r"\[abc\]  (?s:.*?)(# )\[abc\].*\n# ": "[abc]\n",
        },
    ),
    "models/ensemble/README.md": (
        "sweep",
        {r"/a\.toml": "/mali-2012-2016.toml", r"(?m)^(posterior|draws) = .*$": "# optional"},
    ),
}
