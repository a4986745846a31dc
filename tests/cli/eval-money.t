# What failed attempts cost is counted, or the cost is unknown: never nothing.
-- promptctl.yaml
format: 1
providers:
  local: {type: openai, base_url: "${MOCK_URL}", retries: 1}
prices: {local/m: {input: 1000, output: 10000}}
-- prompts/p.prompt
---
model: local/m
config: {maxOutputTokens: 10}
input: {schema: {q: string}}
---
{{q}}
-- golden/s/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: contains, value: fine}]
-- golden/s/cases.jsonl
{"id": "a", "vars": {"q": "one"}}
-- mock.yaml
rules: [{reply: "fine", finish_reason: error, usage: {input: 10, output: 5}}]
$ mock mock.yaml
# An answer that ends in an error was paid for each time.
$ promptctl eval --no-cache --format jsonl
{"run":"20260102-030405-89025cc1","suite":"s","case":"a","target":"local/m","repeat":1,"tags":[],"group":null,"critical":false,"quarantined":false,"request":"2331a937c0d09d9a0d3a02308f6f1e6f275c3f77af4d37967165303baa8a4a27","passed":null,"score":null,"output":null,"refusal":null,"finish_reason":null,"model":null,"assertions":[],"reason":"","latency_ms":0,"ttft_ms":null,"queue_ms":null,"usage":{"input":null,"output":null,"cached":null},"cost_usd":null,"cached":false,"attempts":2,"error":{"kind":"bad-response","message":"the answer ends in the finish reason `error`","status":200},"lost_cost_usd":"0.12"}
[exit 2]
$ promptctl report --about cost
p on s with local/m
  error: no case has a verdict; run 20260102-030405-89025cc1

Cost
  total     $0.120 for 1 call
  per call  $0.120, lost attempts included
  retries   1 attempt repeated
  failed    1 call without an answer
  lost      $0.120 for attempts that gave no answer

  Prices: promptctl.yaml
[exit 0]
# What fails without a count may be charged for, and nobody says how much.
-- mock.yaml
rules: [{reply: "fine", usage: {input: 10, output: 5}}]
faults: [{kind: malformed, first: 1}]
$ mock mock.yaml
$ clock 2026-01-03T00:00:00Z
$ promptctl eval --no-cache
ACCEPTED  p on s: 1 case passed

  cases      1: 1 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 20.7% to 100.0%
  score      1.000, 95% interval 0.000 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     10 in, 5 out
  cost       unknown: 1 attempt gave no answer and may be charged for
  model      local/m
  run        20260103-000000-89025cc1
  signature  dataset:9403b2ec cases:1 repeats:1 reducer:pass^k prompt:836ed894
             suite:9840474a promptctl:0.1.0
[exit 0]
$ promptctl runs export latest --format jsonl
{"run":"20260103-000000-89025cc1","suite":"s","case":"a","target":"local/m","repeat":1,"tags":[],"group":null,"critical":false,"quarantined":false,"request":"2331a937c0d09d9a0d3a02308f6f1e6f275c3f77af4d37967165303baa8a4a27","passed":true,"score":1,"output":"fine","refusal":null,"finish_reason":"stop","model":"m","assertions":[{"type":"contains","metric":"","passed":true,"score":1,"weight":1,"required":true,"reason":""}],"reason":"","latency_ms":0,"ttft_ms":0,"queue_ms":0,"usage":{"input":10,"output":5,"cached":0},"cost_usd":"0.06","cached":false,"attempts":2,"error":null,"lost_cost_usd":null}
[exit 0]
$ promptctl report --about cost
p on s with local/m
  accepted: 1 case passed; run 20260103-000000-89025cc1

Cost
  total     unknown for 1 call; $0.0600 for the 1 whose cost is known
  per call  $0.0600, but for 1 attempt of unknown cost
  retries   1 attempt repeated
  lost      1 attempt gave no answer and may be charged for

  By kind of token
  kind    tokens     cost
  input       10  $0.0100
  output       5  $0.0500

  Most expensive
  case     cost  tokens in  tokens out
  a     $0.0600         10           5

  Prices: promptctl.yaml
