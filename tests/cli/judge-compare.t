# Which of two versions' replies are better, asked in both orders: where the order decides, it is a tie.
-- promptctl.yaml
format: 1
defaults: {target: local/small, judge: local/wise}
providers:
  local: {type: openai, base_url: "${MOCK_URL}", retries: 0}
-- prompts/p.prompt
---
input: {schema: {q: string}}
---
plain {{q}}
-- golden/p/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: contains, value: "a"}]
-- golden/p/cases.jsonl
{"id": "a", "vars": {"q": "a1"}}
{"id": "b", "vars": {"q": "a2"}}
{"id": "c", "vars": {"q": "a3 biased!"}}
{"id": "d", "vars": {"q": "a4 same"}}
{"id": "e", "vars": {"q": "a5 prosaic!"}}
{"id": "f", "vars": {"q": "a6 equally!"}}
-- mock.yaml
rules:
  - {when: {model: wise, text: "prosaic!"}, reply: "The first."}
  - {when: {model: wise, text: "biased!"}, reply: '{"reason": "It stands first.", "verdict": "first"}'}
  - {when: {model: wise, text: "equally!"}, reply: '{"reason": "Both do.", "verdict": "tie"}'}
  - {when: {model: wise, regex: 'The first reply:\n<first \w+>\nkind'}, reply: '{"reason": "Kind.", "verdict": "first"}'}
  - {when: {model: wise}, reply: '{"reason": "Kind.", "verdict": "second"}'}
  - {when: {text: same}, reply: "a4 same"}
  - {reply: "{{last}}"}
$ mock mock.yaml
$ promptctl eval --quiet --format csv -o /dev/null
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260102-030405-89025cc1","p","a","local/small",1,passed,1,0,0,3,2,,false,"","plain a1"
"20260102-030405-89025cc1","p","b","local/small",1,passed,1,0,0,3,2,,false,"","plain a2"
"20260102-030405-89025cc1","p","c","local/small",1,passed,1,0,0,5,4,,false,"","plain a3 biased!"
"20260102-030405-89025cc1","p","d","local/small",1,passed,1,0,0,4,2,,false,"","a4 same"
"20260102-030405-89025cc1","p","e","local/small",1,passed,1,0,0,5,5,,false,"","plain a5 prosaic!"
"20260102-030405-89025cc1","p","f","local/small",1,passed,1,0,0,5,5,,false,"","plain a6 equally!"
[exit 0]
-- prompts/p.prompt
---
input: {schema: {q: string}}
---
kind {{q}}
$ clock 2026-01-02T04:00:00Z
$ promptctl eval --quiet --format csv -o /dev/null
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260102-040000-89025cc1","p","a","local/small",1,passed,1,0,0,2,2,,false,"","kind a1"
"20260102-040000-89025cc1","p","b","local/small",1,passed,1,0,0,2,2,,false,"","kind a2"
"20260102-040000-89025cc1","p","c","local/small",1,passed,1,0,0,4,4,,false,"","kind a3 biased!"
"20260102-040000-89025cc1","p","d","local/small",1,passed,1,0,0,4,2,,false,"","a4 same"
"20260102-040000-89025cc1","p","e","local/small",1,passed,1,0,0,5,4,,false,"","kind a5 prosaic!"
"20260102-040000-89025cc1","p","f","local/small",1,passed,1,0,0,5,4,,false,"","kind a6 equally!"
[exit 0]
$ promptctl runs list
RUN                      STARTED               SUITE                  PASSED  VERDICT
20260102-040000-89025cc1 2026-01-02 04:00:00Z  p                         6/6  accepted
20260102-030405-89025cc1 2026-01-02 03:04:05Z  p                         6/6  accepted
[exit 0]
$ promptctl judge compare 20260102-03 20260102-04
CAN'T TELL: the interval holds 50%

  before         p on local/small (run 20260102-030405-89025cc1)
  after          p on local/small (run 20260102-040000-89025cc1)
  win rate       70.0%, 95% interval 39.6% to 88.5% (a tie is half a win)
  pairs          6: 2 won, 0 lost, 3 ties, 1 undecided
  flips          25.0%, 95% interval 4.6% to 69.9%: the order decided, which
                 makes a tie
  position bias  66.7%, 95% interval 30.0% to 90.3% of its preferences are the
                 reply that stands first
  mean length    12 before, 11 after, in characters: judges tend to prefer what
                 is longer
  judge          better: 8 verdicts, 2 in doubt (2 malformed)
  judging        12 calls, 3,390 in, 98 out
  cost           unknown: no price or no usage for a judge
