"""Every state by its common and former names, in both languages, by a list written out.

What the program reads must not follow the data of a library, so nothing here is computed.
"""

from __future__ import annotations

import pytest

from satumeja.dossier.reading._gazetteer import known_actors
from satumeja.dossier.reading._lexicon import tokens_of

STATES = """
andorra en: Andorra
andorra id: Andorra
uae en: United Arab Emirates, UAE, Emirates, the United Arab Emirates
uae id: Uni Emirat Arab, UEA, Emirat
afghanistan en: Afghanistan
afghanistan id: Afganistan, Afghanistan
antigua_barbuda en: Antigua and Barbuda, Antigua
antigua_barbuda id: Antigua dan Barbuda, Antigua
anguilla en: Anguilla
anguilla id: Anguilla
albania en: Albania
albania id: Albania
armenia en: Armenia
armenia id: Armenia
angola en: Angola
angola id: Angola
argentina en: Argentina
argentina id: Argentina
american_samoa en: American Samoa
american_samoa id: Samoa Amerika
austria en: Austria
austria id: Austria
australia en: Australia
australia id: Australia
aruba en: Aruba
aruba id: Aruba
azerbaijan en: Azerbaijan
azerbaijan id: Azerbaijan, Azerbaizan
bosnia en: Bosnia and Herzegovina, Bosnia-Herzegovina, Bosnia
bosnia id: Bosnia dan Herzegovina, Bosnia, Bosnia-Herzegovina
bosnia id: Bosnia Herzegovina
barbados en: Barbados
barbados id: Barbados
bangladesh en: Bangladesh
bangladesh id: Bangladesh, Banglades
belgium en: Belgium
belgium id: Belgia, Belgium
burkina_faso en: Burkina Faso, Upper Volta
burkina_faso id: Burkina Faso
bulgaria en: Bulgaria
bulgaria id: Bulgaria
bahrain en: Bahrain
bahrain id: Bahrain
burundi en: Burundi
burundi id: Burundi
benin en: Benin, Dahomey
benin id: Benin
bermuda en: Bermuda
bermuda id: Bermuda
brunei en: Brunei, Brunei Darussalam
brunei id: Brunei, Brunei Darussalam
bolivia en: Bolivia
bolivia id: Bolivia
brazil en: Brazil
brazil id: Brasil, Brazil
bahamas en: Bahamas, the Bahamas, The Bahamas
bahamas id: Bahama, Bahamas, Kepulauan Bahama
bhutan en: Bhutan
bhutan id: Bhutan
botswana en: Botswana
botswana id: Botswana, Bostwana
belarus en: Belarus, Byelorussia, Belorussia
belarus id: Belarus, Belarusia, Belorusia
belize en: Belize
belize id: Belize
canada en: Canada
canada id: Kanada
dr_congo en: Democratic Republic of Congo, Congo
dr_congo en: Democratic Republic of the Congo, DR Congo, D.R. Congo, DRC
dr_congo en: Congo-Kinshasa, Zaire
dr_congo id: Kongo, Republik Demokratik Kongo, RD Kongo, RDK
dr_congo id: Kongo-Kinshasa, Zaire
central_african_republic en: Central African Republic
central_african_republic id: Republik Afrika Tengah, Afrika Tengah
congo en: Republic of Congo, Congo-Brazzaville, Republic of the Congo
congo en: Congo Republic
congo id: Kongo-Brazzaville, Republik Kongo, Kongo Brazzaville
switzerland en: Switzerland
switzerland id: Swiss, Switzerland, Swis
ivory_coast en: Côte d’Ivoire, Ivory Coast, Côte d'Ivoire, Cote d'Ivoire
ivory_coast id: Côte d’Ivoire, Pantai Gading, Cote d'Ivoire, Côte d'Ivoire
cook_islands en: Cook Islands, the Cook Islands
cook_islands id: Kepulauan Cook
chile en: Chile
chile id: Cile, Chile, Chili, Cili
cameroon en: Cameroon
cameroon id: Kamerun, Cameroon
china en: China, People's Republic of China, PRC
china id: Tiongkok, China, Cina, Republik Rakyat Tiongkok, RRC, RRT
china id: Republik Rakyat Cina, Republik Rakyat China
colombia en: Colombia
colombia id: Kolombia
costa_rica en: Costa Rica
costa_rica id: Kosta Rika, Costa Rica
cuba en: Cuba
cuba id: Kuba
cape_verde en: Cape Verde, Cabo Verde
cape_verde id: Tanjung Verde, Cape Verde, Cabo Verde
curacao en: Curaçao
curacao id: Curaçao
cyprus en: Cyprus
cyprus id: Siprus, Cyprus
czechia en: Czechia, Czech Republic
czechia id: Ceko, Republik Ceko, Cheko, Republik Cheko
germany en: Germany, Federal Republic of Germany
germany id: Jerman, Republik Federal Jerman
djibouti en: Djibouti
djibouti id: Jibuti, Djibouti, Jibouti
denmark en: Denmark
denmark id: Denmark
dominica en: Dominica
dominica id: Dominika, Dominica
dominican_republic en: Dominican Republic
dominican_republic id: Republik Dominika, Republik Dominikan
algeria en: Algeria
algeria id: Aljazair
ecuador en: Ecuador
ecuador id: Ekuador, Ecuador
estonia en: Estonia
estonia id: Estonia
egypt en: Egypt, Arab Republic of Egypt
egypt id: Mesir
western_sahara en: Western Sahara
western_sahara id: Sahara Barat
eritrea en: Eritrea
eritrea id: Eritrea
spain en: Spain
spain id: Spanyol
ethiopia en: Ethiopia
ethiopia id: Etiopia, Ethiopia
finland en: Finland
finland id: Finlandia
fiji en: Fiji
fiji id: Fiji, Republik Fiji
falkland_islands en: Falkland Islands, Falklands, Malvinas
falkland_islands id: Kepulauan Falkland, Falkland, Malvinas
micronesia en: Micronesia, Federated States of Micronesia
micronesia id: Mikronesia, Federasi Mikronesia
faroe_islands en: Faroe Islands, the Faroe Islands, Faroes
faroe_islands id: Kepulauan Faroe
france en: France
france id: Prancis, Perancis
gabon en: Gabon
gabon id: Gabon
uk en: United Kingdom, Britain, Great Britain, UK, U.K.
uk id: Inggris Raya, Inggris, Britania, Britania Raya
uk id: Kerajaan Inggris
grenada en: Grenada
grenada id: Grenada
georgia en: Georgia
georgia id: Georgia
ghana en: Ghana
ghana id: Ghana
gibraltar en: Gibraltar
gibraltar id: Gibraltar
greenland en: Greenland
greenland id: Greenland
gambia en: Gambia, The Gambia, the Gambia
gambia id: Gambia
guinea en: Guinea
guinea id: Guinea, Guinea Conakry
equatorial_guinea en: Equatorial Guinea
equatorial_guinea id: Guinea Ekuatorial, Guinea Khatulistiwa, Guinea Equatorial
equatorial_guinea id: Guinea Ekuator
greece en: Greece
greece id: Yunani
guatemala en: Guatemala
guatemala id: Guatemala
guam en: Guam
guam id: Guam
guinea_bissau en: Guinea-Bissau, Guinea Bissau
guinea_bissau id: Guinea-Bissau, Guinea Bissau
guyana en: Guyana
guyana id: Guyana
hong_kong en: Hong Kong
hong_kong id: Hong Kong, Hongkong
honduras en: Honduras
honduras id: Honduras
croatia en: Croatia
croatia id: Kroasia, Kroatia
haiti en: Haiti
haiti id: Haiti
hungary en: Hungary
hungary id: Hungaria, Hongaria
indonesia en: Indonesia
indonesia id: Indonesia, RI, Republik Indonesia
ireland en: Ireland, Republic of Ireland
ireland id: Irlandia, Republik Irlandia
israel en: Israel
israel id: Israel
india en: India
india id: India
iraq en: Iraq
iraq id: Irak, Iraq
iran en: Iran, Islamic Republic of Iran, Persia
iran id: Iran, Republik Islam Iran, Persia
iceland en: Iceland
iceland id: Islandia
italy en: Italy
italy id: Italia
jamaica en: Jamaica
jamaica id: Jamaika, Jamaica
jordan en: Jordan
jordan id: Yordania, Jordania
japan en: Japan
japan id: Jepang
kenya en: Kenya
kenya id: Kenya, Kenia
kyrgyzstan en: Kyrgyzstan, Kyrgyz Republic, Kirghizia
kyrgyzstan id: Kirgizstan, Kirgistan, Kyrgyzstan, Kirgizia, Kirgiztan
cambodia en: Cambodia, Kampuchea
cambodia id: Kamboja, Kampuchea
kiribati en: Kiribati
kiribati id: Kiribati
comoros en: Comoros
comoros id: Komoro, Comoros, Komoros, Kepulauan Komoro
st_kitts_nevis en: St Kitts and Nevis, Saint Kitts and Nevis, St. Kitts and Nevis
st_kitts_nevis en: St Kitts
st_kitts_nevis id: Saint Kitts dan Nevis, St Kitts dan Nevis, Saint Kitts
st_kitts_nevis id: St. Kitts dan Nevis
north_korea en: North Korea, DPRK, Democratic People's Republic of Korea
north_korea en: N. Korea
north_korea id: Korea Utara, Korut, Republik Rakyat Demokratik Korea, RRDK
south_korea en: South Korea, Republic of Korea, S. Korea
south_korea id: Korea Selatan, Korsel, Republik Korea
kuwait en: Kuwait
kuwait id: Kuwait
cayman_islands en: Cayman Islands
cayman_islands id: Kepulauan Cayman
kazakhstan en: Kazakhstan, Kazakstan
kazakhstan id: Kazakhstan, Kazakstan
laos en: Laos, Lao PDR
laos id: Laos
lebanon en: Lebanon
lebanon id: Lebanon, Libanon
st_lucia en: St. Lucia, St Lucia, Saint Lucia
st_lucia id: Saint Lucia, St Lucia, Santa Lucia, St. Lucia
liechtenstein en: Liechtenstein
liechtenstein id: Liechtenstein
sri_lanka en: Sri Lanka, Ceylon
sri_lanka id: Sri Lanka, Srilanka, Ceylon
liberia en: Liberia
liberia id: Liberia
lesotho en: Lesotho, Basutoland
lesotho id: Lesotho
lithuania en: Lithuania
lithuania id: Lituania, Lithuania, Litwa
luxembourg en: Luxembourg
luxembourg id: Luksemburg, Luxemburg
latvia en: Latvia
latvia id: Latvia
libya en: Libya
libya id: Libya
morocco en: Morocco
morocco id: Maroko
monaco en: Monaco
monaco id: Monako, Monaco
moldova en: Moldova, Moldavia
moldova id: Moldova, Moldavia
montenegro en: Montenegro
montenegro id: Montenegro
madagascar en: Madagascar
madagascar id: Madagaskar, Madagascar
marshall_islands en: Marshall Islands, the Marshall Islands, Marshalls
marshall_islands id: Kepulauan Marshall
north_macedonia en: North Macedonia, Macedonia, FYROM
north_macedonia id: Makedonia Utara, Makedonia, Republik Makedonia Utara
mali en: Mali
mali id: Mali
myanmar en: Myanmar, Burma
myanmar id: Myanmar, Burma, Birma
mongolia en: Mongolia
mongolia id: Mongolia
macao en: Macau, Macao
macao id: Makau, Macau
mauritania en: Mauritania
mauritania id: Mauritania
montserrat en: Montserrat
montserrat id: Montserrat
malta en: Malta
malta id: Malta
mauritius en: Mauritius
mauritius id: Mauritius
maldives en: Maldives, the Maldives
maldives id: Maladewa, Maldives
malawi en: Malawi
malawi id: Malawi
mexico en: Mexico
mexico id: Meksiko, Mexico
malaysia en: Malaysia
malaysia id: Malaysia
mozambique en: Mozambique
mozambique id: Mozambik, Mozambique
namibia en: Namibia
namibia id: Namibia
new_caledonia en: New Caledonia
new_caledonia id: Kaledonia Baru
niger en: Niger
niger id: Niger
nigeria en: Nigeria
nigeria id: Nigeria
nicaragua en: Nicaragua
nicaragua id: Nikaragua, Nicaragua
netherlands en: Netherlands, the Netherlands, Holland
netherlands id: Belanda, Nederland, Negeri Kincir Angin
norway en: Norway
norway id: Norwegia
nepal en: Nepal
nepal id: Nepal
nauru en: Nauru
nauru id: Nauru
niue en: Niue
niue id: Niue
new_zealand en: New Zealand
new_zealand id: Selandia Baru, New Zealand
oman en: Oman
oman id: Oman
panama en: Panama
panama id: Panama
peru en: Peru
peru id: Peru
french_polynesia en: French Polynesia
french_polynesia id: Polinesia Prancis
papua_new_guinea en: Papua New Guinea, PNG
papua_new_guinea id: Papua Nugini, PNG, Papua New Guinea
philippines en: Philippines, the Philippines
philippines id: Filipina, Pilipina
pakistan en: Pakistan
pakistan id: Pakistan
poland en: Poland
poland id: Polandia
puerto_rico en: Puerto Rico
puerto_rico id: Puerto Riko
palestine en: Palestinian Territories, Palestine, Palestinian Authority
palestine en: State of Palestine
palestine id: Wilayah Palestina, Palestina, Otoritas Palestina
palestine id: Negara Palestina
portugal en: Portugal
portugal id: Portugal, Portugis
palau en: Palau
palau id: Palau
paraguay en: Paraguay
paraguay id: Paraguay, Paraguai
qatar en: Qatar
qatar id: Qatar
romania en: Romania, Rumania
romania id: Rumania, Romania
serbia en: Serbia
serbia id: Serbia
russia en: Russia, Russian Federation
russia id: Rusia, Federasi Rusia
rwanda en: Rwanda
rwanda id: Rwanda
saudi_arabia en: Saudi Arabia
saudi_arabia id: Arab Saudi, Saudi, Kerajaan Saudi
solomon_islands en: Solomon Islands, the Solomon Islands, Solomons
solomon_islands id: Kepulauan Solomon, Solomon
seychelles en: Seychelles
seychelles id: Seychelles, Seisel
sudan en: Sudan
sudan id: Sudan
sweden en: Sweden
sweden id: Swedia, Sweden
singapore en: Singapore
singapore id: Singapura
slovenia en: Slovenia
slovenia id: Slovenia, Slowenia
slovakia en: Slovakia
slovakia id: Slovakia, Slowakia
sierra_leone en: Sierra Leone
sierra_leone id: Sierra Leone
san_marino en: San Marino
san_marino id: San Marino
senegal en: Senegal
senegal id: Senegal
somalia en: Somalia
somalia id: Somalia, Somali
suriname en: Suriname
suriname id: Suriname, Surinam
south_sudan en: South Sudan
south_sudan id: Sudan Selatan
sao_tome_principe en: Sao Tome and Principe, São Tomé and Príncipe, Sao Tome
sao_tome_principe id: Sao Tome dan Principe, Sao Tome, São Tomé dan Príncipe
el_salvador en: El Salvador
el_salvador id: El Salvador
syria en: Syria, Syrian Arab Republic
syria id: Suriah, Siria, Syria
eswatini en: Eswatini, Swaziland
eswatini id: eSwatini, Eswatini, Swaziland
turks_caicos_islands en: Turks and Caicos Islands, Turks and Caicos
turks_caicos_islands id: Kepulauan Turks dan Caicos
chad en: Chad
chad id: Chad, Cad
togo en: Togo
togo id: Togo
thailand en: Thailand, Siam
thailand id: Thailand, Muangthai, Muang Thai
tajikistan en: Tajikistan
tajikistan id: Tajikistan
timor_leste en: Timor-Leste, East Timor, Timor Leste
timor_leste id: Timor Leste, Timor-Leste, Timor Timur
turkmenistan en: Turkmenistan
turkmenistan id: Turkmenistan
tunisia en: Tunisia
tunisia id: Tunisia
tonga en: Tonga
tonga id: Tonga
turkey en: Türkiye, Turkey, Turkiye
turkey id: Turki
trinidad_tobago en: Trinidad and Tobago, Trinidad
trinidad_tobago id: Trinidad dan Tobago, Trinidad
tuvalu en: Tuvalu
tuvalu id: Tuvalu
taiwan en: Taiwan
taiwan id: Taiwan
tanzania en: Tanzania, Tanganyika
tanzania id: Tanzania
ukraine en: Ukraine
ukraine id: Ukraina, Ukraine
uganda en: Uganda
uganda id: Uganda
us en: United States, United States of America, US, U.S., USA
us en: America
us id: Amerika Serikat, AS, Amerika, Paman Sam, US, USA
uruguay en: Uruguay
uruguay id: Uruguay
uzbekistan en: Uzbekistan
uzbekistan id: Uzbekistan
vatican_city en: Vatican City, Holy See, the Vatican, Vatican
vatican_city id: Vatikan, Takhta Suci, Vatican
st_vincent_grenadines en: St Vincent and the Grenadines
st_vincent_grenadines en: Saint Vincent and the Grenadines
st_vincent_grenadines en: St. Vincent and the Grenadines, St Vincent
st_vincent_grenadines id: Saint Vincent dan Grenadine, St Vincent, Saint Vincent
venezuela en: Venezuela
venezuela id: Venezuela
british_virgin_islands en: British Virgin Islands
british_virgin_islands id: Kepulauan Virgin Britania Raya
u_s_virgin_islands en: U.S. Virgin Islands
u_s_virgin_islands id: Kepulauan Virgin Amerika Serikat
vietnam en: Vietnam, Viet Nam
vietnam id: Vietnam, Viet Nam
vanuatu en: Vanuatu, New Hebrides
vanuatu id: Vanuatu
samoa en: Samoa, Western Samoa
samoa id: Samoa, Samoa Barat
kosovo en: Kosovo
kosovo id: Kosovo
yemen en: Yemen
yemen id: Yaman
south_africa en: South Africa
south_africa id: Afrika Selatan, Afsel, Republik Afrika Selatan
zambia en: Zambia, Northern Rhodesia
zambia id: Zambia
zimbabwe en: Zimbabwe, Rhodesia
zimbabwe id: Zimbabwe, Rhodesia
"""

NAMES = [
    (line.split()[1].strip(":"), name.strip(), line.split()[0])
    for line in STATES.strip().splitlines()
    for name in line.partition(":")[2].split(",")
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
