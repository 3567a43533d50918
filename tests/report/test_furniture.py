"""Lines that belong to a page and not to its article are told apart, wherever they stand."""

from __future__ import annotations

import pytest

from satumeja.report import parse

NEWS = {
    "id": (
        "Peru Tuntut Ekuador Mundur\n\nSenin, 8 Mei 2023 10:15 WIB",
        "Pemerintah Peru menuntut agar Ekuador menarik pasukannya dari lembah sengketa itu.",
        "“Kami sudah lama bersabar,” kata Menteri Luar Negeri Peru Rosa Quispe di Lima.",
    ),
    "en": (
        "Peru tells Ecuador to withdraw\n\nMonday, May 8, 2023 3:00 PM EST",
        "Peru demanded on Monday that Ecuador withdraw its troops from the disputed valley.",
        "“We have been patient for long,” Foreign Minister Rosa Quispe said in Lima.",
    ),
}
LINES = {
    "id": (
        "Baca Juga: Harga Minyak Naik Lagi, Ini Penyebabnya",
        "BACA JUGA: Wisatawan Terjebak di Bandara Quito",
        "Baca juga : Pemilu Ekuador Digelar Oktober",
        "Baca: Kronologi Sengketa Lembah Peru-Ekuador",
        "Pilihan Editor: Kronologi Sengketa Lembah Peru-Ekuador",
        "PILIHAN EDITOR",
        "Simak Video: Suasana di Perbatasan",
        "Saksikan Video Pilihan di Bawah Ini:",
        "Saksikan video selengkapnya di bawah ini.",
        'Lihat Video "Detik-detik Tentara Masuk Lembah"',
        "Simak juga 'Saat Presiden Ekuador Bicara soal Perang':",
        "Halaman selanjutnya: Tanggapan PBB",
        "Halaman Selanjutnya →",
        "Selanjutnya: Tanggapan PBB",
        "Baca Selanjutnya: Tanggapan PBB",
        "Halaman: 1 2 3 Selanjutnya",
        "1 2 3 Selanjutnya Tampilkan Semua",
        "Show All",
        "Lihat Semua",
        'Berita ini sudah tayang di Kabar dengan judul: "Peru Tuntut Ekuador Mundur"',
        "Cek Berita dan Artikel yang lain di Google News",
        "Ikuti berita terbaru kami di Google News, klik di sini.",
        "Ikuti kami di WhatsApp Channel Kabar.",
        "Ikuti Whatsapp Channel Kabar.com untuk update berita terbaru setiap hari",
        "Gabung ke Channel WhatsApp kami untuk mendapatkan berita terkini.",
        "Dapatkan berita pilihan editor langsung di kotak surelmu.",
        "Dapatkan Informasi Menarik Lainnya DI SINI",
        "Baca berita tanpa iklan. Gabung Kabar.com+",
        "Follow Berita Kabar di Google News",
        "Jangan lewatkan berita terbaru kami. Follow akun Instagram @kabar.",
        "Bagikan:",
        "Bagikan artikel ini",
        "Share this:",
        "Komentar (12)",
        "Tulis komentar Anda di sini",
        "Tag: peru, ekuador, sengketa",
        "Tags: Peru Ekuador PBB",
        "#peru #ekuador #sengketa",
        "Topik: Peru",
        "Topik Terkait",
        "Berita Lainnya",
        "Artikel Lainnya",
        "Berita Terpopuler",
        "Rekomendasi untuk Anda",
        "Copyright © ANTARA 2023",
        "Hak Cipta © 2023 Kabar Kita",
        "Editor: Ana Lestari",
        "Reporter: Budi | Editor: Ana",
        "Penulis: Budi Santosa",
        "Sumber: Kabar Dunia",
        "Sumber : AFP",
        "Video: Suasana Perbatasan",
        "Foto: Tentara Peru (AFP)",
        "(*)",
        "(Kabar.com/Rafi Hartanto)",
        "(Tribunnews.com/Rafi/AFP)",
        "[Gambas:Instagram]",
        "[Gambas:Video CNN]",
        "Loading...",
        "Iklan",
        "Advertisement",
        "ADVERTISEMENT - SCROLL TO CONTINUE",
        "Lanjutkan Membaca",
        "Infografis Perang Peru-Ekuador",
        "Infografis: Perang Peru-Ekuador. (Kabar/Abdi)",
        "Klik di sini untuk membaca berita lainnya.",
        "Download aplikasi Kabar di Play Store dan App Store",
        "Unduh aplikasi kami",
        "Nikmati berita tanpa iklan dengan berlangganan Kabar Plus",
        "Langganan Kabar Plus",
        "Masuk untuk melanjutkan membaca.",
        "Anda sudah membaca 3 dari 5 artikel gratis bulan ini.",
        "Lihat Artikel Asli",
        "Laporkan artikel ini",
        "Apa reaksi Anda?",
        "Terima kasih telah membaca berita ini.",
        "Kirimkan tulisan Anda ke redaksi@kabar.com",
        "Kunjungi laman kami untuk berita lainnya",
        "Temukan berita lainnya di Google News dan WA Channel",
    ),
    "en": (
        "Read more: Oil prices rise again",
        "READ MORE",
        "Read also: Tourists stranded in Quito",
        "Also read: Tourists stranded in Quito",
        "Related: Tourists stranded in Quito",
        "RELATED STORIES",
        "WATCH: Soldiers enter the valley",
        "Watch video: Soldiers enter the valley",
        "See also: Ecuador votes in October",
        "More on this story",
        "More from World",
        "You may also like",
        "You might also be interested in",
        "Recommended for you",
        "Sign up for our newsletter",
        "Sign up to receive our daily briefing straight to your inbox.",
        "Subscribe to read the full story",
        "Already a subscriber? Log in.",
        "Click here to read more",
        "Click here to subscribe to our newsletter.",
        "Download our app for breaking news",
        "Follow us on X and Facebook.",
        "Advertisement",
        "Article continues after this advertisement",
        "Story continues below advertisement",
        "ADVERTISEMENT - CONTINUE READING BELOW",
        "Share this article",
        "Share on Facebook",
        "Comments (12)",
        "Leave a comment",
        "View comments",
        "Tags: Peru, Ecuador",
        "Topics: Peru",
        "Copyright 2023 The Kabar. All rights reserved.",
        "© 2023 Kabar",
        "Reporting by Ana Cruz; Editing by Bob Stone",
        "(Reporting by Ana Cruz in Lima; Editing by Bob Stone)",
        "(With inputs from AFP)",
        "With inputs from agencies",
        "This story was originally published at 10:15 AM.",
        "This article was originally published in The Kabar.",
        "This article has been updated.",
        "Correction: An earlier version of this story misstated the date.",
        "Our Standards: The Kabar Trust Principles.",
        "Purchase Licensing Rights",
        "Get the latest news delivered to your inbox",
        "Join our WhatsApp channel",
        "4 min read",
        "Listen to this article",
        "Loading...",
        "Photo: AFP",
        "Skip to main content",
        "Most Popular",
        "Top stories",
        "Next article",
        "Previous article",
        "Print",
        "Email",
        "Have you got a story? Contact us at news@kabar.com.",
        "Send us your feedback",
        "For more news, visit our website.",
    ),
}
PROSE = {
    "id": (
        (
            "Simak pula catatan sejarahnya: kedua negara pernah berperang, dan perjanjian "
            "damai baru ditandatangani tiga tahun kemudian."
        ),
        "Masuk ke lembah itu kini hanya dengan izin tentara.",
        "Anda sudah tahu jawabannya, kata Quispe kepada wartawan itu.",
        "Video yang beredar menunjukkan tentara memasuki desa.",
        "Lihat saja peta lama, kata Quispe.",
    ),
    "en": (
        "Watch the border, Quispe told reporters, for that is where it will be decided.",
        "Follow the money, Quispe said, and the answer is plain.",
        "This report was rejected by Ecuador within the hour.",
        "Sign after sign of troops was seen in the valley.",
        "Email from the ministry, seen by reporters, said the opposite.",
    ),
}


@pytest.mark.parametrize(
    ("language", "line"), [(language, line) for language in LINES for line in LINES[language]]
)
def test_a_line_of_the_page_is_not_read(language: str, line: str) -> None:
    report = parse("\n\n".join((*NEWS[language], line)) + "\n")
    body = [report.text[start:end] for start, end in report.paragraphs]
    assert body == list(NEWS[language][1:])


@pytest.mark.parametrize(
    ("language", "line"), [(language, line) for language in PROSE for line in PROSE[language]]
)
def test_a_sentence_that_begins_like_one_is_read(language: str, line: str) -> None:
    report = parse("\n\n".join((*NEWS[language], line)) + "\n")
    assert report.text[slice(*report.paragraphs[-1])] == line
