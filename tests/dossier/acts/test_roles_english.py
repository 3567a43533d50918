"""Who does what to whom in English, whatever the order of the words, and what nobody does."""

from __future__ import annotations

import pytest

from dossier.reports import story
from satumeja.dossier import Act

WEATHER = "The weather in the capital was cold and it was the first day of the week."

# A sentence, and the acts that must be listed: kinds, who acts > to whom ("*": whoever).
SAID = [
    ("Turkey, a NATO member, accused Greece of laying mines.", ["accuse turkey>greece"]),
    (
        "Harbour Rail, owned since May by the Kerr Group, rejected the dockers' union's demand.",
        ["reject harbour_rail>dockers"],
    ),
    ("Malta was accused by Cyprus of harbouring smugglers.", ["accuse cyprus>malta"]),
    (
        "Malta, accused by Cyprus of harbouring smugglers, denied the charge.",
        ["accuse cyprus>malta", "deny malta>*"],
    ),
    (
        "Accused by Cyprus of harbouring smugglers, Malta denied the charge.",
        ["accuse cyprus>malta", "deny malta>*"],
    ),
    (
        "Criticised by the dockers' union for its rotas, Harbour Rail promised a new plan.",
        ["criticise dockers>harbour_rail", "promise harbour_rail>*"],
    ),
    ("Peru, which Chile has accused of stalling, said it would talk.", ["accuse chile>peru"]),
    ("Peru, whose navy Chile has accused of piracy, kept silent.", ["accuse chile>peru"]),
    (
        "The smelter, which had been threatened with a strike by the miners' union, closed.",
        ["threaten union>*"],
    ),
    ("Chile's threat against Peru was heard in Lima.", ["threaten chile>peru"]),
    ("An ultimatum from Chile to Peru expires on Sunday.", ["threaten|demand chile>peru"]),
    ("The ultimatum to Peru by Chile expires on Sunday.", ["threaten|demand chile>peru"]),
    ("A demand by Chile that Peru open the port went unheard.", ["demand chile>peru"]),
    ("Chile's demand that Peru open the port went unheard.", ["demand chile>peru"]),
    ("Peru's rejection of the Chilean offer surprised nobody.", ["reject peru>chile"]),
    ("Peru's refusal to open the port has angered Chile.", ["refuse|reject peru>*"]),
    (
        "The dockers' union's call for a boycott of Harbour Rail has split the town.",
        ["demand dockers>*"],
    ),
    (
        "Criticism of Harbour Rail by the dockers' union grew on Monday.",
        ["criticise dockers>harbour_rail"],
    ),
    (
        "Chile accused Peru of stalling and demanded that it open the port.",
        ["accuse chile>peru", "demand chile>peru"],
    ),
    ("Chile and Bolivia accused Peru of stalling.", ["accuse chile>peru", "accuse bolivia>peru"]),
    ("Chile criticised but did not reject Peru's plan.", ["criticise chile>peru"]),
    ('"Peru will answer for this," warned Chile.', ["threaten|warn chile>peru"]),
    (
        "The dockers' union urged the council to press Harbour Rail to pay.",
        ["demand dockers>council"],
    ),
    ("Peru asked Chile to persuade Bolivia to open the pass.", ["demand peru>chile"]),
    ("Peru denied that Chile had threatened it.", ["deny peru>*"]),
    ("Peru signed a truce with Chile.", ["agree peru>chile"]),
    (
        "The dockers' union gave Harbour Rail seven days to answer.",
        ["demand|threaten dockers>harbour_rail"],
    ),
    (
        "The dockers' union insisted that Harbour Rail never reopen the yard.",
        ["demand dockers>harbour_rail"],
    ),
    ("Malta welcomed the ruling.", ["praise malta>*"]),
    ("Malta declined to attend the talks.", ["refuse malta>*"]),
    ("Malta refused to open the port.", ["refuse malta>*"]),
    ("Malta turned down Cyprus's offer.", ["reject malta>cyprus"]),
    ("Malta criticised Cyprus for closing the port.", ["criticise malta>cyprus"]),
    ("Malta claimed that Cyprus had closed the port.", ["accuse|claim malta>cyprus"]),
    ("Malta warned Cyprus that the port would silt up.", ["warn malta>cyprus"]),
    ("Malta threatened Cyprus with a boycott.", ["threaten malta>cyprus"]),
    ("Malta threatened to boycott Cyprus.", ["threaten malta>cyprus"]),
    ("Malta promised Cyprus a new port.", ["promise malta>cyprus"]),
    ("Malta offered Cyprus a new port.", ["offer malta>cyprus"]),
    (
        '"You cut our nets," fishermen\'s leader Bo Lund told Harbour Rail.',
        ["accuse lund>harbour_rail"],
    ),
    (
        '"They threaten to close the valve," said Lena Holt of the dockers\' union.',
        ["accuse|claim|criticise|say holt>*"],
    ),
    (
        '"Chile is threatening us with a blockade," said Peru\'s foreign minister.',
        ["accuse|claim peru>chile"],
    ),
    (
        "Harbour Rail said the dockers' union wanted war.",
        ["accuse|criticise harbour_rail>dockers"],
    ),
    ("Chile said Peru had threatened to cut off the water.", ["accuse|claim chile>peru"]),
    ("Peru's answer, a demand for talks in Lima, came late.", ["demand peru>*"]),
    ("It was Malta, not Cyprus, that rejected the plan.", ["reject malta>*"]),
    ("The mayor thanked Harbour Rail for its offer.", ["praise *>harbour_rail"]),
    ("Parliament voted down the budget.", ["reject parliament>*"]),
    (
        "Rejecting a plan by Chile, Peru called for new talks.",
        ["reject peru>chile", "demand|offer peru>*"],
    ),
    ("Chile, rejecting a plan by Peru, called for new talks.", ["reject chile>peru"]),
    ("The strike that the dockers' union had threatened began on Monday.", ["threaten dockers>*"]),
    (
        "Harbour Rail blames the dockers' union, and the dockers' union blames Harbour Rail.",
        ["accuse harbour_rail>dockers", "accuse dockers>harbour_rail"],
    ),
    ("What Chile demands is that Peru pay.", ["demand chile>peru"]),
    (
        "Demands by the dockers' union for a new rota were met by Harbour Rail.",
        ["demand dockers>*"],
    ),
    ("Nothing will be signed until Chile withdraws, said Peru.", ["demand|refuse peru>chile"]),
    ("Chile denied having threatened Peru.", ["deny chile>*"]),
    (
        '"Peru wants our water for nothing," said Chile\'s foreign minister.',
        ["accuse|criticise|claim chile>peru"],
    ),
    ("Malta reiterated its call for a ceasefire.", ["demand malta>*"]),
    ("Malta stressed the need for restraint.", ["demand malta>*"]),
    ("Malta renewed its appeal to Cyprus to open the port.", ["demand malta>*"]),
    ("Malta called the plan a disgrace.", ["criticise malta>*"]),
    ("Malta branded the levy shameful.", ["criticise malta>*"]),
    ("The deal was signed by Malta and ratified by Cyprus.", ["agree malta>*", "agree cyprus>*"]),
    ("Cyprus, threatened by Malta with a boycott, closed the port.", ["threaten malta>cyprus"]),
    ("Malta cancelled a meeting with Cyprus.", ["refuse malta>cyprus"]),
    ("Malta postponed its talks with Cyprus.", ["refuse malta>cyprus"]),
    ("Malta asked Cyprus for more time.", ["demand malta>cyprus"]),
    ("Malta's complaint about Cyprus was heard on Monday.", ["accuse malta>cyprus"]),
]

