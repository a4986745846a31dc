# A gate may ask that judges be worth their verdicts, and bounds how often they give none.
-- promptctl.yaml
format: 1
defaults: {target: own/small, judge: local/wise}
providers:
  own: {type: openai, base_url: "https://127.0.0.1:1/v1"}
  local: {type: openai, base_url: "${MOCK_URL}", retries: 0}
-- prompts/p.prompt
---
input: {schema: {q: string}}
---
{{q}}
-- prompts/judges/polite.prompt
---
promptctl.judge: criterion
input: {schema: {reply: string}}
output: {format: json, schema: {reason: string, verdict(enum): [yes, no, unclear]}}
---
{{reply}}
-- golden/p/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: judge, judge: polite, metric: politeness}]
errors: {tolerate: 50%}
-- golden/p/cases.jsonl
{"id": "a", "vars": {"q": "1"}, "output": "thanks"}
{"id": "b", "vars": {"q": "2"}, "output": "many thanks"}
{"id": "c", "vars": {"q": "3"}, "output": "thanks a lot"}
-- policy.yaml
cassette: allow
judges: calibrated
min_kappa: 0.3
rules:
  - {metric: pass_rate, at_least: 60%}
  - {metric: judge_errors, at_most: 10%}
-- mock.yaml
rules:
  - {when: {model: wise, text: thanks}, reply: '{"reason": "It thanks.", "verdict": "yes"}'}
  - {when: {model: wise}, reply: '{"reason": "No thanks.", "verdict": "no"}'}
  - {reply: "{{last}}"}
$ git init -q -b main
$ git add .
$ git commit -q -m "A prompt and its judge"
$ mock mock.yaml
$ promptctl eval --quiet --no-cache --record golden/p/cassette.jsonl --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260102-030405-89025cc1","p","a","own/small",1,passed,1,,,,,,true,"","thanks"
"20260102-030405-89025cc1","p","b","own/small",1,passed,1,,,,,,true,"","many thanks"
"20260102-030405-89025cc1","p","c","own/small",1,passed,1,,,,,,true,"","thanks a lot"
[exit 0]
$ clock 2026-01-02T03:30:00Z
$ promptctl eval --quiet --offline --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"offline-2bdd3ae6aaf4","p","a","own/small",1,passed,1,,,,,,true,"","thanks"
"offline-2bdd3ae6aaf4","p","b","own/small",1,passed,1,,,,,,true,"","many thanks"
"offline-2bdd3ae6aaf4","p","c","own/small",1,passed,1,,,,,,true,"","thanks a lot"
[exit 0]
# Nobody has said what the judge is worth: the gate can't tell.
$ promptctl gate p --against p@git:HEAD --policy policy.yaml
INCONCLUSIVE  p by the gate of policy.yaml, against p@git:HEAD

  p with own/small
    ? judge `polite` on local/wise is calibrated: no calibration of just this
      prompt on this model: promptctl judge calibrate polite
    ✓ pass_rate at least 60%: 100.0%
    ✓ judge_errors at most 10%: 0.0%
    note: run offline-2bdd3ae6aaf4 was made with files that are not
          committed: golden/p/cassette.jsonl
    note: the newest run counts; before it, this content was run once like
          this
    evidence sha256:d81f91f937b4, answered by cassette or cache, unsigned,
    attempts not provable, replies judged again; against sha256:d81f91f937b4,
    likewise

p@git:HEAD and p are identical: sha256:64d6b042be7b

p with own/small: 3 cases in both runs: 0 lost, 0 worse, 3 unchanged, 0
  better, 0 gained

  figure       before → after  points (95% interval)  verdict     cases      p
  pass rate   100.0% → 100.0%  +0.0 (-56.1 to +56.1)  can't tell      3  1.000
  score         1.000 → 1.000  +0.0 (-56.1 to +56.1)  can't tell      3  1.000
  politeness    1.000 → 1.000  +0.0 (-56.1 to +56.1)  can't tell      3  1.000

  figure      p (Holm)  test           detectable
  pass rate      1.000  exact McNemar        none
  score          1.000  exact McNemar        none
  politeness     1.000  exact McNemar        none

  with 3 cases, no difference in the pass rate is seen reliably
  latency: 3 calls before and 3 after were replayed or failed; there is nothing
  to compare
  cost: 3 cases before and 3 after were failed or unpriced; there is nothing to
  compare

  signature  dataset:9676315a cases:3 repeats:1 reducer:pass^k before:64d6b042
             after:64d6b042 suite:79838f99 model:own/small interval:95%
             bootstrap-seed:20261121 promptctl:0.1.0
