"""Words that people use for one another when they look something up in a briefing on talks, whatever these are about.

Each line is a group. They are found for each other and rank below the word itself; what is a synonym in one briefing alone is an `aliases`
of a record there.
"""

from __future__ import annotations

GROUPS: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split())
    for line in """
accept agree endorse approve
accession membership join
address speech
agreement accord deal treaty pact
aid assistance support help
aim goal target objective
allow permit
annual annually yearly year
answer reply response respond
approve ratify vote
area region zone district
arms weapons weaponry armament
army forces military troops armed soldiers
arrive reach
assets funds money reserves
assurance guarantee pledge commitment promise
attack invade invasion aggression strike
authored drafted wrote written author
back return restore
ban bar prohibit forbid outlaw
begin start launch open
binding bind obligatory legally
border frontier boundary
breach violation violate break infringe
build construct
buy purchase procure procurement acquire
cap limit ceiling restrict restriction maximum
captive prisoner detainee pow
capture seize seizure take taken conquer occupy occupied
cede surrender yield relinquish give
chair head lead preside
change alter amend
channel route
claim demand
claim assert say
clause provision article
combat fight fighting hostilities
comment remark statement
condition term requirement prerequisite
conference briefing
consensus unanimity
constitution constitutional
consider consideration considered
control hold govern rule
conversation call talk
country state nation
curb reduce cut trim pare lower
damage harm
day date
deadline due answer
decide decision determine
defend defence protect protection
deliver supply provide send
demand condition ultimatum
demilitarised buffer neutral
deny refuse reject refusal rejection decline rule
deployment station stationed deploy base based place placed
dialogue talks negotiation negotiate discussion discuss
differ disagree divide difference
diplomatic diplomacy
direct directed go spend spent
dispute disagreement conflict
document text paper draft
dollar dollars usd
drop abandon abandoned renounce give
electricity power energy
end finish stop halt cease
enlargement expansion expand enlarge growth
envoy emissary adviser aide negotiator representative
escort convoy
euro euros eur
exchange swap trade swapping
expect expectation foresee
fair just
finance fund financing money
flee leave
force power strength
foreign abroad external
found established create
freeze frozen immobilise immobilised block blocked
full whole complete entire total all
gap shortfall missing lacking deficit lack shortage
genuine genuinely real really indeed sincere
ground soil
growth expansion
hand pass deliver transmit submit
hinder impede obstruct hindrance
hour hours
idea proposal suggestion
incursion invasion
involve include
island isle
join accede enter
kremlin moscow
land territory territorial territories
language tongue
law legal legislation
leader president premier chief
leave withdraw withdrawal pullout retreat
lift remove ease relax relief
limit restrict
line border
lose forfeit
map chart
market trade
measure step
meet met meeting
meeting summit talks conference round gathering session
member membership
minister ministry
monitor monitoring verify verification supervise supervision observe
neutral neutrality nonaligned
nuclear atomic
obstacle sticking impasse deadlock stumbling stick
offer propose proposal
overtly openly
own separate
parliament legislature assembly duma rada
part portion share
partner ally allies
pay payment paid compensate compensation reparations
peace settlement
peacekeeper peacekeepers peacekeeping
people population nation
percent percentage
personnel troops soldiers men
plan proposal blueprint scheme
plant station facility reactor
point item provision
policy course
possess have
press media
prevent avert
previous earlier former
program scheme initiative
prohibit ban
prosper prosperity
two 2
three 3
four 4
five 5
six 6
seven 7
eight 8
nine 9
ten 10
twelve 12
twenty 20
immediate immediately straight instantly prompt
split share half halve divide
quit resign resignation resigned step
reconstruction rebuild rebuilding recovery redevelopment
recover regain retake win back
recognise recognition acknowledge
referendum plebiscite vote
refine rework revise update finalise
regime rule
reintegration return readmission readmit
reject refuse
relations ties
removed dropped deleted excluded cut out
report reported tell told
restart resume recur again
revisit reopen reconsider closed
return repatriate repatriation
say said state told
scope extent reach range
sea maritime naval
security safety
seek want look looking hope
sell sale
separate distinct
settle resolve solve
ship vessel boat
sign signature
size number strength
speaker spokesman
strong strongest robust
submit yield bow
suggest suggested propose proposed
suspend pause
takeover seizure
talks negotiations
tariff duty
tomorrow tonight
troops forces
truce ceasefire armistice
unable cannot incapable
understanding arrangement
unresolved open unsettled outstanding undecided
use usage
veto block
void lapse invalid expire
vote ballot election elections poll
wait delay
war conflict fighting hostilities
willing ready prepared
work function operate
write wrote written enshrine
""".strip().splitlines()
)
