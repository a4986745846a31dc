# What a judge passes is not what people would pass: their labels of a sample correct its rate.
-- promptctl.yaml
format: 1
defaults: {target: own/small, judge: local/wise}
providers:
  own: {type: openai, base_url: "https://127.0.0.1:1/v1"}
  local: {type: openai, base_url: "${MOCK_URL}"}
-- prompts/p.prompt
---
input: {schema: {q: string}}
---
{{q}}
-- golden/p/suite.yaml
prompt: p
cases: cases.jsonl
assert:
  - {type: llm-rubric, value: "Would be sent.", metric: sendable, required: false}
  - {type: human, question: helpful, pass: ["yes"], metric: people, required: false, weight: 0}
  - {type: contains, value: question}
-- golden/p/review.yaml
questions: [{id: helpful, ask: "Would you send it?", answers: ["yes", "no"]}]
sample: 60
-- policy.yaml
cassette: allow
confidence: 95%
rules:
  - {metric: sendable, at_least: 60%, corrected_by: people}
  - {metric: sendable, at_least: 80%, corrected_by: people}
-- mock.yaml
rules:
  - {when: {model: wise, regex: 'question \d*7\b'}, reply: '{"reason": "Seven.", "verdict": "no"}'}
  - {when: {model: wise}, reply: '{"reason": "Fine.", "verdict": "yes"}'}
  - {reply: "{{last}}"}
$ sh -c 'for i in $(seq 1 200); do echo "{\"id\": \"c$i\", \"vars\": {\"q\": \"$i\"}, \"output\": \"question $i\"}"; done > golden/p/cases.jsonl'
$ git init -q -b main
$ git add .
$ git commit -q -m "A prompt"
$ mock mock.yaml
$ promptctl eval --quiet --no-cache --record golden/p/cassette.jsonl
ACCEPTED  p on p: 200 cases passed

  cases      200: 200 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 98.1% to 100.0%
  score      0.950, 95% interval 0.923 to 0.968
  metrics    sendable 90.0%
  latency    not measured (200 replayed, not counted)
  judges     rubric: 200 verdicts
  judging    200 calls, 65,501 in, 2,000 out
  cost       unknown: no price or no usage for a judge
  model      own/small
  run        20260102-030405-89025cc1
  signature  dataset:c7887692 cases:200 repeats:1 reducer:pass^k prompt:64d6b042
             suite:af088c28 promptctl:0.1.0 commit:52bc83c9
[exit 0]
$ clock 2026-01-02T04:00:00Z
$ promptctl eval --quiet --offline
ACCEPTED  p on p: 200 cases passed

  cases      200: 200 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 98.1% to 100.0%
  score      0.950, 95% interval 0.923 to 0.968
  metrics    sendable 90.0%
  latency    not measured (200 replayed, not counted)
  judges     rubric: 200 verdicts
  judging    200 calls (200 replayed), 65,501 in, 2,000 out
  cost       unknown: no price or no usage for a judge
  model      own/small
  run        offline-8d9d91382392
  signature  dataset:c7887692 cases:200 repeats:1 reducer:pass^k prompt:64d6b042
             suite:af088c28 promptctl:0.1.0 commit:52bc83c9+dirty
[exit 0]
$ promptctl gate p --against p@git:HEAD --policy policy.yaml
INCONCLUSIVE  p by the gate of policy.yaml, against p@git:HEAD

  p with own/small
    ? sendable at least 60%, corrected by people: 0 labels of people, and a
      correction takes 50: promptctl review
    ? sendable at least 80%, corrected by people: 0 labels of people, and a
      correction takes 50: promptctl review
    note: run offline-8d9d91382392 was made with files that are not
          committed: golden/p/cassette.jsonl
    note: the newest run counts; before it, this content was run once like
          this
    evidence sha256:909ba46eed87, answered by cassette or cache, unsigned,
    attempts not provable, replies judged again; against sha256:909ba46eed87,
    likewise

p@git:HEAD and p are identical: sha256:64d6b042be7b

p with own/small: 200 cases in both runs: 0 lost, 0 worse, 200 unchanged, 0
  better, 0 gained

  figure      before → after  points (95% interval)  verdict     cases      p
  pass rate  100.0% → 100.0%    +0.0 (-1.9 to +1.9)  can't tell    200  1.000
  score        0.950 → 0.950    +0.0 (-1.4 to +1.4)  can't tell    200  1.000
  sendable     0.900 → 0.900    +0.0 (-1.9 to +1.9)  can't tell    200  1.000

  figure     p (Holm)  test           detectable
  pass rate     1.000  exact McNemar         2.0
  score         1.000  paired t              2.0
  sendable      1.000  exact McNemar         2.0

  with 200 cases, a true difference of 2.0 points in the pass rate is seen 4
  times of 5, a smaller one less often
  latency: 200 calls before and 200 after were replayed or failed; there is
  nothing to compare
  cost: 200 cases before and 200 after were failed or unpriced; there is nothing
  to compare

  signature  dataset:c7887692 cases:200 repeats:1 reducer:pass^k before:64d6b042
             after:64d6b042 suite:af088c28 model:own/small interval:95%
             bootstrap-seed:20261121 promptctl:0.1.0
[exit 3]
$ KEYS="1111111112111111111211111111121111111112111111111211111111q" promptctl review --rater ada --quiet
58 answers kept in golden/p/labels/ada.jsonl
[exit 0]
$ promptctl review status
60 replies to review
  helpful: 58 of 60 labels