[exit 3]
-- golden/judges/polite/suite.yaml
prompt: judges/polite
targets: [local/wise]
cases: cases.jsonl
assert: [{type: verdict, value: "{{expected}}"}]
-- golden/judges/polite/cases.jsonl
{"id": "a1", "vars": {"reply": "thanks 1"}, "expected": "yes"}
{"id": "a2", "vars": {"reply": "thanks 2"}, "expected": "yes"}
{"id": "a3", "vars": {"reply": "thanks 3"}, "expected": "yes"}
{"id": "a4", "vars": {"reply": "thanks 4"}, "expected": "yes"}
{"id": "a5", "vars": {"reply": "thanks 5"}, "expected": "yes"}
{"id": "a6", "vars": {"reply": "thanks 6"}, "expected": "yes"}
{"id": "b1", "vars": {"reply": "no 1"}, "expected": "no"}
{"id": "b2", "vars": {"reply": "no 2"}, "expected": "no"}
{"id": "b3", "vars": {"reply": "no 3"}, "expected": "no"}
{"id": "b4", "vars": {"reply": "no 4"}, "expected": "no"}
{"id": "b5", "vars": {"reply": "no 5"}, "expected": "no"}
{"id": "b6", "vars": {"reply": "no 6"}, "expected": "no"}
$ clock 2026-01-02T04:00:00Z
$ promptctl judge calibrate polite --min-kappa 0.3
judges/polite on judges/polite, asked of local/wise

  people say  the judge says
               yes      no  (none)
  yes            6       0       0
  no             0       6       0

  cases          12 cases
  agreement      100.0%, 95% interval 75.8% to 100.0%; a judge that always says
                 yes has 50.0%
  sensitivity    100.0%, 95% interval 61.0% to 100.0% (of what people say yes
                 to)
  specificity    100.0%, 95% interval 61.0% to 100.0% (of what people say no to)
  kappa          1.000, 95% interval 0.643 to 1.000
  alpha          1.000, 95% interval 0.643 to 1.000
  run            20260102-040000-89025cc1

CALIBRATED: the lower bound of kappa, 0.643, is at least 0.3
[exit 0]
$ promptctl gate p --against p@git:HEAD --policy policy.yaml
ACCEPTED  p by the gate of policy.yaml, against p@git:HEAD

  p with own/small
    ✓ judge `polite` on local/wise is calibrated: kappa is at least 0.643, by
      run 20260102-040000-89025cc1; the policy asks for 0.3
    ✓ pass_rate at least 60%: 100.0%
    ✓ judge_errors at most 10%: 0.0%
    note: run offline-2bdd3ae6aaf4 was made with files that are not
          committed: golden/p/cassette.jsonl
    note: the newest run counts; before it, this content was run once like
          this
    evidence sha256:d81f91f937b4, answered by cassette or cache, unsigned,
    attempts not provable, replies judged again; against sha256:d81f91f937b4,
    likewise

p@git:HEAD and p are identical: sha256:64d6b042be7b

p with own/small: 3 cases in both runs: 0 lost, 0 worse, 3 unchanged, 0
  better, 0 gained

  figure       before → after  points (95% interval)  verdict     cases      p
  pass rate   100.0% → 100.0%  +0.0 (-56.1 to +56.1)  can't tell      3  1.000
  score         1.000 → 1.000  +0.0 (-56.1 to +56.1)  can't tell      3  1.000
  politeness    1.000 → 1.000  +0.0 (-56.1 to +56.1)  can't tell      3  1.000

  figure      p (Holm)  test           detectable
  pass rate      1.000  exact McNemar        none
  score          1.000  exact McNemar        none
  politeness     1.000  exact McNemar        none

  with 3 cases, no difference in the pass rate is seen reliably
  latency: 3 calls before and 3 after were replayed or failed; there is nothing
  to compare
  cost: 3 cases before and 3 after were failed or unpriced; there is nothing to
  compare

  signature  dataset:9676315a cases:3 repeats:1 reducer:pass^k before:64d6b042
             after:64d6b042 suite:79838f99 model:own/small interval:95%
             bootstrap-seed:20261121 promptctl:0.1.0
