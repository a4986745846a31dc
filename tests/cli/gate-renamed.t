# A prompt under another name is compared with what it was.
-- mock.yaml
rules:
  - {when: {regex: "GOOD q(..)"}, reply: "yes{{match.[1]}}"}
  - {when: {regex: "BAD q0."}, reply: "no"}
  - {when: {regex: "BAD q(..)"}, reply: "yes{{match.[1]}}"}
$ mock mock.yaml
-- w/promptctl.yaml
format: 1
defaults: {target: local/m}
providers:
  local: {type: openai, base_url: "${MOCK_URL}", retries: 0}
environments: {production: }
-- w/prompts/city.prompt
---
input: {schema: {q: string}}
---
Answer in one word, and say nothing else.
GOOD {{q}}
-- w/prompts/old.prompt
Nobody judges this.
-- w/golden/city/suite.yaml
prompt: city
cases: cases.jsonl
assert: [{type: contains, value: "{{expected}}"}]
-- w/golden/city/cases.jsonl
{"id": "c00", "vars": {"q": "q00"}, "expected": "yes00"}
{"id": "c01", "vars": {"q": "q01"}, "expected": "yes01"}
{"id": "c02", "vars": {"q": "q02"}, "expected": "yes02"}
{"id": "c03", "vars": {"q": "q03"}, "expected": "yes03"}
{"id": "c04", "vars": {"q": "q04"}, "expected": "yes04"}
{"id": "c05", "vars": {"q": "q05"}, "expected": "yes05"}
{"id": "c06", "vars": {"q": "q06"}, "expected": "yes06"}
{"id": "c07", "vars": {"q": "q07"}, "expected": "yes07"}
{"id": "c08", "vars": {"q": "q08"}, "expected": "yes08"}
{"id": "c09", "vars": {"q": "q09"}, "expected": "yes09"}
{"id": "c10", "vars": {"q": "q10"}, "expected": "yes10"}
{"id": "c11", "vars": {"q": "q11"}, "expected": "yes11"}
{"id": "c12", "vars": {"q": "q12"}, "expected": "yes12"}
{"id": "c13", "vars": {"q": "q13"}, "expected": "yes13"}
{"id": "c14", "vars": {"q": "q14"}, "expected": "yes14"}
{"id": "c15", "vars": {"q": "q15"}, "expected": "yes15"}
{"id": "c16", "vars": {"q": "q16"}, "expected": "yes16"}
{"id": "c17", "vars": {"q": "q17"}, "expected": "yes17"}
{"id": "c18", "vars": {"q": "q18"}, "expected": "yes18"}
{"id": "c19", "vars": {"q": "q19"}, "expected": "yes19"}
$ git init -q -b main w
$ git -C w add -A
$ git -C w commit -qm base
$ git -C w checkout -q -b suite-goes-along
$ git -C w mv prompts/city.prompt prompts/town.prompt
-- w/prompts/town.prompt
---
input: {schema: {q: string}}
---
BAD {{q}}
-- w/golden/city/suite.yaml
prompt: town
cases: cases.jsonl
assert: [{type: contains, value: "{{expected}}"}]
$ git -C w commit -qam "renamed, and worse"
$ promptctl -C w gate --changed-since main --eval --format github
::error file=prompts/town.prompt,title=rejected%3A pass_rate not worse by 5%25::city with local/m: -50.0 points (-70.1 to -25.8)
::warning file=prompts/town.prompt,title=inconclusive%3A by the base's suite::city with local/m: rejected; pass_rate not worse by 5%25: -50.0 points (-70.1 to -25.8)
::warning file=prompts/town.prompt,title=note::town was city, and is compared with that
::warning file=prompts/town.prompt,title=note::city was changed too: both contents are judged by its new state
::warning file=prompts/town.prompt,title=lost%3A c00::city with local/m: score 1.000 → 0.000; contains: the reply does not hold "yes00": "no"
::warning file=prompts/town.prompt,title=lost%3A c01::city with local/m: score 1.000 → 0.000; contains: the reply does not hold "yes01": "no"
::warning file=prompts/town.prompt,title=lost%3A c02::city with local/m: score 1.000 → 0.000; contains: the reply does not hold "yes02": "no"
::warning file=prompts/town.prompt,title=lost%3A c03::city with local/m: score 1.000 → 0.000; contains: the reply does not hold "yes03": "no"
::warning file=prompts/town.prompt,title=lost%3A c04::city with local/m: score 1.000 → 0.000; contains: the reply does not hold "yes04": "no"
::warning file=prompts/town.prompt,title=lost%3A c05::city with local/m: score 1.000 → 0.000
::warning title=and more::4 more of this kind; the other formats have them all
[exit 1]
$ clock 2026-01-03T03:04:05Z
# The suite has another name as well: git tells what the prompt was, also before it is committed.
$ git -C w checkout -q main
$ git -C w checkout -q -b all-renamed
$ git -C w mv prompts/city.prompt prompts/town.prompt
$ git -C w mv golden/city golden/town
-- w/prompts/town.prompt
---
input: {schema: {q: string}}
---
Answer in one word, and say nothing else.
BAD {{q}}
-- w/golden/town/suite.yaml
prompt: town
cases: cases.jsonl
assert: [{type: contains, value: "{{expected}}"}]
$ promptctl -C w gate --changed-since main --eval --format github
::error file=prompts/town.prompt,title=rejected%3A pass_rate not worse by 5%25::town with local/m: -50.0 points (-70.1 to -25.8)
::warning file=prompts/town.prompt,title=inconclusive%3A by the base's suite::city with local/m: rejected; pass_rate not worse by 5%25: -50.0 points (-70.1 to -25.8)
::warning file=prompts/town.prompt,title=note::town was city, and is compared with that
::warning file=prompts/town.prompt,title=note::the suite city judges town no longer
::warning file=prompts/town.prompt,title=lost%3A c00::town with local/m: score 1.000 → 0.000; contains: the reply does not hold "yes00": "no"
::warning file=prompts/town.prompt,title=lost%3A c01::town with local/m: score 1.000 → 0.000; contains: the reply does not hold "yes01": "no"
::warning file=prompts/town.prompt,title=lost%3A c02::town with local/m: score 1.000 → 0.000; contains: the reply does not hold "yes02": "no"
::warning file=prompts/town.prompt,title=lost%3A c03::town with local/m: score 1.000 → 0.000; contains: the reply does not hold "yes03": "no"
::warning file=prompts/town.prompt,title=lost%3A c04::town with local/m: score 1.000 → 0.000; contains: the reply does not hold "yes04": "no"
::warning file=prompts/town.prompt,title=lost%3A c05::town with local/m: score 1.000 → 0.000
::warning title=and more::4 more of this kind; the other formats have them all
[exit 1]
$ git -C w add -A
$ git -C w commit -qm "all renamed, and worse"
$ promptctl -C w gate --changed-since main --eval --format github
::error file=prompts/town.prompt,title=rejected%3A pass_rate not worse by 5%25::town with local/m: -50.0 points (-70.1 to -25.8)
::warning file=prompts/town.prompt,title=inconclusive%3A by the base's suite::city with local/m: rejected; pass_rate not worse by 5%25: -50.0 points (-70.1 to -25.8)
::warning file=prompts/town.prompt,title=note::town was city, and is compared with that
::warning file=prompts/town.prompt,title=note::the suite city judges town no longer
::warning file=prompts/town.prompt,title=lost%3A c00::town with local/m: score 1.000 → 0.000; contains: the reply does not hold "yes00": "no"
::warning file=prompts/town.prompt,title=lost%3A c01::town with local/m: score 1.000 → 0.000; contains: the reply does not hold "yes01": "no"
::warning file=prompts/town.prompt,title=lost%3A c02::town with local/m: score 1.000 → 0.000; contains: the reply does not hold "yes02": "no"
::warning file=prompts/town.prompt,title=lost%3A c03::town with local/m: score 1.000 → 0.000; contains: the reply does not hold "yes03": "no"
::warning file=prompts/town.prompt,title=lost%3A c04::town with local/m: score 1.000 → 0.000; contains: the reply does not hold "yes04": "no"
::warning file=prompts/town.prompt,title=lost%3A c05::town with local/m: score 1.000 → 0.000
::warning title=and more::4 more of this kind; the other formats have them all
[exit 1]
# Nothing tells what a prompt was that was written anew, while another one is gone.
$ clock 2026-01-04T03:04:05Z
-- w/prompts/town.prompt
---
description: What is the capital?
input:
  schema:
    q: string, the name of a country
