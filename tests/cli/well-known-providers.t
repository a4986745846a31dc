# A well-known name needs no entry; without its key nothing is sent.
-- prompts/p.prompt
---
model: groq/llama
---
Hi
-- golden/p/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: contains, value: a}]
-- golden/p/cases.jsonl
{"id": "c"}
$ promptctl lint
no errors in 1 prompt, 1 suite and 1 case
[exit 0]
$ promptctl eval --no-cache
NO VERDICT  p on p: no case has a verdict

  cases      1: 0 passed, 0 failed, 1 error
  latency    not measured
  cost       nothing was called
  model      groq/llama
  run        20260102-030405-89025cc1
  signature  dataset:e5c0e0ed cases:1 repeats:1 reducer:pass^k prompt:2e66a5eb
             suite:0785b96e promptctl:0.1.0

  ERROR  c
    authentication: the environment variable GROQ_API_KEY is not set
[exit 2]
# Its key goes to no other address, unless the file says so.
-- promptctl.yaml
format: 1
providers: {groq: {base_url: "${MOCK_URL}"}}
-- mock.yaml
rules: [{reply: "a"}]
$ mock mock.yaml
$ promptctl eval --no-cache --target groq/other
NO VERDICT  p on p: 1 of 2 cases without a verdict, 0% tolerated

  cases      2: 1 passed, 0 failed, 1 error
  pass rate  100.0%, 95% interval 20.7% to 100.0%
  score      1.000, 95% interval 0.000 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     1 in, 1 out
  cost       unknown: no price or no usage for groq/other
  model      groq/other
  run        20260102-030405-89025cc1
  signature  dataset:e5c0e0ed cases:2 repeats:1 reducer:pass^k prompt:2e66a5eb
             suite:0785b96e promptctl:0.1.0

  ERROR  c
    authentication: the environment variable GROQ_API_KEY is not set
[exit 2]
# A name that is nobody's.
$ promptctl eval --no-cache --target grok/llama
[stderr]
error[unknown-provider]: `grok/llama` names no provider of this registry
  hint: did you mean `groq`?
1 error, 0 warnings
[exit 1]
