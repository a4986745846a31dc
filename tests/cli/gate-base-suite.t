# A change that brings a worse prompt and loosens the suite with it is judged by the suite it started from as well.
-- promptctl.yaml
format: 1
providers:
  local: {type: openai, base_url: "${MOCK_URL}", retries: 0}
environments:
  production:
    gate: {rules: [{metric: pass_rate, at_least: 90%}]}
-- prompts/p.prompt
---
model: local/m
input: {schema: {q: string}}
---
Politely: {{q}}
-- golden/s/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: contains, value: fine}, {type: equals, value: "{{expected}}"}]
-- golden/s/cases.jsonl
{"id": "a", "vars": {"q": "one"}, "expected": "fine"}
{"id": "b", "vars": {"q": "two"}, "expected": "fine"}
-- mock.yaml
rules: [{when: {text: Politely}, reply: fine}, {reply: bad}]
$ git init -q -b main .
$ git add promptctl.yaml prompts golden
$ git commit -qm registry
$ mock mock.yaml
$ git checkout -q -b loose
-- prompts/p.prompt
---
model: local/m
input: {schema: {q: string}}
---
Rudely: {{q}}
-- golden/s/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: equals, value: "{{expected}}"}]
-- golden/s/cases.jsonl
{"id": "a", "vars": {"q": "one"}, "expected": "bad"}
{"id": "b", "vars": {"q": "two"}, "expected": "bad"}
$ git commit -qam "A looser suite"
$ promptctl gate --changed-since main --no-cache -q --format github
::warning file=prompts/p.prompt,title=inconclusive%3A by the base's suite::s with local/m: rejected; pass_rate at least 90%25: 0.0%25
::warning file=prompts/p.prompt,title=note::s was changed too: both contents are judged by its new state
::warning file=prompts/p.prompt,title=note::an assertion that is gone from s, or changed: {"type":"contains","value":"fine"}
::warning file=prompts/p.prompt,title=note::cases with another expected value in s: a, b
[exit 3]
# No more is called for it than for the suite of the change: two replies for each content.
$ promptctl runs list
RUN                      STARTED               SUITE                  PASSED  VERDICT
20260102-030405-1c9756ce 2026-01-02 03:04:05Z  s                         0/2  rejected
20260102-030405-89025cc1 2026-01-02 03:04:05Z  s                         2/2  accepted
[exit 0]
# Where cases are taken away, or ask something else, it can't tell.
$ git checkout -q -B fewer main
-- prompts/p.prompt
---
model: local/m
input: {schema: {q: string}}
---
Politely, and briefly: {{q}}
-- golden/s/cases.jsonl
{"id": "a", "vars": {"q": "another"}, "expected": "fine"}
{"id": "c", "vars": {"q": "three"}, "expected": "fine"}
$ git commit -qam "Other cases"
$ clock 2026-01-03T00:00:00Z
$ promptctl gate --changed-since main --no-cache -q --format github
::warning file=prompts/p.prompt,title=inconclusive%3A by the base's suite::s with local/m: 2 of its cases are gone or ask something else: a, b
::warning file=prompts/p.prompt,title=note::s was changed too: both contents are judged by its new state
::warning file=prompts/p.prompt,title=note::cases that are gone from s: b
[exit 3]
# A suite under another name asks the same.
$ git checkout -q -B gone main
-- prompts/p.prompt
---
model: local/m
input: {schema: {q: string}}
---
Politely, and briefly: {{q}}
$ git mv golden/s golden/t
$ git commit -qam "Another suite"
$ clock 2026-01-04T00:00:00Z
$ promptctl gate --changed-since main --no-cache -q --format github
::warning file=prompts/p.prompt,title=note::the suite s judges p no longer
::notice file=prompts/p.prompt,title=accepted%3A p::by the gate of production
[exit 0]
# A suite that asks more is no hindrance,
$ git checkout -q -B more main
-- prompts/p.prompt
---
model: local/m
input: {schema: {q: string}}
---
Politely, and briefly: {{q}}
-- golden/s/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: contains, value: fine}, {type: equals, value: "{{expected}}"}, {type: contains, value: f}]
-- golden/s/cases.jsonl
{"id": "a", "vars": {"q": "one"}, "expected": "fine"}
{"id": "c", "vars": {"q": "three"}, "expected": "fine"}
{"id": "b", "vars": {"q": "two"}, "expected": "fine"}
$ git commit -qam "A stricter suite"
$ clock 2026-01-05T00:00:00Z
$ promptctl gate --changed-since main --no-cache -q --format github
::warning file=prompts/p.prompt,title=note::s was changed too: both contents are judged by its new state
::notice file=prompts/p.prompt,title=accepted%3A p::by the gate of production
[exit 0]
# and a suite's change alone is for its reviewers: what it takes away is listed.
$ git checkout -q -B alone main
-- golden/s/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: contains, value: fine}]
-- golden/s/cases.jsonl
{"id": "a", "vars": {"q": "one"}, "expected": "fine", "threshold": 0.1}
$ git commit -qam "A looser suite"
$ clock 2026-01-06T00:00:00Z
$ promptctl gate --changed-since main --no-cache -q --format github
::warning file=prompts/p.prompt,title=note::s was changed too: both contents are judged by its new state
::warning file=prompts/p.prompt,title=note::cases that are gone from s: b
::warning file=prompts/p.prompt,title=note::an assertion that is gone from s, or changed: {"type":"equals","value":"{{expected}}"}
::warning file=prompts/p.prompt,title=note::cases with another threshold in s: a
::notice file=prompts/p.prompt,title=accepted%3A p::by the gate of production
[exit 0]
