"""Copy the codebook and the schemas from their one place, `data/`, into the built package."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

DATA = Path("data")
SHIPPED = ["schema.yaml", "dictionary.tsv", "codebook", "reader"]


class BuildWithData(build_py):
    """Build the modules, then put the shipped part of `data/` beside them as `framing/data/`.

    An editable install needs no copy: the package then reads `data/` of the checkout.
    """

    def run(self) -> None:
        """Build from nothing: what an older build left must not come back."""
        if self.editable_mode:
            super().run()
            return
        package = Path(self.build_lib) / "framing"
        shutil.rmtree(package, ignore_errors=True)
        super().run()
        (package / "data").mkdir()
        for name in SHIPPED:
            copy = shutil.copytree if (DATA / name).is_dir() else shutil.copy
            copy(DATA / name, package / "data" / name)


setup(cmdclass={"build_py": BuildWithData})
