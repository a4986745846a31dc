# What a judge's verdicts are worth, held against those of people. Its suite is one like any other.
-- promptctl.yaml
format: 1
defaults: {target: local/small, judge: local/wise}
providers:
  local: {type: openai, base_url: "${MOCK_URL}", retries: 0}
-- golden/judges/polite/suite.yaml
prompt: judges/polite
cases: cases.jsonl
assert: [{type: verdict, value: "{{expected}}"}]
-- golden/judges/polite/cases.jsonl
{"id": "tuned", "vars": {"reply": "thanks 0"}, "expected": "yes", "tags": ["tune"]}
{"id": "a1", "vars": {"reply": "thanks 1"}, "expected": "yes"}
{"id": "a2", "vars": {"reply": "thanks 2"}, "expected": "yes"}
{"id": "a3", "vars": {"reply": "thanks 3"}, "expected": "yes"}
{"id": "a4", "vars": {"reply": "thanks 4"}, "expected": "yes"}
{"id": "a5", "vars": {"reply": "well 5"}, "expected": "yes"}
{"id": "b1", "vars": {"reply": "go away 1"}, "expected": "no"}
{"id": "b2", "vars": {"reply": "go away 2"}, "expected": "no"}
{"id": "b3", "vars": {"reply": "thanks for nothing"}, "expected": "no"}
{"id": "b4", "vars": {"reply": "hm 4"}, "expected": "no"}
{"id": "b5", "vars": {"reply": "prose 5"}, "expected": "no"}
-- prompts/judges/polite.prompt
---
promptctl.judge: criterion
input: {schema: {reply: string, fence: string}}
output: {format: json, schema: {reason: string, verdict(enum): [yes, no, unclear]}}
---
{{role "system"}}Is it polite? Look between the tags with {{fence}}.
{{role "user"}}{{reply}}
-- mock.yaml
rules:
  - {when: {text: thanks}, reply: '{"reason": "It thanks.", "verdict": "yes"}'}
  - {when: {text: hm}, reply: '{"reason": "Who knows.", "verdict": "unclear"}'}
  - {when: {text: prose}, reply: 'No.'}
  - {reply: '{"reason": "It does not thank.", "verdict": "no"}'}
$ mock mock.yaml
$ promptctl judge calibrate polite
judges/polite on judges/polite, asked of local/wise

  people say  the judge says
               yes      no  (none)
  yes            4       1       0
  no             1       2       2

  cases          10 cases, 2 without a word of the judge (1 unclear, 1
                 malformed); 1 more, on which it was tuned, left out
  agreement      75.0%, 95% interval 40.9% to 92.9%; a judge that always says
                 yes has 62.5%
  sensitivity    80.0%, 95% interval 37.6% to 96.4% (of what people say yes to)
  specificity    66.7%, 95% interval 20.8% to 93.9% (of what people say no to)
  kappa          0.467, 95% interval -0.144 to 0.747
  alpha          0.500, 95% interval -0.156 to 0.750
  run            20260102-030405-89025cc1
[exit 0]
$ promptctl judge calibrate polite --offline --min-kappa 0.6 --json
{
  "format": "promptctl-calibration 1",
  "calibrations": [
    {
      "judge": "judges/polite",
      "digest": "9b519e3b4ea6fbbe0d9024bec15ab3d80646055eb81abad8cf709579670c8758",
      "suite": "judges/polite",
      "target": "local/wise",
      "run": "20260102-030405-89025cc1",
      "form": "criterion",
      "words": [
        "yes",
        "no"
      ],
      "table": [
        {
          "label": "yes",
          "judge": "yes",
          "cases": 4
        },
        {
          "label": "yes",
          "judge": "no",
          "cases": 1
        },
        {
          "label": "no",
          "judge": "yes",
          "cases": 1
        },
        {
          "label": "no",
          "judge": "no",
          "cases": 2
        },
        {
          "label": "no",
          "judge": null,
          "cases": 2
        }
      ],
      "cases": 10,
      "decided": 8,
      "left_out": 1,
      "base_rate": 0.625,
      "agreement": {
        "value": 0.75,
        "low": 0.409275,
        "high": 0.928521
      },
      "sensitivity": {
        "value": 0.8,
        "low": 0.375535,
        "high": 0.963776
      },
      "specificity": {
        "value": 0.666667,
        "low": 0.20766,
        "high": 0.938508
      },
      "kappa": {
        "value": 0.466667,
        "low": -0.143697,
        "high": 0.74661
      },
      "linear_kappa": null,
      "quadratic_kappa": null,
      "alpha": {
        "value": 0.5,
        "low": -0.15625,
        "high": 0.75
      },
      "least_kappa": 0.6,
      "calibrated": false
    }
  ]
}
[exit 1]
$ promptctl eval --suite judges/polite
NO VERDICT  judges/polite on judges/polite: 2 of 11 cases without a verdict, 0% tolerated

  cases      11: 7 passed, 2 failed, 2 errors
  pass rate  77.8%, 95% interval 45.3% to 93.7%
  score      0.778, 95% interval 0.413 to 1.000
  latency    not measured (11 replayed, not counted)
  tokens     466 in, 118 out
  cost       unknown: no price or no usage for local/wise
  model      local/wise
  run        20260102-030405-89025cc1
  signature  dataset:11f68567 cases:11 repeats:1 reducer:pass^k prompt:9b519e3b
             suite:eaba3960 promptctl:0.1.0

  FAILED  a5  score 0.000
    ✗ verdict: the judge says no, not yes: "It does not thank."
    reply {"reason": "It does not thank.", "verdict": "no"}

  FAILED  b3  score 0.000
    ✗ verdict: the judge says yes, not no: "It thanks."
    reply {"reason": "It thanks.", "verdict": "yes"}

  ERROR  b4  score 0.000
    ? verdict: the judge can't tell: Who knows.
    reply {"reason": "Who knows.", "verdict": "unclear"}

  ERROR  b5  score 0.000
    ? verdict: the verdict can't be read: its answer is not one JSON object
    reply No.
