"""The command line, as it is typed: what it prints, its exit codes, and how it ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

import pytest

from app import __version__, cli, serving
from app.made import KINDS
from app.walk import rules, schedules
from app.walk.rules import RULES
from app.walk.schedules import SCHEDULES
from surfaces import SURFACES, TERRAINS

ROOT = Path(__file__).parent.parent
FALL_LINE = (sys.executable, "-m", "app")
SECONDS = 60  # far more than anything here takes


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*FALL_LINE, *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )


@contextmanager
def served(*words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A running server and the line that it prints when it is ready."""
    # What a shell runs in the background ignores Ctrl-C, and so would all that it starts.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    server = subprocess.Popen(
        [*FALL_LINE, *words, "--no-browser"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    signal.signal(signal.SIGINT, before)
    try:
        yield server, server.stdout.readline()
    finally:
        server.kill()
        server.communicate()


@pytest.fixture
def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def busy_port() -> Iterator[int]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


def test_list_names_every_surface_rule_and_schedule() -> None:
    said = run("list")
    assert (said.returncode, said.stderr) == (0, "")
    lines = said.stdout.splitlines()
    tables = (KINDS, SURFACES, RULES, SCHEDULES)
    titles = 1 + len(TERRAINS) + len(rules.FAMILIES) + len(schedules.FAMILIES)
    assert len(lines) == titles + sum(map(len, tables))
    for table in tables:
        for key, row in table.items():
            assert any(line.split()[0] == key and line.endswith(row.name) for line in lines)


def test_list_survives_a_closed_pipe() -> None:
    reader, writer = os.pipe()
    os.close(reader)  # as `fall-line list | head -0` does
    try:
        said = subprocess.run(
            [*FALL_LINE, "list"],
            cwd=ROOT,
            stdout=writer,
            stderr=subprocess.PIPE,
            timeout=SECONDS,
            check=False,
        )
    finally:
        os.close(writer)
    assert (said.returncode, said.stderr) == (0, b"")


def test_version() -> None:
    said = run("--version")
    assert (said.returncode, said.stdout) == (0, f"fall-line {__version__}\n")


def test_help_names_the_commands() -> None:
    said = run("--help")
    assert said.returncode == 0
    for command in cli.COMMANDS:
        assert command in said.stdout


@pytest.mark.parametrize("words", [(), ("serve",)])
def test_a_busy_port_gives_a_sentence(words: tuple[str, ...], busy_port: int) -> None:
    said = run(*words, "--port", str(busy_port), "--no-browser")
    assert said.returncode == 2
    assert said.stdout == ""
    assert said.stderr == (
        f"Port {busy_port} on 127.0.0.1 cannot be used (address already in use). "
        f"Try --port {busy_port + 1}.\n"
    )


@pytest.mark.parametrize("word", ["0", "-1", "65536", "80a", "", "8050.0", "9" * 5000, "²"])
def test_a_bad_port(word: str) -> None:
    said = run(f"--port={word}", "--no-browser")
    assert said.returncode == 2
    assert "a port is a number from 1 to 65535, not '" in said.stderr
    assert said.stderr.endswith("'; try 8050\n")
    assert "Traceback" not in said.stderr


@pytest.mark.parametrize("host", ["no.such.host.invalid", "", "a" * 300, "256.1.1.1"])
def test_a_bad_host(host: str) -> None:
    sentence = serving.port_problem(host, 8050)
    assert sentence == f"There is no host called '{host[:40]}'. Try --host 127.0.0.1."


def test_a_foreign_address() -> None:
    sentence = serving.port_problem("192.0.2.1", 8050)  # for documentation only (RFC 5737)
    assert sentence.startswith("Port 8050 on 192.0.2.1 cannot be used (")


def test_a_port_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(socket.socket, "bind", refuse)
    sentence = serving.port_problem("127.0.0.1", 80)
    assert sentence == "Port 80 may only be used by the system. Try --port 8050."


def test_an_unknown_word() -> None:
    said = run("clmib")
    assert said.returncode == 2
    assert "invalid choice: 'clmib'" in said.stderr


def test_without_a_word_it_serves_this_machine_only() -> None:
    options = cli._parser().parse_args(["serve"])
    assert (options.host, options.port, options.no_browser) == ("127.0.0.1", 8050, False)


@pytest.mark.parametrize(("host", "shown"), [("127.0.0.1", "127.0.0.1"), ("::1", "[::1]")])
def test_it_serves_until_ctrl_c(host: str, shown: str, free_port: int) -> None:
    if serving.port_problem(host, free_port):
        pytest.skip(f"this machine has no {host}")
    with served("--host", host, "--port", str(free_port)) as (server, line):
        address = f"http://{shown}:{free_port}"
        assert line == f"Fall Line is at {address} (Ctrl-C ends it)\n"
        with build_opener(ProxyHandler({})).open(address, timeout=SECONDS) as page:
            assert b"Fall Line" in page.read()
        server.send_signal(signal.SIGINT)
        rest, problems = server.communicate(timeout=SECONDS)
        assert (server.returncode, rest, problems) == (0, "\nFall Line has ended.\n", "")


def test_ctrl_c_while_it_loads(capsys: pytest.CaptureFixture[str], free_port: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(serving, "_serve", _interrupted)
        assert cli.main(["--port", str(free_port), "--no-browser"]) == 0
    assert capsys.readouterr() == ("\nFall Line has ended.\n", "")


def _interrupted(*_: object) -> str:
    raise KeyboardInterrupt


def test_another_program_may_be_faster(busy_port: int) -> None:
    code = (
        "from app import cli, serving; serving.port_problem = lambda host, port: '';"
        f"raise SystemExit(cli.main(['--port', '{busy_port}', '--no-browser']))"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert said.returncode == 2
    assert said.stderr.startswith(f"Port {busy_port} on 127.0.0.1 cannot be used")
    assert "Traceback" not in said.stderr


def test_open_reports_and_serves_a_file(tmp_path: Path, free_port: int) -> None:
    path = tmp_path / "valley.csv"
    path.write_text("\n".join(",".join(str(i * i + j) for i in range(6)) for j in range(5)))
    with served("open", str(path), "--port", str(free_port)) as (server, first):
        lines = [first]
        while not lines[-1].startswith("Fall Line is at"):
            lines.append(server.stdout.readline())
        assert any("6 along" in line for line in lines)
        address = lines[-1].split()[4]
        assert "/?surface=file&file=" in address
        opener = build_opener(ProxyHandler({}))
        assert opener.open(address, timeout=SECONDS).status == 200


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("missing.csv", None, "No such file"),
        ("pickle.npy", b"\x80\x04K\x01.", "."),
        ("words.csv", b"a,b\nc,d\n", "."),
        ("small.csv", b"1,2\n3,4\n", "."),
    ],
)
def test_open_refuses_in_a_sentence(
    name: str, data: bytes | None, sentence: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    said = run("open", str(path))
    assert said.returncode == 2
    assert said.stderr.startswith(f"{path}: ")
    assert sentence in said.stderr
    assert "Traceback" not in said.stderr
    assert said.stdout == ""