[exit 0]
# Zero tokens with text are no count: the cost is unknown, and no threshold on it is met.
-- mock.yaml
rules: [{reply: "fine", usage: {input: 0, output: 0}}]
-- golden/s/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: contains, value: fine}, {type: cost, threshold: 1 USD}]
$ mock mock.yaml
$ clock 2026-01-04T00:00:00Z
$ promptctl eval --no-cache
NO VERDICT  p on s: no case has a verdict

  cases      1: 0 passed, 0 failed, 1 error
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  cost       unknown: no price or no usage for local/m
  model      local/m
  run        20260104-000000-89025cc1
  signature  dataset:9403b2ec cases:1 repeats:1 reducer:pass^k prompt:836ed894
             suite:88cf2b17 promptctl:0.1.0

  ERROR  a  score 0.500
    ? cost: the cost is not known: the model's price or the tokens used are
      missing, or an attempt without an answer may be charged
    reply fine
[exit 2]
# Searches have a price of their own, and without one the cost is unknown.
-- mock.yaml
rules: [{reply: "fine", usage: {input: 10, output: 5, searches: 3}}]
$ mock mock.yaml
$ promptctl eval --no-cache --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260104-000000-89025cc1","s","a","local/m",1,error,0.5,0,0,10,5,,false,"cost: the cost is not known: the model's price or the tokens used are missing, or an attempt without an answer may be charged","fine"
[exit 2]
-- promptctl.yaml
format: 1
providers:
  local: {type: openai, base_url: "${MOCK_URL}", retries: 1}
prices: {local/m: {input: 1000, output: 10000, search: 0.01}}
$ promptctl eval --no-cache --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260104-000000-89025cc1","s","a","local/m",1,passed,1,0,0,10,5,0.09,false,"","fine"
[exit 0]
# A budget counts what failed attempts cost, and repeats none that may pass it: the most that a call costs here is 0.119.
-- golden/s/suite.yaml
prompt: p
cases: cases.jsonl
budget: {max_cost: 0.15 USD}
assert: [{type: contains, value: fine}]
-- golden/s/cases.jsonl
{"id": "a", "vars": {"q": "one"}}
{"id": "b", "vars": {"q": "two"}}
-- mock.yaml
rules: [{reply: "fine", finish_reason: error, usage: {input: 10, output: 5}}]
$ mock mock.yaml
$ clock 2026-01-05T00:00:00Z
$ promptctl eval --no-cache -j 1
NO VERDICT  p on s: no case has a verdict

  cases      2: 0 passed, 0 failed, 2 errors
  latency    not measured
  cost       $0.0600
  model      local/m
  run        20260105-000000-89025cc1
  signature  dataset:14a98bef cases:2 repeats:1 reducer:pass^k prompt:836ed894
             suite:9dffa8f0 promptctl:0.1.0

  ERROR  a
    bad-response: the answer ends in the finish reason `error`

  ERROR  b
    over-budget: of the run's budget of $0.150, $0.0600 is spent, and this call
    may cost more than the rest
[exit 2]
# So does one that was cut: it counts with the most that it may have cost.
-- mock.yaml
rules: [{reply: "fine and well"}]
faults: [{kind: cut}]
$ mock mock.yaml
$ clock 2026-01-06T00:00:00Z
$ promptctl eval --no-cache -j 1
NO VERDICT  p on s: no case has a verdict

  cases      2: 0 passed, 0 failed, 2 errors
  latency    not measured
  cost       unknown: 1 attempt gave no answer and may be charged for
  model      local/m
  run        20260106-000000-89025cc1
  signature  dataset:14a98bef cases:2 repeats:1 reducer:pass^k prompt:836ed894
             suite:9dffa8f0 promptctl:0.1.0

  ERROR  a
    bad-response: the answer was cut short: transfer closed with outstanding
    read data remaining

  ERROR  b
    over-budget: of the run's budget of $0.150, $0.119 is spent, and this call
    may cost more than the rest
