"""No file of a user is lost: outputs are compared with inputs as files; links and pipes stay."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import files_by_hand
import pytest
from files_by_hand import contents
from framing import cli, output
from framing.errors import InputError


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder with texts, coded texts, a link to each, and another name of the texts."""
    monkeypatch.chdir(tmp_path)
    files_by_hand.lay_out()
    return tmp_path


REFUSED = [
    ("code in.tsv in.tsv", "in.tsv: is both read and written"),
    ("code in.tsv ./in.tsv", "in.tsv: is both read and written"),
    ("code in.tsv folder/../in.tsv", "in.tsv: is both read and written"),
    ("code in.tsv {place}/in.tsv", "in.tsv: is both read and written"),
    ("code in.tsv link.tsv", "link.tsv: is both read and written"),
    ("code link.tsv in.tsv", "in.tsv: is both read and written"),
    ("code in.tsv second.tsv", "second.tsv: is both read and written"),
    ("code in.tsv out.tsv --mentions in.tsv", "in.tsv: is both read and written"),
    ("code in.tsv out.tsv --mentions ./in.tsv", "in.tsv: is both read and written"),
    ("code in.tsv out.tsv --mentions second.tsv", "second.tsv: is both read and written"),
    ("code in.tsv out.tsv --mentions out.tsv", "out.tsv: is named for two outputs"),
    ("code in.tsv out.tsv --mentions ./out.tsv", "out.tsv: is named for two outputs"),
    ("code in.tsv out.tsv --mentions folder/../out.tsv", "is named for two outputs"),
    ("code in.tsv - --mentions -", "-: is named for two outputs"),
    ("code in.tsv folder", "folder: is a folder; name a file in it"),
    ("code in.tsv out.tsv --mentions folder", "folder: is a folder; name a file in it"),
    ("code in.tsv {empty}", "output: is an empty name; name a file"),
    ("code in.tsv no/out.tsv", "no/out.tsv: there is no folder {place}/no; make it"),
    ("code in.tsv in.tsv/out.tsv", "in.tsv/out.tsv: not a directory"),
    ("code in.tsv {long}", "file name too long"),
    ("code in.tsv loop.tsv", "loop.tsv: too many levels of symbolic links"),
    ("code in.tsv locked.tsv", "locked.tsv: is read-only; name another output"),
    ("validate coded.tsv --output coded.tsv", "coded.tsv: is both read and written"),
    ("validate coded.tsv --output ./coded.tsv", "coded.tsv: is both read and written"),
    ("validate coded.tsv --output coded_link.tsv", "coded_link.tsv: is both read and written"),
    ("validate coded.tsv --output folder", "folder: is a folder"),
    ("correct folder coded.tsv --output ./coded.tsv", "coded.tsv: is both read and written"),
    ("correct folder coded.tsv --output folder/design.tsv", "is both read and written"),
]


@pytest.mark.parametrize(("command", "message"), REFUSED, ids=[case[0] for case in REFUSED])
def test_refused_in_one_line(place, capsys, command, message):
    """Exit code 2, one line that names the user's file, and every file as it was."""
    Path("loop.tsv").symlink_to("loop.tsv")
    Path("locked.tsv").write_text("precious", encoding="utf-8")
    Path("locked.tsv").chmod(0o444)
    Path("folder/design.tsv").write_text("precious", encoding="utf-8")
    before = contents(place)
    words = {"place": place, "empty": "", "long": "x" * 300}
    arguments = [word.format(**words) for word in command.split(" ")]
    assert cli.main(arguments) == 2
    printed = capsys.readouterr().err.strip()
    assert "\n" not in printed
    assert message.format(**words) in printed
    assert ".part" not in printed
    assert ".framing" not in printed
    assert contents(place) == before


def test_the_codebook_is_no_output(place):
    """Every file in its folder is read, so none is written."""
    Path("book").mkdir()
    Path("book/frames.tsv").write_text("precious", encoding="utf-8")
    with pytest.raises(InputError, match="is both read and written"):
        output.check(["book/frames.tsv"], inputs=["in.tsv", None, "book"])
    output.check(["book/new.tsv", None], inputs=["in.tsv", "book"])


def test_a_link_stays_a_link(place):
    """Its target is written, also where the target is new."""
    Path("folder/old.tsv").write_text("older", encoding="utf-8")
    Path("to_old.tsv").symlink_to("folder/old.tsv")
    Path("to_new.tsv").symlink_to("folder/new.tsv")
    assert cli.main(["code", "in.tsv", "to_old.tsv", "--mentions", "to_new.tsv"]) == 0
    assert os.readlink("to_old.tsv") == "folder/old.tsv"
    assert os.readlink("to_new.tsv") == "folder/new.tsv"
    assert Path("folder/old.tsv").read_text(encoding="utf-8").startswith("language\ttext\tc")
    assert Path("folder/new.tsv").read_text(encoding="utf-8").startswith("row\tsentence")


def test_an_older_output_keeps_its_permissions(place):
    """A private file stays private; a new one gets what the system gives."""
    Path("out.tsv").write_text("older", encoding="utf-8")
    Path("out.tsv").chmod(0o600)
    assert cli.main(["code", "in.tsv", "out.tsv", "--mentions", "new.tsv"]) == 0
    assert Path("out.tsv").stat().st_mode & 0o777 == 0o600
    Path("usual").touch()
    assert Path("new.tsv").stat().st_mode == Path("usual").stat().st_mode


def test_files_with_a_temporary_name_are_safe(place):
    """The user's own file beside the output is not touched."""
    Path("out.tsv.part").write_text("precious", encoding="utf-8")
    assert cli.main(["code", "in.tsv", "out.tsv"]) == 0
    assert Path("out.tsv.part").read_text(encoding="utf-8") == "precious"
    assert not [*place.glob(".framing*")]


def test_a_pipe_is_written_into(place):
    """A named pipe gets the table and stays a pipe."""
    os.mkfifo("pipe")
    found = []
    reader = threading.Thread(target=lambda: found.append(Path("pipe").read_text("utf-8")))
    reader.start()
    assert cli.main(["code", "in.tsv", "pipe"]) == 0
    reader.join(10)
    assert found[0].startswith("language\ttext\tcoordination")
    assert Path("pipe").is_fifo()


@pytest.mark.parametrize("name", ["-", "/dev/stdout", "/dev/fd/1"])
def test_standard_output(place, small_to_read, name):
    """It gets the table and nothing else; the device of the machine stays what it is."""
    before = os.lstat("/dev/stdout").st_mode
    with open("in.tsv", "rb") as texts:
        run = framing("code", "-", name, "--codebook", str(small_to_read), stdin=texts)
    assert run.returncode == 0, run.stderr
    lines = run.stdout.splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("ar\tخرق الجيش")
    assert os.lstat("/dev/stdout").st_mode == before
    assert not Path("-").exists()


def test_a_device(place, small_to_read):
    """Both outputs may be thrown away; a full device is one line."""
    assert cli.main(["code", "in.tsv", "/dev/null", "--mentions", "/dev/null"]) == 0
    assert Path("/dev/null").is_char_device()
    run = framing("code", "in.tsv", "/dev/full", "--codebook", str(small_to_read))
    assert (run.returncode, run.stderr) == (
        2,
        "framing: /dev/full: no space left on device; choose another place\n",
    )


def framing(*arguments, **options):
    """Run the command in a process of its own."""
    command = [sys.executable, "-m", "framing", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=False, **options
    )
