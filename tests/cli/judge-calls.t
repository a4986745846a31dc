# Judges' calls are counted by the budget, and what they may cost is kept back before a reply is asked.
-- promptctl.yaml
format: 1
defaults: {target: local/small, judge: local/wise}
providers:
  local: {type: openai, base_url: "${MOCK_URL}", retries: 0}
prices:
  local/small: {input: 1, output: 1}
  local/wise: {input: 10, output: 10}
-- prompts/p.prompt
---
config: {maxOutputTokens: 10}
input: {schema: {q: string}}
---
{{q}}
-- golden/p/suite.yaml
prompt: p
cases: cases.jsonl
budget: {max_cost: 0.08 USD}
assert:
  - {type: llm-rubric, value: "Is polite."}
-- golden/p/cases.jsonl
{"id": "a", "vars": {"q": "one"}}
{"id": "b", "vars": {"q": "two"}}
{"id": "c", "vars": {"q": "three"}}
{"id": "d", "vars": {"q": "four"}}
-- mock.yaml
rules:
  - when: {model: wise}
    reply: '{"reason": "It is.", "verdict": "yes"}'
    usage: {input: 400, output: 2000}
  - {reply: "{{last}}"}
$ mock mock.yaml
$ promptctl eval --no-cache --jobs 1
NO VERDICT  p on p: 1 of 4 cases without a verdict, 0% tolerated

  cases      4: 3 passed, 0 failed, 1 error
  pass rate  100.0%, 95% interval 43.9% to 100.0%
  score      1.000, 95% interval 0.245 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     4 in, 4 out
  judges     rubric: 3 verdicts
  judging    3 calls, 1,200 in, 6,000 out
  cost       $0.0720 (answers $0.00000800, judges $0.0720)
  model      local/small
  run        20260102-030405-89025cc1
  signature  dataset:ab325119 cases:4 repeats:1 reducer:pass^k prompt:e09141ae
             suite:e033a801 promptctl:0.1.0

  ERROR  d
    over-budget: of the run's budget of $0.0800, $0.0720 is spent, and this call
    may cost more than the rest
[exit 2]
$ clock 2026-01-03T00:00:00Z
$ promptctl eval --no-cache --dry-run
p: 4 cases on local/small, 1 reply each: 4 calls
  and 4 calls to judge them, or more
  about 1,334 input tokens; cost at most about $0.0534, plus what failed attempts may cost
[exit 0]
# What a judge has not judged is judged by a resumed run, which asks for no reply again.
-- golden/p/suite.yaml
prompt: p
cases: cases.jsonl
assert:
  - {type: llm-rubric, value: "Is polite."}
-- mock.yaml
rules:
  - {when: {model: wise}, reply: "", faults: [{kind: status, status: 401}]}
  - {reply: "{{last}}"}
$ mock mock.yaml
$ promptctl eval --no-cache --quiet --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260103-000000-89025cc1","p","a","local/small",1,error,0,0,0,1,1,0.000002,false,"llm-rubric: the judge `rubric` gave no answer (authentication): HTTP 401: scripted 401","one"
"20260103-000000-89025cc1","p","b","local/small",1,error,0,0,0,1,1,0.000002,false,"llm-rubric: the judge `rubric` gave no answer (authentication): HTTP 401: scripted 401","two"
"20260103-000000-89025cc1","p","c","local/small",1,error,0,0,0,2,2,0.000004,false,"llm-rubric: the judge `rubric` gave no answer (authentication): HTTP 401: scripted 401","three"
"20260103-000000-89025cc1","p","d","local/small",1,error,0,0,0,2,1,0.000003,false,"llm-rubric: the judge `rubric` gave no answer (authentication): HTTP 401: scripted 401","four"
[exit 2]
-- mock.yaml
rules:
  - {when: {model: wise}, reply: '{"reason": "It is.", "verdict": "yes"}'}
