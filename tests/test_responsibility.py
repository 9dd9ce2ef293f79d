"""Who is held responsible: made-up news sentences, one word of each taken as the mention."""

import pytest
from framing import annotate, codebook, responsibility
from framing.responsibility import Responsibility

HEBREW = [
    ("המשטר הפר את הפסקת האש.", "הפר", "regime"),
    ("הפסקת האש הופרה אמש.", "הופרה", "none"),
    ("הפסקת האש הופרה על ידי המורדים.", "הופרה", "opposition"),
    ("הפרות המשטר נמשכות.", "הפרות", "regime"),
    ("ההפרות של רוסיה נמשכות.", "ההפרות", "russia"),
    ("חמישה אזרחים נהרגו בעיר.", "נהרגו", "none"),
    ("חמישה אזרחים נהרגו בהפצצות רוסיות.", "נהרגו", "russia"),
    ("המורדים האשימו את רוסיה בהפרת ההסכם.", "בהפרת", "russia"),
    ("רוסיה טענה כי המורדים הפרו את ההסכם.", "הפרו", "opposition"),
    ("רוסיה טענה כי ההסכם הופר.", "הופר", "none"),
    ("מוסקבה נכשלה לעצור את התוקפנות.", "התוקפנות", "russia"),
    ("צבא אסד ביצע טבח בכפר.", "טבח", "regime"),
    ("התקפות על רוסיה נמשכו.", "התקפות", "none"),
    ("צה״ל הפציץ מבנה והרג שני אזרחים.", "הרג", "israel"),
    ("ילדים מוחזקים בידי חמאס.", "מוחזקים", "other"),
    ("המטוסים של טורקיה הרסו בתים רבים.", "הרסו", "turkey"),
    ("אחרי השיחה עם פוטין נהרס בית החולים.", "נהרס", "none"),
    ("אזרחים נפצעו, והמשטר הכחיש.", "נפצעו", "none"),
    ("דאעש חטף עשרות תושבים.", "חטף", "terror_groups"),
    ("המורדים פלשו לכפר והרסו בתים.", "הרסו", "opposition"),
]
ARABIC = [
    ("خرق النظام الهدنة.", "خرق", "regime"),
    ("النظام خرق الهدنة.", "خرق", "regime"),
    ("تم خرق الهدنة أمس.", "خرق", "none"),
    ("شهدت الهدنة خروقات من قبل النظام.", "خروقات", "regime"),
    ("شهدت الهدنة خروقات خطيرة من الجانب الروسي.", "خروقات", "russia"),
    ("خروقات النظام مستمرة.", "خروقات", "regime"),
    ("قتل خمسة مدنيين في المدينة.", "قتل", "none"),
    ("قتل خمسة مدنيين في غارات روسية على المدينة.", "قتل", "russia"),
    ("اتهمت المعارضة روسيا بخرق الهدنة.", "بخرق", "russia"),
    ("قالت روسيا إن الهدنة تعرضت للخرق.", "للخرق", "none"),
    ("قالت روسيا إن المعارضة خرقت الهدنة.", "خرقت", "opposition"),
    ("ارتكبت قوات النظام مجزرة في القرية.", "مجزرة", "regime"),
    ("شن الطيران الروسي هجوما أسفر عن مقتل مدنيين.", "مقتل", "russia"),
    ("أصيب مدنيون ودمرت منازل.", "دمرت", "none"),
    ("فشلت موسكو في وقف العدوان.", "العدوان", "russia"),
    ("قصفت طائرات إسرائيلية منازل المدنيين.", "قصفت", "israel"),
    ("تعرضت القرية لقصف من قوات النظام.", "لقصف", "regime"),
    ("خطف داعش عشرات المدنيين.", "خطف", "terror_groups"),
    ("الهجوم على تركيا أوقع جرحى.", "الهجوم", "none"),
    ("قصف الجيش التركي القرية مما أدى إلى إصابة أطفال.", "إصابة", "turkey"),
]


@pytest.fixture(scope="module")
def known() -> dict[str, codebook.Language]:
    """Read the languages of the instrument once."""
    return codebook.read().languages


def assign(text: str, word: str, language: codebook.Language, code="violation") -> Responsibility:
    """Responsibility for a mention at the first place of `word`."""
    sentences = annotate.prepare_text(text, language)
    at = text.index(word)
    place = next(i for i, (start, _) in enumerate(sentences[0].spans) if start >= at)
    cue = codebook.Cue("frame", code, "made_up", "", "core", word, (), (), ())
    mention = annotate.Mention(cue, 0, *sentences[0].spans[place], place, place + 1)
    return responsibility.assign([mention], sentences, text, language)[0]


@pytest.mark.parametrize(("text", "word", "actor"), HEBREW)
def test_hebrew(text: str, word: str, actor: str, known: dict) -> None:
    """Each made-up Hebrew sentence blames whom a reader sees blamed."""
    assert assign(text, word, known["he"]).actor == actor


@pytest.mark.parametrize(("text", "word", "actor"), ARABIC)
def test_arabic(text: str, word: str, actor: str, known: dict) -> None:
    """Each made-up Arabic sentence blames whom a reader sees blamed."""
    assert assign(text, word, known["ar"]).actor == actor


def test_other_frames_have_nobody(known: dict) -> None:
    """Responsibility is a matter of violations and harm alone."""
    found = assign("המשטר הפר את הפסקת האש.", "הפר", known["he"], code="threat")
    assert found == Responsibility("")


def test_decision_shows_its_words(known: dict) -> None:
    """The offsets are those of the actor's name, in the raw text; none shows what hides it."""
    text = "خروقات خطيرة من الجانب الروسي."
    found = assign(text, "خروقات", known["ar"])
    assert (found.rule, text[found.start : found.end]) == ("by", "الروسي")
    text = "تم خرق الهدنة أمس."
    found = assign(text, "خرق", known["ar"])
    assert (found.rule, text[found.start : found.end]) == ("auxiliary", "تم")


def test_dominant() -> None:
    """Words count once: two places for the regime outweigh one for Russia seen by three cues."""
    regime = [Responsibility("regime", "by", at, at + 3) for at in (0, 10)]
    russia = [Responsibility("russia", "by", 20, 23)] * 3
    assert responsibility.dominant([*russia, *regime]).actor == "regime"
    assert responsibility.dominant([Responsibility("none"), *russia]).actor == "russia"
    assert responsibility.dominant([Responsibility("none")]).actor == "none"