[exit 3]
$ promptctl gate p --against p@git:HEAD --policy policy.yaml
ACCEPTED  p by the gate of policy.yaml, against p@git:HEAD

  p with own/small
    ✓ sendable at least 60%, corrected by people: judge 90.0%, corrected 91.4%
      (82.3% to 97.9%), labels alone 91.4% (82.2% to 97.8%)
    ✓ sendable at least 80%, corrected by people: judge 90.0%, corrected 91.4%
      (82.3% to 97.9%), labels alone 91.4% (82.2% to 97.8%)
    note: run offline-8d9d91382392 was made with files that are not
          committed: golden/p/cassette.jsonl
    note: the newest run counts; before it, this content was run once like
          this
    evidence sha256:70133bc91e19, answered by cassette or cache, unsigned,
    attempts not provable, replies judged again; against sha256:70133bc91e19,
    likewise

  intervals at 95%; a rejection holds at the level that 2 rules share (Holm)

p@git:HEAD and p are identical: sha256:64d6b042be7b

p with own/small: 200 cases in both runs: 0 lost, 0 worse, 200 unchanged, 0
  better, 0 gained

  figure      before → after  points (95% interval)  verdict     cases      p
  pass rate  100.0% → 100.0%    +0.0 (-1.9 to +1.9)  can't tell    200  1.000
  score        0.950 → 0.950    +0.0 (-1.4 to +1.4)  can't tell    200  1.000
  people       0.914 → 0.914    +0.0 (-6.2 to +6.2)  can't tell     58  1.000
  sendable     0.900 → 0.900    +0.0 (-1.9 to +1.9)  can't tell    200  1.000

  figure     p (Holm)  test           detectable
  pass rate     1.000  exact McNemar         2.0
  score         1.000  paired t              2.0
  people        1.000  exact McNemar         6.8
  sendable      1.000  exact McNemar         2.0

  with 200 cases, a true difference of 2.0 points in the pass rate is seen 4
  times of 5, a smaller one less often
  latency: 200 calls before and 200 after were replayed or failed; there is
  nothing to compare
  cost: 200 cases before and 200 after were failed or unpriced; there is nothing
  to compare

  signature  dataset:c7887692 cases:200 repeats:1 reducer:pass^k before:64d6b042
             after:64d6b042 suite:af088c28 model:own/small interval:95%
             bootstrap-seed:20261121 promptctl:0.1.0
[exit 0]
$ KEYS="11q" promptctl review --rater ada --quiet
2 answers kept in golden/p/labels/ada.jsonl
[exit 0]
$ promptctl gate p --against p@git:HEAD --policy policy.yaml
ACCEPTED  p by the gate of policy.yaml, against p@git:HEAD

  p with own/small
    ✓ sendable at least 60%, corrected by people: judge 90.0%, corrected 91.7%
      (82.8% to 98.0%), labels alone 91.7% (82.8% to 97.9%)
    ✓ sendable at least 80%, corrected by people: judge 90.0%, corrected 91.7%
      (82.8% to 98.0%), labels alone 91.7% (82.8% to 97.9%)
    note: run offline-8d9d91382392 was made with files that are not
          committed: golden/p/cassette.jsonl
    note: the newest run counts; before it, this content was run once like
          this
    evidence sha256:192272171ef0, answered by cassette or cache, unsigned,
    attempts not provable, replies judged again; against sha256:192272171ef0,
    likewise

  intervals at 95%; a rejection holds at the level that 2 rules share (Holm)

p@git:HEAD and p are identical: sha256:64d6b042be7b

p with own/small: 200 cases in both runs: 0 lost, 0 worse, 200 unchanged, 0
  better, 0 gained

  figure      before → after  points (95% interval)  verdict     cases      p
  pass rate  100.0% → 100.0%    +0.0 (-1.9 to +1.9)  can't tell    200  1.000
  score        0.950 → 0.950    +0.0 (-1.4 to +1.4)  can't tell    200  1.000
  people       0.917 → 0.917    +0.0 (-6.0 to +6.0)  can't tell     60  1.000
  sendable     0.900 → 0.900    +0.0 (-1.9 to +1.9)  can't tell    200  1.000

  figure     p (Holm)  test           detectable
  pass rate     1.000  exact McNemar         2.0
  score         1.000  paired t              2.0
  people        1.000  exact McNemar         6.5
  sendable      1.000  exact McNemar         2.0

  with 200 cases, a true difference of 2.0 points in the pass rate is seen 4
  times of 5, a smaller one less often
  latency: 200 calls before and 200 after were replayed or failed; there is
  nothing to compare
  cost: 200 cases before and 200 after were failed or unpriced; there is nothing
  to compare

  signature  dataset:c7887692 cases:200 repeats:1 reducer:pass^k before:64d6b042
             after:64d6b042 suite:af088c28 model:own/small interval:95%
             bootstrap-seed:20261121 promptctl:0.1.0
[exit 0]
-- policy.yaml
rules:
  - {metric: pass_rate, at_least: 60%, corrected_by: people}
  - {metric: sendable, not_worse_by: 5%, corrected_by: people}
  - {metric: people, at_least: 60%, corrected_by: people}
$ promptctl gate p --against p@git:HEAD --policy policy.yaml
[stderr]
policy.yaml:2:54: error[bad-bound]: labels correct the metric of a judge, with `at_least` or `at_most`
      - {metric: pass_rate, at_least: 60%, corrected_by: people}
                                                         ^
policy.yaml:3:56: error[bad-bound]: labels correct the metric of a judge, with `at_least` or `at_most`
      - {metric: sendable, not_worse_by: 5%, corrected_by: people}
                                                           ^
policy.yaml:4:51: error[bad-bound]: labels correct the metric of a judge, with `at_least` or `at_most`
      - {metric: people, at_least: 60%, corrected_by: people}
                                                      ^
3 errors, 0 warnings
[exit 2]