$ mock mock.yaml
$ clock 2026-01-03T00:01:00Z
$ promptctl eval --no-cache --resume --quiet
ACCEPTED  p on p: 4 cases passed

  cases      4: 4 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 51.0% to 100.0%
  score      1.000, 95% interval 0.405 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     6 in, 5 out
  judges     rubric: 4 verdicts
  judging    4 calls, 1,298 in, 40 out
  cost       $0.0134 (answers $0.0000110, judges $0.0134)
  model      local/small
  run        20260103-000000-89025cc1
  signature  dataset:ab325119 cases:4 repeats:1 reducer:pass^k prompt:e09141ae
             suite:4ff6cd61 promptctl:0.1.0
[exit 0]
# Verdicts stand on the cassette with the replies; what is not there has none.
$ clock 2026-01-04T00:00:00Z
-- mock.yaml
rules:
  - {when: {model: wise}, reply: '{"reason": "It is.", "verdict": "yes"}'}
  - {reply: "{{last}}"}
$ mock mock.yaml
$ promptctl eval --no-cache --record golden/p/cassette.jsonl --quiet --first 2
ACCEPTED  p on p: 2 cases passed

  cases      2: 2 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 34.2% to 100.0%
  score      1.000, 95% interval 0.000 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     2 in, 2 out
  judges     rubric: 2 verdicts
  judging    2 calls, 648 in, 20 out
  cost       $0.00668 (answers $0.00000400, judges $0.00668)
  model      local/small
  run        20260104-000000-89025cc1
  signature  dataset:ab325119 cases:2 repeats:1 reducer:pass^k prompt:e09141ae
             suite:4ff6cd61 promptctl:0.1.0
[exit 0]
$ promptctl eval --offline --no-cache --quiet --first 2
ACCEPTED  p on p: 2 cases passed

  cases      2: 2 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 34.2% to 100.0%
  score      1.000, 95% interval 0.000 to 1.000
  latency    not measured (2 replayed, not counted)
  tokens     2 in, 2 out
  judges     rubric: 2 verdicts
  judging    2 calls (2 replayed), 648 in, 20 out
  cost       $0.00668 (answers $0.00000400, judges $0.00668)
  model      local/small
  run        offline-afbf29c9184c
  signature  dataset:ab325119 cases:2 repeats:1 reducer:pass^k prompt:e09141ae
             suite:4ff6cd61 promptctl:0.1.0
[exit 0]
-- golden/p/suite.yaml
prompt: p
cases: cases.jsonl
assert:
  - {type: llm-rubric, value: "Is kind."}
$ promptctl eval --offline --no-cache --quiet --first 2
NO VERDICT  p on p: no case has a verdict

  cases      2: 0 passed, 0 failed, 2 errors
  latency    not measured (2 replayed, not counted)
  tokens     2 in, 2 out
  judges     rubric: 0 verdicts, 2 in doubt (2 provider)
  judging    0 calls, 0 in, 0 out
  cost       $0.00000400 (answers $0.00000400, judges $0.00)
  model      local/small
  run        offline-252e127e9d8e
  signature  dataset:ab325119 cases:2 repeats:1 reducer:pass^k prompt:e09141ae
             suite:dc2f1454 promptctl:0.1.0

  ERROR  a  score 0.000
    ? llm-rubric: the judge `rubric` gave no answer (not-recorded): offline, and
      this request's reply is neither on the cassette nor in the cache
    reply one

  ERROR  b  score 0.000
    ? llm-rubric: the judge `rubric` gave no answer (not-recorded): offline, and
      this request's reply is neither on the cassette nor in the cache
    reply two
[exit 2]
# Several votes, of several models: more than half must agree. What they say is counted once for each reply.
-- golden/p/suite.yaml
prompt: p
cases: cases.jsonl
judges:
  panel: {prompt: judges/mine, targets: [local/wise, local/other], votes: 2}
