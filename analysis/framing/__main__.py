"""Run the command as `python -m framing`."""

from framing.cli import main

raise SystemExit(main())
