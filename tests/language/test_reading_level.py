import pytest

from platica.language.reading_level import reading_level
from platica.language.syllables import english_syllables, spanish_syllables

SPANISH = {
    1: "y hoy muy rey seis huir sal pie bien",
    2: "agua limpia niño país día león búho salud hielo oír guerra queso bueyes ciudad viuda leer creer suero oral "
    "reunión prohibir construir bebé tío quiosco raíz maíz baúl aire fiebre",
    3: "ahora cuidado pingüino diarrea vómito hospital ahumado continua líquido higiene cuchara enfermo "
    "jesuita auxilio europa alcohol cohete",
    4: "trabajador vacunación aguacate cooperar aéreo oxígeno embarazo vehículo continúa zanahoria cacahuate almohada",
    5: "deshidratación medicamento enfermería zoológico",
}
ENGLISH = {
    1: "the cat eye use you our walked name names blood don't",
    2: "people apple table water session sugar wanted houses boxes any ago didn't being quiet science hygiene create",
    3: "medicine together radio video idea area exercise insulin family",
    4: "diabetes january",
}

# Counted by hand: 14 syllables in the 10 English words, 18 in the 11 Spanish ones.
_EASY_ENGLISH = ["We walk to the market and buy water every day."] * 10
_EASY_SPANISH = ["Hoy vamos al mercado y compramos pan, agua, sal y fruta."] * 10


@pytest.mark.parametrize(("count", "words"), SPANISH.items())
def test_spanish_words(count: int, words: str) -> None:
    assert {word: spanish_syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


@pytest.mark.parametrize(("count", "words"), ENGLISH.items())
def test_english_words(count: int, words: str) -> None:
    assert {word: english_syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


def test_an_easy_english_text() -> None:
    level = reading_level(_EASY_ENGLISH, "en")
    assert level.words == 100
    assert level.score == round(0.39 * 10 + 11.8 * 1.4 - 15.59, 1)
    assert level.easy_enough is True


def test_an_easy_spanish_text() -> None:
    level = reading_level(_EASY_SPANISH, "es-MX")
    assert level.words == 110
    assert level.score == round(206.835 - 62.3 * 18 / 11 - 11, 1)
    assert level.easy_enough is True


def test_a_hard_text_is_not_easy_enough() -> None:
    hard = "La administración intravenosa de medicamentos antihipertensivos requiere monitorización hemodinámica"
    assert reading_level([", ".join([hard] * 12) + "."], "es").easy_enough is False
    english = "Intravenous administration of antihypertensive medication necessitates continuous hemodynamic monitoring"
    assert reading_level([", ".join([english] * 12) + "."], "en").easy_enough is False


def test_short_texts_have_no_score() -> None:
    level = reading_level(["Eat well."], "en")
    assert (level.score, level.easy_enough, level.longest) == (None, None, ("Eat well.",))


def test_a_language_without_a_formula_has_no_score() -> None:
    assert reading_level(["mot " * 120], "fr").score is None


def test_the_longest_sentences_come_first_without_markup() -> None:
    texts = [
        "Wash. **Dry your** [hands](https://a.org/x) at {clinic_name} well!",
        "- no",
        "Take 2.5 mg of it, Dr. lee.",
    ]
    level = reading_level(texts, "en")
    assert level.longest == ("Take 2.5 mg of it, Dr. lee.", "Dry your hands at well!", "Wash.", "- no")


def test_ten_sentences_are_listed() -> None:
    assert len(reading_level(["One two."] * 30, "en").longest) == 10


def test_an_empty_text() -> None:
    assert reading_level([], "es").words == 0
