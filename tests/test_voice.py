"""Whose voice: made-up news sentences, one word of each taken as the mention of a frame."""

from functools import cache

import pytest
from framing import annotate, codebook, voice
from framing.voice import Voice

# (text, word of the mention, speaker); the speaker "narrator" where nobody else says it.
HEBREW = [
    ("הקרמלין הודיע כי התיאום עם טורקיה יימשך.", "התיאום", "russia"),
    ("צבאות רוסיה וטורקיה מקיימים תיאום מלא בצפון סוריה.", "תיאום", "narrator"),
    ('"לא ניתן להפר את ההסכם", אמר שר החוץ האיראני.', "להפר", "iran"),
    ("לדברי נתניהו, ההפרות נמשכות.", "ההפרות", "israel"),
    ("ההפרות נמשכות, כך נמסר מהאו״ם.", "ההפרות", "un"),
    ("המורדים איימו לפרוש מההסכם אם ההפצצות לא ייפסקו.", "ההפצצות", "opposition"),
    ("המורדים איימו לפרוש מההסכם.", "איימו", "opposition"),
    ("בשיחה עם פוטין אמר נתניהו כי התיאום חיוני.", "התיאום", "israel"),
    ("נשיא טורקיה נפגש עם לברוב והזהיר מפני קריסת ההסכם.", "קריסת", "turkey"),
    ("לאחר המתקפה אמר ארדואן כי ישיב אש.", "המתקפה", "narrator"),
    ("ארצות הברית האשימה את רוסיה בהפרת ההסכם.", "בהפרת", "usa"),
    ("מועצת הביטחון קראה לצדדים לאפשר סיוע לתושבים.", "סיוע", "un"),
    ("מועצת הביטחון אימצה את ההחלטה פה אחד.", "אימצה", "narrator"),
    ("לפי ההסכם, הסיוע ייכנס מחר.", "הסיוע", "narrator"),
    ("פוטין דיבר אמש. לפי ההודעה, התיאום יימשך.", "התיאום", ""),
    ("הקרמלין פרסם הודעה. לפי ההודעה, התיאום יימשך.", "התיאום", "russia"),
    ("המורדים הודיעו כי יילחמו. עוד נמסר כי ההפצצות נמשכות.", "ההפצצות", "opposition"),
    ("ראש עיריית ליון אמר כי הסיוע בדרך.", "הסיוע", ""),
    ("אנקרה דורשת ערבויות להסכם.", "ערבויות", "turkey"),
    ("דובר צה״ל מסר כי שני אזרחים נפצעו.", "נפצעו", "israel"),
    ("הוא טען: “המשטר מפר את ההסכם בכל יום”.", "מפר", ""),
    ("באסטנה נחתם אתמול הסכם בתיווך רוסיה.", "בתיווך", "narrator"),
    ("דווח כי עשרות נהרגו בהפצצה.", "נהרגו", ""),
    ("קזחסטן בירכה על ההחלטה והביעה תקווה שהשיחות יצליחו.", "שהשיחות", "kazakhstan"),
    ("על אף האיומים, קרא מזכ״ל האו״ם להפסיק את הלחימה.", "הלחימה", "un"),
    ("העיר העתיקה של חלב נהרסה בקרבות.", "נהרסה", "narrator"),
]
ARABIC = [
    ("أعلن الكرملين أن التنسيق مع تركيا مستمر.", "التنسيق", "russia"),
    ("تواصل روسيا وتركيا التنسيق في شمال سوريا.", "التنسيق", "narrator"),
    ("قال وزير الخارجية الإيراني إن الخروقات مستمرة.", "الخروقات", "iran"),
    ("وفقا للأمم المتحدة، قتل عشرة مدنيين.", "قتل", "un"),
    ("قتل عشرة مدنيين، بحسب المعارضة السورية.", "قتل", "opposition"),
    ("هددت فصائل المعارضة بالانسحاب من الهدنة.", "هددت", "opposition"),
    ("هددت فصائل المعارضة بالانسحاب من الهدنة.", "بالانسحاب", "opposition"),
    ("اتهمت واشنطن موسكو بخرق الهدنة.", "بخرق", "usa"),
    ("المعارضة اتهمت النظام بخرق الهدنة.", "بخرق", "opposition"),
    ("دعا مجلس الأمن إلى إيصال المساعدات.", "المساعدات", "un"),
    ("أصدر مجلس الأمن قرارا يدعم الهدنة.", "يدعم", "narrator"),
    ("أصدر مجلس الأمن قرارا جديدا، مطالبا بإيصال المساعدات.", "المساعدات", "un"),
    ("التقى أردوغان نظيره في أنقرة، مؤكدا أن التنسيق مستمر.", "التنسيق", "turkey"),
    ("حذر بوتين من هجوم جديد. وأضاف أن الإرهاب خطر.", "الإرهاب", "russia"),
    ("دخلت المساعدات إلى حلب مساء أمس.", "المساعدات", "narrator"),
    ("قال عمدة ليون إن المساعدات في الطريق.", "المساعدات", ""),
    ("وأكدت أنقرة على ضرورة الحفاظ على الهدنة.", "الحفاظ", "turkey"),
    ("“النظام يخرق الهدنة كل يوم”، قال المتحدث باسم المعارضة.", "يخرق", "opposition"),
    ("وكانت إسرائيل قد أعلنت أن الحدود مغلقة.", "مغلقة", "israel"),
    ("ونقلت الوكالة عن لافروف قوله إن المفاوضات قريبة.", "المفاوضات", "russia"),
    ("بعد القصف، قال روحاني إن الحل سياسي.", "القصف", "narrator"),
    ("بحث بوتين وروحاني التعاون في سوريا.", "التعاون", "narrator"),
    ("وشدد نتنياهو، خلال اتصال مع بوتين، على التنسيق الأمني.", "التنسيق", "israel"),
    ("حث البيت الأبيض الأطراف على وقف القتال.", "القتال", "usa"),
    ("بين موسكو وأنقرة تعاون وثيق في الملف السوري.", "تعاون", "narrator"),
    ("رحبت كازاخستان بالقرار معربة عن أملها في نجاح المحادثات.", "المحادثات", "kazakhstan"),
]


