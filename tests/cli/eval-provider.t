# A provider's own words for how an answer ends are mapped in promptctl.yaml; any other ends in an error that names it.
-- promptctl.yaml
format: 1
providers:
  local: {type: openai, base_url: "${MOCK_URL}", retries: 0, finish_reasons: {eos_token: stop}}
-- prompts/p.prompt
---
model: local/m
input: {schema: {q: string}}
---
{{q}}
-- golden/s/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: contains, value: fine}]
-- golden/s/cases.jsonl
{"id": "known", "vars": {"q": "one"}}
{"id": "unknown", "vars": {"q": "two"}}
{"id": "error", "vars": {"q": "three"}}
-- mock.yaml
rules:
  - {when: {text: one}, reply: fine, finish_reason: eos_token}
  - {when: {text: two}, reply: fine, finish_reason: abort}
  - {when: {text: three}, reply: fine, finish_reason: error}
$ mock mock.yaml
$ promptctl eval --no-cache
NO VERDICT  p on s: 2 of 3 cases without a verdict, 0% tolerated

  cases      3: 1 passed, 0 failed, 2 errors
  pass rate  100.0%, 95% interval 20.7% to 100.0%
  score      1.000, 95% interval 0.000 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     1 in, 1 out
  cost       unknown: no price or no usage for local/m; 2 attempts gave no
             answer and may be charged for
  model      local/m
  run        20260102-030405-89025cc1
  signature  dataset:da89eba9 cases:3 repeats:1 reducer:pass^k prompt:fcdc0795
             suite:9840474a promptctl:0.1.0

  ERROR  unknown
    unusable: the answer ends in the finish reason `abort`, which `openai` does
    not know; if that marks a whole answer, say so under `finish_reasons` of the
    provider in promptctl.yaml

  ERROR  error
    bad-response: the answer ends in the finish reason `error`
[exit 2]
# An answer without text is judged, and asked for once.
-- golden/s/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: finish-reason, value: content_filter}, {type: is-refusal}]
-- golden/s/cases.jsonl
{"id": "filtered", "vars": {"q": "one"}}
-- mock.yaml
rules: [{reply: "", finish_reason: content_filter}]
$ mock mock.yaml
$ clock 2026-01-03T00:00:00Z
$ promptctl eval --no-cache --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260103-000000-89025cc1","s","filtered","local/m",1,passed,1,0,,1,0,,false,"",""
[exit 0]
# What promptctl.yaml says of a provider is checked.
-- promptctl.yaml
format: 1
providers:
  a: {type: openai, base_url: "https://h", finish_reasons: {eos_token: stopp}}
  b: {type: openai, base_url: "https://h", headers: {"X Y": z, X-Team: "a\nb"}}
  c: {type: openai, base_url: "https://h", proxy: "http://me:hunter2@proxy:3128", retries: many}
  d: {type: openai, base_url: "http://h/v1", api_key: "${KEY}"}
  e: {type: openai, base_url: "http://h/v1"}
  f: {type: openai, base_url: "http://127.0.0.1:1/v1", api_key: "${KEY}"}
  local: {type: openai, base_url: "${MOCK_URL}"}
$ promptctl lint
promptctl.yaml:3:72: error[unknown-choice]: `eos_token` can't be `stopp`
    …s://h", finish_reasons: {eos_token: stopp}}
                                         ^
  hint: did you mean `stop`?
promptctl.yaml:4:54: error[bad-header]: `X Y` is no name of a header
    …i, base_url: "https://h", headers: {"X Y": z, X-Team: "a\nb"}}
                                         ^
promptctl.yaml:4:72: error[bad-header]: `X-Team` holds a control character
    …s://h", headers: {"X Y": z, X-Team: "a\nb"}}
                                         ^
  hint: a header is one line: `>-` folds lines in YAML
promptctl.yaml:5:51: error[secret-in-file]: `proxy` must name an environment variable, not hold the secret itself
    …enai, base_url: "https://h", proxy: "http://xxxxxxxxxx@proxy:3128", ret…
                                         ^
  hint: write ${NAME}, and if this secret was ever committed, revoke it
promptctl.yaml:5:92: error[wrong-kind]: `retries` must be a number, not text
    …://xxxxxxxxxx@proxy:3128", retries: many}
                                         ^
promptctl.yaml:6:31: warning[plain-http]: the key of `d` goes to h over http://, where everyone between can read it
      d: {type: openai, base_url: "http://h/v1", api_key: "${KEY}"}
                                  ^
  hint: use https://, or reach the server through a tunnel to 127.0.0.1
5 errors, 1 warning
[exit 1]
# What is documented is taken: a scheme before a variable, and names that hold "key" or "token" without being one.
-- promptctl.yaml
format: 1
providers:
  local:
    type: openai
    base_url: ${MOCK_URL}
    max_tokens_parameter: max_tokens
    headers: {Authorization: "Bearer ${TOKEN}", x-portkey-provider: openai}
-- prompts/p.prompt
---
model: local/m
config: {maxOutputTokens: 7}
input: {schema: {q: string}}
---
{{q}}
$ promptctl lint
no errors in 1 prompt, 1 suite and 1 case
[exit 0]
$ promptctl render p --var q=one --request
{
  "model": "m",
  "messages": [
    {
      "role": "user",
      "content": "one"
    }
  ],
  "max_tokens": 7,
  "stream": true,
  "stream_options": {
    "include_usage": true
  }
}
[exit 0]
# A list at the root of a schema is no response format that the API takes: it is left to the prompt.
-- prompts/p.prompt
---
model: local/m
input: {schema: {q: string}}
output: {format: json, schema: {type: array, items: {type: string}}}
---
{{q}}
$ promptctl render p --var q=one --request
{
  "model": "m",
  "messages": [
    {
      "role": "user",
      "content": "one"
    }
  ],
  "stream": true,
  "stream_options": {
    "include_usage": true
  }
}
[exit 0]
# A variable's address is known only when something is sent: then a key over http:// to another host is warned of.
-- promptctl.yaml
format: 1
providers: {local: {type: openai, base_url: "${ELSEWHERE}", api_key: "${KEY}", retries: 0, timeouts: {connect: 100ms}}}
$ clock 2026-01-04T00:00:00Z
$ ELSEWHERE=http://0.0.0.0:1/v1 KEY=sk-1 promptctl eval --no-cache -q --cases 0
NO VERDICT  p on s: no case has a verdict

  cases      1: 0 passed, 0 failed, 1 error
  latency    not measured
  cost       $0.00
  model      local/m
  run        20260104-000000-89025cc1
  signature  dataset:a4cd14e4 cases:1 repeats:1 reducer:pass^k prompt:ad0202ba
             suite:72b9d2bc promptctl:0.1.0

  and 1 more: promptctl runs show 20260104-000000-89025cc1 --cases 1
[stderr]
promptctl.yaml:2:13: warning[plain-http]: the key of `local` goes to 0.0.0.0 over http://, where everyone between can read it
    providers: {local: {type: openai, base_url: "${…
                ^
  hint: use https://, or reach the server through a tunnel to 127.0.0.1
0 errors, 1 warning
[exit 2]
$ promptctl eval --no-cache -q --offline --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"offline-475a78443487","s","filtered","local/m",1,error,,,,,,,false,"offline, and this request's reply is neither on the cassette nor in the cache",""
[exit 2]
