# One prompt, asked of a model behind each API: one script answers in the wire format of each.
-- promptctl.yaml
format: 1
providers:
  chat: {type: openai, base_url: "${MOCK_URL}"}
  responses: {type: openai-responses, base_url: "${MOCK_URL}"}
  anthropic: {base_url: "${MOCK_URL}"}
  google: {base_url: "${MOCK_URL}"}
  azure: {type: azure, base_url: "${MOCK_URL}", api_version: 2024-10-21}
  mistral: {base_url: "${MOCK_URL}"}
  ollama: {base_url: "${MOCK_URL}"}
-- prompts/capital.prompt
---
config: {maxOutputTokens: 20, temperature: 0}
input: {schema: {country: string}}
---
{{role "system"}}
Answer in one word.
{{role "user"}}
What is the capital of {{country}}?
-- golden/capital/suite.yaml
prompt: capital
targets: [chat/m, responses/m, anthropic/m, google/m, azure/m, mistral/m, ollama/m]
cases: cases.jsonl
assert:
  - {type: equals, value: "{{expected}}"}
  - {type: finish-reason, value: stop}
-- golden/capital/cases.jsonl
{"id": "peru", "vars": {"country": "Peru"}, "expected": "Lima"}
{"id": "chad", "vars": {"country": "Chad"}, "expected": "Lima"}
-- mock.yaml
rules: [{reply: "Lima"}]
$ mock mock.yaml
$ promptctl eval --no-cache
ACCEPTED  capital on capital: 2 cases passed

  cases      2: 2 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 34.2% to 100.0%
  score      1.000, 95% interval 0.000 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     26 in, 2 out
  cost       unknown: no price or no usage for chat/m
  model      chat/m
  run        20260102-030405-89025cc1
  signature  dataset:e48c6f3b cases:2 repeats:1 reducer:pass^k prompt:4bea44d4
             suite:ceba91aa promptctl:0.1.0

ACCEPTED  capital on capital: 2 cases passed

  cases      2: 2 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 34.2% to 100.0%
  score      1.000, 95% interval 0.000 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     26 in, 2 out
  cost       unknown: no price or no usage for responses/m
  model      responses/m
  run        20260102-030405-1c9756ce
  signature  dataset:e48c6f3b cases:2 repeats:1 reducer:pass^k prompt:4bea44d4
             suite:ceba91aa promptctl:0.1.0

ACCEPTED  capital on capital: 2 cases passed

  cases      2: 2 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 34.2% to 100.0%
  score      1.000, 95% interval 0.000 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     26 in, 2 out
  cost       unknown: no price or no usage for anthropic/m
  model      anthropic/m
  run        20260102-030405-db018fed
  signature  dataset:e48c6f3b cases:2 repeats:1 reducer:pass^k prompt:4bea44d4
             suite:ceba91aa promptctl:0.1.0

ACCEPTED  capital on capital: 2 cases passed

  cases      2: 2 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 34.2% to 100.0%
  score      1.000, 95% interval 0.000 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     26 in, 2 out
  cost       unknown: no price or no usage for google/m
  model      google/m
  run        20260102-030405-e2338aca
  signature  dataset:e48c6f3b cases:2 repeats:1 reducer:pass^k prompt:4bea44d4
             suite:ceba91aa promptctl:0.1.0

ACCEPTED  capital on capital: 2 cases passed

  cases      2: 2 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 34.2% to 100.0%
  score      1.000, 95% interval 0.000 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     26 in, 2 out
  cost       unknown: no price or no usage for azure/m
  model      azure/m
  run        20260102-030405-a389c35a
  signature  dataset:e48c6f3b cases:2 repeats:1 reducer:pass^k prompt:4bea44d4
             suite:ceba91aa promptctl:0.1.0

ACCEPTED  capital on capital: 2 cases passed

  cases      2: 2 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 34.2% to 100.0%
  score      1.000, 95% interval 0.000 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  cost       unknown: no price or no usage for mistral/m
  model      mistral/m
  run        20260102-030405-adefe000
  signature  dataset:e48c6f3b cases:2 repeats:1 reducer:pass^k prompt:4bea44d4
             suite:ceba91aa promptctl:0.1.0

ACCEPTED  capital on capital: 2 cases passed

  cases      2: 2 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 34.2% to 100.0%
  score      1.000, 95% interval 0.000 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     26 in, 2 out
  cost       unknown: no price or no usage for ollama/m
  model      ollama/m
  run        20260102-030405-59320dd7
  signature  dataset:e48c6f3b cases:2 repeats:1 reducer:pass^k prompt:4bea44d4
             suite:ceba91aa promptctl:0.1.0
[exit 0]
# What a model can't be sent is said before anything is, and each of them in its own file.
-- golden/capital/suite.yaml
prompt: capital
targets: [anthropic/claude-opus-4-8, anthropic/claude-opus-4-1]
cases: cases.jsonl
assert: [{type: equals, value: "{{expected}}"}]
$ promptctl eval --no-cache
[stderr]
prompts/capital.prompt:2:44: error[unsupported-parameter]: `temperature` can't be sent to `anthropic/claude-opus-4-8`
    config: {maxOutputTokens: 20, temperature: 0}
                                               ^
  hint: take it out, or write `omit: [temperature]` for `anthropic` in promptctl.yaml
