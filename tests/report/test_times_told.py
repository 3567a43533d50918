"""Times as reports of a quarrel name them: each with the days it covers, or none for sure.

All are counted from Thursday, 14 March 2024.
"""

from __future__ import annotations

import datetime as dt

import pytest

from satumeja.report._dates import find_dates

DAY = dt.date(2024, 3, 14)

ENGLISH = """
The council turned down the offer and announced a stoppage [for Friday]. = 2024-03-15
The council called a stoppage [for next Friday]. = 2024-03-15
A strike was called [for Monday]. = 2024-03-18
They set a meeting [for Tuesday]. = 2024-03-19
A hearing is set [for Wednesday]. = 2024-03-20
He asked the board to meet [on Monday]. = 2024-03-18
They asked him to reply [by Monday]. = 2024-03-18
The farms would get less water [from April 1 to June 15]. = 2024-04-01/2024-06-15
The shutdown runs [from 1 April to 15 June]. = 2024-04-01/2024-06-15
Work stopped [between 3 and 9 March]. = 2024-03-03/2024-03-09
Talks were held on [3, 4 and 5 January]. = 2024-01-03/2024-01-05
Talks were held on [January 3, 4 and 5]. = 2024-01-03/2024-01-05
They met the board [a fortnight ago]. = 2024-02-29
[Twenty-five years ago] we shared this river. = 1999-01-01/1999-12-31
[By the end of this year] we will be gone. = 2024-12-31
The guard was told to hand in its weapons [by the end of April]. = 2024-04-30
The board must answer [before the end of the year]. = 2024-12-31
The board must answer [by the end of the month]. = 2024-03-31
The board must answer [by the end of the week]. = 2024-03-17
Its only statement, [on Monday], was a request. = 2024-03-11
Its statement [on Monday] was a surprise. = 2024-03-11
The offer, made [on Tuesday], was rejected. = 2024-03-12
They will act if they hear nothing [by the tenth]. = 2024-04-10
They will be moved [from the first of next month]. = 2024-04-01
Then we will fish on [the first of June] with every net. = 2024-06-01
He asked them to sit down before the anniversary on [19 June]. = 2024-06-19
A spokesman apologised [on Sunday]. = 2024-03-10
He apologised [last month]. = 2024-02-01/2024-02-29
He promised a clean-up [before Christmas]. = 2024-12-25
He said fuel duty would not rise [before Easter]. = unsure
A review is due some time [next spring]. = unsure
They promised [in mid-February] that no cuts would come. = 2024-02-11/2024-02-20
They met twice [this week]. = 2024-03-11/2024-03-17
They met [earlier this week]. = 2024-03-11/2024-03-14
They will meet [later this week]. = 2024-03-14/2024-03-17
He left [late on Wednesday]. = 2024-03-13
He left [late Wednesday]. = 2024-03-13
He left [early on Tuesday]. = 2024-03-12
He left [on Tuesday night]. = 2024-03-12
They were held on [the night of 3 March]. = 2024-03-03
They were held on [the night of Tuesday]. = 2024-03-12
They left [overnight]. = unsure
They met [the day before yesterday]. = 2024-03-12
They meet [the day after tomorrow]. = 2024-03-16
They met [yesterday]. = 2024-03-13
They met [last night]. = 2024-03-13
He spoke [this morning]. = 2024-03-14
The line will stop [from midnight on Sunday]. = 2024-03-17
It stops until 5 a.m. on [Wednesday, March 27]. = 2024-03-27
If we have no paper [by noon on Thursday], we strike. = 2024-03-14
Fares will go up [on 1 July]. = 2024-07-01
Fares went up [on March 2]. = 2024-03-02
Fares went up [in November]. = 2023-11-01/2023-11-30
Fares will go up [in November]. = 2024-11-01/2024-11-30
Fares went up [in January]. = 2024-01-01/2024-01-31
The rules take effect [in May]. = 2024-05-01/2024-05-31
The rules come into force [on 1 May]. = 2024-05-01
The election is [in June]. = 2024-06-01/2024-06-30
An election due [in June] has been put off. = 2024-06-01/2024-06-30
The firm dropped the idea in [the autumn of 2016]. = 2016-01-01/2016-12-31
It began at [the start of this year]. = 2024-01-01/2024-04-30
The quarrel is [a few decades] older. = unsure
It was proposed [about ten years ago]. = 2014-01-01/2014-12-31
They left [three weeks ago]. = 2024-02-19/2024-02-25
They left [two months ago]. = 2024-01-01/2024-01-31
They left [10 days ago]. = 2024-03-04
They will leave [in two weeks]. = 2024-03-25/2024-03-31
They will leave [within 48 hours]. = 2024-03-14/2024-03-16
They will leave [within ten days]. = 2024-03-14/2024-03-24
They will leave [in the coming weeks]. = unsure
They left [in recent weeks]. = unsure
They left [some weeks ago]. = unsure
They left [years ago]. = unsure
They left [in the 1990s]. = 1990-01-01/1999-12-31
They left [in the late 1990s]. = 1990-01-01/1999-12-31
Output fell [in the first quarter]. = 2024-01-01/2024-03-31
Output fell [in the third quarter of last year]. = 2023-07-01/2023-09-30
Output fell [in the fourth quarter of 2023]. = 2023-10-01/2023-12-31
Output fell [in the first half of 2023]. = 2023-01-01/2023-06-30
Output fell [last quarter]. = 2023-10-01/2023-12-31
Output fell [over the past two years]. = 2022-03-14/2024-03-14
Output fell [over the past decade]. = 2014-03-14/2024-03-14
It was agreed [last week]. = 2024-03-04/2024-03-10
It will be signed [next week]. = 2024-03-18/2024-03-24
It will be signed [next month]. = 2024-04-01/2024-04-30
It was signed [last Tuesday]. = 2024-03-12
It was signed [on Tuesday last week]. = 2024-03-05
It was signed [last week on Tuesday]. = 2024-03-05
It will be signed [a week on Monday]. = 2024-03-25
It will be signed [Monday week]. = 2024-03-25
It was signed [over the weekend]. = 2024-03-09/2024-03-10
It will be signed [this weekend]. = 2024-03-16/2024-03-17
It was signed [last weekend]. = 2024-03-09/2024-03-10
It was signed [at the weekend]. = 2024-03-09/2024-03-10
It will be signed [at the weekend]. = 2024-03-16/2024-03-17
It was signed [on 2024-02-17]. = 2024-02-17
It was signed [on 17/02/2024]. = 2024-02-17
It was signed [on Sunday, 10 March]. = 2024-03-10
It was signed [on Sunday, March 10, 2024]. = 2024-03-10
It was signed [on the 5th]. = 2024-03-05
It will be signed [on the 25th]. = 2024-03-25
It was signed on [the 5th of March]. = 2024-03-05
It was signed [on March 5th]. = 2024-03-05
It was signed [on the fifth of March]. = 2024-03-05
It will be signed [no later than 30 April]. = 2024-04-30
Members have [until 30 April] to vote. = 2024-04-30
Members have [until Friday] to vote. = 2024-03-15
The ballot closes [on Friday]. = 2024-03-15
The ballot opens [tomorrow]. = 2024-03-15
Every Friday they pray; on [Friday] they prayed. = 2024-03-08
They meet [every Friday]. = unsure
He was jailed [in 2011]. = 2011-01-01/2011-12-31
He was jailed [since 2011]. = 2011-01-01/2011-12-31
The plant ran [from 1998 to 2012]. = 1998-01-01/2012-12-31
The plant ran [between May 2021 and June 2022]. = 2021-05-01/2022-06-30
It was agreed [in early February]. = 2024-02-01/2024-02-10
It was agreed [early last month]. = 2024-02-01/2024-02-10
It will be agreed [early next month]. = 2024-04-01/2024-04-10
It will be agreed [early next week]. = 2024-03-18/2024-03-19
It was agreed [late last year]. = 2023-09-01/2023-12-31
Talks resume [on Monday]. = 2024-03-18
Talks resume [Monday]. = 2024-03-18
Talks are to resume [on Monday]. = 2024-03-18
Talks planned [for Monday] were called off. = 2024-03-18
Talks broke down [Monday]. = 2024-03-11
A vote is expected [on Monday]. = 2024-03-18
The vote, scheduled [for 20 March], was put off. = 2024-03-20
The vote was moved [to 20 April]. = 2024-04-20
He told them to leave [by 6 p.m. on Saturday]. = 2024-03-16
The truce, due to expire [on Sunday], was extended. = 2024-03-17
The truce expires [at midnight on Sunday]. = 2024-03-17
The truce took effect [at midnight on Sunday]. = 2024-03-10
Police said [Tuesday] they had no suspects. = 2024-03-12
The [Tuesday] meeting ended badly. = 2024-03-12
[Tuesday's] meeting ended badly. = 2024-03-12
[In February], the union demanded more pay. = 2024-02-01/2024-02-29
[On 3 February] the union had demanded more pay. = 2024-02-03
The wages [for February] have not been paid. = 2024-02-01/2024-02-29
[A year ago] they signed. = 2023-01-01/2023-12-31
[Half a year ago] they signed. = 2023-09-01/2023-09-30
They struck [from Monday to Wednesday]. = 2024-03-11/2024-03-13
They will strike [from Monday to Wednesday]. = 2024-03-18/2024-03-20
They will strike [on Monday and Tuesday]. = 2024-03-18
They will strike [on 20 and 21 March]. = 2024-03-20/2024-03-21
They will strike [for three days starting April 2]. = 2024-04-02
They have been on strike [since Monday]. = 2024-03-11
They have been on strike [since last month]. = 2024-02-01/2024-02-29
[By Monday evening] the apology was gone. = 2024-03-11
[By noon on Tuesday] the square was full. = 2024-03-12
The court will rule [on or before 2 April]. = 2024-04-02
They want an answer [before the rainy season]. = unsure
They want an answer [before the harvest]. = unsure
The levy rises [from next year]. = 2025-01-01/2025-12-31
The levy rose [last year]. = 2023-01-01/2023-12-31
The levy rises [from July]. = 2024-07-01/2024-07-31
The levy rises [as of 1 July]. = 2024-07-01
They were shot [on New Year's Eve]. = 2023-12-31
They were shot [on Christmas Day]. = 2023-12-25
They will fast [during Ramadan]. = unsure
It was agreed [this past Tuesday]. = 2024-03-12
"""

