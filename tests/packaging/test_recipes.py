"""Recipes that cannot be run here: their form, and that they name what the project needs."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
RECIPES = ["conda/meta.yaml", "spack/package.py", "container/Dockerfile", "container/azalai.def"]
SCRIPTS = {"post", "runscript", "test"}  # sections of an Apptainer definition that are shell
# Debian's name of what is needed, and those of conda and Spack.
NEEDED = {
    "libeigen3-dev": ("eigen", "eigen"),
    "libhdf5-dev": ("hdf5", "hdf5"),
    "libcli11-dev": ("cli11", "cli11"),
    "libtomlplusplus-dev": ("tomlplusplus", "tomlplusplus"),
    "librandom123-dev": ("random123", "random123"),
    "libfmt-dev": ("fmt", "fmt"),
    "nlohmann-json3-dev": ("nlohmann_json", "nlohmann-json"),
    "libboost-dev": ("libboost-headers", "boost"),
    "libcpp-httplib-dev": ("cpp-httplib", "cpp-httplib"),
    "libcereal-dev": ("cereal", "cereal"),
    "libyaml-cpp-dev": ("yaml-cpp", "yaml-cpp"),
    "libssl-dev": ("openssl", "openssl"),
}


def text(name):
    return (PACKAGING / name).read_text(encoding="utf-8")


def version():
    found = re.search(
        r"project\(azalai VERSION ([\d.]+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
    )
    return found.group(1)


def minimums():
    """Libraries of scripts/packages.txt with the oldest version that works; - for any."""
    lines = (ROOT / "scripts/packages.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line.startswith("build ")]
    return {row[1]: row[2] for row in rows if row[1].endswith("-dev")}


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_says_at_its_head_that_it_was_not_run(name):
    assert "NOT RUN here" in "\n".join(text(name).splitlines()[:3])


def test_the_list_of_this_test_is_that_of_the_project():
    assert set(NEEDED) == set(minimums())


def test_conda():
    yaml = pytest.importorskip("yaml", reason="needs python3-yaml")
    recipe = yaml.safe_load(text("conda/meta.yaml"))
    assert recipe["package"]["version"] == version()
    host = recipe["requirements"]["host"]
    for debian, (conda, _) in NEEDED.items():
        oldest = minimums()[debian]
        assert (conda if oldest == "-" else f"{conda} >={oldest}") in host
    assert (PACKAGING / "conda" / recipe["source"]["path"]).resolve() == ROOT
    assert (ROOT / recipe["about"]["license_file"]).is_file()


def test_spack():
    recipe = text("spack/package.py")
    compile(recipe, "package.py", "exec")
    assert f'version("{version()}")' in recipe
    for debian, (_, spack) in NEEDED.items():
        oldest = minimums()[debian]
        wanted = spack if oldest == "-" else f"{spack}@{oldest}:"
        assert re.search(rf'depends_on\("{re.escape(wanted)}[" ]', recipe), wanted


@pytest.mark.parametrize("name", RECIPES[:2])
def test_options_are_those_of_cmake(name):
    known = (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
    for option in re.findall(r"AZALAI_\w+", text(name)):
        assert re.search(rf"(option|set)\({option} ", known), option


def instructions():
    """(word, rest) for each instruction of the Dockerfile, lines joined."""
    joined = re.sub(r"\\\n", " ", text("container/Dockerfile"))
    lines = [line for line in joined.splitlines() if line and not line.startswith("#")]
    return [tuple(line.split(" ", 1)) for line in lines]


def test_dockerfile():
    words = [word for word, _ in instructions()]
    assert words[0] == "FROM" and words.count("FROM") == 2
    assert set(words) <= {"FROM", "WORKDIR", "COPY", "RUN", "ENTRYPOINT", "CMD"}
    for word, rest in instructions():
        if word == "FROM":
            assert re.fullmatch(r"debian:12-slim( AS build)?", rest)
        if word == "RUN":
            for script in re.findall(r"scripts/\w+", rest):
                assert (ROOT / script).is_file()
            assert "apt-get update" in rest and "rm -rf /var/lib/apt/lists/*" in rest


def shell_of(name):
    """The shell commands of a container recipe, one script each."""
    if name.endswith("Dockerfile"):
        return [rest for word, rest in instructions() if word == "RUN"]
    found = re.split(r"^%(\w+)$", text(name), flags=re.M)
    return [body for title, body in zip(found[1::2], found[2::2]) if title in SCRIPTS]


@pytest.mark.parametrize("name", RECIPES[2:])
def test_the_commands_of_a_container_are_shell(name, tmp_path):
    scripts = shell_of(name)
    assert scripts
    for script in scripts:
        path = tmp_path / "script"
        path.write_text(script, encoding="utf-8")
        linters = [["bash", "-n", path]]
        if shutil.which("shellcheck"):
            linters.append(["shellcheck", "--shell=sh", path])
        for linter in linters:
            done = subprocess.run(linter, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout + done.stderr


def test_apptainer():
    definition = text("container/azalai.def")
    assert re.search(r"^Bootstrap: docker\nFrom: debian:12-slim$", definition, re.M)
    sections = re.findall(r"^%(\w+)$", definition, re.M)
    assert sections == ["files", "post", "runscript", "test", "labels", "help"]
    assert f"Version {version()}" in definition
