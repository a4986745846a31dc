# What a provider answers when it fails is never judged as the model's answer.
-- promptctl.yaml
format: 1
providers:
  local: {type: openai, base_url: "${MOCK_URL}", retries: 0}
-- prompts/p.prompt
---
model: local/m
input: {schema: {q: string}}
---
{{q}}
-- golden/s/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: not-contains, value: "sorry"}]
-- golden/s/cases.jsonl
{"id": "a", "vars": {"q": "one"}}
-- mock.yaml
rules:
  - reply: "fine"
faults: [{kind: status, status: 503}]
$ mock mock.yaml
$ promptctl eval --no-cache
NO VERDICT  p on s: no case has a verdict

  cases      1: 0 passed, 0 failed, 1 error
  latency    not measured
  cost       $0.00
  model      local/m
  run        20260102-030405-89025cc1
  signature  dataset:9403b2ec cases:1 repeats:1 reducer:pass^k prompt:fcdc0795
             suite:60d91ef7 promptctl:0.1.0

  ERROR  a
    server: HTTP 503: scripted 503
[exit 2]
# A cut stream is an error and no short answer.
-- mock.yaml
rules: [{reply: "one two three four five six"}]
faults: [{kind: cut}]
$ mock mock.yaml
$ promptctl eval --no-cache
NO VERDICT  p on s: no case has a verdict

  cases      1: 0 passed, 0 failed, 1 error
  latency    not measured
  cost       unknown: 1 attempt gave no answer and may be charged for
  model      local/m
  run        20260102-030405-89025cc1
  signature  dataset:9403b2ec cases:1 repeats:1 reducer:pass^k prompt:fcdc0795
             suite:60d91ef7 promptctl:0.1.0

  ERROR  a
    bad-response: the answer was cut short: transfer closed with outstanding
    read data remaining
[exit 2]
# Malformed JSON is an error.
-- mock.yaml
rules: [{reply: "one two three"}]
faults: [{kind: malformed}]
$ mock mock.yaml
$ promptctl eval --no-cache
NO VERDICT  p on s: no case has a verdict

  cases      1: 0 passed, 0 failed, 1 error
  latency    not measured
  cost       unknown: 1 attempt gave no answer and may be charged for
  model      local/m
  run        20260102-030405-89025cc1
  signature  dataset:9403b2ec cases:1 repeats:1 reducer:pass^k prompt:fcdc0795
             suite:60d91ef7 promptctl:0.1.0

  ERROR  a
    bad-response: an event of the stream is not JSON: {"choices": [
[exit 2]
# A permanent 429 ends after the configured attempts.
-- promptctl.yaml
format: 1
providers:
  local: {type: openai, base_url: "${MOCK_URL}", retries: 1}
-- mock.yaml
rules: [{reply: "fine"}]
faults: [{kind: status, status: 429, retry_after: 10ms}]
$ mock mock.yaml
$ promptctl eval --no-cache
NO VERDICT  p on s: no case has a verdict

  cases      1: 0 passed, 0 failed, 1 error
  latency    not measured
  cost       $0.00
  model      local/m
  run        20260102-030405-89025cc1
  signature  dataset:9403b2ec cases:1 repeats:1 reducer:pass^k prompt:fcdc0795
             suite:60d91ef7 promptctl:0.1.0

  ERROR  a
    rate-limited: HTTP 429: scripted 429 (after 2 attempts)
[exit 2]
# What passes after a retry passes, and says how many attempts it took.
-- mock.yaml
rules: [{reply: "fine", usage: {input: 5, output: 1}}]
faults: [{kind: status, status: 500, first: 1}]
$ mock mock.yaml
$ promptctl eval --no-cache --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260102-030405-89025cc1","s","a","local/m",1,passed,1,0,0,5,1,,false,"","fine"
[exit 0]
# Errors within the suite's tolerance leave a verdict, without any case passing by it.
-- golden/s/suite.yaml
prompt: p
cases: cases.jsonl
errors: {tolerate: 50%}
assert: [{type: not-contains, value: "sorry"}]
-- golden/s/cases.jsonl
{"id": "a", "vars": {"q": "one"}}
{"id": "b", "vars": {"q": "two"}}
-- mock.yaml
rules:
  - {when: {text: "one"}, reply: "fine"}
$ mock mock.yaml
$ promptctl eval --no-cache
ACCEPTED  p on s: 1 case passed

  cases      2: 1 passed, 0 failed, 1 error
  pass rate  100.0%, 95% interval 20.7% to 100.0%
  score      1.000, 95% interval 0.000 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     1 in, 1 out
  cost       unknown: no price or no usage for local/m
  model      local/m
  run        20260102-030405-89025cc1
  signature  dataset:14a98bef cases:2 repeats:1 reducer:pass^k prompt:fcdc0795
             suite:5c507482 promptctl:0.1.0

  ERROR  b
    invalid-request: HTTP 404: no rule of the script fits this request
[exit 0]
# A key that is not set is said once a case, and nothing is sent.
-- promptctl.yaml
format: 1
providers:
  local: {type: openai, base_url: "${MOCK_URL}", api_key: "${NO_SUCH_KEY}"}
$ promptctl eval --no-cache --first 1
NO VERDICT  p on s: no case has a verdict

  cases      2: 0 passed, 0 failed, 2 errors
  latency    not measured
  cost       $0.00
  model      local/m
  run        20260102-030405-89025cc1
  signature  dataset:14a98bef cases:2 repeats:1 reducer:pass^k prompt:fcdc0795
             suite:5c507482 promptctl:0.1.0

  ERROR  a
    authentication: the environment variable NO_SUCH_KEY is not set

  ERROR  b
    invalid-request: HTTP 404: no rule of the script fits this request
[exit 2]
