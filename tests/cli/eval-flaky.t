# Cases whose repeats differ are flaky; the reducer decides what becomes of them.
-- promptctl.yaml
format: 1
providers: {local: {type: openai, base_url: "http://127.0.0.1:1/v1"}}
-- prompts/p.prompt
---
model: local/m
input: {schema: {q: string}}
---
{{q}}
-- golden/s/cases.yaml
- {id: sure, vars: {q: sure}}
- {id: mostly, vars: {q: mostly}}
- {id: rarely, vars: {q: rarely}}
-- golden/s/cassette.jsonl
{"request":"146a4d2b15705d784654ba716fe133762c8ed0e0ef8c89228b793e06e80550ef","output":"yes","finish_reason":"stop","model":"m","usage":{"input":2,"output":2,"cached":0},"latency_ms":100,"ttft_ms":90}
{"request":"1970d5692b14a84740f5d57d01d35e0ed19767979c11bf9b4a0ddb54bb9ffdb9","output":"yes","finish_reason":"stop","model":"m","usage":{"input":2,"output":1,"cached":0},"latency_ms":100,"ttft_ms":90}
{"request":"2471eb924788703a08c5b3be8d60af415038b124ed1ee65fecaf34b4ab6813c6","output":"yes","finish_reason":"stop","model":"m","usage":{"input":2,"output":2,"cached":0},"latency_ms":100,"ttft_ms":90}
{"request":"266354a4dc9c7aefa023051d13de8c5b3637dbe6b4625c8bd20d7a9743c04efe","output":"yes","finish_reason":"stop","model":"m","usage":{"input":2,"output":1,"cached":0},"latency_ms":100,"ttft_ms":90}
{"request":"3fb7afb602a6de63377fbbe7a7aa11da89fecaac56a9da50bd2273f8f9a38872","output":"yes","finish_reason":"stop","model":"m","usage":{"input":2,"output":1,"cached":0},"latency_ms":100,"ttft_ms":90}
{"request":"45c120a30b7e73bfdf345c1b197ad28d350e245ec8ffca81fb8f8c20298366a1","output":"no","finish_reason":"stop","model":"m","usage":{"input":2,"output":2,"cached":0},"latency_ms":100,"ttft_ms":90}
{"request":"461630952565ecfd0302b4a6c145fa57edd32d23ef90fcc90e39a33129732cb1","output":"yes","finish_reason":"stop","model":"m","usage":{"input":2,"output":2,"cached":0},"latency_ms":100,"ttft_ms":90}
{"request":"ac29d909fc435e8286d282e2005dff9fef13c693bb5a9a13c95bf9b319682d3a","output":"no","finish_reason":"stop","model":"m","usage":{"input":2,"output":2,"cached":0},"latency_ms":100,"ttft_ms":90}
{"request":"b901c1a63a6494d2ab41dfab4631cd6d9d6fa5ef2c5d26c76186ab8f2fb5d250","output":"no","finish_reason":"stop","model":"m","usage":{"input":2,"output":2,"cached":0},"latency_ms":100,"ttft_ms":90}
-- golden/s/suite.yaml
prompt: p
cases: cases.yaml
repeat: 3
reduce: pass^k
assert: [{type: equals, value: "yes"}]
$ promptctl eval p --offline --cases 0
REJECTED  p on s: 2 cases failed

  cases      3: 1 passed, 2 failed, 0 errors
  flaky      2 cases: mostly, rarely
  pass rate  33.3%, 95% interval 6.1% to 79.2%
  score      0.667, 95% interval 0.060 to 1.000
  latency    not measured (9 replayed, not counted)
  tokens     18 in, 15 out
  cost       unknown: no price or no usage for local/m
  model      local/m
  run        offline-1f8da2c91fe4
  signature  dataset:1df22cd9 cases:3 repeats:3 reducer:pass^k prompt:fcdc0795
             suite:af658c26 promptctl:0.1.0

  and 3 more: promptctl runs show offline-1f8da2c91fe4 --cases 3
[exit 1]
-- golden/s/suite.yaml
prompt: p
cases: cases.yaml
repeat: 3
reduce: pass@k
assert: [{type: equals, value: "yes"}]
$ promptctl eval p --offline --cases 0
ACCEPTED  p on s: 3 cases passed

  cases      3: 3 passed, 0 failed, 0 errors
  flaky      2 cases: mostly, rarely
  pass rate  100.0%, 95% interval 43.9% to 100.0%
  score      0.667, 95% interval 0.060 to 1.000
  latency    not measured (9 replayed, not counted)
  tokens     18 in, 15 out
  cost       unknown: no price or no usage for local/m
  model      local/m
  run        offline-64e5dc5ae7ce
  signature  dataset:1df22cd9 cases:3 repeats:3 reducer:pass@k prompt:fcdc0795
             suite:33cd725a promptctl:0.1.0

  and 3 more: promptctl runs show offline-64e5dc5ae7ce --cases 3
[exit 0]
-- golden/s/suite.yaml
prompt: p
cases: cases.yaml
repeat: 3
reduce: majority
assert: [{type: equals, value: "yes"}]
$ promptctl eval p --offline --cases 0
REJECTED  p on s: 1 case failed

  cases      3: 2 passed, 1 failed, 0 errors
  flaky      2 cases: mostly, rarely
  pass rate  66.7%, 95% interval 20.8% to 93.9%
  score      0.667, 95% interval 0.060 to 1.000
  latency    not measured (9 replayed, not counted)
  tokens     18 in, 15 out
  cost       unknown: no price or no usage for local/m
  model      local/m
  run        offline-25efae610f6f
  signature  dataset:1df22cd9 cases:3 repeats:3 reducer:majority prompt:fcdc0795
             suite:118c29d1 promptctl:0.1.0

  and 3 more: promptctl runs show offline-25efae610f6f --cases 3
[exit 1]
-- golden/s/suite.yaml
prompt: p
cases: cases.yaml
repeat: 3
reduce: mean
assert: [{type: equals, value: "yes"}]
$ promptctl eval p --offline --cases 0
REJECTED  p on s: 1 case failed

  cases      3: 2 passed, 1 failed, 0 errors
  flaky      2 cases: mostly, rarely
  pass rate  66.7%, 95% interval 6.0% to 100.0%
  score      0.667, 95% interval 0.060 to 1.000
  latency    not measured (9 replayed, not counted)
  tokens     18 in, 15 out
  cost       unknown: no price or no usage for local/m
  model      local/m
  run        offline-f7f8a9cf8b1e
  signature  dataset:1df22cd9 cases:3 repeats:3 reducer:mean prompt:fcdc0795
             suite:817d84eb promptctl:0.1.0

  and 3 more: promptctl runs show offline-f7f8a9cf8b1e --cases 3
[exit 1]
