"""Run the whole workflow in a fresh directory, with the study's own data or a mini corpus."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PARTS = ["Snakefile", "analysis", "config", "data", "paper", "profiles", "workflow"]
COMPUTED = ["__pycache__", "*.egg-info", "manuscript.pdf", "manuscript.docx"]

STUDY = {"israeli_he": "a1d6ebbc", "arab_ar": "3552ab21"}  # its articles, how their hashes begin

MINI = {
    "hebrew": (
        "he",
        "מועצת הביטחון של האו״ם אימצה החלטה התומכת בהפסקת האש. "
        "ארגוני האופוזיציה האשימו את משטר אסד בהפרת הפסקת האש. "
        "פוטין ונתניהו שוחחו בטלפון על תיאום ביטחוני. "
        "עשרה אזרחים נהרגו בהפצצה בוואדי ברדא. "
        "המורדים איימו לסגת מההסכם אם ההפגזות יימשכו.",
    ),
    "arabic": (
        "ar",
        "أصدر مجلس الأمن الدولي قرارا يدعم وقف إطلاق النار. "
        "وبحث الرئيسان بوتين وروحاني هاتفيا التنسيق بين البلدين.\n"
        "وشهد الاتفاق خروقات من النظام أسفرت عن مقتل مدنيين. "
        "وطالب المجلس بإيصال المساعدات الإنسانية إلى السكان.\n"
        "وتعقد المفاوضات بين النظام والمعارضة في أستانة الشهر المقبل.",
    ),
}


def is_the_study(place: Path = ROOT) -> bool:
    """Whether the corpus is that of the study, not one that a user put in its place."""
    rows = (place / "data" / "articles.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {row.split("\t")[0]: row.split("\t")[-1][:8] for row in rows} == STUDY


def copy_project(place: Path) -> Path:
    """The inputs and the code of the project, without anything computed."""
    for part in PARTS:
        source, target = ROOT / part, place / part
        if source.is_dir():
            ignored = shutil.ignore_patterns(*COMPUTED)
            shutil.copytree(source, target, ignore=ignored)
        else:
            shutil.copy2(source, target)
    return place


def use_articles(place: Path, texts: dict[str, tuple[str, str]]) -> None:
    """Replace the corpus: article → (language, text); a name is a source, or source_number."""
    rows = ["article\tfile\tlanguage\tsource\tdate\tform\tsha256"]
    for name, (language, text) in texts.items():
        path = place / "data" / "raw" / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        source = name.partition("_")[0]
        row = [name, f"data/raw/{name}.txt", language, source, "2016-12-31", "raw", digest]
        rows.append("\t".join(row))
    (place / "data" / "articles.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def snakemake(place: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
    """Run snakemake in `place` and return it with its output as text."""
    command = [str(Path(sys.executable).parent / "snakemake"), *arguments]
    env = os.environ | environment
    return subprocess.run(
        command, cwd=place, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )


def planned(place: Path, *arguments: str) -> set[str]:
    """Names of the rules that a dry run would run."""
    run = snakemake(place, "--dry-run", *arguments)
    assert run.returncode == 0, run.stdout + run.stderr
    return set(re.findall(r"^(?:local)?rule (\w+):", run.stdout + run.stderr, re.M))