[exit 3]
$ promptctl judge compare 20260102-03 20260102-04 --offline --criterion "Kindness." --json
{
  "format": "promptctl-pairs 1",
  "before": "20260102-030405-89025cc1",
  "after": "20260102-040000-89025cc1",
  "judge": "better",
  "pairs": 1,
  "wins": 0,
  "losses": 0,
  "ties": 1,
  "undecided": 5,
  "unpaired": 0,
  "win_rate": {
    "value": 0.5,
    "low": 0,
    "high": 1
  },
  "flips": null,
  "position_bias": null,
  "mean_length": {
    "before": 12.166667,
    "after": 11.333333
  },
  "calls": 0,
  "cached": 0,
  "cost_usd": "0.00"
}
[exit 2]
$ promptctl judge compare 20260102-03 20260102-04 --judge rubric
[stderr]
error[wrong-judge]: the judge `rubric` does not compare two replies
  hint: its form must be `pairwise`, as that of `better`
[exit 2]
$ promptctl judge compare 20260102-03 20260102-03
[stderr]
error[not-comparable]: both are run 20260102-030405-89025cc1
  hint: name two runs
[exit 2]
$ promptctl judge compare 20260102-03 nothing
[stderr]
error[unknown-run]: there is no run `nothing`, and none of such a content
  hint: see promptctl runs list
[exit 2]
# The replies of a run, judged again by a suite that has changed: nothing is asked but the judge.
-- golden/p/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: llm-rubric, value: "Is kind."}]
-- mock.yaml
rules:
  - {when: {model: wise}, reply: '{"reason": "It is.", "verdict": "yes"}'}
$ mock mock.yaml
$ clock 2026-01-02T05:00:00Z
$ promptctl grade
ACCEPTED  p on p: 6 cases passed

  cases      6: 6 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 61.0% to 100.0%
  score      1.000, 95% interval 0.579 to 1.000
  latency    not measured (6 replayed, not counted)
  tokens     22 in, 18 out
  judges     rubric: 6 verdicts
  judging    6 calls, 1,963 in, 60 out
  cost       unknown: no price or no usage for a judge; no price or no usage for
             local/small
  model      local/small
  run        20260102-050000-89025cc1, of the replies of
             20260102-040000-89025cc1
  signature  dataset:cdb4c666 cases:6 repeats:1 reducer:pass^k prompt:d28ae7ca
             suite:44ca1596 promptctl:0.1.0
[exit 0]
$ promptctl grade --quiet --no-cache --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260102-050000-89025cc1","p","a","local/small",1,passed,1,0,0,2,2,,true,"","kind a1"
"20260102-050000-89025cc1","p","b","local/small",1,passed,1,0,0,2,2,,true,"","kind a2"
"20260102-050000-89025cc1","p","c","local/small",1,passed,1,0,0,4,4,,true,"","kind a3 biased!"
"20260102-050000-89025cc1","p","d","local/small",1,passed,1,0,0,4,2,,true,"","a4 same"
"20260102-050000-89025cc1","p","e","local/small",1,passed,1,0,0,5,4,,true,"","kind a5 prosaic!"
"20260102-050000-89025cc1","p","f","local/small",1,passed,1,0,0,5,4,,true,"","kind a6 equally!"
[exit 0]
# It judges replies to what is asked now, and to nothing else.
-- golden/p/cases.jsonl
{"id": "a", "vars": {"q": "a1"}}
{"id": "b", "vars": {"q": "another question"}}
$ clock 2026-01-02T06:00:00Z
$ promptctl grade 20260102-04 --quiet
NO VERDICT  p on p: 1 of 2 cases without a verdict, 0% tolerated

  cases      2: 1 passed, 0 failed, 1 error
  pass rate  100.0%, 95% interval 20.7% to 100.0%
  score      1.000, 95% interval 0.000 to 1.000
  latency    not measured (1 replayed, not counted)
  tokens     2 in, 2 out
  judges     rubric: 1 verdict
  judging    1 call (1 replayed), 325 in, 10 out
  cost       unknown: no price or no usage for a judge; no price or no usage for
             local/small
  model      local/small
  run        20260102-060000-89025cc1, of the replies of
             20260102-040000-89025cc1
  signature  dataset:9aeae027 cases:2 repeats:1 reducer:pass^k prompt:d28ae7ca
             suite:44ca1596 promptctl:0.1.0

  ERROR  b
    not-recorded: the graded run has no reply to what this case asks now
[exit 2]
-- prompts/p.prompt
---
input: {schema: {q: string}}
---
new {{q}}
$ promptctl grade 20260102-04
[stderr]
error[grade-mismatch]: run 20260102-040000-89025cc1 is of another content of p than there is now
  hint: replies are judged with the prompt that they answer: put it back, or evaluate the new one
[exit 2]