[exit 0]
-- policy.yaml
cassette: allow
judges: calibrated
min_kappa: 0.9
rules:
  - {metric: pass_rate, at_least: 60%}
$ promptctl gate p --against p@git:HEAD --policy policy.yaml
INCONCLUSIVE  p by the gate of policy.yaml, against p@git:HEAD

  p with own/small
    ? judge `polite` on local/wise is calibrated: kappa is at least 0.643, by
      run 20260102-040000-89025cc1; the policy asks for 0.9
    ✓ pass_rate at least 60%: 100.0%
    note: run offline-2bdd3ae6aaf4 was made with files that are not
          committed: golden/p/cassette.jsonl
    note: the newest run counts; before it, this content was run once like
          this
    evidence sha256:d81f91f937b4, answered by cassette or cache, unsigned,
    attempts not provable, replies judged again; against sha256:d81f91f937b4,
    likewise

p@git:HEAD and p are identical: sha256:64d6b042be7b

p with own/small: 3 cases in both runs: 0 lost, 0 worse, 3 unchanged, 0
  better, 0 gained

  figure       before → after  points (95% interval)  verdict     cases      p
  pass rate   100.0% → 100.0%  +0.0 (-56.1 to +56.1)  can't tell      3  1.000
  score         1.000 → 1.000  +0.0 (-56.1 to +56.1)  can't tell      3  1.000
  politeness    1.000 → 1.000  +0.0 (-56.1 to +56.1)  can't tell      3  1.000

  figure      p (Holm)  test           detectable
  pass rate      1.000  exact McNemar        none
  score          1.000  exact McNemar        none
  politeness     1.000  exact McNemar        none

  with 3 cases, no difference in the pass rate is seen reliably
  latency: 3 calls before and 3 after were replayed or failed; there is nothing
  to compare
  cost: 3 cases before and 3 after were failed or unpriced; there is nothing to
  compare

  signature  dataset:9676315a cases:3 repeats:1 reducer:pass^k before:64d6b042
             after:64d6b042 suite:79838f99 model:own/small interval:95%
             bootstrap-seed:20261121 promptctl:0.1.0
[exit 3]
# Ten words more, and it is another judge: the calibration is stale, and so is the run that it judged.
-- prompts/judges/polite.prompt
---
promptctl.judge: criterion
input: {schema: {reply: string}}
output: {format: json, schema: {reason: string, verdict(enum): [yes, no, unclear]}}
---
Be strict.
{{reply}}
$ promptctl gate p --against p@git:HEAD --policy policy.yaml
INCONCLUSIVE  p by the gate of policy.yaml, against p@git:HEAD

  p with own/small
    ? evidence: there is none that may be used
    note: run offline-2bdd3ae6aaf4 is refused: judged by other judges than
          the suite's are now: their prompts, models or votes differ
    note: run 20260102-030405-89025cc1 is refused: judged by other judges
          than the suite's are now: their prompts, models or votes differ
    note: promptctl eval p --suite p --target own/small makes evidence

p@git:HEAD and p are identical: sha256:64d6b042be7b
[exit 3]
# A judge whose answers can't be read decides nothing.
-- mock.yaml
rules:
  - {when: {model: wise, text: many}, reply: 'It is polite!'}
  - {when: {model: wise}, reply: '{"reason": "It thanks.", "verdict": "yes"}'}
  - {reply: "{{last}}"}
