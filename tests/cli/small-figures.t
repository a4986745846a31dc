# A provider that nobody describes is found where it is named, whether or not a suite asks it.
-- promptctl.yaml
format: 1
providers:
  local: {type: openai, base_url: "http://127.0.0.1:1/v1"}
-- prompts/one.prompt
---
model: locl/m
---
One.
-- prompts/two.prompt
---
model: local/m
---
Two.
-- golden/two/suite.yaml
prompt: two
cases: cases.jsonl
targets: [locale/m]
assert: [{type: contains, value: yes}]
-- golden/two/cases.jsonl
{"id": "a", "output": "yes"}
$ promptctl lint
golden/two/suite.yaml:3:10: error[unknown-provider]: `locale/m` names no provider of this registry
    targets: [locale/m]
             ^
  hint: did you mean `local`?
prompts/one.prompt:2:8: error[unknown-provider]: `locl/m` names no provider of this registry
    model: locl/m
           ^
  hint: did you mean `local`?
2 errors, 0 warnings
[exit 1]
$ promptctl eval --target other/m
[stderr]
error[unknown-provider]: `other/m` names no provider of this registry
  hint: describe it under `providers:` in promptctl.yaml
1 error, 0 warnings
[exit 1]
-- golden/two/suite.yaml
prompt: one
cases: cases.jsonl
assert: [{type: contains, value: yes}]
$ promptctl lint
prompts/one.prompt:2:8: error[unknown-provider]: `locl/m` names no provider of this registry
    model: locl/m
           ^
  hint: did you mean `local`?
1 error, 0 warnings
[exit 1]
$ promptctl eval
[stderr]
prompts/one.prompt:2:8: error[unknown-provider]: `locl/m` names no provider of this registry
    model: locl/m
           ^
  hint: did you mean `local`?
1 error, 0 warnings
[exit 1]
-- promptctl.yaml
format: 1
defaults: {target: nowhere/m}
$ promptctl lint
promptctl.yaml:2:20: error[unknown-provider]: `nowhere/m` names no provider of this registry
    defaults: {target: nowhere/m}
                       ^
  hint: describe it under `providers:` in promptctl.yaml
prompts/one.prompt:2:8: error[unknown-provider]: `locl/m` names no provider of this registry
    model: locl/m
           ^
  hint: describe it under `providers:` in promptctl.yaml
prompts/two.prompt:2:8: error[unknown-provider]: `local/m` names no provider of this registry
    model: local/m
           ^
  hint: describe it under `providers:` in promptctl.yaml
3 errors, 0 warnings
[exit 1]
# A partial that comes back to itself whatever the variables are is a fault; one in a block may have an end.
-- promptctl.yaml
format: 1
providers:
  local: {type: openai, base_url: "http://127.0.0.1:1/v1"}
  locl: {type: openai, base_url: "http://127.0.0.1:1/v1"}