assert:
  - {type: judge, judge: panel, criterion: "Is polite."}
  - {type: factuality, value: "{{q}} it is", required: false}
  - {type: g-eval, value: "Is polite.", threshold: 4, metric: politeness}
  - {type: not-llm-rubric, value: "Is rude."}
  - {type: similar, value: "{{q}}", model: local/embed, threshold: 0.9}
  - {type: similar, value: "something else", model: local/embed, threshold: 0.1, measure: euclidean, required: false}
-- prompts/judges/mine.prompt
---
promptctl.judge: criterion
promptctl.stream: false
input: {schema: {reply: string, criterion: string}}
output: {format: json, schema: {reason: string, verdict(enum): [yes, no, unclear]}}
---
mine {{criterion}}
{{reply}}
-- mock.yaml
rules:
  - {when: {model: other, text: "mine"}, reply: '{"reason": "Not so.", "verdict": "no"}'}
  - {when: {model: wise, text: "mine"}, reply: '{"reason": "It is.", "verdict": "yes"}'}
  - {when: {model: wise, text: "contradicts"}, reply: '{"reason": "The same.", "verdict": "agrees"}'}
  - {when: {model: wise, text: "Length is no merit"}, reply: '{"reason": "Good.", "verdict": "4"}'}
  - {when: {model: wise, text: "Is rude."}, reply: '{"reason": "It is not.", "verdict": "no"}'}
  - {reply: "{{last}}"}
$ mock mock.yaml
$ clock 2026-01-05T00:00:00Z
$ promptctl eval --no-cache --first 1
NO VERDICT  p on p: no case has a verdict

  cases      1: 0 passed, 0 failed, 1 error
  metrics    politeness 100.0%
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     1 in, 1 out
  judges     factuality: 1 verdict; g-eval: 1 verdict; local/embed: 2 verdicts;
             panel: 0 verdicts, 1 in doubt (1 unclear); rubric: 1 verdict
  judging    9 calls, 1,233 in, 71 out
  cost       unknown: no price or no usage for a judge
  model      local/small
  run        20260105-000000-89025cc1
  signature  dataset:ab325119 cases:1 repeats:1 reducer:pass^k prompt:e09141ae
             suite:90a48389 promptctl:0.1.0

  ERROR  a  score 0.694
    ? judge: the votes of the judge `panel` differ: yes, yes, no, no
    ✗ similar [not required]: the distance 1.414 is above 0.1: "something else"
    reply one
[exit 2]
$ promptctl eval --no-cache --first 1 --format csv --quiet
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260105-000000-89025cc1","p","a","local/small",1,error,0.694036,0,0,1,1,0.000002,false,"judge: the votes of the judge `panel` differ: yes, yes, no, no; similar: the distance 1.414 is above 0.1: ""something else""","one"
[exit 2]
# Two runs that were judged by other judges are not compared.
-- prompts/judges/mine.prompt
---
promptctl.judge: criterion
input: {schema: {reply: string, criterion: string}}
output: {format: json, schema: {reason: string, verdict(enum): [yes, no, unclear]}}
---
mine anew {{criterion}}
{{reply}}
$ clock 2026-01-06T00:00:00Z
$ promptctl eval --no-cache --first 1 --quiet --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260106-000000-89025cc1","p","a","local/small",1,error,0.694036,0,0,1,1,0.000002,false,"judge: the votes of the judge `panel` differ: yes, yes, no, no; similar: the distance 1.414 is above 0.1: ""something else""","one"
[exit 2]
$ promptctl report 20260105..20260106
[stderr]
error[not-comparable]: between the runs differ the judge `panel` (6c7f8ad5846e on local/wise, local/other, 2 votes, majority, then a8a55cd1eaa4 on local/wise, local/other, 2 votes, majority)
  hint: runs made under different conditions say nothing of the prompt; --allow-drift compares them all the same
[exit 2]