DONE = [
    ("Under pressure from Chile, Peru opened the port.", ["demand|coerce chile>peru"]),
    (
        "Chile met Peru in Lima, rejected its plan and threatened to leave.",
        ["meet chile>peru", "reject chile>peru", "threaten chile>*"],
    ),
    ("Gone is the blockade that Chile imposed on Peru in May.", ["coerce|sanction chile>peru"]),
    (
        "The dockers' union called off its strike against Harbour Rail.",
        ["retreat|concede dockers>*"],
    ),
    ("Chile cancelled a visit by the Peruvian minister.", ["refuse|sanction chile>*"]),
    ("Dockers began a strike at Port Elm on Monday.", ["protest dockers>*"]),
    ("Herders blocked the road to the mine.", ["protest|coerce herders>*"]),
    ("Islanders seized the ferry and held its crew.", ["coerce islanders>*"]),
    ("Some 200 islanders blocked the quay.", ["protest|coerce islanders>*"]),
    ("Chile expelled two Peruvian diplomats.", ["sanction|coerce chile>peru"]),
    ("Two Peruvian diplomats were expelled by Chile.", ["sanction|coerce chile>peru"]),
    (
        "The council suspended the licence of Harbour Rail.",
        ["coerce|sanction council>harbour_rail"],
    ),
    (
        "The licence of Harbour Rail was suspended by the council.",
        ["coerce|sanction council>harbour_rail"],
    ),
    ("The High Court fined Harbour Rail 40,000 dollars.", ["coerce|sanction court>harbour_rail"]),
    (
        "Harbour Rail was fined 40,000 dollars by the High Court.",
        ["coerce|sanction court>harbour_rail"],
    ),
    (
        "The High Court ordered Harbour Rail to pay the drivers.",
        ["demand|coerce court>harbour_rail"],
    ),
    (
        "The dockers' union sued Harbour Rail over the rotas.",
        ["coerce|demand dockers>harbour_rail"],
    ),
    (
        "The dockers' union took Harbour Rail to court over the rotas.",
        ["coerce|demand dockers>harbour_rail"],
    ),
    ("The rebels released eleven detained farmers on Monday.", ["retreat|concede rebels>*"]),
    ("Peru and Chile signed an accord on the river.", ["agree|support peru>chile"]),
    ("Harbour Rail locked out its crews on Monday.", ["coerce harbour_rail>*"]),
    ("Malta backs Cyprus in the dispute.", ["support malta>cyprus"]),
    ("Malta supports Cyprus's demand for a hearing.", ["support malta>cyprus"]),
    ("Malta admitted that its ship had strayed.", ["concede malta>*"]),
    ("Malta apologised to Cyprus for the collision.", ["concede malta>cyprus"]),
    (
        "The plan was rejected by Malta and welcomed by Cyprus.",
        ["reject malta>*", "praise|support cyprus>*"],
    ),
    (
        "Malta, angered by a boycott that Cyprus had announced, recalled its ambassador.",
        ["sanction|coerce malta>*"],
    ),
    ("Chile's navy rammed a Peruvian trawler off Arica.", ["use_force|assault|coerce chile>peru"]),
    (
        "A Peruvian trawler was rammed by the Chilean navy off Arica.",
        ["use_force|assault|coerce chile>peru"],
    ),
    ("Armed men stormed the pumping station, beating two guards.", ["use_force|assault men>*"]),
    ("Nurses walked out on Monday at Elm Hospital.", ["protest nurses>*"]),
    ("Sluice keepers on the Maltese canal stopped work.", ["protest keepers>*"]),
    ("Malta conceded that its ship had been late.", ["concede malta>*"]),
    ("Malta lifted the blockade of the port.", ["retreat|concede malta>*"]),
    ("Malta suspended exports to Cyprus.", ["sanction malta>*"]),
    ("Malta put a levy of 30 per cent on Cypriot wine.", ["sanction malta>cyprus"]),
    ("Herders cut the road to the mine.", ["coerce herders>*"]),
    ("Parents occupied the school's office.", ["coerce|protest parents>*"]),
    ("Malta granted the demands of Cyprus.", ["concede malta>cyprus"]),
    ("Malta's withdrawal from the talks surprised Cyprus.", ["retreat malta>*"]),
]