-- prompts/_self.prompt
Again: {{> self}}
-- prompts/_a.prompt
{{#if x}}A{{> b}}{{else}}B{{> b}}{{/if}}
-- prompts/_b.prompt
{{> c}}{{> missing}}
-- prompts/_c.prompt
{{#each items}}{{> c}}{{/each}}{{> a}}
-- prompts/_tree.prompt
{{name}}{{#each items}}{{> tree}}{{/each}}
$ promptctl lint
prompts/_b.prompt:1:8: error[unknown-partial]: there is no partial `missing`
    {{> c}}{{> missing}}
           ^
prompts/_c.prompt:1:32: error[partial-cycle]: the partial `a` uses itself without an end: a → b → c → a
    {{#each items}}{{> c}}{{/each}}{{> a}}
                                   ^
  hint: take it out here, or put it into a block that ends, like `{{#if more}}`
prompts/_self.prompt:1:8: error[partial-cycle]: the partial `self` uses itself without an end: self → self
    Again: {{> self}}
           ^
  hint: take it out here, or put it into a block that ends, like `{{#if more}}`
3 errors, 0 warnings
[exit 1]
-- prompts/_self.prompt
Again.
-- prompts/_a.prompt
A.
-- prompts/_b.prompt
B.
# A form that no provider takes is not sent, and lint says so.
-- prompts/two.prompt
---
model: local/m
output: {format: json, schema: {type: array, items: {type: string}}}
---
Two.
$ promptctl lint
prompts/two.prompt:3:32: warning[schema-not-sent]: no provider takes an `output.schema` without `type: object` at its root: it is not sent
    output: {format: json, schema: {type: array, items: {type: string}}}
                                   ^
  hint: ask for this form in the body, or put it into a field of a map
0 errors, 1 warning
no errors in 2 prompts, 1 suite and 1 case
[exit 0]
# Where all cases of a tag are one group, nothing bounds what they show; names that end differently stay two.
-- prompts/two.prompt
---
model: local/m
---
Two.
-- golden/two/suite.yaml
prompt: two
cases: cases.jsonl
assert: [{type: contains, value: yes}]
-- golden/two/cases.jsonl
{"id": "a", "output": "yes", "group": "g", "tags": ["the customers of the north of the country"]}
{"id": "b", "output": "no", "group": "g", "tags": ["the customers of the north of the country"]}
{"id": "c", "output": "yes", "tags": ["the customers of the north of the county"]}
{"id": "d", "output": "yes", "tags": ["the customers of the north of the county"]}
$ promptctl eval --first 2
REJECTED  two on two: 1 case failed

  cases      2: 1 passed, 1 failed, 0 errors
  pass rate  50.0%, of one group: no interval
  score      0.500, of one group: no interval
  latency    not measured (2 replayed, not counted)
  cost       nothing was called
  model      local/m
  run        20260102-030405-89025cc1
  signature  dataset:75eefdce cases:2 repeats:1 reducer:pass^k prompt:1c813526
             suite:9574e08d promptctl:0.1.0

  FAILED  b  score 0.000
    ✗ contains: the reply does not hold "yes": "no"
    reply no
[exit 1]
$ promptctl eval
REJECTED  two on two: 1 case failed

  cases      4: 3 passed, 1 failed, 0 errors
  pass rate  75.0%, 95% interval 21.0% to 97.1%
  score      0.750, 95% interval 0.179 to 1.000
  latency    not measured (4 replayed, not counted)
  cost       nothing was called
  model      local/m
  run        20260102-030405-89025cc1
  signature  dataset:75eefdce cases:4 repeats:1 reducer:pass^k prompt:1c813526
             suite:9574e08d promptctl:0.1.0

  FAILED  b  score 0.000
    ✗ contains: the reply does not hold "yes": "no"
    reply no
[exit 1]
$ promptctl report latest..latest --about quality
20260102-030405-89025cc1 → 20260102-030405-89025cc1

two with local/m: 4 cases in both runs: 0 lost, 0 worse, 4 unchanged, 0
  better, 0 gained

  figure                             before → after  points (95% interval)
  pass rate                           75.0% → 75.0%  +0.0 (-56.1 to +56.1)
  score                               0.750 → 0.750  +0.0 (-56.1 to +56.1)
  pass rate [the c…of the country]    50.0% → 50.0%       +0.0 (one group)
  score [the custo…of the country]    0.500 → 0.500       +0.0 (one group)
  pass rate [the c… of the county]  100.0% → 100.0%  +0.0 (-65.8 to +65.8)
  score [the custo… of the county]    1.000 → 1.000  +0.0 (-65.8 to +65.8)

  figure                            verdict             cases      p  p (Holm)
  pass rate                         can't tell  4 in 3 groups  1.000     1.000
  score                             can't tell  4 in 3 groups  1.000     1.000
  pass rate [the c…of the country]  can't tell   2 in 1 group  1.000     1.000
  score [the custo…of the country]  can't tell   2 in 1 group  1.000     1.000
  pass rate [the c… of the county]  can't tell              2  1.000     1.000
  score [the custo… of the county]  can't tell              2  1.000     1.000

  figure                            test           detectable
  pass rate                         cluster t            none
  score                             cluster t            none
  pass rate [the c…of the country]  cluster t            none
  score [the custo…of the country]  cluster t            none
  pass rate [the c… of the county]  exact McNemar        none
  score [the custo… of the county]  exact McNemar        none

  with 4 cases in 3 groups, no difference in the pass rate is seen reliably
  latency: 4 calls before and 4 after were replayed or failed; there is nothing
  to compare
  cost: 4 cases before and 4 after were failed or unpriced; there is nothing to
  compare

  signature  dataset:75eefdce cases:4 repeats:1 reducer:pass^k before:1c813526
             after:1c813526 suite:9574e08d model:local/m interval:95%
             bootstrap-seed:20261121 promptctl:0.1.0

two on two with local/m
  rejected: 1 case failed; run 20260102-030405-89025cc1

Quality
  cases      4: 3 passed, 1 failed, 0 errors
  pass rate  75.0% (21.0% to 97.1%)
  score      0.750 (0.179 to 1.000)

  By tag, the worst first
  tag                               passed  pass rate
  the customers of… of the country     1/2      50.0%  ██████████
  the customers of…h of the county     2/2     100.0%  ████████████████████

  The cases that failed, with replies: promptctl runs show
  20260102-030405-89025cc1
[exit 0]
