# Where a prompt names no model, each content runs on the default of its own commit: another default is another model.
-- mock.yaml
rules:
  - {when: {model: bad}, reply: "nothing"}
  - {reply: "{{last}}"}
$ mock mock.yaml
-- w/promptctl.yaml
format: 1
defaults: {target: local/good}
providers:
  local: {type: openai, base_url: "${MOCK_URL}"}
environments: {production: }
-- w/prompts/city.prompt
---
input: {schema: {q: string}}
---
{{q}}
-- w/golden/city/suite.yaml
prompt: city
cases: cases.jsonl
assert: [{type: contains, value: "{{expected}}"}]
-- w/golden/city/cases.jsonl
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
$ git init -q -b main w
$ git -C w add -A
$ git -C w commit -qm first
$ promptctl -C w register city
registered city@1 (sha256:64d6b042be7b)
[exit 0]
$ promptctl -C w eval -q -o good.json
ACCEPTED  city on city: 10 cases passed

  cases      10: 10 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 72.2% to 100.0%
  score      1.000, 95% interval 0.733 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     20 in, 20 out
  cost       unknown: no price or no usage for local/good
  model      local/good
  run        20260102-030405-89025cc1
  signature  dataset:0fa9021d cases:10 repeats:1 reducer:pass^k prompt:64d6b042
             suite:536562fb promptctl:0.1.0 commit:2b193a78
[exit 0]
$ promptctl -C w promote city@1 --to production
city@1 is live in production (the first there)
[exit 0]
# The default is another model now, which gets everything wrong.
-- w/promptctl.yaml
format: 1
defaults: {target: local/bad}
providers:
  local: {type: openai, base_url: "${MOCK_URL}"}
environments: {production: {gate: {rules: [{metric: pass_rate, not_worse_by: 30%}], min_cases: 10}}}
$ git -C w commit -qam "another default"
$ clock 2026-01-05T09:00:00Z
$ promptctl -C w gate --changed-since HEAD~1 --env production --eval --format github
[stderr]
error[no-gate]: production has no gate
  hint: write `gate` under the environment in promptctl.yaml, and merge it
[exit 2]
-- w/prompts/city.prompt
---
input: {schema: {q: string}}
---
Please {{q}}
$ git -C w commit -qam "and another text"
$ promptctl -C w register city
registered city@2 (sha256:461815e85a97)
[exit 0]
$ clock 2026-01-06T09:00:00Z
$ promptctl -C w gate city@2 --env production --eval --no-cache --format github
::error file=prompts/city.prompt,title=rejected%3A pass_rate not worse by 30%25::city with local/bad: -100.0 points (-100.0 to -44.5)
::warning file=prompts/city.prompt,title=drift%3A city with local/bad::not the prompt alone changed, but also the model (local/good → local/bad)
::warning file=prompts/city.prompt,title=lost%3A c01::city with local/bad: score 1.000 → 0.000; contains: the reply does not hold "1": "nothing"
::warning file=prompts/city.prompt,title=lost%3A c02::city with local/bad: score 1.000 → 0.000; contains: the reply does not hold "2": "nothing"
::warning file=prompts/city.prompt,title=lost%3A c03::city with local/bad: score 1.000 → 0.000; contains: the reply does not hold "3": "nothing"
::warning file=prompts/city.prompt,title=lost%3A c04::city with local/bad: score 1.000 → 0.000; contains: the reply does not hold "4": "nothing"
::warning file=prompts/city.prompt,title=lost%3A c05::city with local/bad: score 1.000 → 0.000; contains: the reply does not hold "5": "nothing"
::warning file=prompts/city.prompt,title=lost%3A c06::city with local/bad: score 1.000 → 0.000
::warning file=prompts/city.prompt,title=lost%3A c07::city with local/bad: score 1.000 → 0.000
::warning file=prompts/city.prompt,title=lost%3A c08::city with local/bad: score 1.000 → 0.000
::warning title=and more::2 more of this kind; the other formats have them all
[exit 1]
# A suite that names its models asks them for both contents.
-- w/golden/city/suite.yaml
prompt: city
targets: [local/good]
cases: cases.jsonl
assert: [{type: contains, value: "{{expected}}"}]
$ git -C w commit -qam "a model of the suite"
$ clock 2026-01-07T09:00:00Z
$ promptctl -C w gate --changed-since HEAD~1 --env production --eval --no-cache --format github
::warning file=prompts/city.prompt,title=note::city was changed too: both contents are judged by its new state
::warning file=prompts/city.prompt,title=note::city asks local/good instead of each content's own model, for both contents
::notice file=prompts/city.prompt,title=accepted%3A city::by the gate of production
[exit 0]
# What was decided is decided the same again.
$ promptctl -C w verify
ACCEPTED  3 events replayed, every view follows from them

  tip  31fe918d5db170698317127decca55aa3ae38d75
[exit 0]
