"""Time and memory of a command with all its processes."""

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from typing import NamedTuple

import psutil

EVERY = 0.1  # seconds between two looks at the memory


class Cost(NamedTuple):
    """What a run took: seconds by the clock, seconds of all processors, peak memory in MB.

    Memory is that of all its processes together; what they share is counted once.
    """

    seconds: float
    cpu_seconds: float
    peak_mb: float


def run(command: Sequence[str], *, env: dict[str, str] | None = None) -> Cost:
    """Run the command to its end and say what it took; CalledProcessError where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | (env or {}),
    )
    peaks = [0.0]
    watch = threading.Thread(target=_watch, args=(process.pid, peaks), daemon=True)
    watch.start()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    watch.join()
    return Cost(seconds, usage.ru_utime + usage.ru_stime, peaks[0])


def _watch(pid: int, peaks: list[float]) -> None:
    """Keep the largest sum of the memory of the processes until the first of them ends."""
    try:
        parent = psutil.Process(pid)
        while True:
            family = [parent, *parent.children(recursive=True)]
            peaks[0] = max(peaks[0], sum(map(_memory, family)) / 2**20)
            time.sleep(EVERY)
    except psutil.NoSuchProcess:
        return


def _memory(process: psutil.Process) -> int:
    try:
        full = process.memory_full_info()
        return int(getattr(full, "pss", full.uss))
    except (psutil.AccessDenied, psutil.NoSuchProcess, psutil.ZombieProcess):
        return 0