# And acts that must not be.
NEVER = [
    ("Peru hopes that Chile will reject the plan.", ["reject chile>*"]),
    ("Peru would reject any plan by Chile, a diplomat said.", ["reject peru>chile"]),
    ("Has Peru accepted Chile's plan?", ["agree peru>*"]),
    ("If Peru rejects the plan, Chile will close the port.", ["reject peru>*"]),
    ("Had Peru accepted the plan, Chile would have opened the port.", ["agree peru>*"]),
    ("Peru has never rejected the plan.", ["reject peru>*"]),
    ("Peru has yet to accept Chile's offer.", ["agree peru>*"]),
    ("Peru stopped short of rejecting Chile's offer.", ["reject peru>*"]),
    ("Talks between Peru and Chile ended without agreement.", ["agree *>*"]),
    ("The dockers' union did not reject the plan.", ["reject dockers>*"]),
    ("No union has accepted the plan of Harbour Rail.", ["agree *>*"]),
    ("Malta is expected to reject the plan.", ["reject malta>*"]),
    ("Malta may reject the plan.", ["reject malta>*"]),
    ("Malta might accuse Cyprus of stalling.", ["accuse malta>cyprus"]),
    ("Chile asked whether Peru had rejected the plan.", ["reject peru>*"]),
    ("Chile feared that Peru would reject the plan.", ["reject peru>*"]),
    ("The two governments failed to agree on the dam.", ["agree *>*"]),
    (
        "Chile said the talks with Peru had ended without a result.",
        ["reject chile>*", "refuse chile>*", "agree chile>*"],
    ),
    (
        '"If Peru had signed, we would have opened the port," said Chile\'s foreign minister.',
        ["promise chile>*", "threaten chile>*", "offer chile>*", "agree chile>*"],
    ),
    (
        '"Peru insists on a share of the river," said Chile\'s foreign minister.',
        ["demand chile>*", "refuse chile>*"],
    ),
    ("Chile's foreign minister said Peru had rejected three proposals.", ["reject chile>*"]),
    (
        "Chile's foreign minister said Peru had threatened to leave the talks.",
        ["threaten chile>*"],
    ),
    ("Malta no longer demands a new treaty.", ["demand malta>*"]),
    ("Chile criticised but did not reject Peru's plan.", ["reject chile>*"]),
    (
        "The dockers' union urged the council to press Harbour Rail to pay.",
        ["demand council>*", "demand dockers>harbour_rail"],
    ),
    (
        "Peru asked Chile to persuade Bolivia to open the pass.",
        ["demand chile>bolivia", "demand peru>bolivia"],
    ),
    ("Peru denied that Chile had threatened it.", ["threaten chile>peru"]),
    (
        '"They threaten to close the valve," said Lena Holt of the dockers\' union.',
        ["threaten holt>*"],
    ),
    (
        '"Chile is threatening us with a blockade," said Peru\'s foreign minister.',
        ["threaten peru>*"],
    ),
    (
        "Harbour Rail said the dockers' union wanted war.",
        ["demand harbour_rail>*", "threaten harbour_rail>*"],
    ),
    ("Chile said Peru had threatened to cut off the water.", ["threaten chile>*"]),
    ("It was Malta, not Cyprus, that rejected the plan.", ["reject cyprus>*"]),
    ("Nothing will be signed until Chile withdraws, said Peru.", ["agree peru>*"]),
    ("Chile denied having threatened Peru.", ["threaten chile>peru"]),
    ('"Peru wants our water for nothing," said Chile\'s foreign minister.', ["demand chile>*"]),
    ("Malta cancelled a meeting with Cyprus.", ["meet malta>*"]),
    ("The dockers' union called off its strike against Harbour Rail.", ["protest dockers>*"]),
    ("Chile cancelled a visit by the Peruvian minister.", ["meet *>*"]),
    ("The rebels released eleven detained farmers on Monday.", ["coerce rebels>*"]),
    ("Sluice keepers on the Maltese canal stopped work.", ["protest malta>*"]),
]


def acts_of(body: str) -> tuple[Act, ...]:
    return story(f"{body}\n\n{WEATHER}", "en").acts


def fits(act: Act, wanted: str) -> bool:
    """Whether an act is one that is spelled "kind|kind actor>target"."""
    kinds, roles = wanted.split(" ")
    actor, target = roles.split(">")
    by = actor == "*" or actor in act.actor or actor in (act.by or "")
    return (
        (kinds == "*" or act.kind in kinds.split("|"))
        and by
        and (target == "*" or target in (act.target or ""))
    )


@pytest.mark.parametrize(("body", "wanted"), [*SAID, *DONE])
def test_each_act_has_its_kind_its_actor_and_its_target(body: str, wanted: list[str]) -> None:
    acts = acts_of(body)
    assert [spec for spec in wanted if not any(fits(act, spec) for act in acts)] == []


@pytest.mark.parametrize(("body", "forbidden"), NEVER)
def test_nobody_does_what_is_not_told_of_him(body: str, forbidden: list[str]) -> None:
    acts = acts_of(body)
    assert [spec for spec in forbidden if any(fits(act, spec) for act in acts)] == []