@cache
def read() -> codebook.Codebook:
    """Read the instrument once."""
    return codebook.read()


def assign(text: str, word: str, language: str) -> Voice:
    """Voice of a mention at the first place of `word`, beside the actors that the cues find."""
    known = read().languages[language]
    sentences = annotate.prepare_text(text, known)
    at = text.index(word)
    number = next(n for n, s in enumerate(sentences) if s.start <= at < s.end)
    place = next(i for i, (start, _) in enumerate(sentences[number].spans) if start >= at)
    cue = codebook.Cue("frame", "coordination", "made_up", "", "core", word, (), (), ())
    span = sentences[number].spans[place]
    mention = annotate.Mention(cue, number, *span, place, place + 1)
    return voice.assign([mention], sentences, text, known)[0]


@pytest.mark.parametrize(("text", "word", "speaker"), HEBREW)
def test_hebrew(text: str, word: str, speaker: str) -> None:
    """Each made-up Hebrew sentence has the voice that a reader hears."""
    check(assign(text, word, "he"), speaker)


@pytest.mark.parametrize(("text", "word", "speaker"), ARABIC)
def test_arabic(text: str, word: str, speaker: str) -> None:
    """Each made-up Arabic sentence has the voice that a reader hears."""
    check(assign(text, word, "ar"), speaker)


def check(found: Voice, speaker: str) -> None:
    """Compare voice and speaker."""
    expected = ("narrator", "") if speaker == "narrator" else ("attributed", speaker)
    assert (found.voice, found.speaker) == expected, found


def test_decision_shows_its_words() -> None:
    """The offsets are those of the words that decided, in the raw text."""
    text = "הקרמלין הודיע כי התיאום יימשך."
    found = assign(text, "התיאום", "he")
    assert (found.rule, text[found.start : found.end]) == ("announce", "הודיע")


def test_carried_speaker_fades() -> None:
    """A statement is not continued after four sentences without a speech act."""
    between = " השמש זרחה." * 4
    text = f"הקרמלין הודיע דבר.{between} עוד נמסר כי התיאום יימשך."
    assert assign(text, "התיאום", "he").speaker == ""


def test_dominant() -> None:
    """The most frequent voice wins, at a tie the first; then the speaker named most often."""
    narrator, russia = Voice("narrator"), Voice("attributed", "russia", "say")
    iran, nobody = Voice("attributed", "iran", "say"), Voice("attributed", "", "quotation")
    assert voice.dominant([narrator, russia]) == narrator
    assert voice.dominant([russia, narrator]) == russia
    assert voice.dominant([nobody, iran, russia, russia, narrator]) == russia
    with pytest.raises(ValueError, match="without mentions"):
        voice.dominant([])