[exit 2]
# A judge is told its texts as where it judges: within fences.
$ promptctl render judges/polite --case a1
[system]
Is it polite? Look between the tags with ac3ed4daefc0e2c5b1f90547a4b86cef.


[user]
<reply ac3ed4daefc0e2c5b1f90547a4b86cef>
thanks 1
</reply ac3ed4daefc0e2c5b1f90547a4b86cef>
[exit 0]
# A built-in judge is calibrated once it is in the registry; a name that is none, and a case without a label, are faults.
$ promptctl judge calibrate rubric
[stderr]
error[unknown-judge]: the judge `rubric` is built in, and no prompt of the registry
  hint: promptctl judge add rubric writes it there, with the same digest
[exit 2]
$ promptctl judge calibrate polit
[stderr]
error[unknown-judge]: there is no judge `polit`
  hint: did you mean `judges/polite`?
[exit 2]
-- golden/judges/polite/cases.jsonl
{"id": "a1", "vars": {"reply": "thanks 1"}}
$ clock 2026-01-03T00:00:00Z
$ promptctl judge calibrate polite
[stderr]
golden/judges/polite/suite.yaml:3:33: error[undefined-variable]: there is no variable `expected` (case `a1`)
    assert: [{type: verdict, value: "{{expected}}"}]
                                    ^
  hint: known here: the case's variables, and what it has of `expected`, `context` and `vars`
1 error, 0 warnings
[exit 1]
-- golden/judges/polite/suite.yaml
prompt: judges/polite
cases: cases.jsonl
assert: [{type: verdict, value: "yes"}]
$ promptctl judge calibrate polite
judges/polite on judges/polite, asked of local/wise

  people say  the judge says
               yes      no  (none)
  yes            1       0       0
  no             0       0       0

  cases          1 case
  agreement      100.0%, 95% interval 20.7% to 100.0%; a judge that always says
                 yes has 100.0%
  sensitivity    100.0%, 95% interval 20.7% to 100.0% (of what people say yes
                 to)
  kappa          none: one word alone was used, or none, and chance would agree
                 as well
  alpha          none: one word alone was used, or none, and chance would agree
                 as well
  run            20260103-000000-89025cc1
[exit 0]
-- golden/judges/polite/suite.yaml
prompt: judges/polite
cases: cases.jsonl
assert: [{type: verdict, value: maybe}]
$ promptctl judge calibrate polite
[stderr]
golden/judges/polite/suite.yaml:3:33: error[unknown-choice]: the judge never says `maybe`
    assert: [{type: verdict, value: maybe}]
                                    ^
  hint: it says yes, no
1 error, 0 warnings
[exit 1]
# The judges there are: a file in prompts/judges takes the place of one that is built in.
$ promptctl judge list
JUDGE             FORM       FROM                          WHAT IT SAYS
answer-relevance  choice     built in                      Says whether a reply is about what was asked.
better            pairwise   built in                      Says which of two replies is the better one.
closedqa          criterion  built in                      Says whether a reply answers a question as a criterion asks.
factuality        choice     built in                      Says how a reply stands to the facts of a reference.
g-eval            scale      built in                      Gives a reply a level from 1 to 5, by a criterion.
polite            criterion  prompts/judges/polite.prompt  
rubric            criterion  built in                      Says whether a reply meets a criterion.
[exit 0]
$ promptctl judge add rubric
wrote prompts/judges/rubric.prompt
from now on assertions ask this one: its text is yours to change
[exit 0]
$ promptctl judge add rubric
[stderr]
prompts/judges/rubric.prompt: error[already-exists]: the registry has this judge
  hint: change it there, or remove it first
[exit 2]
$ promptctl judge add none
[stderr]
error[unknown-judge]: no judge `none` is built in
  hint: built in: answer-relevance, better, closedqa, factuality, g-eval, rubric
[exit 2]
$ promptctl judge show polite
---
promptctl.judge: criterion
input: {schema: {reply: string, fence: string}}
output: {format: json, schema: {reason: string, verdict(enum): [yes, no, unclear]}}
---
{{role "system"}}Is it polite? Look between the tags with {{fence}}.
{{role "user"}}{{reply}}
[exit 0]
$ promptctl judge show nothing
[stderr]
error[unknown-judge]: no judge `nothing` is built in
  hint: built in: answer-relevance, better, closedqa, factuality, g-eval, rubric
[exit 2]
