# A prompt that names another model is compared with what it was: each content runs on the model that it names.
-- promptctl.yaml
format: 1
providers:
  old: {type: openai, base_url: "${MOCK_URL}"}
  new: {type: openai, base_url: "${MOCK_URL}"}
prices:                               # USD for a million tokens
  old/retired: {input: 0.15, output: 0.60}
  new/current: {input: 0.20, output: 0.80}
-- prompts/city.prompt
---
model: old/retired
input: {schema: {q: string}}
---
{{q}}
-- golden/city/suite.yaml
prompt: city
cases: cases.jsonl
assert: [{type: contains, value: "{{expected}}"}]
-- golden/city/cases.jsonl
{"id": "c01", "vars": {"q": "say 1"}, "expected": "1"}
{"id": "c02", "vars": {"q": "say 2"}, "expected": "2"}
{"id": "c03", "vars": {"q": "say 3"}, "expected": "3"}
{"id": "c04", "vars": {"q": "say 4"}, "expected": "4"}
{"id": "c05", "vars": {"q": "say 5"}, "expected": "5"}
{"id": "c06", "vars": {"q": "say 6"}, "expected": "6"}
{"id": "c07", "vars": {"q": "say 7"}, "expected": "7"}
{"id": "c08", "vars": {"q": "say 8"}, "expected": "8"}
{"id": "c09", "vars": {"q": "say 9"}, "expected": "9"}
{"id": "c10", "vars": {"q": "say 10"}, "expected": "10"}
{"id": "c11", "vars": {"q": "say 11"}, "expected": "11"}
{"id": "c12", "vars": {"q": "say 12"}, "expected": "12"}
{"id": "c13", "vars": {"q": "say 13"}, "expected": "13"}
{"id": "c14", "vars": {"q": "say 14"}, "expected": "14"}
{"id": "c15", "vars": {"q": "say 15"}, "expected": "15"}
{"id": "c16", "vars": {"q": "say 16"}, "expected": "16"}
{"id": "c17", "vars": {"q": "say 17"}, "expected": "17"}
{"id": "c18", "vars": {"q": "say 18"}, "expected": "18"}
{"id": "c19", "vars": {"q": "say 19"}, "expected": "19"}
{"id": "c20", "vars": {"q": "say 20"}, "expected": "20"}
{"id": "c21", "vars": {"q": "say 21"}, "expected": "21"}
{"id": "c22", "vars": {"q": "say 22"}, "expected": "22"}
{"id": "c23", "vars": {"q": "say 23"}, "expected": "23"}
{"id": "c24", "vars": {"q": "say 24"}, "expected": "24"}
{"id": "c25", "vars": {"q": "say 25"}, "expected": "25"}
{"id": "c26", "vars": {"q": "say 26"}, "expected": "26"}
{"id": "c27", "vars": {"q": "say 27"}, "expected": "27"}
{"id": "c28", "vars": {"q": "say 28"}, "expected": "28"}
{"id": "c29", "vars": {"q": "say 29"}, "expected": "29"}
{"id": "c30", "vars": {"q": "say 30"}, "expected": "30"}
-- relative.yaml
rules:
  - {metric: pass_rate, not_worse_by: 20%}
  - {metric: cost_per_case, not_worse_by: 50%}
min_cases: 30
-- mock.yaml
rules: [{reply: "{{last}}", usage: {input: 10, output: 2}}]
$ mock mock.yaml
$ git init -q -b main
$ git add -A
$ git commit -qm first
$ promptctl eval -q
ACCEPTED  city on city: 30 cases passed

  cases      30: 30 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 88.6% to 100.0%
  score      1.000, 95% interval 0.905 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     300 in, 60 out
  cost       $0.0000810
  model      old/retired
  run        20260102-030405-89025cc1
  signature  dataset:fbb0b169 cases:30 repeats:1 reducer:pass^k prompt:f1cd8d2a
             suite:536562fb promptctl:0.1.0 commit:b26ad9a3
[exit 0]
-- prompts/city.prompt
---
model: new/current
input: {schema: {q: string}}
---
{{q}}
$ git commit -qam "the model is retired"
$ clock 2026-01-05T09:00:00Z
$ promptctl diff city@git:HEAD~1 city
city@git:HEAD~1 → city
  note: no run of city on city with old/retired: promptctl diff city@git:HEAD~1
        city --eval makes it
  interface  unchanged
  config     model old/retired → new/current
  text       prompt
  @@ 1,5 → 1,5 @@
     ---
   - model: [-old/retired-]
   + model: {+new/current+}
     input: {schema: {q: string}}
     ---
     {{q}}
[exit 0]
$ promptctl diff city@git:HEAD~1 city --eval
city@git:HEAD~1 → city

