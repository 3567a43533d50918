"""Every state by its common and former names, in both languages, by a list written out.

What the program reads must not follow the data of a library, so nothing here is computed.
"""

from __future__ import annotations

import pytest

from satumeja.dossier.reading._gazetteer import known_actors
from satumeja.dossier.reading._lexicon import tokens_of

STATES = """
andorra: Andorra | Andorra
uae: United Arab Emirates, UAE, Emirates, the United Arab Emirates | Uni Emirat Arab, UEA, Emirat
afghanistan: Afghanistan | Afganistan, Afghanistan
antigua_barbuda: Antigua and Barbuda, Antigua | Antigua dan Barbuda, Antigua
anguilla: Anguilla | Anguilla
albania: Albania | Albania
armenia: Armenia | Armenia
angola: Angola | Angola
argentina: Argentina | Argentina
american_samoa: American Samoa | Samoa Amerika
austria: Austria | Austria
australia: Australia | Australia
aruba: Aruba | Aruba
azerbaijan: Azerbaijan | Azerbaijan, Azerbaizan
bosnia: Bosnia and Herzegovina, Bosnia-Herzegovina, Bosnia | Bosnia dan Herzegovina, Bosnia, Bosnia-Herzegovina, Bosnia Herzegovina
barbados: Barbados | Barbados
bangladesh: Bangladesh | Bangladesh, Banglades
belgium: Belgium | Belgia, Belgium
burkina_faso: Burkina Faso, Upper Volta | Burkina Faso
bulgaria: Bulgaria | Bulgaria
bahrain: Bahrain | Bahrain
burundi: Burundi | Burundi
benin: Benin, Dahomey | Benin
bermuda: Bermuda | Bermuda
brunei: Brunei, Brunei Darussalam | Brunei, Brunei Darussalam
bolivia: Bolivia | Bolivia
brazil: Brazil | Brasil, Brazil
bahamas: Bahamas, the Bahamas, The Bahamas | Bahama, Bahamas, Kepulauan Bahama
bhutan: Bhutan | Bhutan
botswana: Botswana | Botswana, Bostwana
belarus: Belarus, Byelorussia, Belorussia | Belarus, Belarusia, Belorusia
belize: Belize | Belize
canada: Canada | Kanada
dr_congo: Democratic Republic of Congo, Congo, Democratic Republic of the Congo, DR Congo, D.R. Congo, DRC, Congo-Kinshasa, Zaire | Kongo, Republik Demokratik Kongo, RD Kongo, RDK, Kongo-Kinshasa, Zaire
central_african_republic: Central African Republic | Republik Afrika Tengah, Afrika Tengah
congo: Republic of Congo, Congo-Brazzaville, Republic of the Congo, Congo Republic | Kongo-Brazzaville, Republik Kongo, Kongo Brazzaville
switzerland: Switzerland | Swiss, Switzerland, Swis
ivory_coast: Côte d’Ivoire, Ivory Coast, Côte d'Ivoire, Cote d'Ivoire | Côte d’Ivoire, Pantai Gading, Cote d'Ivoire, Côte d'Ivoire
cook_islands: Cook Islands, the Cook Islands | Kepulauan Cook
chile: Chile | Cile, Chile, Chili, Cili
cameroon: Cameroon | Kamerun, Cameroon
china: China, People's Republic of China, PRC | Tiongkok, China, Cina, Republik Rakyat Tiongkok, RRC, RRT, Republik Rakyat Cina, Republik Rakyat China
colombia: Colombia | Kolombia
costa_rica: Costa Rica | Kosta Rika, Costa Rica
cuba: Cuba | Kuba
cape_verde: Cape Verde, Cabo Verde | Tanjung Verde, Cape Verde, Cabo Verde
curacao: Curaçao | Curaçao
cyprus: Cyprus | Siprus, Cyprus
czechia: Czechia, Czech Republic | Ceko, Republik Ceko, Cheko, Republik Cheko
germany: Germany, Federal Republic of Germany | Jerman, Republik Federal Jerman
djibouti: Djibouti | Jibuti, Djibouti, Jibouti
denmark: Denmark | Denmark
dominica: Dominica | Dominika, Dominica
dominican_republic: Dominican Republic | Republik Dominika, Republik Dominikan
algeria: Algeria | Aljazair
ecuador: Ecuador | Ekuador, Ecuador
estonia: Estonia | Estonia
egypt: Egypt, Arab Republic of Egypt | Mesir
western_sahara: Western Sahara | Sahara Barat
eritrea: Eritrea | Eritrea
spain: Spain | Spanyol
ethiopia: Ethiopia | Etiopia, Ethiopia
finland: Finland | Finlandia
fiji: Fiji | Fiji, Republik Fiji
falkland_islands: Falkland Islands, Falklands, Malvinas | Kepulauan Falkland, Falkland, Malvinas
micronesia: Micronesia, Federated States of Micronesia | Mikronesia, Federasi Mikronesia
faroe_islands: Faroe Islands, the Faroe Islands, Faroes | Kepulauan Faroe
france: France | Prancis, Perancis
gabon: Gabon | Gabon
uk: United Kingdom, Britain, Great Britain, UK, U.K. | Inggris Raya, Inggris, Britania, Britania Raya, Kerajaan Inggris
grenada: Grenada | Grenada
georgia: Georgia | Georgia
ghana: Ghana | Ghana
gibraltar: Gibraltar | Gibraltar
greenland: Greenland | Greenland
gambia: Gambia, The Gambia, the Gambia | Gambia
guinea: Guinea | Guinea, Guinea Conakry
equatorial_guinea: Equatorial Guinea | Guinea Ekuatorial, Guinea Khatulistiwa, Guinea Equatorial, Guinea Ekuator
greece: Greece | Yunani
guatemala: Guatemala | Guatemala
guam: Guam | Guam
guinea_bissau: Guinea-Bissau, Guinea Bissau | Guinea-Bissau, Guinea Bissau
guyana: Guyana | Guyana
hong_kong: Hong Kong | Hong Kong, Hongkong
honduras: Honduras | Honduras
croatia: Croatia | Kroasia, Kroatia
haiti: Haiti | Haiti
hungary: Hungary | Hungaria, Hongaria
indonesia: Indonesia | Indonesia, RI, Republik Indonesia
ireland: Ireland, Republic of Ireland | Irlandia, Republik Irlandia
israel: Israel | Israel
india: India | India
iraq: Iraq | Irak, Iraq
iran: Iran, Islamic Republic of Iran, Persia | Iran, Republik Islam Iran, Persia
iceland: Iceland | Islandia
italy: Italy | Italia
jamaica: Jamaica | Jamaika, Jamaica
jordan: Jordan | Yordania, Jordania
japan: Japan | Jepang
kenya: Kenya | Kenya, Kenia
kyrgyzstan: Kyrgyzstan, Kyrgyz Republic, Kirghizia | Kirgizstan, Kirgistan, Kyrgyzstan, Kirgizia, Kirgiztan
cambodia: Cambodia, Kampuchea | Kamboja, Kampuchea
kiribati: Kiribati | Kiribati
comoros: Comoros | Komoro, Comoros, Komoros, Kepulauan Komoro
st_kitts_nevis: St Kitts and Nevis, Saint Kitts and Nevis, St. Kitts and Nevis, St Kitts | Saint Kitts dan Nevis, St Kitts dan Nevis, Saint Kitts, St. Kitts dan Nevis
north_korea: North Korea, DPRK, Democratic People's Republic of Korea, N. Korea | Korea Utara, Korut, Republik Rakyat Demokratik Korea, RRDK
south_korea: South Korea, Republic of Korea, S. Korea | Korea Selatan, Korsel, Republik Korea
kuwait: Kuwait | Kuwait
cayman_islands: Cayman Islands | Kepulauan Cayman
kazakhstan: Kazakhstan, Kazakstan | Kazakhstan, Kazakstan
laos: Laos, Lao PDR | Laos
lebanon: Lebanon | Lebanon, Libanon
st_lucia: St. Lucia, St Lucia, Saint Lucia | Saint Lucia, St Lucia, Santa Lucia, St. Lucia
liechtenstein: Liechtenstein | Liechtenstein
sri_lanka: Sri Lanka, Ceylon | Sri Lanka, Srilanka, Ceylon
liberia: Liberia | Liberia
lesotho: Lesotho, Basutoland | Lesotho
lithuania: Lithuania | Lituania, Lithuania, Litwa
luxembourg: Luxembourg | Luksemburg, Luxemburg
latvia: Latvia | Latvia
libya: Libya | Libya
morocco: Morocco | Maroko
monaco: Monaco | Monako, Monaco
moldova: Moldova, Moldavia | Moldova, Moldavia
montenegro: Montenegro | Montenegro
madagascar: Madagascar | Madagaskar, Madagascar
marshall_islands: Marshall Islands, the Marshall Islands, Marshalls | Kepulauan Marshall
north_macedonia: North Macedonia, Macedonia, FYROM | Makedonia Utara, Makedonia, Republik Makedonia Utara
mali: Mali | Mali
myanmar: Myanmar, Burma | Myanmar, Burma, Birma
mongolia: Mongolia | Mongolia
macao: Macau, Macao | Makau, Macau
mauritania: Mauritania | Mauritania
montserrat: Montserrat | Montserrat
malta: Malta | Malta
mauritius: Mauritius | Mauritius
maldives: Maldives, the Maldives | Maladewa, Maldives
malawi: Malawi | Malawi
mexico: Mexico | Meksiko, Mexico
malaysia: Malaysia | Malaysia
mozambique: Mozambique | Mozambik, Mozambique
namibia: Namibia | Namibia
new_caledonia: New Caledonia | Kaledonia Baru
niger: Niger | Niger
nigeria: Nigeria | Nigeria
nicaragua: Nicaragua | Nikaragua, Nicaragua
netherlands: Netherlands, the Netherlands, Holland | Belanda, Nederland, Negeri Kincir Angin
norway: Norway | Norwegia
nepal: Nepal | Nepal
nauru: Nauru | Nauru
niue: Niue | Niue
new_zealand: New Zealand | Selandia Baru, New Zealand
oman: Oman | Oman
panama: Panama | Panama
peru: Peru | Peru
french_polynesia: French Polynesia | Polinesia Prancis
papua_new_guinea: Papua New Guinea, PNG | Papua Nugini, PNG, Papua New Guinea
philippines: Philippines, the Philippines | Filipina, Pilipina
pakistan: Pakistan | Pakistan
poland: Poland | Polandia
puerto_rico: Puerto Rico | Puerto Riko
palestine: Palestinian Territories, Palestine, Palestinian Authority, State of Palestine | Wilayah Palestina, Palestina, Otoritas Palestina, Negara Palestina
portugal: Portugal | Portugal, Portugis
palau: Palau | Palau
paraguay: Paraguay | Paraguay, Paraguai
qatar: Qatar | Qatar
romania: Romania, Rumania | Rumania, Romania
serbia: Serbia | Serbia
russia: Russia, Russian Federation | Rusia, Federasi Rusia
rwanda: Rwanda | Rwanda
saudi_arabia: Saudi Arabia | Arab Saudi, Saudi, Kerajaan Saudi
solomon_islands: Solomon Islands, the Solomon Islands, Solomons | Kepulauan Solomon, Solomon
seychelles: Seychelles | Seychelles, Seisel
sudan: Sudan | Sudan
sweden: Sweden | Swedia, Sweden
singapore: Singapore | Singapura
slovenia: Slovenia | Slovenia, Slowenia
slovakia: Slovakia | Slovakia, Slowakia
sierra_leone: Sierra Leone | Sierra Leone
san_marino: San Marino | San Marino
senegal: Senegal | Senegal
somalia: Somalia | Somalia, Somali
suriname: Suriname | Suriname, Surinam
south_sudan: South Sudan | Sudan Selatan
sao_tome_principe: Sao Tome and Principe, São Tomé and Príncipe, Sao Tome | Sao Tome dan Principe, Sao Tome, São Tomé dan Príncipe
el_salvador: El Salvador | El Salvador
syria: Syria, Syrian Arab Republic | Suriah, Siria, Syria
eswatini: Eswatini, Swaziland | eSwatini, Eswatini, Swaziland
turks_caicos_islands: Turks and Caicos Islands, Turks and Caicos | Kepulauan Turks dan Caicos
chad: Chad | Chad, Cad
togo: Togo | Togo
thailand: Thailand, Siam | Thailand, Muangthai, Muang Thai
tajikistan: Tajikistan | Tajikistan
timor_leste: Timor-Leste, East Timor, Timor Leste | Timor Leste, Timor-Leste, Timor Timur
turkmenistan: Turkmenistan | Turkmenistan
tunisia: Tunisia | Tunisia
tonga: Tonga | Tonga
turkey: Türkiye, Turkey, Turkiye | Turki
trinidad_tobago: Trinidad and Tobago, Trinidad | Trinidad dan Tobago, Trinidad
tuvalu: Tuvalu | Tuvalu
taiwan: Taiwan | Taiwan
tanzania: Tanzania, Tanganyika | Tanzania
ukraine: Ukraine | Ukraina, Ukraine
uganda: Uganda | Uganda
us: United States, United States of America, US, U.S., USA, America | Amerika Serikat, AS, Amerika, Paman Sam, US, USA
uruguay: Uruguay | Uruguay
uzbekistan: Uzbekistan | Uzbekistan
vatican_city: Vatican City, Holy See, the Vatican, Vatican | Vatikan, Takhta Suci, Vatican
st_vincent_grenadines: St Vincent and the Grenadines, Saint Vincent and the Grenadines, St. Vincent and the Grenadines, St Vincent | Saint Vincent dan Grenadine, St Vincent, Saint Vincent
venezuela: Venezuela | Venezuela
british_virgin_islands: British Virgin Islands | Kepulauan Virgin Britania Raya
u_s_virgin_islands: U.S. Virgin Islands | Kepulauan Virgin Amerika Serikat
vietnam: Vietnam, Viet Nam | Vietnam, Viet Nam
vanuatu: Vanuatu, New Hebrides | Vanuatu
samoa: Samoa, Western Samoa | Samoa, Samoa Barat
kosovo: Kosovo | Kosovo
yemen: Yemen | Yaman
south_africa: South Africa | Afrika Selatan, Afsel, Republik Afrika Selatan
zambia: Zambia, Northern Rhodesia | Zambia
zimbabwe: Zimbabwe, Rhodesia | Zimbabwe, Rhodesia
"""

