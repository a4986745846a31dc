# The second run is served from the cache, marked as such, and calls nothing.
-- promptctl.yaml
format: 1
providers: {local: {type: openai, base_url: "${MOCK_URL}"}}
prices: {local/m: {input: 2, output: 10}}
-- prompts/p.prompt
---
model: local/m
input: {schema: {q: string}}
---
{{q}}
-- golden/s/suite.yaml
prompt: p
cases: cases.jsonl
repeat: 2
assert: [{type: equals, value: "{{q}}"}]
-- golden/s/cases.jsonl
{"id": "a", "vars": {"q": "one"}}
-- mock.yaml
rules: [{reply: "{{last}}", usage: {input: 100, output: 10}}]
$ mock mock.yaml
$ promptctl eval --record tape.jsonl
ACCEPTED  p on s: 1 case passed

  cases      1: 1 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 20.7% to 100.0%
  score      1.000, 95% interval 0.000 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     200 in, 20 out
  cost       $0.000600
  model      local/m
  run        20260102-030405-89025cc1
  signature  dataset:9403b2ec cases:1 repeats:2 reducer:pass^k prompt:fcdc0795
             suite:5823ebc1 promptctl:0.1.0
[stderr]
recorded 2 replies in tape.jsonl
[exit 0]
$ cat tape.jsonl
{"request":"61eef0a17d2056caefceed4db4bc3b4f4dda44e0a876995fbf965ca5e965209a","output":"one","finish_reason":"stop","model":"m","usage":{"input":100,"output":10,"cached":0},"latency_ms":0,"ttft_ms":0}
{"request":"f235e3ca1a670ddfe169295574def71aa8e75f84b2a7cfb4f1aad7ee05c8cdb7","output":"one","finish_reason":"stop","model":"m","usage":{"input":100,"output":10,"cached":0},"latency_ms":0,"ttft_ms":0}
$ promptctl cache stat
2 replies, 400 bytes
[exit 0]
$ promptctl eval
ACCEPTED  p on s: 1 case passed

  cases      1: 1 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 20.7% to 100.0%
  score      1.000, 95% interval 0.000 to 1.000
  latency    not measured (2 replayed, not counted)
  tokens     200 in, 20 out
  cost       $0.000600
  model      local/m
  run        20260102-030405-89025cc1
  signature  dataset:9403b2ec cases:1 repeats:2 reducer:pass^k prompt:fcdc0795
             suite:5823ebc1 promptctl:0.1.0
[exit 0]
# Another address is another provider: what the first one answered does not pass for its answers.
-- mock.yaml
rules: [{reply: "changed"}]
$ mock --moved mock.yaml
$ promptctl eval --cases 0
REJECTED  p on s: 1 case failed

  cases      1: 0 passed, 1 failed, 0 errors
  pass rate  0.0%, 95% interval 0.0% to 79.3%
  score      0.000, 95% interval 0.000 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     2 in, 4 out
  cost       $0.0000440
  model      local/m
  run        20260102-030405-89025cc1
  signature  dataset:9403b2ec cases:1 repeats:2 reducer:pass^k prompt:fcdc0795
             suite:5823ebc1 promptctl:0.1.0

  and 2 more: promptctl runs show 20260102-030405-89025cc1 --cases 2
[exit 1]
# Without the cache the model is asked again.
$ promptctl eval --no-cache --cases 1
REJECTED  p on s: 1 case failed

  cases      1: 0 passed, 1 failed, 0 errors
  pass rate  0.0%, 95% interval 0.0% to 79.3%
  score      0.000, 95% interval 0.000 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     2 in, 4 out
  cost       $0.0000440
  model      local/m
  run        20260102-030405-89025cc1
  signature  dataset:9403b2ec cases:1 repeats:2 reducer:pass^k prompt:fcdc0795
             suite:5823ebc1 promptctl:0.1.0

  FAILED  a #1  score 0.000
    ✗ equals: expected "one", not "changed"
    reply changed

  and 1 more: promptctl runs show 20260102-030405-89025cc1 --cases 2
[exit 1]
# Offline and without cassette or cache there is no reply, and that is an error.
$ promptctl cache clear
forgot 4 replies
[exit 0]
$ promptctl eval --offline
NO VERDICT  p on s: no case has a verdict

  cases      1: 0 passed, 0 failed, 1 error
  latency    not measured
  cost       nothing was called
  model      local/m
  run        offline-7234c8ed4999
  signature  dataset:9403b2ec cases:1 repeats:2 reducer:pass^k prompt:fcdc0795
             suite:5823ebc1 promptctl:0.1.0

  ERROR  a #1 and 1 more
    not-recorded: offline, and this request's reply is neither on the cassette
    nor in the cache
[exit 2]
# The same offline run is the same bytes, and one record.
$ promptctl runs list
RUN                      STARTED               SUITE                  PASSED  VERDICT
20260102-030405-89025cc1 2026-01-02 03:04:05Z  s                         0/1  rejected
offline-7234c8ed4999     2026-01-02 03:04:05Z  s                         0/1  error
[exit 0]
# A damaged cache is put aside, and the run goes on.
-- .promptctl/cache.db
no database
$ promptctl eval --offline
NO VERDICT  p on s: no case has a verdict

  cases      1: 0 passed, 0 failed, 1 error
  latency    not measured
  cost       nothing was called
  model      local/m
  run        offline-7234c8ed4999
  signature  dataset:9403b2ec cases:1 repeats:2 reducer:pass^k prompt:fcdc0795
             suite:5823ebc1 promptctl:0.1.0

  ERROR  a #1 and 1 more
    not-recorded: offline, and this request's reply is neither on the cassette
    nor in the cache
[stderr]
note: the cache was damaged: the file is cache.db.damaged now, and a new one is begun
[exit 2]
$ promptctl cache stat
0 replies, 0 bytes
[exit 0]
$ cat .promptctl/cache.db.damaged
no database