---
{{role "system"}}
You know every capital of the world. Be as short as you can.
{{role "user"}}
BAD {{q}}
$ git -C w commit -qam "nothing is as it was"
$ promptctl -C w gate --changed-since main --eval --format github
::warning title=inconclusive%3A city::no suite judges it by the gate of promptctl's own policy
::warning title=note::city is gone, and town is new: nobody can tell whether it is the same; take city away in a change of its own
::notice file=prompts/town.prompt,title=accepted%3A town::by the gate of promptctl's own policy
[exit 3]
# A prompt may go, unless it is live.
$ git -C w checkout -q main
$ promptctl -C w register old
registered old@1 (sha256:ab7a5a4644b9)
[exit 0]
$ git -C w checkout -q -b removed
$ git -C w rm -q prompts/old.prompt
$ git -C w commit -qm "nobody needs it"
$ promptctl -C w gate --changed-since main
old@git:e6f4f9d61bfd → old
  note: old is gone: nothing is compared with it
[exit 0]
$ promptctl -C w promote old@1 --to production
old@1 is live in production (the first there)
[exit 0]
$ promptctl -C w gate --changed-since main
REJECTED  old by the gate of promptctl's own policy, against
          old@git:e6f4f9d61bfd
  note: old is gone, and live in production: its file must stay
[exit 1]
$ promptctl -C w gate --changed-since main --format github
::warning title=note::old is gone, and live in production: its file must stay
[exit 1]
$ promptctl -C w gate --changed-since main --format markdown
### ❌ rejected: <code>old</code> by the gate of <code>promptctl's own policy</code>, against <code>old&#64;git:e6f4f9d61bfd</code>

- old is gone, and live in production: its file must stay
[exit 1]
# What was decided is decided the same again.
$ promptctl -C w verify
ACCEPTED  2 events replayed, every view follows from them

  tip  64b545fa7316654335334507e8c5d80267d9f528
[exit 0]
