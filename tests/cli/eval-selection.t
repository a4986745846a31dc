# Nothing selected is no success, and says so.
-- prompts/p.prompt
---
model: openai/m
input: {schema: {q: string}}
---
{{q}}
-- golden/s/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: equals, value: "{{expected}}"}]
-- golden/s/cases.jsonl
{"id": "a-1", "vars": {"q": "1"}, "expected": "1", "output": "1", "tags": ["x"]}
{"id": "a-2", "vars": {"q": "2"}, "expected": "2", "output": "2", "tags": ["y"]}
{"id": "b-1", "vars": {"q": "3"}, "expected": "3", "output": "4", "tags": ["x", "y"]}
$ promptctl eval --filter nothing
[stderr]
error[nothing-selected]: no case of s fits the options
  hint: nothing passes by being empty
[exit 2]
$ promptctl eval --tag z
[stderr]
error[nothing-selected]: no case of s fits the options
  hint: nothing passes by being empty
[exit 2]
$ promptctl eval --filter '(' 
[stderr]
error[bad-regex]: `--filter (`: missing closing parenthesis
  hint: it is a regular expression, searched in the ids of cases
[exit 2]
$ promptctl eval nowhere
[stderr]
error[unknown-prompt]: there is no prompt `nowhere`
  hint: there are: p
[exit 2]
$ promptctl eval --suite ss
[stderr]
error[unknown-suite]: there is no suite `ss`
  hint: did you mean `s`?
[exit 2]
$ promptctl eval --first 0
[stderr]
error[usage]: `--first` must be a whole number from 1 to 1000000000000, not `0`
  hint: see promptctl eval --help
[exit 2]
$ promptctl eval --frist 1
[stderr]
error[usage]: unknown option `--frist`
  hint: did you mean `--first`?
[exit 2]
$ promptctl evla
[stderr]
error[usage]: unknown command `evla`
  hint: did you mean `eval`?
[exit 2]
# A case that brings its output is scored, and nothing is called.
$ promptctl eval --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260102-030405-89025cc1","s","a-1","openai/m",1,passed,1,,,,,,true,"","1"
"20260102-030405-89025cc1","s","a-2","openai/m",1,passed,1,,,,,,true,"","2"
"20260102-030405-89025cc1","s","b-1","openai/m",1,failed,0,,,,,,true,"equals: expected ""3"", not ""4""","4"
[exit 1]
$ promptctl eval --filter '^b' --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260102-030405-89025cc1","s","a-1","openai/m",1,passed,1,,,,,,true,"","1"
"20260102-030405-89025cc1","s","a-2","openai/m",1,passed,1,,,,,,true,"","2"
"20260102-030405-89025cc1","s","b-1","openai/m",1,failed,0,,,,,,true,"equals: expected ""3"", not ""4""","4"
[exit 1]
$ promptctl eval --tag y --first 1 --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260102-030405-89025cc1","s","a-1","openai/m",1,passed,1,,,,,,true,"","1"
"20260102-030405-89025cc1","s","a-2","openai/m",1,passed,1,,,,,,true,"","2"
"20260102-030405-89025cc1","s","b-1","openai/m",1,failed,0,,,,,,true,"equals: expected ""3"", not ""4""","4"
[exit 1]
$ promptctl eval --sample 2 --seed 3 --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260102-030405-89025cc1","s","a-1","openai/m",1,passed,1,,,,,,true,"","1"
"20260102-030405-89025cc1","s","a-2","openai/m",1,passed,1,,,,,,true,"","2"
"20260102-030405-89025cc1","s","b-1","openai/m",1,failed,0,,,,,,true,"equals: expected ""3"", not ""4""","4"
[exit 1]
$ promptctl eval --offline --tag x
REJECTED  p on s: 1 case failed

  cases      2: 1 passed, 1 failed, 0 errors
  pass rate  50.0%, 95% interval 9.5% to 90.5%
  score      0.500, 95% interval 0.000 to 1.000
  latency    not measured (2 replayed, not counted)
  cost       nothing was called
  model      openai/m
  run        offline-be3c430e4a45
  signature  dataset:c1ddb7bc cases:2 repeats:1 reducer:pass^k prompt:f299c935
             suite:05f48496 promptctl:0.1.0

  FAILED  b-1  score 0.000
    ✗ equals: expected "3", not "4"
    reply 4
[exit 1]
$ promptctl eval --dry-run
s: 3 cases on openai/m, 1 reply each: 0 calls
  about 0 input tokens; cost at most about $0.00
[exit 0]
$ promptctl eval --dry-run --target other/m
[stderr]
error[unknown-provider]: `other/m` names no provider of this registry
  hint: describe it under `providers:` in promptctl.yaml
1 error, 0 warnings
[exit 1]
$ promptctl eval --format pdf
[stderr]
error[usage]: unknown format `pdf`
  hint: one of: console, csv, github, html, in-toto, json, jsonl, junit, markdown, openmetrics, otel, prometheus
[exit 2]