[exit 2]
-- mock.yaml
rules: [{reply: "fine", usage: {input: 10, output: 5}}]
$ mock mock.yaml
$ promptctl eval --no-cache -j 1 --resume --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260106-000000-89025cc1","s","a","local/m",1,error,,,,,,,false,"of the run's budget of $0.150, $0.119 is spent, and this call may cost more than the rest",""
"20260106-000000-89025cc1","s","b","local/m",1,error,,,,,,,false,"of the run's budget of $0.150, $0.119 is spent, and this call may cost more than the rest",""
[exit 2]
# A resumed run goes on with what it has spent, and keeps what was spent on results that it asks for again.
-- golden/s/suite.yaml
prompt: p
cases: cases.jsonl
budget: {max_cost: 0.40 USD}
assert: [{type: contains, value: fine}]
-- mock.yaml
rules: [{reply: "fine", finish_reason: error, usage: {input: 10, output: 5}}]
$ mock mock.yaml
$ clock 2026-01-07T00:00:00Z
$ promptctl eval --no-cache -j 1 --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260107-000000-89025cc1","s","a","local/m",1,error,,,,,,,false,"the answer ends in the finish reason `error`",""
"20260107-000000-89025cc1","s","b","local/m",1,error,,,,,,,false,"the answer ends in the finish reason `error`",""
[exit 2]
-- mock.yaml
rules: [{reply: "fine", usage: {input: 10, output: 5}}]
$ mock mock.yaml
$ promptctl eval --no-cache -j 1 --resume --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260107-000000-89025cc1","s","a","local/m",1,passed,1,0,0,10,5,0.06,false,"","fine"
"20260107-000000-89025cc1","s","b","local/m",1,error,,,,,,,false,"of the run's budget of $0.400, $0.300 is spent, and this call may cost more than the rest",""
[exit 2]
$ promptctl report --about cost
p on s with local/m
  error: 1 of 2 cases without a verdict, 0% tolerated; run
  20260107-000000-89025cc1

Cost
  total       $0.300 for 1 call
  per call    $0.150 (95% interval $0.00 to $0.531), lost attempts included
  per passed  $0.300 for each of 1 passed case
  lost        $0.240 for attempts that gave no answer
  budget      $0.300 spent of $0.400

  By kind of token
  kind    tokens     cost
  input       10  $0.0100
  output       5  $0.0500

  Most expensive
  case     cost  tokens in  tokens out
  a     $0.0600         10           5

  Prices: promptctl.yaml
[exit 0]
# A server that does not keep to the limit on output passes the budget once, and no further call starts.
-- golden/s/suite.yaml
prompt: p
cases: cases.jsonl
budget: {max_cost: 0.15 USD}
assert: [{type: contains, value: fine}]
-- mock.yaml
rules: [{reply: "fine", finish_reason: length, usage: {input: 10, output: 5000}}]
$ mock mock.yaml
$ clock 2026-01-20T00:00:00Z
$ promptctl eval --no-cache
NO VERDICT  p on s: 1 of 2 cases without a verdict, 0% tolerated

  cases      2: 1 passed, 0 failed, 1 error
  cut short  1 reply: length 1
  pass rate  100.0%, 95% interval 20.7% to 100.0%
  score      1.000, 95% interval 0.000 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     10 in, 5,000 out
  cost       $50.01, above the budget of $0.150
  model      local/m
  run        20260120-000000-89025cc1
  signature  dataset:14a98bef cases:2 repeats:1 reducer:pass^k prompt:836ed894
             suite:9dffa8f0 promptctl:0.1.0

  ERROR  b
    over-budget: of the run's budget of $0.150, $50.01 is spent, and this call
    may cost more than the rest: one cost $50.01, more than its limit on output
    allows
[exit 2]
# A critical case without a verdict is not tolerated.
-- golden/s/suite.yaml
prompt: p
cases: cases.jsonl
errors: {tolerate: 50%}
budget: {max_cost: 0.15 USD}
assert: [{type: contains, value: fine}]
-- golden/s/cases.jsonl
{"id": "a", "vars": {"q": "one"}}
{"id": "b", "vars": {"q": "two"}, "critical": true}
$ clock 2026-01-21T00:00:00Z
$ promptctl eval --no-cache -j 1
NO VERDICT  p on s: 1 critical case without a verdict

  cases      2: 1 passed, 0 failed, 1 error
  cut short  1 reply: length 1
  pass rate  100.0%, 95% interval 20.7% to 100.0%
  score      1.000, 95% interval 0.000 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     10 in, 5,000 out
  cost       $50.01, above the budget of $0.150
  model      local/m
  run        20260121-000000-89025cc1
  signature  dataset:1d2ac946 cases:2 repeats:1 reducer:pass^k prompt:836ed894
             suite:4653c011 promptctl:0.1.0

  ERROR  b (critical)
    over-budget: of the run's budget of $0.150, $50.01 is spent, and this call
    may cost more than the rest: one cost $50.01, more than its limit on output
    allows
[exit 2]