city with new/current: 30 cases in both runs: 0 lost, 0 worse, 30 unchanged, 0
  better, 0 gained
  DRIFT  not the prompt alone changed, but also the model (old/retired →
         new/current)

  figure      before → after  points (95% interval)  verdict     cases      p
  pass rate  100.0% → 100.0%  +0.0 (-11.4 to +11.4)  can't tell     30  1.000
  score        1.000 → 1.000  +0.0 (-11.4 to +11.4)  can't tell     30  1.000

  figure     p (Holm)  test           detectable
  pass rate     1.000  exact McNemar        13.0
  score         1.000  exact McNemar        13.0

  time and cost               before → after  ratio (95% interval)  verdict
  latency p50                      0ms → 0ms
  latency p95                      0ms → 0ms
  first token p50                  0ms → 0ms
  first token p95                  0ms → 0ms
  cost p50         $0.00000270 → $0.00000360  ×1.33 (1.33 to 1.33)  dearer
  cost p95         $0.00000270 → $0.00000360  ×1.33 (1.33 to 1.33)  dearer
  cost mean                                   ×1.33 (1.33 to 1.33)  dearer

  with 30 cases, a true difference of 13.0 points in the pass rate is seen 4
  times of 5, a smaller one less often

  signature  dataset:fbb0b169 cases:30 repeats:1 reducer:pass^k before:f1cd8d2a
             after:b456c917 suite:536562fb model:old/retired→new/current
             interval:95% bootstrap-seed:20261121 promptctl:0.1.0

  interface  unchanged
  config     model old/retired → new/current
  text       prompt
  @@ 1,5 → 1,5 @@
     ---
   - model: [-old/retired-]
   + model: {+new/current+}
     input: {schema: {q: string}}
     ---
     {{q}}
[exit 0]
$ promptctl gate city --against city@git:HEAD~1 --policy relative.yaml --format github
::warning file=prompts/city.prompt,title=drift%3A city with new/current::not the prompt alone changed, but also the model (old/retired → new/current)
::notice file=prompts/city.prompt,title=accepted%3A city::by the gate of relative.yaml
[exit 0]
# A suite that names its models runs both contents on them: a run on another model is another condition.
-- golden/city/suite.yaml
prompt: city
cases: cases.jsonl
targets: [old/retired]
assert: [{type: contains, value: "{{expected}}"}]
$ git commit -qam "the suite names a model"
$ clock 2026-01-05T10:00:00Z
$ promptctl eval city -q --no-cache
ACCEPTED  city on city: 30 cases passed

  cases      30: 30 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 88.6% to 100.0%
  score      1.000, 95% interval 0.905 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     300 in, 60 out
  cost       $0.0000810
  model      old/retired
  run        20260105-100000-89025cc1
  signature  dataset:fbb0b169 cases:30 repeats:1 reducer:pass^k prompt:b456c917
             suite:ccde22eb promptctl:0.1.0 commit:0cc0d8b9
[exit 0]
$ promptctl gate city --against city@git:HEAD~2 --policy relative.yaml --format github
::warning file=prompts/city.prompt,title=inconclusive%3A pass_rate not worse by 20%25::city with old/retired: no comparable evidence of what is live: evaluate that too
::warning file=prompts/city.prompt,title=inconclusive%3A cost_per_case not worse by 50%25::city with old/retired: no comparable evidence of what is live: evaluate that too
[exit 3]
# A run that an option sent to another model is no run of what the prompt names.
-- golden/city/suite.yaml
prompt: city
cases: cases.jsonl
assert: [{type: contains, value: "{{expected}}"}]
$ git commit -qam "the suite names none"
$ clock 2026-01-05T11:00:00Z
$ promptctl eval city -q --no-cache --target old/retired
ACCEPTED  city on city: 30 cases passed

  cases      30: 30 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 88.6% to 100.0%
  score      1.000, 95% interval 0.905 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     300 in, 60 out
  cost       $0.0000810
  model      old/retired
  run        20260105-110000-89025cc1
  signature  dataset:fbb0b169 cases:30 repeats:1 reducer:pass^k prompt:b456c917
             suite:536562fb promptctl:0.1.0 commit:b88dd8bb
[exit 0]
$ clock 2026-01-05T12:00:00Z
$ promptctl eval city@git:HEAD~3 -q --target new/current
ACCEPTED  city@git:HEAD~3 on city: 30 cases passed

  cases      30: 30 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 88.6% to 100.0%
  score      1.000, 95% interval 0.905 to 1.000
  latency    not measured (30 replayed, not counted)
  tokens     300 in, 60 out
  cost       $0.000108
  model      new/current
  run        20260105-120000-89025cc1
  signature  dataset:fbb0b169 cases:30 repeats:1 reducer:pass^k prompt:f1cd8d2a
             suite:536562fb promptctl:0.1.0 commit:b88dd8bb
[exit 0]
$ promptctl gate city --against city@git:HEAD~3 --policy relative.yaml --format github
::warning file=prompts/city.prompt,title=drift%3A city with new/current::not the prompt alone changed, but also the model (old/retired → new/current)
::notice file=prompts/city.prompt,title=accepted%3A city::by the gate of relative.yaml
[exit 0]
