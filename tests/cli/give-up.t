# A provider that is down is not asked a thousand times, and what it ended in is said once.
-- promptctl.yaml
format: 1
providers:
  chat: {type: openai, base_url: "${MOCK_URL}", give_up_after: 3, concurrency: 1}
-- prompts/p.prompt
---
model: chat/no-such-model
input: {schema: {n: integer}}
---
{{n}}
-- golden/p/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: contains, value: a}]
-- golden/p/cases.jsonl
{"id": "a", "vars": {"n": 1}}
{"id": "b", "vars": {"n": 2}}
{"id": "c", "vars": {"n": 3}}
{"id": "d", "vars": {"n": 4}}
{"id": "e", "vars": {"n": 5}}
{"id": "f", "vars": {"n": 6}}
-- mock.yaml
rules:
  - {when: {model: m}, reply: "a"}
$ mock mock.yaml
$ promptctl eval --no-cache
NO VERDICT  p on p: no case has a verdict

  cases      6: 0 passed, 0 failed, 6 errors
  latency    not measured
  cost       $0.00
  model      chat/no-such-model
  run        20260102-030405-89025cc1
  signature  dataset:b717bb2e cases:6 repeats:1 reducer:pass^k prompt:a481c341
             suite:0785b96e promptctl:0.1.0

  ERROR  a and 2 more
    invalid-request: HTTP 404: no rule of the script fits this request

  ERROR  d and 2 more
    invalid-request: not asked, as 3 calls in a row ended in this: HTTP 404: no
    rule of the script fits this request
[exit 2]
