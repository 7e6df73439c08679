"""`azalai view`: a server for this computer only, and a page with the results in it."""

import base64
import http.client
import json
import re
import shutil
import signal
import socket
import subprocess
from urllib.parse import urlsplit

import pytest

PAGE = "<html><head><!--azalai:files--></head><body>the page</body></html>"


@pytest.fixture
def page(tmp_path, monkeypatch):
    """A page in the place of the built one, which needs Node.js."""
    path = tmp_path / "viewer.html"
    path.write_text(PAGE)
    monkeypatch.setenv("AZALAI_VIEWER", str(path))
    return path


@pytest.fixture
def result(azalai, small, tmp_path):
    """A complete result."""
    path = tmp_path / "run.h5"
    done = azalai("run", small, "-o", path, "--set", "scenario.last_day=2012-01-20")
    assert done.returncode == 0, done.stderr
    return path


class Viewer:
    """A running `azalai view`."""

    def __init__(self, program, *arguments):
        command = [program, "view", "--no-browser", *map(str, arguments)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.address = urlsplit(self.process.stdout.readline().strip())

    def get(self, path, headers=None, method="GET"):
        """Ask for a path as it stands; return the answer and its bytes."""
        connection = http.client.HTTPConnection(
            self.address.hostname, self.address.port, timeout=60
        )
        connection.putrequest(method, path, skip_host="Host" in (headers or {}))
        for name, value in (headers or {}).items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer, answer.read()

    def stop(self, how=signal.SIGINT):
        """End it as a user does; return its exit code."""
        self.process.send_signal(how)
        return self.process.wait(timeout=60)


@pytest.fixture
def viewer(program, page, result):
    """A viewer of the result."""
    started = Viewer(program, result)
    yield started
    if started.process.poll() is None:
        started.process.kill()
    started.process.wait()


def listed(text):
    """The list of files in a page."""
    return json.loads(re.search(r'id="azalai-files">(.*?)</script>', text)[1])


def test_serves_the_page_and_the_file(viewer, result):
    answer, body = viewer.get(viewer.address.path)
    assert answer.status == 200
    assert answer.headers["Content-Type"].startswith("text/html")
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert listed(body.decode()) == [{"name": "run.h5", "href": "file/0"}]
    answer, body = viewer.get(viewer.address.path + "file/0")
    assert answer.status == 200
    assert body == result.read_bytes()


def test_serves_ranges(viewer, result):
    answer, body = viewer.get(viewer.address.path + "file/0", {"Range": "bytes=100-299"})
    assert answer.status == 206
    assert body == result.read_bytes()[100:300]


def test_listens_on_loopback_only(viewer):
    assert viewer.address.hostname == "127.0.0.1"
    with open("/proc/net/tcp", encoding="ascii") as table:
        rows = [line.split() for line in table if line.split()[3] == "0A"]  # listening
    mine = [row[1] for row in rows if int(row[1].split(":")[1], 16) == viewer.address.port]
    assert mine == [f"0100007F:{viewer.address.port:04X}"]


def test_the_path_is_long_and_new_each_time(program, viewer, result):
    assert re.fullmatch(r"/[0-9a-f]{32}/", viewer.address.path)
    other = Viewer(program, result)
    assert other.address.path != viewer.address.path
    assert other.stop() == 0


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/file/0",
        "/00000000000000000000000000000000/",
        "TOKENfile/1",
        "TOKENfile/",
        "TOKENrun.h5",
        "TOKEN../../../../etc/passwd",
        "TOKENfile/../../../../../etc/passwd",
        "TOKENfile/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "TOKENfile//etc/passwd",
        "TOKENfile/0/../../../etc/passwd",
        "TOKENfile/0%00.h5",
    ],
)
def test_every_other_path_is_not_found(viewer, path):
    answer, body = viewer.get(path.replace("TOKEN", viewer.address.path))
    assert answer.status == 404
    assert b"root:" not in body


def test_answers_only_to_its_own_name(viewer):
    for name in ["evil.example", "localhost.evil.example:80", ""]:
        answer, _ = viewer.get(viewer.address.path, {"Host": name})
        assert answer.status in (400, 403)


def test_takes_nothing(viewer, result):
    before = result.read_bytes()
    for method in ["PUT", "POST", "DELETE"]:
        answer, _ = viewer.get(viewer.address.path + "file/0", method=method)
        assert answer.status in (400, 404)
    assert result.read_bytes() == before


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_stops_when_told(viewer, how):
    assert viewer.stop(how) == 0


def test_a_port_that_is_taken_is_named(azalai, page, result):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = azalai("view", result, "--no-browser", "--port", port)
    assert done.returncode == 2
    assert f"--port {port}: the port is not free" in done.stderr


def test_a_damaged_file_is_refused(azalai, page, result, tmp_path):
    bytes_ = bytearray(result.read_bytes())
    bytes_[len(bytes_) // 2] ^= 0xFF
    damaged = tmp_path / "damaged.h5"
    damaged.write_bytes(bytes_)
    done = azalai("view", damaged, "--no-browser")
    assert done.returncode == 2
    assert "damaged.h5" in done.stderr


def test_what_is_no_result_is_refused(azalai, page, tmp_path):
    (tmp_path / "notes.txt").write_text("notes\n")
    for name in ["notes.txt", "missing.h5"]:
        done = azalai("view", name, "--no-browser")
        assert done.returncode == 2
        assert name in done.stderr


def test_without_a_page_it_says_how_to_build_one(azalai, result, page):
    page.unlink()
    done = azalai("view", result, "--no-browser")
    assert done.returncode == 2
    assert "scripts/build-viewer" in done.stderr


def test_exports_one_page_with_the_files_in_it(azalai, page, result, tmp_path):
    hostile = tmp_path / "<script>alert(1)</script>.h5".replace("/", "_")
    shutil.copy(result, hostile)
    done = azalai("view", result, hostile, "--export", "page.html")
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "page.html").read_text()
    assert text.count("<script") == 1
    first, second = listed(text)
    assert (first["name"], second["name"]) == ("run.h5", hostile.name)
    assert base64.b64decode(first["base64"]) == result.read_bytes()
    again = azalai("view", result, "--export", "page.html")
    assert again.returncode == 2
    assert azalai("view", result, "--export", "page.html", "--force").returncode == 0