1 error, 0 warnings
[exit 1]
# Any other API, as promptctl.yaml describes it: here the mock server's, asked as if nobody knew it.
-- promptctl.yaml
format: 1
providers:
  own:
    type: http
    base_url: "${MOCK_URL}/chat/completions"
    body: {model: "{{model}}", messages: "{{messages}}", max_completion_tokens: "{{maxOutputTokens}}"}
    answer: {text: /choices/0/message/content, finish_reason: /choices/0/finish_reason, input_tokens: /usage/prompt_tokens}
-- golden/capital/suite.yaml
prompt: capital
targets: [own/m]
cases: cases.jsonl
assert: [{type: equals, value: "{{expected}}"}]
$ promptctl eval --no-cache
[stderr]
prompts/capital.prompt:2:44: error[unsupported-parameter]: `temperature` can't be sent to `own/m`
    config: {maxOutputTokens: 20, temperature: 0}
                                               ^
  hint: take it out, or write `omit: [temperature]` for `own` in promptctl.yaml
1 error, 0 warnings
[exit 1]
-- prompts/capital.prompt
---
config: {maxOutputTokens: 20}
input: {schema: {country: string}}
---
What is the capital of {{country}}?
$ promptctl eval --no-cache --cases 1 --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260102-030405-89025cc1","capital","peru","chat/m",1,passed,1,0,0,13,1,,false,"","Lima"
"20260102-030405-89025cc1","capital","peru","own/m",1,passed,1,0,,8,1,,false,"","Lima"
"20260102-030405-89025cc1","capital","chad","chat/m",1,passed,1,0,0,13,1,,false,"","Lima"
"20260102-030405-89025cc1","capital","chad","own/m",1,passed,1,0,,8,1,,false,"","Lima"
[exit 0]
-- promptctl.yaml
format: 1
providers:
  a: {type: http, base_url: "https://h", body: {q: "{{question}}"}, answer: {txt: /a, model: b}, streaming: lines}
  b: {type: http, base_url: "https://h"}
$ promptctl lint
golden/capital/suite.yaml:2:10: error[unknown-provider]: `own/m` names no provider of this registry
    targets: [own/m]
             ^
  hint: describe it under `providers:` in promptctl.yaml
promptctl.yaml:3:52: error[unknown-choice]: a body can't be filled with `question`
    …p, base_url: "https://h", body: {q: "{{question}}"}, answer: {txt: /a, …
                                         ^
  hint: messages, text, last, system, model, stream, json, schema, texts, dimensions, or a name of a prompt's `config`
promptctl.yaml:3:77: error[missing-key]: `text` is missing
    … body: {q: "{{question}}"}, answer: {txt: /a, model: b}, streaming: lin…
                                         ^
promptctl.yaml:3:78: error[unknown-key]: unknown key `txt`
    …body: {q: "{{question}}"}, answer: {txt: /a, model: b}, streaming: line…
                                         ^
  hint: did you mean `text`?
promptctl.yaml:3:94: error[bad-pointer]: `b` is no JSON Pointer
    …stion}}"}, answer: {txt: /a, model: b}, streaming: lines}
                                         ^
  hint: write /choices/0/text
promptctl.yaml:3:109: error[missing-key]: `answer.finish_reason` is missing: how does a stream that was cut differ?
    …er: {txt: /a, model: b}, streaming: lines}
                                         ^
promptctl.yaml:4:6: error[missing-key]: `body` is missing
      b: {type: http, base_url: "https://h"}
         ^
promptctl.yaml:4:6: error[missing-key]: `answer` is missing
      b: {type: http, base_url: "https://h"}
         ^
8 errors, 0 warnings
[exit 1]
# What is another provider's key is unknown here.
-- promptctl.yaml
format: 1
providers:
  a: {type: gemini, base_url: "https://h", max_tokens_parameter: max_tokens}
  b: {type: anthropic, base_url: "https://h", max_tokens: 0}
  c: {type: bedrok, base_url: "https://h"}
$ promptctl lint
golden/capital/suite.yaml:2:10: error[unknown-provider]: `own/m` names no provider of this registry
    targets: [own/m]
             ^
  hint: describe it under `providers:` in promptctl.yaml
promptctl.yaml:3:44: error[unknown-key]: unknown key `max_tokens_parameter`
    …ype: gemini, base_url: "https://h", max_tokens_parameter: max_tokens}
                                         ^
  hint: known keys: type, base_url, api_key, headers, proxy, ca_file, concurrency, retries, give_up_after, timeouts, limits, finish_reasons, omit, think_tags, schemas, max_data_class
promptctl.yaml:4:59: error[out-of-range]: `max_tokens` must be a whole number from 1 to 10000000
      b: {type: anthropic, base_url: "https://h", max_tokens: 0}
                                                              ^
promptctl.yaml:5:13: error[unknown-choice]: `type` can't be `bedrok`
      c: {type: bedrok, base_url: "https://h"}
                ^
  hint: did you mean `bedrock`?
4 errors, 0 warnings
[exit 1]