NAMES = [
    (language, name.strip(), identifier)
    for identifier, _, both in (line.partition(":") for line in STATES.strip().splitlines())
    for language, names in zip(("en", "id"), both.split("|"), strict=True)
    for name in names.split(",")
]


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_state_is_known_by_each_of_its_names(language: str) -> None:
    known = known_actors(language)
    wrong = {}
    for code, name, identifier in NAMES:
        tokens = tokens_of(name, 0, len(name))
        named = [(first, stop, actor.id) for first, stop, actor in known.find(tokens)]
        if code == language and named != [(0, len(tokens), identifier)]:
            wrong[name] = named
    assert not wrong


def test_the_list_is_of_every_state() -> None:
    assert len({identifier for _, _, identifier in NAMES}) >= 195
    assert len(NAMES) >= 560


@pytest.mark.parametrize(
    ("language", "name", "identifier"),
    [
        ("id", "Brunei", "brunei"),
        ("id", "Lithuania", "lithuania"),
        ("id", "Republik Demokratik Kongo", "dr_congo"),
        ("id", "Burma", "myanmar"),
        ("id", "Swaziland", "eswatini"),
        ("id", "Republik Ceko", "czechia"),
        ("id", "Chili", "chile"),
        ("id", "Kazakstan", "kazakhstan"),
        ("id", "Guinea Khatulistiwa", "equatorial_guinea"),
        ("id", "Uni Emirat Arab", "uae"),
        ("id", "Guinea-Bissau", "guinea_bissau"),
        ("en", "Ivory Coast", "ivory_coast"),
        ("en", "Holland", "netherlands"),
        ("en", "East Timor", "timor_leste"),
        ("en", "Swaziland", "eswatini"),
        ("en", "DR Congo", "dr_congo"),
        ("en", "Bosnia and Herzegovina", "bosnia"),
        ("en", "Zaire", "dr_congo"),
        ("en", "Macedonia", "north_macedonia"),
        ("en", "Ceylon", "sri_lanka"),
        ("en", "Upper Volta", "burkina_faso"),
    ],
)
def test_a_common_name_means_its_state(language: str, name: str, identifier: str) -> None:
    tokens = tokens_of(name, 0, len(name))
    assert [actor.id for _, _, actor in known_actors(language).find(tokens)] == [identifier]