$ mock mock.yaml
$ clock 2026-01-02T05:00:00Z
$ promptctl eval --quiet --no-cache --record golden/p/cassette.jsonl --format csv --suite p
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260102-050000-89025cc1","p","a","own/small",1,passed,1,,,,,,true,"","thanks"
"20260102-050000-89025cc1","p","b","own/small",1,error,0,,,,,,true,"judge (politeness): the judge `polite` can't be read: its answer is not one JSON object: ""It is polite!""","many thanks"
"20260102-050000-89025cc1","p","c","own/small",1,passed,1,,,,,,true,"","thanks a lot"
[exit 0]
$ clock 2026-01-02T06:00:00Z
$ promptctl eval --quiet --offline --no-cache --format csv --suite p
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"offline-2a9ca8216c7a","p","a","own/small",1,passed,1,,,,,,true,"","thanks"
"offline-2a9ca8216c7a","p","b","own/small",1,error,0,,,,,,true,"judge (politeness): the judge `polite` can't be read: its answer is not one JSON object: ""It is polite!""","many thanks"
"offline-2a9ca8216c7a","p","c","own/small",1,passed,1,,,,,,true,"","thanks a lot"
[exit 0]
-- policy.yaml
cassette: allow
rules:
  - {metric: politeness, at_least: 60%}
  - {metric: politeness, at_least: 70%}
  - {metric: judge_errors, at_most: 10%}
$ promptctl gate p --against p@git:HEAD --policy policy.yaml
REJECTED  p by the gate of policy.yaml, against p@git:HEAD

  p with own/small
    ✓ politeness at least 60%: 100.0%
    ? politeness at least 70%: 100.0%; cases without a verdict could turn it: at
      worst 66.7%
    ✗ judge_errors at most 10%: 33.3%
    note: run offline-2a9ca8216c7a was made with files that are not
          committed: golden/p/cassette.jsonl, prompts/judges/polite.prompt
    note: the newest run counts; before it, this content was run once like
          this
    evidence sha256:085986f7ac13, answered by cassette or cache, unsigned,
    attempts not provable, replies judged again; against sha256:085986f7ac13,
    likewise

p@git:HEAD and p are identical: sha256:64d6b042be7b

p with own/small: 3 cases in both runs: 0 lost, 0 worse, 2 unchanged, 0
  better, 0 gained, 1 undecided

  figure       before → after  points (95% interval)  verdict     cases      p
  pass rate   100.0% → 100.0%  +0.0 (-65.8 to +65.8)  can't tell      2  1.000
  score         1.000 → 1.000  +0.0 (-65.8 to +65.8)  can't tell      2  1.000
  politeness    1.000 → 1.000  +0.0 (-65.8 to +65.8)  can't tell      2  1.000

  figure      p (Holm)  test           detectable
  pass rate      1.000  exact McNemar        none
  score          1.000  exact McNemar        none
  politeness     1.000  exact McNemar        none

  with 2 cases, no difference in the pass rate is seen reliably
  1 case undecided: were they all to go one way, the difference in the pass rate
  would be -33.3 or +33.3 points
  latency: 3 calls before and 3 after were replayed or failed; there is nothing
  to compare
  cost: 3 cases before and 3 after were failed or unpriced; there is nothing to
  compare

  signature  dataset:9676315a cases:3 repeats:1 reducer:pass^k before:64d6b042
             after:64d6b042 suite:79838f99 model:own/small interval:95%
             bootstrap-seed:20261121 promptctl:0.1.0
[exit 1]
-- policy.yaml
cassette: allow
judges: yes
min_kappa: 2
rules:
  - {metric: judge_errors, at_least: 10%}
$ promptctl gate p --against p@git:HEAD --policy policy.yaml
[stderr]
policy.yaml:2:9: error[unknown-choice]: `judges` can't be `yes`
    judges: yes
            ^
  hint: one of: any, calibrated
policy.yaml:3:12: error[bad-bound]: `min_kappa` is a kappa, from 0 to 1
    min_kappa: 2
               ^
policy.yaml:5:38: error[bad-bound]: `judge_errors` can't have the bound `at_least`
      - {metric: judge_errors, at_least: 10%}
                                         ^
3 errors, 0 warnings
[exit 2]