INDONESIAN = """
Serikat akan mogok pada [Jumat]. = 2024-03-15
Serikat mengumumkan mogok mulai [Jumat]. = 2024-03-15
Putaran keempat [dijadwalkan Januari]. = 2025-01-01/2025-01-31
Putaran keempat dijadwalkan [April]. = 2024-04-01/2024-04-30
Rapat digelar [April mendatang]. = 2024-04-01/2024-04-30
Rapat digelar [Februari lalu]. = 2024-02-01/2024-02-29
Sidang lapangan digelar [3 s.d. 5 Februari 2024]. = 2024-02-03/2024-02-05
Sidang digelar [3-5 Februari]. = 2024-02-03/2024-02-05
Sidang digelar [3 sampai 5 Februari]. = 2024-02-03/2024-02-05
Sidang digelar pada [3, 4, dan 5 Februari]. = 2024-02-03/2024-02-05
Sidang digelar [3 hingga 5 Februari 2024]. = 2024-02-03/2024-02-05
Ganti rugi cair [antara November 2023 dan Januari 2024]. = 2023-11-01/2024-01-31
Ganti rugi cair [antara 3 dan 9 Maret]. = 2024-03-03/2024-03-09
Mereka bertemu [tadi malam]. = 2024-03-13
Mereka bertemu [kemarin lusa]. = 2024-03-12
Mereka bertemu [kemarin dulu]. = 2024-03-12
Mereka bertemu [kemarin]. = 2024-03-13
Mereka akan bertemu [lusa]. = 2024-03-16
Mereka akan bertemu [besok]. = 2024-03-15
Mereka akan bertemu [dua pekan lagi]. = 2024-03-25/2024-03-31
Mereka akan bertemu [dua minggu mendatang]. = 2024-03-25/2024-03-31
Mereka bertemu [dua pekan lalu]. = 2024-02-26/2024-03-03
Mereka bertemu [sepekan lalu]. = 2024-03-04/2024-03-10
Mereka bertemu [pekan lalu]. = 2024-03-04/2024-03-10
Mereka akan bertemu [pekan depan]. = 2024-03-18/2024-03-24
Mereka akan bertemu [minggu depan]. = 2024-03-18/2024-03-24
Mereka bertemu [Minggu lalu]. = 2024-03-10
Mereka bertemu [awal bulan ini]. = 2024-03-01/2024-03-10
Mereka akan bertemu [akhir bulan]. = 2024-03-21/2024-03-31
Mereka akan bertemu [akhir bulan ini]. = 2024-03-21/2024-03-31
Mereka akan bertemu [pertengahan bulan depan]. = 2024-04-11/2024-04-20
Mereka bertemu [pada akhir Februari]. = 2024-02-21/2024-02-29
Mereka bertemu [pertengahan Januari]. = 2024-01-11/2024-01-20
Mereka menuntut jawaban [paling lambat awal Juni]. = 2024-06-01/2024-06-10
Perusahaan berjanji membayar [selambat-lambatnya 30 Juni]. = 2024-06-30
Warga memberi waktu [hingga 12 November]. = 2024-11-12
Warga memberi waktu [sampai Senin]. = 2024-03-18
Ia memberi tenggat [sampai 9 Januari] sebelum anggotanya turun. = 2025-01-09
Ia memberi tenggat [tiga hari]. = unsure
Mereka menuntut jawaban [dalam tiga hari]. = 2024-03-14/2024-03-17
Mereka menuntut jawaban [dalam waktu sepekan]. = 2024-03-14/2024-03-21
Mereka menuntut jawaban [dalam 3x24 jam]. = 2024-03-14/2024-03-17
Mereka menolak hadir [Selasa malam]. = 2024-03-12
Mereka menolak hadir [Selasa (12/3)]. = 2024-03-12
Mereka menolak hadir, [Selasa (12/3/2024)]. = 2024-03-12
Mereka menolak hadir [Senin-Selasa (11-12/3)]. = 2024-03-11/2024-03-12
Mereka menolak hadir [Selasa, 12 Maret]. = 2024-03-12
Gugatan masuk [17-02-2024]. = 2024-02-17
Gugatan masuk [pada 17/2]. = 2024-02-17
Gugatan masuk [tanggal 5 lalu]. = 2024-03-05
Gugatan masuk [tanggal 5 Maret lalu]. = 2024-03-05
Putusan dibacakan [tanggal 25 mendatang]. = 2024-03-25
[Sejak sepuluh tahun lalu] kami meminta. = 2014-01-01/2014-12-31
[Dua puluh lima tahun lalu] kami berbagi sungai. = 1999-01-01/1999-12-31
[Beberapa dasawarsa silam] lahan itu hutan. = unsure
[Satu setengah tahun lalu] lahan itu hutan. = 2022-09-01/2022-09-30
[Setahun lalu] lahan itu hutan. = 2023-01-01/2023-12-31
[Tahun lalu] lahan itu hutan. = 2023-01-01/2023-12-31
[Akhir tahun lalu] lahan itu hutan. = 2023-09-01/2023-12-31
Lahan itu dijual [pada era 1990-an]. = 1990-01-01/1999-12-31
Lahan itu dijual [pada dasawarsa 1990-an]. = 1990-01-01/1999-12-31
Lahan itu dijual [pada 1998]. = 1998-01-01/1998-12-31
Pabrik itu berjalan [dari 1998 hingga 2012]. = 1998-01-01/2012-12-31
Produksi turun [pada kuartal pertama]. = 2024-01-01/2024-03-31
Produksi turun [pada kuartal III 2023]. = 2023-07-01/2023-09-30
Produksi turun [pada triwulan keempat tahun lalu]. = 2023-10-01/2023-12-31
Produksi turun [pada semester I 2023]. = 2023-01-01/2023-06-30
Produksi turun [dua tahun terakhir]. = 2022-03-14/2024-03-14
Janji itu diberikan [sebelum Lebaran]. = unsure
Janji itu diberikan [menjelang Natal]. = unsure
Janji itu diberikan [selama Ramadan]. = unsure
Mereka akan membayar [sebelum musim hujan]. = unsure
Mereka akan membayar [pekan ini]. = 2024-03-11/2024-03-17
Mereka akan membayar [akhir pekan ini]. = 2024-03-16/2024-03-17
Mereka membayar [akhir pekan lalu]. = 2024-03-09/2024-03-10
Mereka berkumpul [Kamis pagi]. = 2024-03-14
Mereka berkumpul [sejak Senin]. = 2024-03-11
Mereka berkumpul [setiap Kamis]. = unsure
Mereka berkumpul [pada malam 3 Maret]. = 2024-03-03
Mereka berkumpul [malam Jumat]. = 2024-03-07
Mereka berkumpul [dini hari tadi]. = 2024-03-14
Mereka berkumpul [semalam]. = 2024-03-13
Mereka akan berkumpul [nanti malam]. = 2024-03-14
Mereka berkumpul [hari ini]. = 2024-03-14
Mereka berkumpul [Rabu petang]. = 2024-03-13
Mogok berlangsung [dari Senin sampai Rabu]. = 2024-03-11/2024-03-13
Mogok akan berlangsung [Senin sampai Rabu]. = 2024-03-18/2024-03-20
Mogok akan dimulai [Senin depan]. = 2024-03-18
Mogok akan dimulai [Senin pekan depan]. = 2024-03-18
Mogok dimulai [Senin pekan lalu]. = 2024-03-04
Perundingan akan dilanjutkan [Senin]. = 2024-03-18
Perundingan dijadwalkan berlangsung [Senin]. = 2024-03-18
Perundingan yang semula dijadwalkan [Senin] dibatalkan. = 2024-03-18
Aturan berlaku [mulai 1 April]. = 2024-04-01
Aturan berlaku [per 1 April]. = 2024-04-01
Aturan berlaku [1 April mendatang]. = 2024-04-01
Pemilu digelar [pada November]. = 2023-11-01/2023-11-30
Pemilu akan digelar [pada November]. = 2024-11-01/2024-11-30
Pemilu digelar [November mendatang]. = 2024-11-01/2024-11-30
Mereka bertemu [beberapa hari lalu]. = unsure
Mereka bertemu [tiga hari lalu]. = 2024-03-11
Mereka bertemu [sebulan lalu]. = 2024-02-01/2024-02-29
Mereka bertemu [bulan lalu]. = 2024-02-01/2024-02-29
Mereka bertemu [awal pekan ini]. = 2024-03-11/2024-03-12
Mereka bertemu [Senin dan Selasa]. = 2024-03-11
Mereka bertemu [20 dan 21 Februari]. = 2024-02-20/2024-02-21
Mereka bertemu [Jumat pekan lalu]. = 2024-03-08
Mereka bertemu [pada hari Jumat tanggal 8 Maret 2024]. = 2024-03-08
Mereka bertemu [2024-02-17]. = 2024-02-17
Mereka bertemu [bulan Februari]. = 2024-02-01/2024-02-29
Mereka bertemu [pada pekan kedua Februari]. = 2024-02-08/2024-02-14
"""


def told(lines: str, language: str) -> list[tuple[str, str, str]]:
    rows = (line.rpartition(" = ") for line in lines.strip().splitlines())
    return [(language, sentence, days) for sentence, _, days in rows]


@pytest.mark.parametrize(
    ("language", "marked", "days"), [*told(ENGLISH, "en"), *told(INDONESIAN, "id")]
)
def test_a_time_covers_the_days_it_is_told_to(language: str, marked: str, days: str) -> None:
    begin, stop = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    times = [
        time
        for time in find_dates(text, 0, len(text), language, DAY)
        if time.start < stop and time.end > begin
    ]
    if days == "unsure":
        assert all(time.approximate or time.doubtful for time in times)
        return
    first, _, last = days.partition("/")
    assert (first, last or first) in [(str(time.first), str(time.last)) for time in times]
