"""Exercise files as people write them."""

SMALL = """\
id: introduktion/liten
title: Liten övning
package: Introduktion
minutes: 10
steps:
  - id: start
    title: Syfte och tid
    mode: plenary
    minutes: 3
  - id: bikupa
    title: Bikupor
    mode: groups
    minutes: 7
    groups: {size: 2-3}
"""

WHOLE = """\
id: introduktion/min-uppgift
title: Min uppgift som socialsekreterare
package: Introduktion
series: Introduktion
minutes: 35
minutes_in_source: [35, 40]
homework: nej
times: 10
source: {document: Studiehandledning, lines: 426-446}
purpose: [Få syn på hur vi ser på uppdraget]
goals: [Vi vet varför vi dokumenterar]
alternative_to: [introduktion/annan]
confidential: own-cases
preparation:
  send_ahead: [{what: Inbjudan, days_before: 7, text: Välkomna, to: participants}]
  room: [Fyra bord att sitta runt]
  bring: [{who: leader, what: Fyra papper i A3}]
needs: [slips, film]
keep: lessons
after: [Ställ tillbaka borden]
variants:
  - id: plan
    title: Planeringsavsnittet
    source: {document: Studiehandledning, lines: 500}
    minutes: 36
    steps: [{step: start, minutes: 4}]
    bring: []
steps:
  - id: start
    title: Syfte och tid
    minutes: 3
    mode: plenary
    notes:
      say: |
        Hej!
        Vi börjar.
      do: Peka på väggen
      if_quiet: Vänta
    questions: [Vad undrar ni?]
    prompts: [{name: Risk, ask: [Vad hände?]}]
    owner: Lyssnare
    wall: Lyssna
    rule: En i taget
    roles: [{name: Lyssnare, count: 2, card: Anteckna, speaks: nej}]
  - id: borden
    title: Fyra bord, fyra påståenden
    minutes: 11
    mode: tables
    tables: [{name: Bord 1, statement: Ett}, {name: Bord 2, statement: Två}]
    rounds: {minutes: 4, move: 1}
    host_stays: true
  - id: bikupa
    title: Bikupor
    minutes: 4.5
    min: 3
    mode: groups
    groups: {size: 2-3, reporter: ja, same_as: null, new: true}
  - id: varv
    title: Varvet runt
    mode: turns
    turn_minutes: "2,5"
    turns_per: group
    groups: {size: 4-6}
  - id: reflektion
    title: Egen reflektion
    minutes: 4
    mode: alone
    collect:
      - {id: tar-med, ask: Vad tar du med dig?, kind: text, per: group, table: Bord 2}
      - {id: nytta, ask: Hur användbart var det?, kind: scale, min: 0, max: 10, low: inte alls, high: mycket}
      - {id: val, ask: Vilket?, kind: choice, options: [Ett, Två], again: nej}
  - id: avslut
    title: Gemensam avslutning
    minutes: 5
    protect: true
    quiet: true
    mode: summary
    outputs: [activity, agreement]
"""
