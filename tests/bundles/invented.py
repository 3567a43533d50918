"""Articles that nobody published, of outlets that are none, for files of many to be made of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from random import Random

__all__ = ["Invented", "invented", "wire_copy"]

_EN = {
    "outlets": [
        "The Harbour Post",
        "Northvale Courier",
        "Lakeside Daily",
        "The Quill",
        "Eastmark Times",
    ],
    "names": ["Ana Roa", "Tomas Field", "Ilse Brandt", "Maya Okoro", "Piet van Dorn"],
    "sections": ["World", "Pg. A12", "NEWS; Pg. 4", "Politics", "Business Desk"],
    "heads": ["talks", "minister", "border", "harbour", "river", "council", "treaty", "envoys"],
    "does": ["warns of", "rejects", "welcomes", "puts off", "demands", "agrees to"],
    "things": [
        "new sanctions",
        "a shared dam",
        "the ceasefire plan",
        "an open port",
        "joint patrols",
    ],
    "places": ["Northvale", "Eastmark", "Lake Orla", "Port Meridian"],
    "sentences": [
        "The minister of {a} said on Monday that the {t} must be on the table this month.",
        "“We will not accept {t},” {n} told reporters in {a} about the offer of {b}.",
        "Officials of {b} rejected the demand of {a} and will answer after the talks.",
        "The two sides have argued about {t} for years, and neither of them has moved.",
        "{n} warned that {b} would close the crossing if there was no word of {t} by Friday.",
        "It was the first meeting of the envoys of {a} and {b} since the harbour was closed.",
    ],
}
_ID = {
    "outlets": ["Kabar Teluk", "Harian Nusa Timur", "Suara Danau", "Warta Pelabuhan"],
    "names": ["Dewi Laras", "Bagus Wirya", "Ratna Sari", "Joko Menara"],
    "sections": ["Internasional", "Hlm. 3", "Politik", "Ekonomi"],
    "heads": ["perundingan", "menteri", "perbatasan", "pelabuhan", "dewan", "perjanjian"],
    "does": ["menolak", "menyambut", "menunda", "menuntut", "menyetujui"],
    "things": ["sanksi baru", "bendungan bersama", "rencana gencatan senjata", "patroli gabungan"],
    "places": ["Nusa Timur", "Teluk Batu", "Danau Orla", "Tanjung Sela"],
    "sentences": [
        "Menteri {a} mengatakan pada Senin bahwa {t} harus dibicarakan sebelum akhir bulan ini.",
        "“Kami tidak akan menerima {t},” kata {n} kepada wartawan di {a} kemarin.",
        "Pejabat {b} menolak tuntutan {a} dan akan menjawab sesudah perundingan.",
        "Kedua pihak telah berselisih tentang {t} selama bertahun-tahun.",
        "{n} memperingatkan bahwa {b} akan menutup perbatasan jika {t} ditolak pada Jumat.",
    ],
}
_BOOKS = {"en": _EN, "id": _ID}


@dataclass(frozen=True)
class Invented:
    """An article, as a file is to give it back."""

    title: str
    paragraphs: tuple[str, ...]
    outlet: str
    day: dt.date
    author: str | None
    section: str | None
    identifier: str
    language: str

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(len(paragraph.split()) for paragraph in self.paragraphs)

    @property
    def text(self) -> str:
        """Its paragraphs, as they are read."""
        return "\n\n".join(self.paragraphs)


def invented(random: Random, language: str = "en") -> Invented:
    """Invent an article."""
    book = _BOOKS[language]

    def pick(key: str) -> str:
        return random.choice(book[key])

    title = f"{pick('places')} {pick('heads')} {pick('does')} {pick('things')}"
    paragraphs = []
    for _ in range(random.randint(2, 7)):
        sentences = [
            pick("sentences").format(
                a=pick("places"), b=pick("places"), t=pick("things"), n=pick("names")
            )
            for _ in range(random.randint(1, 4))
        ]
        paragraphs.append(" ".join(sentences))
    day = dt.date(2009, 1, 1) + dt.timedelta(days=random.randrange(6000))
    return Invented(
        title[0].upper() + title[1:],
        tuple(paragraphs),
        pick("outlets"),
        day,
        pick("names") if random.random() < 0.8 else None,
        pick("sections") if random.random() < 0.8 else None,
        "".join(random.choice("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789") for _ in range(25)),
        language,
    )


def wire_copy(random: Random, article: Invented) -> Invented:
    """Give an article as another paper prints it: another headline, some of it cut or changed."""
    book = _BOOKS[article.language]
    paragraphs = list(article.paragraphs)
    if len(paragraphs) > 2 and random.random() < 0.5:
        del paragraphs[random.randrange(1, len(paragraphs))]
    if random.random() < 0.5:
        place = random.randrange(len(paragraphs))
        words = paragraphs[place].split()
        words[random.randrange(len(words))] = random.choice(["reportedly", "again", "kembali"])
        paragraphs[place] = " ".join(words)
    others = [outlet for outlet in book["outlets"] if outlet != article.outlet]
    return replace(
        article,
        title=article.title if random.random() < 0.5 else f"{article.title} again",
        paragraphs=tuple(paragraphs),
        outlet=random.choice(others),
        day=article.day + dt.timedelta(days=random.choice([0, 0, 1])),
        identifier=article.identifier[::-1],
    )
